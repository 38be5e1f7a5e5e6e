use super::English;
use crate::check::{Difference, Finding, How, Kind, Near, Slip, Verdict};
use crate::i18n::check::{Act, CheckTexts, Words};

static TEXTS: CheckTexts = CheckTexts {
    summary: "Is this phone number or address listed?",
    title: "Check a number",
    prompt: " Check a number ❯ ",
    placeholder: "Type the number or address you doubt",
    nothing_typed: "Type or paste the phone number or web address that you doubt, and see whether this guide lists it.",
    nothing_recognised: "This does not read as a phone number or web address. Compare it with what this guide lists.",
    numbers: "Phone numbers that this guide lists",
    domains: "Web addresses that this guide lists",
    more: "Please read as well",
    can_be_faked: "Caller IDs can be faked: the number that is shown does not tell who is calling.",
    delete: "Esc deletes what you typed.",
    this_guide: ["This guide", "Guide"],
    typed: ["You typed", "Typed"],
    marked: "▲ is not what this guide has there.",
};

impl Words for English {
    fn texts(&self) -> &'static CheckTexts {
        &TEXTS
    }

    fn headline(&self, finding: &Finding) -> String {
        let address = matches!(finding.kind, Kind::Address(_) | Kind::Mail(_));
        let thing = match finding.kind {
            Kind::Address(_) => "this address",
            Kind::Mail(_) => "the domain of this email address",
            Kind::Phone | Kind::Card => "this number",
        };
        let subject = thing.replacen('t', "T", 1);
        match &finding.verdict {
            Verdict::Listed { as_written, .. } => {
                format!("The guide lists {thing} as {as_written}")
            }
            Verdict::NotListed { .. } => format!("{subject} is not in this guide"),
            Verdict::Lookalike { of, .. } => {
                format!("{subject} is not in this guide: it looks like {of}, and is another")
            }
            Verdict::UnusualSigns { of } => {
                format!(
                    "{subject} is not in this guide: it reads as {of}, but is written with unusual signs"
                )
            }
            Verdict::Incomplete => "The number is not complete yet: keep typing".to_owned(),
            Verdict::NothingListed if address => "This guide lists no web addresses".to_owned(),
            Verdict::NothingListed => "This guide lists no phone numbers".to_owned(),
            Verdict::CardNumber => "This reads as a card number: do not type it here".to_owned(),
        }
    }

    fn act(&self, act: Act) -> &'static str {
        match act {
            Act::CardNumber => {
                "Never tell anybody a card number: not on the phone, not in a chat, not here."
            }
            Act::ListedSender => {
                "The sender of an email can be faked. Do not follow its links: open the official app, or type the address yourself."
            }
            Act::OtherSender => {
                "Do not reply, and open no links or attachments. Open the official app, or type the address that you know."
            }
            Act::ListedAddress => {
                "What a link shows and where it leads can differ. Do not follow links in messages: type the address yourself."
            }
            Act::OtherAddress => {
                "Do not follow the link. Open the official app, or type the address that you know."
            }
            Act::ListedNumber => "If this number calls you, hang up, and call the number yourself.",
            Act::OtherNumber => {
                "Do not call it back. Look the number up in the official app or on the official site."
            }
        }
    }

    fn difference(&self, near: &Near) -> String {
        let listed = &near.as_written;
        match near.difference {
            Difference::Digits(1) => {
                format!("It differs in one place from {listed}, which the guide lists.")
            }
            Difference::Digits(count) => {
                format!("It differs in {count} places from {listed}, which the guide lists.")
            }
            Difference::Inside => {
                format!("There are more digits before or behind {listed}, which the guide lists.")
            }
        }
    }

    fn imitation(&self, of: &str, how: How) -> String {
        let how = match how {
            How::LettersForDigits => "Letters such as O and l stand in the place of digits.",
            How::Characters => "It is written with other characters of the same look.",
            How::Part => "The name is in it, but it leads elsewhere.",
            How::User => "What stands before @ is not where it leads.",
            How::Ending => "The name is the same, but its ending is another.",
            How::Typo => "One letter is different.",
            How::Path => "The name only stands behind the place where it leads.",
        };
        format!("{how} What the guide lists is {of}.")
    }

    fn cannot_tell(&self) -> &'static str {
        "So it cannot tell whether this address is right or wrong."
    }

    fn leads_to(&self, host: &str, letters: Option<&str>) -> String {
        let letters = letters.map(|letters| format!(" (in letters: {letters})"));
        format!("It leads to: {host}{}", letters.unwrap_or_default())
    }

    fn domain(&self, host: &str, letters: Option<&str>) -> String {
        let letters = letters.map(|letters| format!(" (in letters: {letters})"));
        format!("Its domain: {host}{}", letters.unwrap_or_default())
    }

    fn unclear(&self) -> &'static str {
        "Where it begins or ends, and so where it leads, cannot be read. Put a space before and behind it, and check again."
    }

    fn same(&self, kind: &Kind) -> String {
        let thing = match kind {
            Kind::Address(_) => "address",
            Kind::Mail(_) => "domain",
            Kind::Phone | Kind::Card => "number",
        };
        format!("Matches the {thing} in this guide")
    }

    fn but_faked(&self) -> &'static str {
        "but caller IDs can be faked"
    }

    fn other(&self, _: &Kind) -> String {
        "Not in this guide".to_owned()
    }

    fn has_strange(&self) -> &'static str {
        "has signs that are no digits"
    }

    fn differ(&self, kind: &Kind, places: usize) -> String {
        let unit = if matches!(kind, Kind::Phone) {
            "digit"
        } else {
            "letter"
        };
        match places {
            1 => format!("one {unit} differs"),
            places => format!("{places} {unit}s differ"),
        }
    }

    fn between(&self) -> &'static str {
        " · "
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
                    "The last digit".to_owned()
                } else {
                    format!("Digit {place}")
                };
                format!("{which} is {typed}; in this guide it is {listed}.")
            }
            Slip::TooMany(1) => "There is one digit too many.".to_owned(),
            Slip::TooMany(count) => format!("There are {count} digits too many."),
            Slip::TooFew(1) => "One digit is missing.".to_owned(),
            Slip::TooFew(count) => format!("{count} digits are missing."),
            Slip::Swapped(place) => format!("Digits {place} and {} are swapped.", place + 1),
        }
    }

    fn strange(&self, signs: &[char]) -> String {
        let signs: Vec<String> = signs.iter().map(char::to_string).collect();
        format!(
            "▲ is no ordinary digit but another character ({}).",
            signs.join(" and ")
        )
    }

    fn summary(&self, all: usize, listed: usize) -> String {
        if listed == 1 {
            format!("1 of {all} is in this guide")
        } else {
            format!("{listed} of {all} are in this guide")
        }
    }
}
