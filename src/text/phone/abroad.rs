//! Numbers of other countries.

/// Numbers of fewer digits are near too many others.
const LEAST: usize = 7;
/// The country codes of two digits begin with these, and what is behind it; all others but 1 and 7 have three.
const TWO_DIGITS: [&str; 44] = [
    "20", "27", "30", "31", "32", "33", "34", "36", "39", "40", "41", "43", "44", "45", "46", "47",
    "48", "49", "51", "52", "53", "54", "55", "56", "57", "58", "60", "61", "62", "63", "64", "65",
    "66", "81", "82", "84", "86", "90", "91", "92", "93", "94", "95", "98",
];

/// In these countries the 0 before a number is a part of it.
const KEEP_THE_ZERO: [&str; 7] = ["39", "225", "229", "241", "242", "378", "379"];

/// How many digits of the number of another country are the country's.
fn country_code(digits: &str) -> usize {
    match digits.get(..2) {
        Some(code) if code.starts_with(['1', '7']) => 1,
        Some(code) if TWO_DIGITS.contains(&code) => 2,
        _ => 3,
    }
}

/// The number of another country, without the 0 that is dialled only there: `+44 (0)20`.
pub(super) fn international(digits: &str) -> String {
    let (country, own) = digits
        .split_at_checked(country_code(digits))
        .unwrap_or((digits, ""));
    let own = if KEEP_THE_ZERO.contains(&country) {
        own
    } else {
        own.strip_prefix('0').unwrap_or(own)
    };
    format!("+{country}{own}")
}

/// How the number of another country is dialled there.
pub(super) fn local(number: &str) -> Vec<String> {
    let Some(rest) = number.strip_prefix('+') else {
        return Vec::new();
    };
    let code = country_code(rest);
    let own = rest.get(code..).filter(|own| own.len() >= LEAST);
    own.map_or_else(Vec::new, |own| {
        let trunk = (code > 1).then(|| format!("0{own}"));
        trunk.into_iter().chain([own.to_owned()]).collect()
    })
}
