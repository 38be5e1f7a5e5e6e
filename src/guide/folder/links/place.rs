//! Paths as addresses of sites are compared.

use crate::guide::folder::names::{
    NAMESPACE, canonical, is_index, last_of, without_ending, without_number,
};

/// A path as addresses are compared: with dashes for spaces, without its ending, the name of an index, numbers that say an order, folders that only
/// keep things together (`(group)`), and dates as folders (`2020/09/29/title` is `2020-09-29-title`).
pub(in crate::guide::folder) fn place(path: &str) -> String {
    let path = canonical(without_ending(path)).replace(' ', "-");
    let path = path.replace(NAMESPACE, "/");
    let kept = path
        .split('/')
        .filter(|part| !part.is_empty() && *part != "_posts" && *part != "_docs")
        .filter(|part| !(part.starts_with('(') && part.ends_with(')')));
    let mut parts: Vec<&str> = Vec::new();
    for part in kept {
        // A title behind a day may begin with a number of its own.
        let own = if is_day(&parts) {
            part
        } else {
            without_number(part).1
        };
        parts.push(own);
    }
    // `2020-9-29-title`
    let dated = parts.last().and_then(|last| with_whole_date(last));
    if let Some(dated) = &dated {
        parts.pop();
        parts.push(dated.as_str());
    }
    // A folder of `app/` has its page in a file of that name.
    let is_page = parts.last() == Some(&"page") && parts.contains(&"app");
    if is_page || parts.last().is_some_and(|last| is_index(last)) {
        parts.pop();
    }
    let date = parts.windows(4).position(|parts| is_day(&parts[..3]));
    match date {
        Some(at) => {
            let joined = parts[at..at + 4].join("-");
            let before = parts[..at].iter().copied();
            before
                .chain([joined.as_str()])
                .chain(parts[at + 4..].iter().copied())
                .collect::<Vec<_>>()
                .join("/")
        }
        None => parts.join("/"),
    }
}

/// Whether folders end with a day: `2020/09/29`.
fn is_day(parts: &[&str]) -> bool {
    let is_number = |part: &str, length: usize| {
        part.len() == length && part.bytes().all(|byte| byte.is_ascii_digit())
    };
    match parts {
        [.., year, month, day] => is_number(year, 4) && is_number(month, 2) && is_number(day, 2),
        _ => false,
    }
}

/// What a post is called without the day that its name begins with.
pub(super) fn of_post(place: &str) -> Option<&str> {
    let name = last_of(place);
    let is_sign = |(at, byte): (usize, u8)| match at {
        4 | 7 | 10 => byte == b'-',
        _ => byte.is_ascii_digit(),
    };
    let is_dated = name.len() > 11 && name.bytes().take(11).enumerate().all(is_sign);
    is_dated.then(|| &name[11..])
}

/// A name that begins with a date in which a month or a day has one digit, with two.
fn with_whole_date(name: &str) -> Option<String> {
    let mut parts = name.splitn(4, '-');
    let mut next = || parts.next();
    let (year, month, day, rest) = (next()?, next()?, next()?, next()?);
    let is_number = |part: &str, lengths: &[usize]| {
        lengths.contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit())
    };
    let is_date = is_number(year, &[4]) && is_number(month, &[1, 2]) && is_number(day, &[1, 2]);
    let is_short = month.len() + day.len() < 4;
    (is_date && is_short).then(|| format!("{year}-{month:0>2}-{day:0>2}-{rest}"))
}
