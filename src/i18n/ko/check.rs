use super::Korean;
use crate::check::{Difference, Finding, How, Kind, Near, Slip, Verdict};
use crate::i18n::check::{Act, CheckTexts, Words};

static TEXTS: CheckTexts = CheckTexts {
    summary: "전화번호나 주소가 이 가이드에 있는지",
    title: "번호 확인",
    prompt: " 번호 확인 ❯ ",
    placeholder: "확인할 번호나 주소를 입력해 주세요",
    nothing_typed: "확인할 전화번호나 웹 주소를 입력하거나 붙여 넣어 주세요. 이 가이드에 실려 있는지 알려 드립니다.",
    nothing_recognised: "전화번호나 웹 주소로 읽을 수 없습니다. 이 가이드에 실린 것과 비교해 주세요.",
    numbers: "이 가이드에 실린 전화번호",
    domains: "이 가이드에 실린 웹 주소",
    more: "함께 읽어 주세요",
    can_be_faked: "발신 번호는 속일 수 있습니다. 화면에 표시된 번호만으로는 누가 건 전화인지 알 수 없습니다.",
    delete: "Esc로 입력한 내용을 지울 수 있습니다.",
    this_guide: ["이 가이드", "가이드"],
    typed: ["입력한 것", "입력"],
    marked: "▲ 부분이 이 가이드와 다릅니다.",
};

impl Words for Korean {
    fn texts(&self) -> &'static CheckTexts {
        &TEXTS
    }

    fn headline(&self, finding: &Finding) -> String {
        let address = matches!(finding.kind, Kind::Address(_) | Kind::Mail(_));
        let thing = match finding.kind {
            Kind::Address(_) => "주소",
            Kind::Mail(_) => "이메일 도메인",
            Kind::Phone | Kind::Card => "번호",
        };
        match &finding.verdict {
            Verdict::Listed { as_written, .. } => {
                format!("이 가이드에 {as_written}(으)로 실린 {thing}입니다")
            }
            Verdict::NotListed { .. } => format!("이 가이드에 없는 {thing}입니다"),
            Verdict::Lookalike { of, .. } => {
                format!("이 가이드에 없는 {thing}입니다. {of}와(과) 비슷하지만 다릅니다")
            }
            Verdict::UnusualSigns { of } => {
                format!(
                    "이 가이드에 없는 {thing}입니다. {of}처럼 보이지만 특수한 문자로 적혀 있습니다"
                )
            }
            Verdict::Incomplete => "번호가 아직 끝나지 않았습니다. 계속 입력해 주세요".to_owned(),
            Verdict::NothingListed if address => {
                "이 가이드에는 웹 주소가 실려 있지 않습니다".to_owned()
            }
            Verdict::NothingListed => "이 가이드에는 전화번호가 실려 있지 않습니다".to_owned(),
            Verdict::CardNumber => "카드 번호로 보입니다. 여기에는 입력하지 말아 주세요".to_owned(),
        }
    }

    fn act(&self, act: Act) -> &'static str {
        match act {
            Act::CardNumber => {
                "카드 번호는 전화, 채팅, 이 화면 어디에서도 누구에게도 알려 주지 마세요."
            }
            Act::ListedSender => {
                "보낸 사람의 주소는 속일 수 있습니다. 메일의 링크를 열지 말고, 공식 앱을 열거나 주소를 직접 입력해 주세요."
            }
            Act::OtherSender => {
                "답장하지 말고, 링크나 첨부 파일도 열지 마세요. 공식 앱을 열거나 알고 있는 주소를 직접 입력해 주세요."
            }
            Act::ListedAddress => {
                "보이는 글자와 실제로 연결되는 곳이 다를 수 있습니다. 메일이나 메시지의 링크를 열지 말고, 주소를 직접 입력해 주세요."
            }
            Act::OtherAddress => {
                "링크를 열지 마세요. 공식 앱을 열거나 알고 있는 주소를 직접 입력해 주세요."
            }
            Act::ListedNumber => {
                "이 번호로 전화가 오면 일단 끊고, 직접 이 번호로 다시 걸어 주세요."
            }
            Act::OtherNumber => {
                "이 번호로 다시 걸지 마세요. 번호는 공식 앱이나 공식 사이트에서 찾아 주세요."
            }
        }
    }

    fn difference(&self, near: &Near) -> String {
        let listed = &near.as_written;
        match near.difference {
            Difference::Digits(count) => {
                format!("이 가이드에 있는 {listed}와(과) {count}자리가 다릅니다.")
            }
            Difference::Inside => {
                format!("이 가이드에 있는 {listed}의 앞이나 뒤에 숫자가 더 있습니다.")
            }
        }
    }

    fn imitation(&self, of: &str, how: How) -> String {
        let how = match how {
            How::LettersForDigits => "숫자 대신 모양이 비슷한 글자(O, l 등)가 들어 있습니다.",
            How::Characters => "모양이 비슷한 다른 글자가 쓰였습니다.",
            How::Part => "같은 이름이 들어 있지만 연결되는 곳은 다릅니다.",
            How::User => "“@” 앞은 연결되는 곳이 아닙니다.",
            How::Ending => "이름은 같지만 끝부분이 다릅니다.",
            How::Typo => "한 글자만 다릅니다.",
            How::Path => "같은 이름은 연결되는 곳 뒤에 적혀 있을 뿐입니다.",
        };
        format!("{how} 이 가이드에 있는 것은 {of}입니다.")
    }

    fn cannot_tell(&self) -> &'static str {
        "이 주소가 맞는지는 이 가이드로 알 수 없습니다."
    }

    fn leads_to(&self, host: &str, letters: Option<&str>) -> String {
        let letters = letters.map(|letters| format!(" (글자로는 {letters})"));
        format!("연결되는 곳: {host}{}", letters.unwrap_or_default())
    }

    fn domain(&self, host: &str, letters: Option<&str>) -> String {
        let letters = letters.map(|letters| format!(" (글자로는 {letters})"));
        format!("도메인: {host}{}", letters.unwrap_or_default())
    }

    fn unclear(&self) -> &'static str {
        "주소의 처음과 끝, 연결되는 곳을 읽을 수 없습니다. 앞뒤에 빈칸을 넣고 다시 확인해 주세요."
    }

    fn same(&self, kind: &Kind) -> String {
        // The particle for "with" depends on how the word ends.
        let (thing, with) = match kind {
            Kind::Address(_) => ("주소", "와"),
            Kind::Mail(_) => ("도메인", "과"),
            Kind::Phone | Kind::Card => ("번호", "와"),
        };
        format!("이 가이드의 {thing}{with} 같습니다")
    }

    fn but_faked(&self) -> &'static str {
        "단, 발신 번호는 속일 수 있습니다"
    }

    fn other(&self, kind: &Kind) -> String {
        let thing = match kind {
            Kind::Address(_) => "주소",
            Kind::Mail(_) => "도메인",
            Kind::Phone | Kind::Card => "번호",
        };
        format!("이 가이드에 없는 {thing}입니다")
    }

    fn has_strange(&self) -> &'static str {
        "숫자가 아닌 글자가 들어 있습니다"
    }

    fn differ(&self, _: &Kind, places: usize) -> String {
        format!("{places}자리가 다릅니다")
    }

    fn between(&self) -> &'static str {
        ". "
    }

    fn slip(&self, slip: Slip) -> String {
        match slip {
            Slip::Other {
                place,
                is_last,
                typed,
                listed,
            } => {
                let which = if is_last {
                    "마지막".to_owned()
                } else {
                    format!("{place}번째")
                };
                format!("{which} 숫자가 다릅니다({typed} 아님, {listed}).")
            }
            Slip::TooMany(count) => format!("숫자가 {count}개 많습니다."),
            Slip::TooFew(count) => format!("숫자가 {count}개 모자랍니다."),
            Slip::Swapped(place) => {
                format!("{place}번째와 {}번째 숫자가 서로 바뀌었습니다.", place + 1)
            }
        }
    }

    fn strange(&self, signs: &[char]) -> String {
        let signs: Vec<String> = signs.iter().map(char::to_string).collect();
        format!(
            "▲ 는 일반 숫자가 아니라 다른 문자입니다({}).",
            signs.join(", ")
        )
    }

    fn summary(&self, all: usize, listed: usize) -> String {
        format!("{all}개 가운데 이 가이드에 있는 것은 {listed}개입니다")
    }
}
