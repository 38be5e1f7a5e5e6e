//! Text as it is typed in Japanese.

use super::check;

#[test]
fn emphasis_beside_japanese() {
    check("これは**「重要」**です", "p(これは*「重要」*です)");
    check("**重要。**次", "p(*重要。*次)");
    check("彼は*「はい」*と", "p(彼は/「はい」/と)");
    check("値は**`x`**です", "p(値は*`x`*です)");
    check("これは**[a](b)**です", "p(これは*{a→b}*です)");
    check("~~「古い」~~です", "p(~「古い」~です)");
    check("＊＊重要＊＊です", "p(*重要*です)");
    check("**(a)**です", "p(*(a)*です)");
    check("a * b * c", "p(a * b * c)");
    check("***\n\n* a", "rule ul[p(a)]");
}

#[test]
fn bold_begins_before_slanted() {
    check("***A*と*B*を示す。**", "p(*/A/と/B/を示す。*)");
    check(
        "これは***重要*な「点」**です",
        "p(これは*/重要/な「点」*です)",
    );
    check("***全部***です", "p(/*全部*/です)");
    check("***全部**だけ*です", "p(/*全部*だけ/です)");
}

#[test]
fn as_people_type_in_japanese() {
    check("-　a\n-　b", "ul[p(a); p(b)]");
    check("1.　a\n2.　b", "ol1[p(a); p(b)]");
    check("- a\n　- b\n　　- c", "ul[p(a) ul[p(b) ul[p(c)]]]");
    check("・a\n・　b\n　・c", "ul[p(a); p(b) ul[p(c)]]");
    check(">　a", "quote(p(a))");
    check("本文\n※注\n●次", "p(本文⏎※注⏎●次)");
    check("　段落です。", "p(　段落です。)");
}

#[test]
fn bold_that_ends_as_people_write_it() {
    check("**設定 **と入力", "p(*設定 *と入力)");
    check("- **時間:**14時", "ul[p(*時間:*14時)]");
    check("**a:**b **c**", "p(*a:*b *c*)");
    check("a ** b **c**", "p(a ** b *c*)");
    check("2**3 と **太字**", "p(2**3 と *太字*)");
    check("**{{< x >}}**、**b**", "p(、*b*)");
}
