//! Taking out what must never reach a terminal.
//!
//! A guide is written by others, and a query may be pasted. A terminal obeys control characters, and a reader cannot
//! see bidirectional controls, zero-width characters or tags: with them a text says something other than it shows.

use std::borrow::Cow;

use unicode_normalization::char::is_combining_mark;

/// How many combining marks a character may carry. Vietnamese needs 2, Thai and Devanagari 3; a column of hundreds
/// ("Zalgo") covers the lines above and below.
const MAX_MARKS: usize = 4;

/// Removes control characters (but keeps `\n`, and `\t` as a space), bidirectional controls, zero-width characters,
/// tag characters, other invisible format characters, and combining marks beyond `MAX_MARKS` per base character.
///
/// A sign that is joined to the picture of a person goes with the joiner, and what parts a Persian word is a space. `\r\n` and a lone `\r` become `\n`; the line and the paragraph separator become a space. A variation selector stays
/// where it follows its base directly. A text that is clean already is borrowed. Cleaning twice changes nothing more.
pub fn clean(text: &str) -> Cow<'_, str> {
    Cleaner::new(Tabs::BecomeSpaces).run(text)
}

/// [`clean`] for text that is still to be parsed, where a tab has a meaning: tabs stay.
pub(crate) fn clean_source(text: &str) -> Cow<'_, str> {
    Cleaner::new(Tabs::Stay).run(text)
}

/// Whether [`clean`] always removes this character, wherever it stands.
pub fn is_hidden(c: char) -> bool {
    class(c) == Class::Hidden
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Tabs {
    BecomeSpaces,
    Stay,
}

/// What a character is to a cleaner.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    /// Stands on its own, and may carry marks.
    Base,
    /// White space: stands on its own, carries nothing.
    Space,
    Newline,
    Return,
    Tab,
    /// U+2028 and U+2029.
    Separator,
    Selector,
    Mark,
    Hidden,
}

/// What becomes of a character.
enum Verdict {
    Keep,
    Replace(char),
    Remove,
}

struct Cleaner {
    tabs: Tabs,
    /// The last character kept was a base, so a variation selector may follow.
    after_base: bool,
    /// How many more marks the current base may carry.
    marks_left: usize,
}

impl Cleaner {
    const fn new(tabs: Tabs) -> Self {
        Self {
            tabs,
            after_base: false,
            marks_left: 0,
        }
    }

    fn run(mut self, text: &str) -> Cow<'_, str> {
        let mut cleaned: Option<String> = None;
        let mut at = 0;
        while let Some(c) = text[at..].chars().next() {
            let plain = plain_length(&text.as_bytes()[at..]);
            if plain > 0 {
                let piece = &text[at..at + plain];
                self.pass(piece);
                if let Some(out) = &mut cleaned {
                    out.push_str(piece);
                }
                at += plain;
                continue;
            }
            let end = at + c.len_utf8();
            let next = text[end..].chars().next();
            let verdict = if parts_words(c, text[..at].chars().next_back(), next) {
                self.after_base = false;
                self.marks_left = 0;
                Verdict::Replace(' ')
            } else {
                self.judge(c, next)
            };
            if cleaned.is_none() && !matches!(verdict, Verdict::Keep) {
                let mut out = String::with_capacity(text.len());
                out.push_str(&text[..at]);
                cleaned = Some(out);
            }
            if let Some(out) = &mut cleaned {
                match verdict {
                    Verdict::Keep => out.push(c),
                    Verdict::Replace(other) => out.push(other),
                    Verdict::Remove => {}
                }
            }
            at = end + joined_sign(&text[..at], &text[at..]);
        }
        cleaned.map_or(Cow::Borrowed(text), Cow::Owned)
    }

    /// Goes past characters that are kept whatever stands around them.
    fn pass(&mut self, plain: &str) {
        let base = !plain.ends_with([' ', '\n']);
        self.after_base = base;
        self.marks_left = if base { MAX_MARKS } else { 0 };
    }

    fn judge(&mut self, c: char, next: Option<char>) -> Verdict {
        let class = class(c);
        if class == Class::Base {
            self.after_base = true;
            self.marks_left = MAX_MARKS;
            return Verdict::Keep;
        }
        // Something removed leaves no trace: a mark after it still belongs to the base before it.
        if class == Class::Hidden {
            return Verdict::Remove;
        }
        let after_base = std::mem::take(&mut self.after_base);
        match class {
            Class::Selector if after_base => Verdict::Keep,
            Class::Mark if self.marks_left > 0 => {
                self.marks_left -= 1;
                Verdict::Keep
            }
            Class::Selector | Class::Mark => {
                self.after_base = false;
                Verdict::Remove
            }
            _ => {
                self.marks_left = 0;
                self.judge_space(class, next)
            }
        }
    }

    fn judge_space(&self, class: Class, next: Option<char>) -> Verdict {
        match class {
            Class::Return if next == Some('\n') => Verdict::Remove,
            Class::Return => Verdict::Replace('\n'),
            Class::Separator => Verdict::Replace(' '),
            Class::Tab if self.tabs == Tabs::BecomeSpaces => Verdict::Replace(' '),
            _ => Verdict::Keep,
        }
    }
}

/// Whether a character keeps apart what Persian and its neighbours write as one word in two parts. Many write a space there;
/// without either the parts would be another word.
fn parts_words(c: char, before: Option<char>, after: Option<char>) -> bool {
    let is_arabic = |c: Option<char>| matches!(c, Some('\u{620}'..='\u{6FF}'));
    c == '\u{200C}' && is_arabic(before) && is_arabic(after)
}

/// How long the sign of a man or a woman is that a joiner, with which the text begins, adds to the picture before it: without the
/// joiner it would be one by itself.
fn joined_sign(before: &str, text: &str) -> usize {
    let Some(rest) = text.strip_prefix('\u{200D}') else {
        return 0;
    };
    let sign = rest.strip_prefix(['♀', '♂']);
    let is_picture = |c: char| u32::from(c) > 0x2000 && !c.is_alphanumeric();
    match sign.filter(|_| before.ends_with(is_picture)) {
        Some(behind) => rest.len() - behind.strip_prefix('\u{FE0F}').unwrap_or(behind).len(),
        None => 0,
    }
}

/// How many bytes of valid UTF-8 are, from the beginning, nothing but characters that need no further look: printable
/// ASCII and its newline, letters of Latin, Greek and Cyrillic, hiragana, katakana, most kanji, Hangul and full-width forms,
/// quotation marks, dashes, arrows and what boxes are drawn with. Nearly all of a guide and of a page, at a few bytes a
/// nanosecond.
fn plain_length(bytes: &[u8]) -> usize {
    let mut at = 0;
    loop {
        at += match bytes[at..] {
            [b' '..=b'~' | b'\n', ..] => 1,
            // U+00C0–U+02BF, U+0380–U+047F.
            [0xC3..=0xCA | 0xCE..=0xD1, ..] => 2,
            // U+3041–U+30FF without the combining U+3099 and U+309A, and 「」、。 before them.
            [0xE3, 0x82, third, ..] if third != 0x99 && third != 0x9A => 3,
            [0xE3, 0x80, 0x81..=0xA9, ..]
            | [0xE3, 0x81 | 0x83, ..]
            // U+4000–U+9FFF and U+AC00–U+D77F.
            | [0xE4..=0xE9 | 0xEB..=0xEC, ..]
            | [0xEA, 0xB0..=0xBF, ..]
            | [0xED, 0x80..=0x9D, ..]
            // U+FF01–U+FF7F.
            | [0xEF, 0xBC, 0x81..=0xBF, ..]
            | [0xEF, 0xBD, ..]
            // U+2010–U+2027, U+2180–U+25FF.
            | [0xE2, 0x80, 0x90..=0xA7, ..]
            | [0xE2, 0x86..=0x97, ..] => 3,
            _ => return at,
        }
    }
}

fn class(c: char) -> Class {
    match c {
        ' ' | '\u{3000}' | '\u{A0}' | '\u{2000}'..='\u{200A}' | '\u{202F}' | '\u{205F}' => {
            Class::Space
        }
        '!'..='~' | '\u{3001}'..='\u{3029}' | '\u{3030}'..='\u{3098}' | '\u{309B}'..='\u{3163}' => {
            Class::Base
        }
        '\u{3165}'..='\u{A66E}' | '\u{AC00}'..='\u{D7A3}' | '\u{FF01}'..='\u{FF9F}' => Class::Base,
        '\n' => Class::Newline,
        '\r' => Class::Return,
        '\t' => Class::Tab,
        '\u{2028}' | '\u{2029}' => Class::Separator,
        '\u{FE00}'..='\u{FE0F}'
        | '\u{E0100}'..='\u{E01EF}'
        | '\u{180B}'..='\u{180D}'
        | '\u{180F}' => Class::Selector,
        _ if c.is_control() || is_invisible(c) => Class::Hidden,
        // The vowels and the last consonants of Korean, which a syllable has one or two of, are as good as marks.
        '\u{1161}'..='\u{11FF}' | '\u{D7B0}'..='\u{D7FB}' => Class::Mark,
        _ if is_combining_mark(c) => Class::Mark,
        _ => Class::Base,
    }
}

/// The characters that show nothing: Unicode's `Default_Ignorable_Code_Point` without the variation selectors, the
/// other format controls that draw nothing of their own, and the noncharacters.
fn is_invisible(c: char) -> bool {
    matches!(c,
        '\u{AD}'                        // soft hyphen
        | '\u{34F}'                     // combining grapheme joiner
        | '\u{61C}'                     // Arabic letter mark
        | '\u{115F}' | '\u{1160}' | '\u{3164}' | '\u{FFA0}' // Hangul fillers
        | '\u{17B4}' | '\u{17B5}'       // Khmer inherent vowels
        | '\u{180E}'                    // Mongolian vowel separator
        | '\u{200B}'..='\u{200F}'       // zero-width, direction marks
        | '\u{202A}'..='\u{202E}'       // bidirectional embeddings and overrides
        | '\u{2060}'..='\u{206F}'       // word joiner, invisible operators, isolates, deprecated
        | '\u{FDD0}'..='\u{FDEF}'       // noncharacters
        | '\u{FEFF}'                    // byte order mark
        | '\u{FFF0}'..='\u{FFFB}'       // unassigned ignorables, interlinear annotation
        | '\u{13430}'..='\u{1343F}'     // hieroglyph joiners
        | '\u{1BCA0}'..='\u{1BCA3}'     // shorthand format
        | '\u{1D173}'..='\u{1D17A}'     // musical format
        | '\u{E0000}'..='\u{E0FFF}'     // tags, and the rest of their plane's ignorables
    ) || u32::from(c) & 0xFFFE == 0xFFFE
}

#[cfg(test)]
mod tests {
    use super::*;

    use proptest::prelude::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        assert_eq!(clean(text), expected, "{text:?}");
    }

    #[test]
    fn harmless_text_is_borrowed() {
        for text in [
            "",
            "plain\nlines",
            "電話で問い合わせる　「ヘルプ」→",
            "がぎ e\u{301}",
            "1\u{FE0F}\u{20E3} 葛\u{E0100}",
        ] {
            assert!(
                matches!(clean(text), Cow::Borrowed(same) if same == text),
                "{text:?}"
            );
        }
    }

    #[test]
    fn what_a_terminal_obeys_is_removed() {
        check("a\u{1b}[31mb", "a[31mb");
        check("\0\u{7}\u{8}\u{7f}\u{80}\u{9b}x\u{9f}", "x");
        check("a\tb\u{b}\u{c}c", "a bc");
    }

    #[test]
    fn line_ends_become_newlines() {
        check("a\r\nb\rc\n", "a\nb\nc\n");
        check("a\r\r\nb", "a\n\nb");
        check("a\u{2028}b\u{2029}c", "a b c");
        // Not a line end after all once the character between them is gone: both stay lines.
        check("a\r\u{200B}\nb", "a\n\nb");
    }

    #[test]
    fn parts_of_a_persian_word_stay_apart() {
        check("می\u{200C}خواهم", "می خواهم");
        check("pass\u{200C}word می\u{200C} \u{200C}خ", "password می خ");
    }

    #[test]
    fn a_picture_of_a_person_is_one_picture() {
        check("🙋\u{200D}♂\u{FE0F}手", "🙋手");
        check("🏃🏽\u{200D}♀ 🕵\u{FE0F}\u{200D}♂\u{FE0F}", "🏃🏽 🕵\u{FE0F}");
        check("♂ a\u{200D}♂ \u{200D}♀", "♂ a♂ ♀");
        check("👩\u{200D}💻", "👩💻");
    }

    #[test]
    fn what_a_reader_cannot_see_is_removed() {
        check("a\u{202E}b\u{2066}c\u{2069}\u{200F}\u{61C}", "abc");
        check(
            "0\u{200B}1\u{200C}2\u{200D}0\u{2060}\u{FEFF}\u{180E}",
            "0120",
        );
        check(
            "so\u{AD}ft \u{E0041}\u{E007F}tag \u{FFF9}x\u{FFFA}y\u{FFFB}",
            "soft tag xy",
        );
        check(
            "\u{3164}\u{115F}\u{1160}\u{FFA0}\u{206A}\u{FFFF}\u{1FFFE}a",
            "a",
        );
    }

    #[test]
    fn selectors_stay_only_behind_their_base() {
        check("葛\u{E0100}\u{E0101}", "葛\u{E0100}");
        check("\u{FE0F}a \u{FE0F}b", "a b");
        check("a\u{301}\u{FE0F}", "a\u{301}");
    }

    #[test]
    fn marks_are_counted_per_base() {
        let zalgo = format!("e{}x", "\u{301}".repeat(2000));
        check(&zalgo, "e\u{301}\u{301}\u{301}\u{301}x");
        check("\u{301}a\n\u{301}b", "a\nb");
        check("\u{1112}\u{1161}\u{11AB}", "\u{1112}\u{1161}\u{11AB}");
        check(
            &format!("\u{1112}{}", "\u{1161}".repeat(2000)),
            "\u{1112}\u{1161}\u{1161}\u{1161}\u{1161}",
        );
        check(
            &format!("e{}", "\u{301}\u{200B}".repeat(9)),
            "e\u{301}\u{301}\u{301}\u{301}",
        );
    }

    #[test]
    fn the_shortcut_takes_only_what_would_be_kept_anyway() {
        for c in (0..=0x10_FFFF).filter_map(char::from_u32) {
            let text = c.to_string();
            if plain_length(text.as_bytes()) > 0 {
                let plain = matches!(class(c), Class::Base | Class::Newline) || c == ' ';
                assert!(
                    plain && plain_length(text.as_bytes()) == text.len(),
                    "{c:?}"
                );
            }
        }
    }

    #[test]
    fn source_keeps_its_tabs() {
        assert_eq!(clean_source("\t- a\u{200B}\r\n"), "\t- a\n");
    }

    /// Random text with more of the characters that matter here than chance would give.
    fn hostile_text() -> impl Strategy<Value = String> {
        let special = prop::sample::select(vec![
            '\r',
            '\n',
            '\t',
            '\u{1b}',
            '\u{301}',
            '\u{3099}',
            '\u{FE0F}',
            '\u{E0100}',
            '\u{200B}',
            '\u{202E}',
            '\u{2028}',
            '\u{E0041}',
            '\u{FFF9}',
            'が',
            'a',
            ' ',
        ]);
        prop::collection::vec(prop_oneof![special, any::<char>()], 0..60)
            .prop_map(String::from_iter)
    }

    proptest! {
        #[test]
        fn cleaning_twice_changes_nothing_more(text in hostile_text()) {
            let once = clean(&text).into_owned();
            prop_assert!(matches!(clean(&once), Cow::Borrowed(_)));
        }

        #[test]
        fn nothing_forbidden_comes_out(text in hostile_text()) {
            let forbidden = |c: char| is_hidden(c) || (c.is_control() && c != '\n') || "\u{2028}\u{2029}".contains(c);
            let found = clean(&text).chars().find(|&c| forbidden(c));
            prop_assert_eq!(found, None);
        }

        #[test]
        fn printable_ascii_is_left_alone(text in "[ -~\n]*") {
            prop_assert!(matches!(clean(&text), Cow::Borrowed(_)));
        }
    }
}
