//! Digits beside a number that are left over, and could belong to it.

use std::ops::Range;

use super::called::EVERYWHERE;
use super::{Finder, told};
use crate::text::phone::dial::{MAX_DIGITS, SHOW_OR_HIDE};
use crate::text::phone::groups::{BLANKS, Group, Joint, Look};
use crate::text::phone::innocent::Mark;

/// Fewer digits count something where a word follows.
const SHORT: usize = 3;
/// What stands between two ends that a number may have.
#[rustfmt::skip]
pub(super) const OR: [&str; 61] = [
    "not", "no", "non", "nicht", "nein", "pas", "não", "nie", "не", "bukan", "không phải", "ไม่ใช่", "아니라", "아니고",
    "不是", "並非", "but", "rather than", "instead of", "ではなく", "ではなくて", "じゃなく", "じゃなくて", "番ではなく", "改め", "sondern", "而是", "改为",
    "or", "and", "to", "through", "thru", "as well as", "または", "又は", "もしくは", "あるいは", "か", "や", "と", "から", "及び", "および",
    "ないし", "oder", "und", "bis", "ou", "et", "y", "e", "và", "또는", "와", "과", "이나", "或", "或者", "和", "及",
];
/// What stands before more of a number, in lower case.
#[rustfmt::skip]
const THEN: [&str; 46] = [
    "finally", "and finally", "lastly", "のあと", "の後", "の前に",
    "then", "and then", "next", "followed by", "それから", "そして", "次に", "続けて", "に続けて", "その次に", "然后", "然后是", "接着",
    "然後", "다음", "그다음", "dann", "und dann", "danach", "puis", "et puis", "ensuite", "luego", "y luego", "después", "depois", "e depois",
    "poi", "e poi", "затем", "потом", "ثم", "แล้ว", "ตามด้วย", "rồi", "sau đó", "tiếp theo", "に続いて", "のあとに",
    "の後に",
];
/// What stands within dates, decimals and ranges.
const INNER: [&str; 12] = [
    "-", "－", "−", "–", "—", "~", "〜", "～", ".", ",", "/", "／",
];
/// What follows a number in a sentence.
#[rustfmt::skip]
pub(super) const PARTICLES: [&str; 21] = [
    "に", "へ", "を", "で", "まで", "です", "も", "が", "は", "から", "という", "って", "입니다", "로", "에", "이", "가", "을", "를", "은", "는",
];
/// What follows digits that end a sentence.
const ENDINGS: [&str; 6] = ["です", "から", "という", "って", "입니다", "로"];
/// What is said behind a number that is to be called, and counts nothing, in lower case.
#[rustfmt::skip]
const NOW: [&str; 31] = [
    "now", "today", "please", "immediately", "jetzt", "sofort", "heute", "bitte", "maintenant", "vite", "svp",
    "ahora", "hoy", "ya", "subito", "adesso", "oggi", "agora", "já", "hoje", "сейчас", "сегодня", "срочно", "teraz", "nu", "ngay", "지금", "segera",
    "sekarang", "الآن", "अभी",
];
/// What is said of a key.
const PRESSED: [&str; 7] = [
    "を押",
    "を選",
    "を入力",
    "をプッシュ",
    "をタップ",
    "번을 누",
    "을 누",
];
/// What a telephone waits at while it dials, before what it dials next.
const PAUSES: [&str; 6] = [",", ",,", ",,,", ";", "p", "w"];
/// What stands before an extension, right behind a number.
const EXTENSIONS: [&str; 3] = ["x", "ex", "ext"];
/// Words before the number of a telephone within a house.
const LINES: [&str; 6] = ["ext", "Ext", "EXT", "内線", "分机", "내선"];
/// Rows are looked at no farther than so many groups: no number has more.
const MOST_IN_ROW: usize = 64;
/// What is dialled for help elsewhere.
const EMERGENCY: [&str; 3] = ["911", "999", "000"];

impl Finder<'_> {
    /// Whether digits stand before a group that could belong to it as those do that are joined like this.
    pub(super) fn is_open_before(&self, at: usize, joint: Joint) -> bool {
        let before = at.checked_sub(1);
        if before.is_some_and(|before| self.is_torn(at, before) || self.is_sign_before(before)) {
            return true;
        }
        let Some(before) = before.filter(|&before| self.is_free(before)) else {
            return false;
        };
        if self.is_set_apart(before) {
            return false;
        }
        let word = self.is_labelled(before);
        let joined = self.digits.groups[at].joint;
        joined == Joint::Tight
            || self.is_sign_said(at)
            || !word && self.is_said_before(at) && !self.is_alone_a_number(before)
            || self.is_added(before)
            || joined <= joint
                && !word
                && self.is_near(before, at)
                && !self.is_alone_a_number(before)
    }

    /// The same behind the last group, before `end`.
    pub(super) fn is_open_behind(&self, end: usize, joint: Joint) -> bool {
        let next = (end < self.digits.groups.len()).then_some(end);
        let torn = |next: usize| self.is_torn(end - 1, next) || self.is_sign_behind(next);
        if self.is_one_word(end) || next.is_some_and(torn) {
            return true;
        }
        let plus =
            |at: usize| self.digits.groups[at].plus && self.digits.groups[at].joint > Joint::Tight;
        if end >= self.digits.groups.len() {
            return false;
        }
        if self.is_told_otherwise(end) {
            return true;
        }
        if plus(end) || !self.is_free(end) || self.is_key(end) || self.begins_item(end) {
            return false;
        }
        let last = self.row_around(end).end - 1;
        let behind = self.text[self.digits.groups[last].range.end..].trim_start_matches(BLANKS);
        let joined = self.digits.groups[end].joint;
        joined == Joint::Tight
            || self.is_sign_said(end)
            || self.is_alternative(end)
            || self.goes_on_later(end)
            || PAUSES.contains(&self.gap(end)) && !self.is_alone_a_number(end)
            || joined <= joint
                && (joined == Joint::Words || self.is_no_count(end) || !is_counted(behind))
                && self.is_near(end, end)
                && !self.is_alone_a_number(end)
    }

    /// Whether a group is a part of a number although it is something else together with the one beside it, which is then left
    /// over: `0120-996-012~345`, `3.0120996012`.
    fn is_torn(&self, own: usize, beside: usize) -> bool {
        let is_other = |at: usize| matches!(self.marks[at], Mark::Innocent | Mark::Count);
        let joined = INNER.contains(&self.gap(own.max(beside)));
        joined && is_other(own) && is_other(beside) && !self.taken[beside]
    }

    /// Whether a group is a sign with a digit in it, and nothing but signs stands between it and the number behind it:
    /// `③0120-996-012`, `#3 0120-996-012`. Of its number it may be a digit, or of a list; a word says which (`電話① 0120-996-012`).
    fn is_sign_before(&self, at: usize) -> bool {
        let before = &self.text[..self.digits.groups[at].range.start];
        let named =
            before.ends_with(char::is_alphabetic) && self.gap(at + 1).contains(char::is_whitespace);
        self.is_sign(at) && self.is_beside(at + 1) && !self.taken[at] && !named
    }

    /// The same of one behind a number, unless it begins something else.
    fn is_sign_behind(&self, at: usize) -> bool {
        self.is_sign(at) && self.is_beside(at) && !self.taken[at] && !self.begins_item(at)
    }

    /// Whether a sign begins something else than the number before it: `0120-996-012 ③英語`, `#3 for English`.
    fn begins_item(&self, at: usize) -> bool {
        let behind = self.text[self.digits.groups[at].range.end..].trim_start_matches(BLANKS);
        let length = behind.find(|c: char| !c.is_alphabetic());
        let word = behind[..length.unwrap_or(behind.len())].to_lowercase();
        self.is_sign(at)
            && self.gap(at).contains(char::is_whitespace)
            && behind.starts_with(char::is_alphabetic)
            && !NOW.contains(&word.as_str())
            && !PARTICLES
                .iter()
                .any(|particle| behind.starts_with(particle))
    }

    /// Whether the number of everybody's help in danger stands before a number in a list (`110・0120-996-012`), or a version in
    /// brackets (`(5.2.3) 0120-996-012`).
    fn is_set_apart(&self, before: usize) -> bool {
        let gap = self.gap(before + 1);
        let digits = self.digits.of(before..before + 1);
        let listed = matches!(gap, "・" | "、" | "/" | "／" | ", ") && EVERYWHERE.contains(&digits);
        let point = |at: usize| self.gap(at) == "." && self.digits.groups[at].len() == 1;
        let version = || {
            before > 2
                && gap.starts_with([')', '）'])
                && point(before)
                && point(before - 1)
                && self.gap(before - 2).ends_with(['(', '（'])
        };
        listed && !(before > 0 && self.gap(before) == "-") || version()
    }

    /// Whether digits behind a number are a key to be pressed once somebody answers: `0120-996-012 → 2を押す`, `(1: English)`.
    pub(super) fn is_key(&self, at: usize) -> bool {
        let behind = self.text[self.digits.groups[at].range.end..].trim_start();
        let parted = |c: char| c.is_whitespace() || "→、。(（".contains(c);
        let named = behind.strip_prefix([':', '：', '=', '＝']);
        let named = named.is_some_and(|name| name.trim_start().starts_with(char::is_alphabetic));
        let pressed = || PRESSED.iter().any(|word| behind.starts_with(word));
        self.gap(at).contains(parted) && (named || pressed())
    }

    /// Whether digits stand in a circle or behind a `#`.
    fn is_sign(&self, at: usize) -> bool {
        let group = &self.digits.groups[at];
        let before = &self.text[..group.range.start];
        group.look == Look::Enclosed || before.ends_with(['#', '＃', '♯'])
    }

    /// Whether signs alone stand before a group, in one line.
    fn is_beside(&self, at: usize) -> bool {
        self.digits.groups[at].joint <= Joint::Loose && !self.gap(at).contains('\n')
    }

    /// Whether letters alone stand before a group, and digits right before those: `012e3`. An extension may: `012x3`.
    fn is_one_word(&self, end: usize) -> bool {
        let groups = &self.digits.groups;
        let Some(next) = groups.get(end) else {
            return false;
        };
        let gap = groups[end - 1].range.end..next.range.start;
        let gap = self
            .text
            .get(gap)
            .unwrap_or_default()
            .trim_end_matches(['+', '-']);
        let word = !gap.is_empty() && gap.chars().all(|c| c.is_alphabetic() && c < '\u{2E80}');
        let extension = EXTENSIONS.iter().any(|own| own.eq_ignore_ascii_case(gap));
        word && !extension && !self.is_alone_a_number(end)
    }

    /// Whether a group begins another end of the number before it: `0120-996-012 or 3`, `or 996-013`.
    fn is_alternative(&self, at: usize) -> bool {
        let groups = &self.digits.groups;
        let says = OR.contains(&self.word_before(at).as_str());
        if !says && !self.is_other_end(at) {
            return false;
        }
        let more = groups[at + 1..].iter();
        let more = more.take_while(|group| group.joint == Joint::Tight).count();
        let own = self.digits.of(at..at + 1);
        let lengths = |from: usize| groups[from..].iter().take(more + 1).map(Group::len);
        let alike = at
            .checked_sub(more + 1)
            .is_some_and(|from| lengths(from).eq(lengths(at)));
        // The police have a number too.
        let police = own.starts_with('1') || EMERGENCY.contains(&own);
        let other = more == 0 && own.len() == SHORT && police && !SHOW_OR_HIDE.contains(&own);
        // `not 7 but 8`
        let alone =
            || says && more == 0 && (self.ends_phrase(at, &PARTICLES) || self.ends_phrase(at, &OR));
        (alike && own.len() >= SHORT || alone()) && !other && !self.is_alone_a_number(at)
    }

    /// Whether digits behind some words of the same sentence are none that anybody counts with, nor of a telephone within a house:
    /// `0120-996-012 lub 013`, whatever the words say.
    fn is_other_end(&self, at: usize) -> bool {
        let gap = self.gap(at);
        self.is_no_count(at)
            && self.marks[at] == Mark::None
            && self.digits.groups[at].joint == Joint::Words
            && !told::ends_sentence(gap)
            && !self.repeats_end(at, at)
            && !LINES.iter().any(|line| gap.contains(line))
    }

    /// Whether digits stand behind a number that are to be dialled after it: `0120-996-012, then 3`.
    fn goes_on_later(&self, at: usize) -> bool {
        THEN.contains(&self.word_before(at).as_str())
            // `次に1を押す` is said of a key.
            && self.ends_phrase(at, &["です"])
            && !self.is_alone_a_number(at)
    }

    /// Whether a word stands right before a group that says which of some things it is: `Q1`, `手順1`, and not `番号は1`, `拨打1`.
    fn is_labelled(&self, at: usize) -> bool {
        let before = &self.text[..self.digits.groups[at].range.start];
        let is_word = |c: char| c.is_alphabetic() && !matches!(c, 'ぁ'..='ゖ');
        before.ends_with(is_word) && !self.is_called(at)
    }

    /// Whether only such a word stands before a group, and with spaces around it no word before those digits: `1234と0120…`.
    fn is_said_before(&self, at: usize) -> bool {
        let word = self.word_before(at);
        let before = self.text[..self.digits.groups[at - 1].range.start].trim_end();
        let spaced = self.gap(at).contains(char::is_whitespace);
        let is_word = |c: char| c.is_alphanumeric() && !matches!(c, 'ぁ'..='ゖ');
        !(spaced && before.ends_with(is_word))
            && [&OR[..], &THEN]
                .iter()
                .any(|words| words.contains(&word.as_str()))
    }

    /// The word before a group, in lower case, if there is but one, or a few of them, and no sign but for commas and the like.
    fn word_before(&self, at: usize) -> String {
        let is_sign = |c: char| c.is_whitespace() || "()（）,、-+＋".contains(c);
        self.gap(at).trim_matches(is_sign).to_lowercase()
    }

    /// Whether no word follows a group but one of these.
    pub(super) fn ends_phrase(&self, at: usize, particles: &[&str]) -> bool {
        let behind = &self.text[self.digits.groups[at].range.end..];
        // `24-hour`
        let behind = behind.strip_prefix('-').unwrap_or(behind);
        let behind = behind.trim_start_matches(BLANKS);
        !behind.starts_with(char::is_alphabetic)
            || particles
                .iter()
                .any(|particle| behind.starts_with(particle))
    }

    /// The groups of a number that is not listed, with the other end that it may have. Where its own digits are those of
    /// an official number, with all that is left over beside it: that is why it is not listed.
    pub(super) fn with_left_over(&self, own: Range<usize>, is_official: bool) -> Range<usize> {
        let Range { mut start, mut end } = own;
        let is_alternative =
            end < self.digits.groups.len() && self.is_free(end) && self.is_alternative(end);
        if is_alternative {
            end = self.tight_end(end);
        } else if is_official {
            let inner = self.digits.groups[start + 1..end].iter();
            let joint = inner.map(|group| group.joint).max();
            let joint = joint.map_or(Joint::Loose, |joint| joint.max(Joint::Loose));
            if self.is_open_before(start, joint) {
                start = self.tight_start(start - 1);
            }
            if self.is_open_behind(end, joint) {
                end = self.tight_end(end);
            }
        }
        start..end
    }

    /// Where the groups end that stand in a row with this one and belong to nothing, before the next number.
    fn tight_end(&self, at: usize) -> usize {
        let row = self.row_around(at).end;
        let begins = |&at: &usize| {
            let mut ends = self.ends(at, row);
            !self.is_free(at) || ends.any(|end| self.rank(&(at..end)).is_some())
        };
        (at + 1..row).find(begins).unwrap_or(row)
    }

    /// Where the groups begin that stand in a row with this one and belong to nothing.
    fn tight_start(&self, at: usize) -> usize {
        let mut row = (self.row_around(at).start..at).rev();
        row.find(|&at| !self.is_free(at))
            .map_or_else(|| self.row_around(at).start, |taken| taken + 1)
    }

    /// The groups around one with nothing but a few separators in between, within reason.
    fn row_around(&self, at: usize) -> Range<usize> {
        let groups = &self.digits.groups;
        let parted = |&at: &usize| groups[at].joint != Joint::Tight;
        let first = at.saturating_sub(MOST_IN_ROW);
        let last = groups.len().min(at + MOST_IN_ROW);
        let start = (first..=at).rev().find(parted).unwrap_or(first);
        let end = (at + 1..last).find(parted).unwrap_or(last);
        start..end
    }

    /// Whether a group could be left over from a number: it is short, or punctuation alone stands between `at` and what
    /// is before that.
    fn is_near(&self, group: usize, at: usize) -> bool {
        let gap = self.gap(at);
        self.digits.groups[group].len() < 4 || !gap.contains(char::is_whitespace)
    }

    /// Whether nobody counts with such digits: `013`.
    fn is_no_count(&self, at: usize) -> bool {
        self.digits.groups[at].len() > 1 && self.digits.of(at..at + 1).starts_with('0')
    }

    /// Whether a group belongs to nothing.
    pub(super) fn is_free(&self, at: usize) -> bool {
        !self.taken[at] && self.marks[at] < Mark::Innocent
    }

    /// Whether a group belongs to a row of groups that is numbers and nothing else.
    fn is_alone_a_number(&self, at: usize) -> bool {
        let row = self.row_around(at);
        row.len() <= MAX_DIGITS && self.partition(&row).is_some()
    }
}

/// Whether a word follows that digits count: it does not say which telephone of a house.
fn is_counted(behind: &str) -> bool {
    let begins = |words: &[&str]| words.iter().any(|word| behind.starts_with(word));
    let length = behind.find(|c: char| !c.is_alphabetic());
    let word = behind[..length.unwrap_or(behind.len())].to_lowercase();
    behind.starts_with(char::is_alphabetic)
        && !begins(&LINES)
        && !begins(&ENDINGS)
        && !NOW.contains(&word.as_str())
}
