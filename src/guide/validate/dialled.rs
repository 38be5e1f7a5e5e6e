//! What an address dials: `tel:` and the like, and addresses that lead to a chat with whoever has a number.

use std::ops::Range;

use percent_encoding::percent_decode_str;
use url::Url;

/// No number has fewer digits.
const LEAST: usize = 3;
/// The schemes of addresses that are a number.
#[rustfmt::skip]
pub(super) const SCHEMES: [&str; 18] = [
    "tel", "sms", "smsto", "mms", "mmsto", "callto", "dialto", "facetime", "facetime-audio", "imessage", "skype", "sip", "sips", "h323", "wtai",
    "whatsapp", "viber", "tg",
];
/// Those of addresses that have it among their parameters.
const WITH_PARAMETERS: [&str; 3] = ["whatsapp", "viber", "tg"];
/// The names of such parameters, in lower case.
const PARAMETERS: [&str; 4] = ["phone", "number", "tel", "phonenumber"];
/// Hosts of which the path is the number of a country and one in it.
const CHATS: [&str; 5] = ["wa.me", "viber.click", "zalo.me", "t.me", "signal.me"];
/// No address of a chat is longer.
const LONGEST: usize = 200;
/// The one of these that people have a name at.
const NAMED: &str = "t.me";
/// The host that has it among the parameters, and all below it.
const WHATSAPP: &str = "whatsapp.com";

/// The numbers that an address dials, as they stand in it.
pub(super) fn dialled(address: &str) -> Vec<String> {
    let address = address.trim();
    if !may_dial(address) {
        return Vec::new();
    }
    let read = match address.strip_prefix("//") {
        Some(rest) => Url::parse(&format!("https://{rest}")),
        None => Url::parse(address).or_else(|_| Url::parse(&format!("https://{address}"))),
    };
    let Ok(url) = read else { return Vec::new() };
    let numbers = match url.scheme() {
        "http" | "https" => in_chat(&url),
        scheme if WITH_PARAMETERS.contains(&scheme) => in_parameters(&url),
        scheme if SCHEMES.contains(&scheme) => vec![behind_scheme(&url)],
        _ => Vec::new(),
    };
    numbers
        .into_iter()
        .filter(|number| number.contains(|c: char| c.is_ascii_digit()))
        .collect()
}

/// A quick look: most addresses are those of pages.
fn may_dial(address: &str) -> bool {
    let digits = address.bytes().filter(u8::is_ascii_digit);
    let is_elsewhere = address.contains(':')
        || address.starts_with("//")
        || CHATS.iter().any(|host| address.starts_with(host));
    is_elsewhere && digits.take(LEAST).count() == LEAST
}

/// All that a telephone would dial: what a `#` stands before, too.
fn behind_scheme(url: &Url) -> String {
    let rest = url.as_str()[url.scheme().len() + 1..].trim_start_matches('/');
    let is_of_host = matches!(url.scheme(), "sip" | "sips" | "h323");
    let end = rest.find(|c| matches!(c, '?' | '&') || is_of_host && c == '@');
    decoded(&rest[..end.unwrap_or(rest.len())])
}

fn in_parameters(url: &Url) -> Vec<String> {
    let pairs = url.query_pairs();
    let own = pairs.filter(|(name, _)| PARAMETERS.contains(&name.to_ascii_lowercase().as_str()));
    own.map(|(_, number)| international(&number)).collect()
}

fn in_chat(url: &Url) -> Vec<String> {
    let host = url.host_str().unwrap_or_default();
    let host = host.strip_prefix("www.").unwrap_or(host);
    if host == WHATSAPP
        || host
            .strip_suffix(WHATSAPP)
            .is_some_and(|own| own.ends_with('.'))
    {
        return in_parameters(url);
    }
    if !CHATS.contains(&host) {
        return Vec::new();
    }
    // What follows in the path is a message of somebody's.
    let first = url.path().split('/').nth(1);
    let fragment = url.fragment().and_then(|part| part.split('/').next_back());
    let parts = first.into_iter().chain(fragment).map(decoded);
    // Names have digits too, and of those who have one the number has a plus.
    let is_number = |part: &String| {
        !part.contains(char::is_alphabetic) && (host != NAMED || part.starts_with('+'))
    };
    parts
        .filter(is_number)
        .map(|part| international(&part))
        .collect()
}

/// The numbers in a text that are in an address of such a chat, each with where it stands: `WhatsApp: wa.me/81120996012`.
pub(super) fn in_chats(text: &str) -> Vec<(Range<usize>, String)> {
    let lower = text.to_ascii_lowercase();
    let hosts = CHATS.iter().chain([&WHATSAPP]);
    let hosts = hosts.flat_map(|host| lower.match_indices(host).map(|(at, _)| (at, "https://")));
    let mut starts: Vec<(usize, &str)> = hosts.collect();
    for (end, _) in lower.match_indices("://") {
        let named = |scheme: &&&str| lower[..end].ends_with(**scheme);
        let scheme = WITH_PARAMETERS.iter().find(named);
        starts.extend(scheme.map(|scheme| (end - scheme.len(), "")));
    }
    starts.sort_unstable();
    let begins = |start: usize| {
        let before = text[..start].chars().next_back();
        !before.is_some_and(|c| c.is_ascii_alphanumeric() || c == '-')
    };
    let in_address = |c: &char| c.is_ascii_graphic() && !"\"'<>()[]`|".contains(*c);
    let mut found = Vec::new();
    let mut from = 0;
    for (start, scheme) in starts {
        if start < from || !begins(start) {
            continue;
        }
        let rest = text[start..].chars().take(LONGEST);
        let length = rest.take_while(in_address).count();
        from = start + length;
        let address = &text[start..from];
        found.extend(
            dialled(&format!("{scheme}{address}"))
                .into_iter()
                .map(|number| {
                    let own = number.trim_start_matches('+');
                    let place = address.find(own).map_or(0..length, |at| at..at + own.len());
                    (start + place.start..start + place.end, number)
                }),
        );
    }
    found
}

/// These are written without the plus.
fn international(number: &str) -> String {
    let number = number.trim();
    if number.starts_with(['+', '0']) {
        number.to_owned()
    } else {
        format!("+{number}")
    }
}

fn decoded(text: &str) -> String {
    percent_decode_str(text).decode_utf8_lossy().into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_an_address_dials_is_read() {
        for (address, expected) in [
            ("tel:0120-996-012", "0120-996-012"),
            ("TEL:0120%20996%20012", "0120 996 012"),
            ("tel://0120996012", "0120996012"),
            ("tel:*67*0120996012%23", "*67*0120996012#"),
            ("tel:#31#0120996012", "#31#0120996012"),
            ("tel:0120-996-012;ext=5", "0120-996-012;ext=5"),
            ("sms:0120996012?body=1234567", "0120996012"),
            ("sms:+81120996012&body=a", "+81120996012"),
            ("mmsto:0120996012", "0120996012"),
            ("facetime-audio:0120996012", "0120996012"),
            ("callto://+81120996012", "+81120996012"),
            ("skype:+81120996012?call", "+81120996012"),
            ("sip:0120996012@example.com", "0120996012"),
            (
                "whatsapp://send?text=12345678&phone=81120996012",
                "+81120996012",
            ),
            ("viber://chat?number=%2B81120996012", "+81120996012"),
            ("https://wa.me/81120996012?text=12345678", "+81120996012"),
            ("http://www.WA.me/%2B81120996012", "+81120996012"),
            ("//wa.me/81120996012", "+81120996012"),
            ("wa.me/81120996012", "+81120996012"),
            (
                "https://api.whatsapp.com/send/?phone=81120996012&text",
                "+81120996012",
            ),
            ("https://t.me/+81120996012", "+81120996012"),
            ("https://signal.me/#p/+81120996012", "+81120996012"),
            ("https://t.me/+AbCd1234567890", ""),
            ("https://t.me/channel/1234567", ""),
            ("https://wa.me/message/AB12345678", ""),
            ("https://example.com/tel:0120996012", ""),
            ("https://example.com/?phone=0120996012", ""),
            ("mailto:a@example.com?subject=12345678", ""),
            ("skype:some.name?chat", ""),
            ("phone#hours", ""),
        ] {
            assert_eq!(dialled(address).concat(), expected, "{address}");
        }
    }
}
