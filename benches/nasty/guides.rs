//! Guides that are made to be slow: each has as much as `check` accepts of one thing. The same every time.

use std::fs;
use std::io;
use std::path::Path;

/// A guide, and what to do with it.
pub struct Nasty {
    pub name: &'static str,
    /// Paths within the guide's folder, and what stands there.
    files: Vec<(String, String)>,
    pub queries: Vec<String>,
}

/// The article that has what is nasty; it comes first.
pub const ARTICLE: &str = "nasty";

const GUIDE: &str = "\
schema: 1
id: nasty
title: { ja: 意地悪なガイド, en: Nasty guide }
languages: [ja, en]
timezone: Asia/Tokyo
as_of: 2026-11-01
";

const DESKS: &str = "\
desks:
  - id: counter
    name: { ja: 窓口, en: Counter }
    section: nasty
    contacts: [{ kind: phone, value: \"0120-000-123\" }]
    hours: { ja: \"Mo-Fr 09:00-17:00\", en: \"24/7\" }
";

const NUMBERS: &str = "official_numbers: [\"0120-000-123\"]\n";

impl Nasty {
    /// A guide of one article, from its body.
    fn article(name: &'static str, body: &str) -> Self {
        Self::new(name, body, &[])
    }

    fn new(name: &'static str, body: &str, others: &[(&str, String)]) -> Self {
        let article = format!("---\ntitle: 意地悪\nsummary: 遅くなるように\n---\n{body}\n");
        let mut nasty = Self {
            name,
            files: Vec::new(),
            queries: QUERIES.iter().map(|&query| query.to_owned()).collect(),
        };
        nasty.add(
            "guide.yaml",
            format!("{GUIDE}{NUMBERS}articles: [{ARTICLE}]\n"),
        );
        nasty.add("desks.yaml", DESKS.to_owned());
        nasty.add(&format!("ja/{ARTICLE}.md"), article.clone());
        nasty.add(&format!("en/{ARTICLE}.md"), article);
        for (path, content) in others {
            nasty.add(path, content.clone());
        }
        nasty
    }

    /// A folder of Markdown that nobody has prepared.
    pub fn folder(
        name: &'static str,
        files: impl IntoIterator<Item = (impl Into<String>, String)>,
    ) -> Self {
        let files = files
            .into_iter()
            .map(|(path, content)| (path.into(), content));
        Self {
            name,
            files: files.collect(),
            queries: QUERIES.iter().map(|&query| query.to_owned()).collect(),
        }
    }

    fn add(&mut self, path: &str, content: String) {
        self.files.retain(|(other, _)| other != path);
        self.files.push((path.to_owned(), content));
    }

    fn asked(mut self, queries: impl IntoIterator<Item = String>) -> Self {
        self.queries.extend(queries);
        self
    }

    /// Writes it into a folder that is there.
    ///
    /// # Errors
    /// What the file system refuses.
    pub fn write(&self, folder: &Path) -> io::Result<()> {
        for (path, content) in &self.files {
            let path = folder.join(path);
            fs::create_dir_all(path.parent().unwrap_or(folder))?;
            fs::write(path, content)?;
        }
        Ok(())
    }

    pub fn bytes(&self) -> usize {
        self.files.iter().map(|(_, content)| content.len()).sum()
    }
}

/// What is typed in every guide, beside its own.
const QUERIES: [&str; 8] = [
    "解約",
    "a",
    "あ",
    "ab cd ef",
    "0120-000-123",
    "kaiyakushitai",
    "nettflix pasword",
    "電話がつながらないのでどうすればいいか知りたい",
];

/// The size of the largest article that is read, but for its front matter.
const BYTES: usize = (1 << 19) - 1_000;

/// The most signs of Markdown, but for those that the smallest guide has.
const SIGNS: usize = 50_000 - 100;

/// A section with a piece again and again, as often as its bytes and its signs allow.
fn filled(piece: &str, signs: usize) -> String {
    let times = (BYTES / piece.len()).min(SIGNS / signs.max(1));
    format!("## 遅い {{#slow}}\nx {}\n", piece.repeat(times))
}

pub fn many(count: usize, piece: impl Fn(usize) -> String) -> String {
    (0..count).map(piece).collect::<Vec<_>>().concat()
}

/// All of them.
pub fn all() -> Vec<Nasty> {
    [
        texts(),
        markup(),
        structure(),
        glossaries(),
        desks(),
        lists(),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// Texts without any markup.
fn texts() -> Vec<Nasty> {
    let article = |name, piece: &str| Nasty::article(name, &filled(piece, 0));
    vec![
        article("small", &"x".repeat(BYTES / 2 + 1)[..1]).small(),
        article("kanji without a break", "解約電話案内").asked([
            "電話案内".to_owned(),
            "約電話".to_owned(),
            "話案内解約電".to_owned(),
        ]),
        article("one kanji", "約"),
        article("hiragana without a break", "かいやくしたい"),
        article("one hiragana", "あ").asked(["あ".repeat(400), "ああ".to_owned()]),
        article("katakana without a break", "パスワード")
            .asked(["パスワード".to_owned(), "ド".to_owned()]),
        article("half-width kana", "ﾊﾟｽﾜｰﾄﾞ"),
        article("one word", "abcdefghij").asked(["abcdefghijabcdefghij".to_owned()]),
        article("one letter", "a").asked(["a".repeat(400)]),
        article("letters and spaces", "a ").asked(["a b c d e f g ".repeat(30)]),
        article("words", "the quick brown fox jumps over ").asked([
            "fox jumps over the lazy dog ".repeat(14),
            many(130, |n| format!("q{n} ")),
        ]),
        article("hyphens", "a-"),
        article("address", "https://example.com/a-b/c?d=e&amp;f"),
        article("dots", "a."),
        article("digits", "1 ").asked(["1 2 3 4 5 6 7 8 9 ".repeat(22)]),
        article("long digits", "9"),
        article("figures and units", "1時間"),
        article("marks", "か\u{301}\u{301}\u{301}\u{301}"),
        article("a flag", "🇯🇵"),
        article("family", "👨‍👩‍👧‍👦"),
        article("hangul parts", "ㄱㅏ"),
        article("jamo", "\u{1100}\u{1161}\u{11a8}"),
        article("a syllable that does not begin", "\u{1100}"),
        article("devanagari", "क्षि"),
        article("a conjunct that does not end", "क\u{94d}"),
        article("thai", "ที่"),
        article("arabic", "ﷺ"),
        article("hebrew", "שלום "),
        article("squared words", "㌀㍿"),
        article("brackets", "「「（（"),
        article("punctuation", "。、！？"),
        article("closing", "」』）"),
        article("no width", "\u{2d7f}\u{a66f}"),
        article("full-width spaces", "　"),
    ]
}

impl Nasty {
    /// With next to nothing in it: what the program itself takes.
    fn small(mut self) -> Self {
        let text = "---\ntitle: 小\nsummary: 小\n---\n## 小さい {#slow}\n解約は電話で。\n";
        self.name = "small";
        for language in ["ja", "en"] {
            self.add(&format!("{language}/{ARTICLE}.md"), text.to_owned());
        }
        self
    }
}

/// One kind of markup again and again.
fn markup() -> Vec<Nasty> {
    [
        ("backticks", "` ", 1),
        ("code", "`a` ", 2),
        ("codes of two lengths", "`a``", 3),
        ("emphasis", "*a* ", 2),
        ("strong", "**あ**", 4),
        ("emphasis that does not end", "*a **a ", 3),
        ("underscores", "_a* ", 2),
        ("brackets that open", "[", 1),
        ("links", "[a](nasty#slow) ", 2),
        ("links without text", "[](nasty#slow)", 2),
        ("links to the web", "[a](https://example.com/a) ", 2),
        ("images", "![a](b) ", 3),
        ("references", "[a]\n\n[a]: https://a.example/\n\n", 8),
        ("less than", "<a ", 1),
        ("entities", "&amp;", 1),
        ("numbers of characters", "&#x3042;", 1),
        ("backslashes", "\\*", 2),
        ("lines", "あ\n", 1),
        ("hard breaks", "a\\\n", 2),
        ("paragraphs", "あ\n\n", 2),
        ("headings", "### あ\n", 1),
        ("quotes", "> ", 1),
        ("quotes line by line", "> a\n\n", 3),
        ("lists in a line", "- ", 1),
        ("items", "\n- あ", 2),
        ("numbered items", "\n1. あ", 2),
        ("tasks", "\n- [ ] あ", 4),
        ("alerts", "\n\n> [!NOTE]\n> a\n", 9),
        ("rules", "\n***\n", 5),
        ("code blocks", "\n```\na\n```\n", 10),
        ("lines of code", "    a\n\n", 2),
        ("tables", "\n\n|a|b|\n|-|-|\n|c|d|\n", 30),
        ("comments", "<!-- a --> ", 4),
        ("line breaks", "<br>", 2),
    ]
    .map(|(name, piece, signs)| Nasty::article(name, &filled(piece, signs)))
    .into()
}

/// Large tables, many sections, many links.
fn structure() -> Vec<Nasty> {
    let section = |n: usize| format!("## あ {{#s{n}}}\n[b](nasty#s{})\n", n * 7 % 1000);
    let deep = |marker: &str| {
        let text = "word ".repeat(BYTES / 6);
        format!("## 遅い {{#slow}}\n{}{text}\n", marker.repeat(16))
    };
    let row = |columns: usize, cell: &str| format!("|{cell}").repeat(columns) + "|\n";
    let table = |columns: usize, name: &str, rows: usize, row_of: &str| {
        let rule = row(columns, "-");
        format!(
            "## 遅い {{#slow}}\n{}{rule}{}",
            row(columns, name),
            row_of.repeat(rows)
        )
    };
    let cells = |columns: usize, rows: usize| table(columns, "a", rows, &row(columns, "解"));
    let tasks = many(12_000, |n| format!("- [ ] task {n}\n"));
    let articles = many(2_000, |n| format!("  - b{n}\n"));
    let mut linked = Nasty::new("links from everywhere", "## 遅い {#slow}\nx\n", &[]);
    linked.add(
        "guide.yaml",
        format!("{GUIDE}{NUMBERS}articles:\n  - {ARTICLE}\n{articles}"),
    );
    for n in 0..2_000 {
        let links = many(3, |link| {
            format!("[a](nasty#slow) [b](b{})\n", (n * 7 + link * 13) % 2000)
        });
        let text =
            format!("---\ntitle: 記事{n}\nsummary: あ\n---\n## 電話 {{#slow}}\n解約 {links}\n");
        linked.add(&format!("ja/b{n}.md"), text.clone());
        linked.add(&format!("en/b{n}.md"), text);
    }
    let all = many(2_000, |n| format!("[a](b{n}) "));
    let text = format!("---\ntitle: 中心\nsummary: あ\n---\n## 電話 {{#slow}}\n{all}\n");
    linked.add("ja/nasty.md", text.clone());
    linked.add("en/nasty.md", text);
    vec![
        Nasty::article("sections", &many(12_000, section)),
        Nasty::article("deep lists", &deep("- ")),
        Nasty::article("deep quotes", &deep("> ")),
        Nasty::article("a table of many rows", &cells(2, 6_000)),
        Nasty::article("a table of many columns", &cells(500, 40)),
        Nasty::article("a table of two hundred columns", &cells(200, 100)),
        Nasty::article("rows that lack cells", &table(60, "a", 580, "a\n")),
        Nasty::article(
            "long names of columns",
            &table(4, &"あ".repeat(5_000), 4, "|a|b|c|d|\n"),
        ),
        Nasty::article(
            "wide cells",
            &table(12, &"a ".repeat(300), 40, &row(12, &"b ".repeat(300))),
        ),
        Nasty::article(
            "small wide tables",
            &many(500, |_| {
                format!("\n{}{}\n", row(40, "aa aa aa aa"), row(40, "-"))
            })
            .replacen('\n', "## 遅い {#slow}\nx\n\n", 1),
        ),
        Nasty::article("a long checklist", &format!("## 遅い {{#slow}}\n{tasks}")),
        Nasty::article(
            "many checklists",
            &many(9_900, |n| format!("## あ {{#s{n}}}\n- [ ] b\n")),
        ),
        Nasty::article(
            "sections of some length",
            &many(150, |n| {
                format!(
                    "## 解約 {{#s{n}}}\n{}\n",
                    "解約は電話でできます。".repeat(100)
                )
            }),
        )
        .asked(["解約は電話".to_owned(), "解約 電話 でき".to_owned()]),
        linked,
    ]
}

fn glossary(terms: &str) -> (&'static str, String) {
    ("glossary.yaml", format!("terms:\n{terms}"))
}

fn glossaries() -> Vec<Nasty> {
    let text = filled("あ", 0);
    let words = filled("解約電話は無料です。", 0);
    let synonyms = many(30, |term| {
        let forms = many(190, |n| format!("語{term}の{n}, "));
        format!("- {{ term: 用語{term}, synonyms: [{forms}] }}\n")
    });
    let nested = many(8, |n| format!("- {{ term: {} }}\n", "あ".repeat(n + 1)));
    let alike = many(6_000, |n| format!("- {{ term: {}{n} }}\n", "あ".repeat(50)));
    let letter = |from: char, n: usize| (from..).nth(n).unwrap_or(from);
    let letters = many(80, |n| {
        let (kana, latin) = (letter('あ', n), letter('a', n % 26));
        format!("- {{ term: {kana}, english: [{latin}] }}\n")
    });
    let terms = many(14_000, |n| {
        format!("- {{ term: 用語{n}番, reading: ようご, english: [term {n}] }}\n")
    });
    let small = many(14_000, |n| {
        format!("- {{ term: 解約{n}, english: [cancel {n}] }}\n")
    });
    vec![
        Nasty::new("many synonyms", &words, &[glossary(&synonyms)])
            .asked(["用語1".to_owned(), "語1の5".to_owned()]),
        Nasty::new("terms in one another", &text, &[glossary(&nested)]),
        Nasty::new("terms that begin alike", &text, &[glossary(&alike)]),
        Nasty::new("terms of one letter", &text, &[glossary(&letters)])
            .asked(["あいうえお かきくけこ".to_owned()]),
        Nasty::new("many terms", &words, &[glossary(&terms)])
            .asked(["用語13番 用語14番".to_owned(), "ようご".to_owned()]),
        Nasty::new("terms of a beginning", &words, &[glossary(&small)])
            .asked(["解約12".to_owned(), "cancel".to_owned()]),
    ]
}

fn desks() -> Vec<Nasty> {
    let small = "## 遅い {#slow}\n電話\n";
    let desk = |n: usize, hours: &str| {
        format!(
            "- {{ id: d{n}, name: {{ ja: 窓口{n}, en: Desk {n} }}, section: nasty, contacts: [{{ kind: phone, value: \"0120-000-123\" }}], hours: {{ ja: \"{hours}\", en: \"{hours}\" }} }}\n"
        )
    };
    let desks = |name, count: usize, hours: String| {
        let desks = many(count, |n| desk(n, &hours));
        Nasty::new(name, small, &[("desks.yaml", format!("desks:\n{desks}"))])
    };
    let days = many(100, |n| {
        format!("2026-{:02}-{:02}, ", n % 12 + 1, n / 12 + 1)
    });
    let holidays = many(100, |n| desk(n, "PH off; Mo-Fr 09:00-17:00"));
    let holidays = format!("holidays: [{days}]\ndesks:\n{holidays}");
    let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ];
    let dates = |count: usize, what: &str| {
        many(count, |n| {
            format!("{} {:02} {what}; ", months[n % 12], n % 28 + 1)
        })
    };
    let contacts = many(20, |n| {
        format!(
            "{{ kind: place, value: \"{}\" }}, ",
            format!("階段{n}").repeat(100)
        )
    });
    let far = many(200, |n| {
        format!(
            "- {{ id: d{n}, name: {{ ja: 窓口, en: Desk }}, section: nasty, contacts: [{contacts}], availability: unknown }}\n"
        )
    });
    vec![
        desks("hours that are off", 12, dates(40, "off").trim_end_matches("; ").to_owned()),
        desks("open but off", 12, format!("Mo-Su 10:00-11:00; {}Mo-Su off", dates(30, "off"))),
        desks("dates", 12, format!("{}Mo-Su off", dates(22, "10:00-11:00"))),
        desks("weeks and easter", 80, "week 01-53/2 Mo 10:00-11:00; easter off; Mo[1] off; week 01-53 off; easter +1 day 10:00-11:00".to_owned()),
        desks("leap days", 100, "Feb 29 10:00-11:00; Feb 29 off".to_owned()),
        desks("the past", 100, "2020 Mo-Fr 09:00-17:00; 24/7 off".to_owned()),
        desks("always but once", 100, "24/7; 2020 Dec 24 off".to_owned()),
        desks("nights", 100, "Mo-Tu 00:00-24:00; We-Su 00:00-48:00".to_owned()),
        Nasty::new("holidays", small, &[("desks.yaml", holidays)]),
        desks("many shifts", 12, many(40, |n| format!("{:02}:{:02}-{:02}:{:02},", n / 2, n % 2 * 30, n / 2, n % 2 * 30 + 10)).trim_end_matches(',').to_owned()),
        Nasty::new("many contacts", small, &[("desks.yaml", format!("desks:\n{}", far.chars().take(30_000).collect::<String>().rsplit_once('\n').map_or("", |(all, _)| all)))]),
    ]
}

fn lists() -> Vec<Nasty> {
    let small = "## 遅い {#slow}\n電話\n";
    let numbers = many(1_999, |n| format!("  - \"0120-1{n:05}\"\n"));
    // Of letters: among so many numbers any digits are nearly one.
    let letter = |n: usize| char::from(b'a' + u8::try_from(n % 26).unwrap_or(0));
    let name = |n: usize| format!("netflix-{}{}.example", letter(n / 26), letter(n));
    let domains = many(100, |n| format!("  - {}\n", name(n)));
    let guide = format!(
        "{GUIDE}articles: [{ARTICLE}]\nofficial_domains:\n{domains}official_numbers:\n  - \"0120-000-123\"\n{numbers}"
    );
    let asked = [
        many(40, |n| format!("{} ", name(n).replace("flix", "fIix"))),
        many(40, |n| format!("0120-1{n:04}9 ")),
        "0120 1".repeat(60),
    ];
    let questions = many(8_000, |n| format!("電話がつながらない{n}ですか, "));
    let front = format!(
        "---\ntitle: 意地悪\nsummary: あ\nsections: {{ slow: {{ questions: [{questions}] }} }}\n---\n{small}"
    );
    vec![
        Nasty::new("many numbers and domains", small, &[("guide.yaml", guide)]).asked(asked),
        Nasty::new(
            "many questions",
            small,
            &[("ja/nasty.md", front.clone()), ("en/nasty.md", front)],
        ),
        Nasty::article(
            "long titles",
            &many(700, |n| {
                format!("## {} {{#s{n}}}\n解約\n", "解約電話".repeat(60))
            }),
        ),
    ]
}
