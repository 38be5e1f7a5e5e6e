use proptest::prelude::*;

use super::*;

/// The code with a sign around each part: `‖comment‖`, `“text“`, `*keyword*`, `=literal=`.
#[track_caller]
fn check(language: &str, code: &str, expected: &str) {
    let mut shown = String::new();
    let mut from = 0;
    for (range, syntax) in syntax(language, code) {
        let sign = match syntax {
            Syntax::Comment => '‖',
            Syntax::Text => '“',
            Syntax::Keyword => '*',
            Syntax::Literal => '=',
        };
        shown.push_str(&code[from..range.start]);
        shown.push(sign);
        shown.push_str(&code[range.clone()]);
        shown.push(sign);
        from = range.end;
    }
    shown.push_str(&code[from..]);
    assert_eq!(shown, expected, "{language}");
}

#[test]
fn words_of_many_languages() {
    check(
        "rust",
        "let x: &'a str = \"a\\\"b\"; // 文",
        "*let* x: &'a str = “\"a\\\"b\"“; ‖// 文‖",
    );
    check(
        "RS",
        "r#\"a\"b\"# 0x1F_u8 1.5e-3 1..2",
        "“r#\"a\"b\"#“ =0x1F_u8= =1.5e-3= =1=..=2=",
    );
    check(
        "python",
        "@cached\ndef f(a): # x\n  '''a\n\"b'''\n  return None",
        "*@cached*\n*def* f(a): ‖# x‖\n  “'''a\n\"b'''“\n  *return* =None=",
    );
    check(
        "ts",
        "const s = `a${b}\n`; /* c\n */ export",
        "*const* s = “`a${b}\n`“; ‖/* c\n */‖ *export*",
    );
    check(
        "go",
        "func f() { return \"don't\" }",
        "*func* f() { *return* “\"don't\"“ }",
    );
    check(
        "c",
        "#include <a.h>\nint x = 'a';",
        "*#include* <a.h>\n*int* x = “'a'“;",
    );
    check("php", "echo $name; # x", "*echo* =$name=; ‖# x‖");
    check(
        "SQL",
        "select 'it''s' from t -- x",
        "*select* “'it'““'s'“ *from* t ‖-- x‖",
    );
    check("ruby", "def a = @b # c", "*def* a = =@b= ‖# c‖");
    check("lua", "--[[ a\nb ]] local x", "‖--[[ a\nb ]]‖ *local* x");
}

#[test]
fn shells() {
    check(
        "sh",
        "export A=\"$B\" # c\necho ${A}#b $# 'd\\'",
        "*export* A=“\"$B\"“ ‖# c‖\n*echo* =${A}=#b $# “'d\\'“",
    );
    check(
        "bash",
        "apt-get install --no-auto-update 2>&1",
        "apt-get install --no-auto-update =2=>&=1=",
    );
    check(
        "console",
        "$ cd /tmp\n/tmp\n# ls 1",
        "‖$‖ *cd* /tmp\n/tmp\n‖#‖ ls =1=",
    );
    check(
        "dockerfile",
        "FROM a:1 AS b\nRUN echo $X",
        "*FROM* a:=1= *AS* b\n*RUN* echo =$X=",
    );
}

#[test]
fn keys_and_values() {
    check(
        "json",
        "{\"a\": \"b\", \"c\": [1, true]}",
        "{*\"a\"*: “\"b\"“, *\"c\"*: [=1=, =true=]}",
    );
    check(
        "yaml",
        "- name: a # b\n  url: http://x.y/#z\n  on: yes",
        "- *name*: a ‖# b‖\n  *url*: http://x.y/#z\n  =on=: =yes="
            .replace("=on=", "*on*")
            .as_str(),
    );
    check(
        "toml",
        "[a.b]\nkey-1 = \"v\" # c",
        "[a.b]\n*key-1* = “\"v\"“ ‖# c‖",
    );
    check(
        "css",
        "a { color: #fff; margin: 2px } /* x */",
        "a { *color*: #fff; *margin*: =2px= } ‖/* x */‖",
    );
}

#[test]
fn elements_and_changes() {
    check(
        "html",
        "<!-- a --><p class=\"b\">1 < 2</p><br/>",
        "‖<!-- a -->‖*<p* class=“\"b\"“*>*1 < 2*</p**>**<br**/>*",
    );
    check(
        "vue",
        "<script>\nlet a = 1\n</script>",
        "*<script**>*\n*let* a = =1=\n*</script**>*",
    );
    check(
        "diff",
        "@@ -1 +1 @@\n-a\n+b\n c",
        "*@@ -1 +1 @@*\n=-a=\n“+b“\n c",
    );
}

#[test]
fn what_is_not_known_is_nothing() {
    for language in ["", "text", "mermaid", "なに"] {
        check(language, "if (a) { \"b\" } // c", "if (a) { \"b\" } // c");
    }
    check("js", "", "");
    // It does not end.
    check("js", "\"a", "\"a");
    check("js", "/* a", "‖/* a‖");
    check("html", "<a b=\"", "*<a* b=“\"“");
    check("sh", "${", "${");
}

#[test]
fn long_code_is_read_up_to_a_place() {
    let code = "「1」".repeat(MOST);
    let parts = syntax("js", &code);
    assert!(parts.last().is_some_and(|(range, _)| range.end <= MOST));
}

proptest! {
    #[test]
    fn parts_are_in_order_and_within_the_code(
        language in prop::sample::select(vec!["rust", "js", "python", "html", "yaml", "json", "sh", "console", "diff", "css", "ruby", "nix", "lisp"]),
        code in "(\\PC|[\"'`#/*<>!$@{}:=\\\\\n -]|\"\"\"|<script>|/\\*|漢字|let ){0,60}",
    ) {
        let mut from = 0;
        for (range, _) in syntax(language, &code) {
            prop_assert!(range.start >= from && !range.is_empty());
            prop_assert!(code.get(range.clone()).is_some());
            from = range.end;
        }
    }
}
