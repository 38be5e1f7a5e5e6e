mod components;
mod containers;
mod japanese;
mod running;
mod templates;

use std::borrow::Cow;
use std::rc::Rc;

use super::{Braces, canonical};
use crate::guide::markdown::Body;
use crate::guide::markdown::notation::shown;

fn none(_: &str) -> Option<Rc<str>> {
    None
}

const fn braces(is_mdx: bool) -> Braces {
    if is_mdx {
        Braces::Expressions
    } else {
        Braces::Values
    }
}

/// What becomes of a text.
#[track_caller]
pub(super) fn check(markdown: &str, expected: &str) {
    let text = canonical(markdown, Braces::Values, &none);
    assert_eq!(shown(&text), expected, "{markdown:?} → {text:?}");
    assert_eq!(
        text.matches('\n').count(),
        markdown.matches('\n').count(),
        "{text:?}"
    );
}

#[track_caller]
fn check_mdx(markdown: &str, expected: &str) {
    let text = canonical(markdown, Braces::Expressions, &none);
    assert_eq!(shown(&text), expected, "{markdown:?} → {text:?}");
    assert_eq!(
        text.matches('\n').count(),
        markdown.matches('\n').count(),
        "{text:?}"
    );
}

#[test]
fn plain_markdown_is_borrowed() {
    let text = "# A {#b}\n\ntext *b* `c` [d](e) https://x.example/==a==\n\n- x\n  1. y\n\n```js\n:::tip\n[[x]] {{ y }}\n```\n\n<!-- :::\n[[x]]\n-->\n\n    code [[x]]\n\n> q\n";
    assert!(matches!(canonical(text, Braces::Values, &none), Cow::Borrowed(same) if same == text));
}

/// Everything in which a word can stand, with the word.
const CONSTRUCTS: [&str; 51] = [
    "WORD",
    "**WORD**",
    "これは**「WORD」**です",
    ":::tip WORD\nWORD\n:::",
    "::: details WORD\n- WORD\n:::",
    "!!! note \"WORD\"\n    WORD",
    "??? tip\n    WORD\n\n    WORD",
    "=== \"WORD\"\n    WORD",
    "/// note | WORD\nWORD\n///",
    "{% hint %}\nWORD\n{% endhint %}",
    "{{< alert title=\"WORD\" >}}\nWORD\n{{< /alert >}}",
    "{{% tab %}}WORD{{% /tab %}}",
    "> [!tip]- WORD\n> WORD",
    "> WORD",
    "- WORD\n  - WORD",
    "1. WORD\n\n   WORD",
    "[[WORD]]",
    "[[x|WORD]]",
    "![[WORD]]",
    "![WORD](x.png)",
    "==WORD==",
    "^[WORD]",
    "a[^1] WORD\n\n[^1]: WORD",
    "<details><summary>WORD</summary>\n\nWORD\n\n</details>",
    "<table><tr><td>WORD</td></tr></table>",
    "<div>WORD</div>",
    "<ul><li>WORD<li>WORD</ul>",
    "| WORD | x |\n|---|---|\n| WORD | y | WORD |",
    "```js title=\"WORD\"\nWORD\n```",
    "    WORD",
    "## WORD {#x}",
    "## WORD {x}",
    "<Note>\nWORD\n</Note>",
    "<Card title=\"WORD\">WORD</Card>",
    "<Tabs>\n  <TabItem label=\"WORD\">\n    WORD\n  </TabItem>\n</Tabs>",
    "<X y={z}>WORD</X>",
    "・WORD\n※WORD",
    "[WORD]: 注です",
    "term WORD\n: WORD",
    "<ruby>WORD<rt>WORD</rt></ruby>",
    "a `WORD` b",
    "{{ x }} WORD",
    "!> WORD",
    "<kbd>WORD</kbd>",
    "＊＊WORD＊＊",
    "::::note\n:::tip\nWORD\n:::\nWORD\n::::",
    "<x-card title=\"WORD\">WORD</x-card>\n<x-card title=\"WORD\" href=\"a\">WORD</x-card>",
    "<div markdown=\"1\">\nWORD\n</div>",
    "{{% def name=\"WORD\" %}} WORD {{% /def %}}",
    "| WORD\t| WORD |\n|---\t|---|\n| WORD\t| WORD |",
    "==WORD [[WORD]]==",
];

use proptest::prelude::*;

proptest! {
    #[test]
    fn no_word_is_lost(
        chosen in prop::collection::vec((0..CONSTRUCTS.len(), "(\n\n|\n\n|\n\n> |\n\n- |\n\n:::\n\n)"), 1..7),
        is_mdx in any::<bool>(),
    ) {
        let mut number = 0;
        let mut text = String::new();
        for (construct, joint) in &chosen {
            let mut rest = CONSTRUCTS[*construct];
            while let Some((before, after)) = rest.split_once("WORD") {
                text.push_str(&format!("{before}word{number}w"));
                number += 1;
                rest = after;
            }
            text.push_str(rest);
            text.push_str(joint);
        }
        let canonical = canonical(&text, braces(is_mdx), &none);
        let plain = Body::parse(&canonical).plain_text();
        for n in 0..number {
            let word = format!("word{n}w");
            prop_assert!(plain.contains(&word), "{word}: {text:?} → {canonical:?} → {plain:?}");
        }
    }

    #[test]
    fn nothing_panics_and_lines_stay(
        text in "([-:*+!?>=/|#{}<%\\[\\]`~^\"' \n]|:::|```|\\{\\{|\\}\\}|<[A-Z]|</[A-Z]>|\\{%|%\\}|a|字|　|・|\n    |\n\n|tip|import |!!! |=== \"|<!--|-->|%%){0,60}",
        is_mdx in any::<bool>(),
    ) {
        let canonical = canonical(&text, braces(is_mdx), &none);
        prop_assert_eq!(canonical.matches('\n').count(), text.matches('\n').count(), "{:?}", canonical);
        Body::parse(&canonical);
    }
}

#[test]
fn hostile_texts_take_no_longer_than_their_length() {
    let pieces = [
        ":::tip\n",
        "[[",
        "{{",
        "{% x\n",
        "!!! note\n    ",
        "`",
        "``` \n",
        "<A ",
        "<A b='",
        "<A b={",
        "{",
        "{\"",
        "**「",
        "==a",
        "^[",
        "%%\n",
        "%%a",
        "<Note>\n",
        "> ",
        "- ",
        "<!--",
        "[a]: b\n",
        "</A>",
        "<a id=x></a>\n",
        "## {",
        "{{< alert >}}\n",
        "/// tip\n",
        "![[",
        "](",
        "](<",
        "～",
        "~",
        "import {\n",
        "export const a = (\n",
        "\\",
        "※\n",
        "| a ",
        "{%raw%}",
        "<Tab a=\"b\">\n\n",
        "<details>\n",
        "a\n{: #",
        "<x-a b=\"c\">\n",
        "<x-a b=\"c\" />\n",
        "<div markdown>\n",
        "<A b={[{c: 'd'}",
        "{{% a name=\"b\" %}}",
    ];
    for piece in pieces {
        for lead in ["", "text ", "- a\n  "] {
            let text = format!("{lead}{}", piece.repeat(8_000 / piece.len()));
            for is_mdx in [false, true] {
                assert!(canonical(&text, braces(is_mdx), &none).len() < 40 * text.len());
            }
        }
    }
}
