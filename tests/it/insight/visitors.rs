//! Ten thousand visitors, made up, who type what they had better not; and the file that is left of them.

use std::collections::BTreeSet;
use std::fs;

use chrono::TimeDelta;
use chrono_tz::Tz;
use crossterm::event::KeyCode;
use madoguchi::app::Act;
use madoguchi::insight::{Journal, LONGEST, Line, Recorder, fold};

use super::{clear, pass, visited_on};
use crate::support::{EVENING, Numbers, instant, searcher, size};

const VISITS: usize = 10_000;

/// What somebody types, and what of it must be nowhere.
type Secret = (String, Vec<String>);

const SURNAMES: &[&str] = &[
    "山田", "田中", "佐藤", "鈴木", "高橋", "小川", "森", "王", "김",
];
const GIVEN: &[&str] = &[
    "太郎",
    "花子",
    "健一",
    "美咲",
    "正義",
    "小明",
    "민수",
    "さくら",
];
const KANA: &[&str] = &[
    "やまだたろう",
    "タナカ",
    "スズキ・イチロウ",
    "さとうはなこ",
    "ジョン",
];
const LATIN: &[&str] = &[
    "Jane Doe",
    "John Smith",
    "yamada taro",
    "Mark Price",
    "Wei Zhang",
    "Olga Ivanova",
];
const TITLES: &[&str] = &["さん", "様", "くん", "ちゃん", "氏", "さま", "先生", "씨"];
const BEFORE: &[&str] = &["Mr ", "Ms. ", "my name is ", "Dr. ", "i am ", ""];
const STREETS: &[&str] = &["Baker Street", "Maple Avenue", "Station Road", "Elm Lane"];
const TOWNS: &[&str] = &[
    "東京都千代田区丸の内",
    "大阪市北区梅田",
    "西新宿",
    "서울시 강남구 테헤란로 ",
    "北京市朝阳区建国路",
];
const ASKED: &[&str] = &[
    "解約",
    "返金",
    "料金 ",
    "cancel ",
    "refund ",
    "電話 ",
    "パスワード",
];
const JOINTS: &[&str] = &["", " ", "です ", "の", "、"];

fn digits(numbers: &mut Numbers, count: usize) -> String {
    (0..count)
        .map(|_| char::from(b'0' + u8::try_from(numbers.below(10)).unwrap()))
        .collect()
}

fn pick<'a>(numbers: &mut Numbers, from: &[&'a str]) -> &'a str {
    from[numbers.below(from.len())]
}

/// In other digits than those of ASCII, sometimes.
fn in_script(numbers: &mut Numbers, text: &str) -> String {
    let scripts: &[&str] = &["０１２３４５６７８９", "〇一二三四五六七八九", "٠١٢٣٤٥٦٧٨٩"];
    let Some(script) = scripts.get(numbers.below(6)) else {
        return text.to_owned();
    };
    let digit = |c: char| {
        c.to_digit(10)
            .and_then(|digit| script.chars().nth(digit as usize))
    };
    text.chars().map(|c| digit(c).unwrap_or(c)).collect()
}

fn number(numbers: &mut Numbers) -> Secret {
    let lengths: &[&[usize]] = &[
        &[3, 4, 4],
        &[4, 3, 3],
        &[4, 4, 4, 4],
        &[4],
        &[3, 4],
        &[4, 2, 2],
        &[10],
    ];
    let lengths = lengths[numbers.below(lengths.len())];
    let separator = pick(numbers, &["-", " ", "", "・", "/"]);
    let groups: Vec<String> = lengths
        .iter()
        .map(|&length| digits(numbers, length))
        .collect();
    let text = in_script(numbers, &groups.join(separator));
    (text.clone(), vec![text])
}

fn name(numbers: &mut Numbers) -> Secret {
    let (surname, given) = (pick(numbers, SURNAMES), pick(numbers, GIVEN));
    let parts = |text: &str| {
        text.split([' ', '・'])
            .map(str::to_lowercase)
            .collect::<Vec<_>>()
    };
    match numbers.below(4) {
        0 => {
            let space = pick(numbers, &["", " "]);
            let text = format!(
                "{surname}{space}{given}{}",
                pick(numbers, &["", "さん", "様", "と申します"])
            );
            (text, vec![surname.to_owned(), given.to_owned()])
        }
        1 => (
            format!("{surname}{}", pick(numbers, TITLES)),
            vec![surname.to_owned()],
        ),
        2 => {
            let name = pick(numbers, KANA);
            (format!("{name}{}", pick(numbers, TITLES)), parts(name))
        }
        _ => {
            let name = pick(numbers, LATIN);
            (format!("{}{name}", pick(numbers, BEFORE)), parts(name))
        }
    }
}

fn other(numbers: &mut Numbers) -> Secret {
    let number = digits(numbers, 2);
    let text = match numbers.below(6) {
        0 => format!("taro{number}@mail.example"),
        1 => format!("https://site.example/users/hanako{number}"),
        2 => format!("{number} {}", pick(numbers, STREETS)),
        3 => format!("{}{number}-8-1", pick(numbers, TOWNS)),
        4 => format!("xK{number}qz{number}"),
        _ => format!(
            "{}年{}月{}日",
            1950 + numbers.below(60),
            1 + numbers.below(12),
            1 + numbers.below(28)
        ),
    };
    let parts = text.to_lowercase();
    let parts = parts.split([' ', '@', '/', '-']).map(str::to_owned);
    let parts = parts.filter(|part| part.chars().count() > 2 && part != "https:");
    (text.clone(), parts.collect())
}

fn secret(numbers: &mut Numbers) -> Secret {
    match numbers.below(3) {
        0 => number(numbers),
        1 => name(numbers),
        _ => other(numbers),
    }
}

/// What a visitor types: something that the guide may answer, and a secret before or behind it, or that alone.
fn query(numbers: &mut Numbers, (secret, _): &Secret) -> String {
    let (asked, joint) = (pick(numbers, ASKED), pick(numbers, JOINTS));
    match numbers.below(4) {
        0 => secret.clone(),
        1 => format!("{asked} {secret}"),
        2 => format!("{secret}{joint}{asked}"),
        _ => asked.to_owned(),
    }
}

#[test]
fn ten_thousand_visits_leave_nothing_of_anybody() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("asked");
    let (recorder, recording, end) = Recorder::new(Journal::open(&path).unwrap(), Tz::Asia__Tokyo);
    let thread = std::thread::spawn(move || recording.run(&instant(EVENING)));
    let mut numbers = Numbers(0x696e_7369_6768_7421);
    let mut browser = visited_on(size(60, 12));
    let mut secrets: BTreeSet<String> = BTreeSet::new();
    for _ in 0..VISITS {
        let secret = secret(&mut numbers);
        browser.press(KeyCode::Enter);
        browser.send(Act::Type(query(&mut numbers, &secret)));
        secrets.extend(secret.1);
        pass(&mut browser, 3);
        if numbers.below(2) == 0 {
            browser.press(KeyCode::Enter);
        }
        browser.press(KeyCode::F(12));
        browser.app.world.now += TimeDelta::seconds(20);
        for settled in browser.app.take_settled() {
            recorder.note(settled, |folded| searcher().spelt(folded));
        }
    }
    clear(&mut browser);
    drop(recorder);
    assert!(end.recv().is_err(), "nothing is ever sent");
    thread.join().unwrap();

    let text = fs::read_to_string(&path).unwrap();
    let lines: Vec<Line> = text
        .lines()
        .map(|line| Line::parse(line).expect(line))
        .collect();
    // A few are the same at the same visit, and those without an answer are none.
    assert!(lines.len() > VISITS * 9 / 10, "{}", lines.len());
    assert!(lines.iter().any(|line| line.query == "解約"));
    let kept: BTreeSet<&str> = lines.iter().map(|line| line.query.as_str()).collect();
    for query in &kept {
        assert!(query.chars().count() <= LONGEST);
        assert!(!query.contains(char::is_numeric), "{query}");
        let words: Vec<&str> = query.split(' ').collect();
        let found = secrets.iter().find(|secret| {
            words.contains(&secret.as_str())
                || secret.chars().count() > 1 && query.contains(secret.as_str())
        });
        assert_eq!(found, None, "in {query}");
    }
    fold(&path).unwrap();
    let counts = fs::read_to_string(path.with_extension("counts")).unwrap();
    let is_rare = |line: &str| {
        [1, 2].iter().any(|times| {
            line.contains(&format!(":{times},")) || line.contains(&format!(":{times}}}"))
        })
    };
    let rare: Vec<&str> = counts
        .lines()
        .filter(|line| is_rare(line) && !line.contains("\"hour\":"))
        .collect();
    assert_eq!(rare, [""; 0]);
}
