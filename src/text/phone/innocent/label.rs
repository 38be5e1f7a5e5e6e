//! What is numbered by a word before it, or stands where somebody is to be found, and a telephone number behind it:
//! `Room 301 0120-996-012`, `港区芝1-2-3 0120-996-012`, `Mon-Fri 9-5 0120-996-012`.

use super::Marking;
use super::date::is_to;
use crate::text::phone::dial::{is_grouped, is_whole_domestic};
use crate::text::phone::groups::Joint;

/// Labels have no more digits, and addresses no more in a group.
const MAX_LABEL: usize = 4;
/// So many numbers may stand behind the name of a quarter.
const MOST_PARTS: usize = 4;
/// No number of a country is shorter.
const LEAST_ABROAD: usize = 8;
/// Longer identifiers could be a number.
const MAX_CODE: usize = 6;
/// So many characters before these numbers are looked at.
const LONGEST_NAME: usize = 24;
/// The longest hour of a day.
const MAX_HOUR: u32 = 30;

/// Words before a number that says which of them, in lower case. None of them stands before a telephone number.
#[rustfmt::skip]
pub(in crate::text::phone) static LABELS: [&str; 101] = [
    "room", "suite", "floor", "level", "gate", "table", "chapter", "section", "step", "desk", "booth", "counter", "window", "bldg", "building",
    "unit", "apt", "apartment", "figure", "fig", "volume", "vol", "page", "part", "exhibit", "article", "paragraph", "platform", "track",
    "terminal", "exit", "zone", "area", "phase", "grade", "group", "team", "class", "type", "rule", "appendix", "question", "item", "note",
    "version", "ver", "error", "http", "top", "route", "bus", "bay", "hall", "block", "tower", "wing", "entrance", "zimmer", "raum", "etage", "stock",
    "schritt", "seite", "kapitel", "étape", "salle", "sala",
    "ios", "ipados", "macos", "android", "windows", "xbox", "switch", "playstation", "chromecast", "iphone", "ipad", "galaxy", "pixel",
    "窓口", "レベル", "ステップ", "手順", "部屋", "会議室", "バージョン", "エラー", "ゲート", "のりば", "乗り場", "カウンター", "ブース",
    "窗口", "창구", "注", "図", "表",
    "プラン", "フロア", "コース",
];
/// Words before the hours of a day, in lower case.
#[rustfmt::skip]
static HOURS: [&str; 28] = [
    "mon", "tue", "wed", "thu", "fri", "sat", "sun", "weekdays", "weekends", "daily", "hours", "open", "mo", "fr", "sa", "so", "lun", "ven",
    "平日", "土日", "土日祝", "毎日", "受付", "受付時間", "営業", "営業時間", "月-金", "月〜金",
];
/// What the names of towns and their quarters end with.
const PLACES: [char; 8] = ['都', '府', '県', '郡', '市', '区', '町', '村'];
/// What does not stand in such names, but before telephone numbers, or in what they are called.
const NO_PLACES: [char; 9] = ['番', '電', '話', '号', '線', '打', '拨', '撥', '按'];

impl Marking<'_> {
    /// Which of some things it is.
    pub(super) fn label(&self, at: usize) -> Option<usize> {
        let hours = || {
            let hour = |at: usize| self.len(at) <= 2 && self.value(at) <= MAX_HOUR;
            let range = is_to(self.gap(at + 1)) && hour(at) && hour(at + 1);
            (range && self.is_before_number(at + 2) && self.named(at, &HOURS)).then_some(2)
        };
        let label = || {
            let short = self.len(at) <= MAX_LABEL && !self.digits(at).starts_with('0');
            // `part 2: 996`: the parts of a number may be counted.
            let counts = || {
                let behind = self.behind(at);
                let apart = behind.starts_with([' ', ':', '：', '\u{3000}']);
                self.len(at) == 1 && apart && behind.ends_with([' ', ':', '：', '\u{3000}'])
            };
            // `iPhone 15から0120-996-012`
            let particle = || matches!(self.gap(at + 1), "から" | "より" | "で" | "に" | "の");
            let apart = self.is_before_number(at + 1) || counts() || particle();
            // `窓口は3`: it has that number.
            let said = self
                .before(at)
                .trim_end()
                .ends_with(['は', 'が', ':', '：', '=']);
            // `不在着信(3)`: how many there are.
            let counted = || {
                let before = self.before(at).strip_suffix(['(', '（']);
                let closed = self.behind(at).starts_with([')', '）']);
                closed && before.is_some_and(|before| before.ends_with(char::is_alphabetic))
            };
            let labelled = || !said && self.named(at, &LABELS);
            (short && apart && (labelled() || counted())).then_some(1)
        };
        hours().or_else(label).or_else(|| self.address(at))
    }

    /// How many groups are a short identifier that ends before a number: `UI-800-3 0120-996-012`.
    pub(super) fn before_number(&self, at: usize) -> Option<usize> {
        let joined = |&at: &usize| matches!(self.gap(at), "-" | "." | "/" | "_");
        let more = self.after(at).take(MOST_PARTS).take_while(joined).count();
        let short = self.digits.of(at..at + more + 1).len() <= MAX_CODE;
        let own = !self.digits(at).starts_with('0');
        let next = at + more + 1;
        (short && own && self.is_before_number(next) && self.begins_number(next))
            .then_some(more + 1)
    }

    /// Whether some of the groups from one on are a telephone number as such numbers are written.
    fn begins_number(&self, at: usize) -> bool {
        let groups = &self.digits.groups[at..];
        let joined = groups.iter().skip(1).take(MOST_PARTS);
        let more = joined
            .take_while(|group| group.joint == Joint::Tight)
            .count();
        groups[0].plus
            || (at + 1..=at + 1 + more).any(|end| match end - at {
                1 => is_whole_domestic(self.digits(at)),
                _ => is_grouped(self.digits, at..end),
            })
    }

    /// `港区芝1-2-3`: the house, behind the name of a town and its quarter. In three parts also behind the quarter alone.
    fn address(&self, at: usize) -> Option<usize> {
        let part = |at: usize| self.len(at) <= MAX_LABEL && !self.digits(at).starts_with('0');
        let hyphen = |at: usize| matches!(self.gap(at), "-" | "－" | "−" | "ー" | "‐" | "の");
        let more = self.after(at).take(MOST_PARTS);
        let more = more.take_while(|&at| hyphen(at) && part(at)).count();
        let next = at + more + 1;
        let small = || (at..next).all(|at| self.len(at) <= 2);
        let place = || {
            let before = self.before(at);
            is_place(before, &PLACES) || more == 2 && small() && is_place(before, &[])
        };
        (part(at) && more > 0 && self.is_before_number(next) && place()).then_some(more + 1)
    }

    /// Whether the number of a country begins with a group, behind white space.
    pub(super) fn begins_abroad(&self, at: usize) -> bool {
        let tight = |at: &usize| {
            let group = &self.digits.groups[*at];
            group.joint == Joint::Tight && !group.plus
        };
        let more = self.after(at).take(MOST_PARTS).take_while(tight).count();
        let long = self.digits.of(at..at + more + 1).len() >= LEAST_ABROAD;
        let spaced = self.gap(at).starts_with(char::is_whitespace);
        self.digits.groups[at].plus && spaced && long
    }

    /// Whether white space stands before a group, and it begins as telephone numbers do.
    pub(super) fn is_before_number(&self, at: usize) -> bool {
        let Some(group) = self.digits.groups.get(at) else {
            return false;
        };
        let gap = self
            .gap(at)
            .trim_end_matches(['+', '＋', '(', '（', '☎', '℡']);
        let gap = gap.trim_start_matches(['.', ':', ',', ')', ']', '：', '、', '，', '）']);
        let signs = |c: char| c.is_whitespace() || matches!(c, '-' | '–' | '—' | '/' | '／' | '|');
        let apart = gap.starts_with(char::is_whitespace) && gap.ends_with(char::is_whitespace);
        let full = self.gap(at).starts_with(['：', '、', '，', '）']) && gap.is_empty();
        let begins = group.plus || self.digits(at).starts_with('0');
        (apart && gap.chars().all(signs) || full) && begins
    }
}

/// Whether a text ends with the name of a place in Japan: two letters or more, one of them one of these, if there are any.
fn is_place(before: &str, ends: &[char]) -> bool {
    let letters = before.chars().rev().take(LONGEST_NAME);
    let name = letters.take_while(|&c| c.is_alphabetic() && c >= '\u{3040}');
    let mut length = 0;
    let mut town = ends.is_empty();
    for c in name {
        let kana = ends.is_empty() && length < 2 && c < '\u{3400}';
        if kana || NO_PLACES.contains(&c) {
            return false;
        }
        length += 1;
        town |= ends.contains(&c);
    }
    town && length > 1
}
