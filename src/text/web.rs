//! Web addresses as browsers read them (the WHATWG's URL standard), and as a terminal may be given them.

use url::{Host, Url};

use super::host::{MAX_LABEL, MAX_NAME};

/// The longest address that terminals take (VTE's limit; browsers agree).
const LONGEST: usize = 2083;
/// No longer text is read as one address: nobody types or prints such, and reading takes time.
const LONGEST_TEXT: usize = 4096;

/// The host to which a browser goes that is given this whole text, as it is sent: in lower case, with `xn--` for letters
/// beyond ASCII. A text without a scheme is read as if it began with `https://`. `None` for what leads nowhere on the web: it
/// cannot be read to its end, has another scheme, or a name that no resolver takes.
pub fn destination(text: &str) -> Option<String> {
    if text.len() > LONGEST_TEXT {
        return None;
    }
    // Browsers drop these wherever they stand.
    let text: String = text.chars().filter(|c| !"\t\n\r".contains(*c)).collect();
    let text = match scheme(&text) {
        Scheme::Web => text,
        Scheme::None => format!("https://{text}"),
        Scheme::Other => return None,
    };
    host_of(&Url::parse(&text).ok()?)
}

fn host_of(url: &Url) -> Option<String> {
    match url.host()? {
        Host::Domain(name) => {
            let name = name.strip_suffix('.').unwrap_or(name);
            let good = |label: &str| !label.is_empty() && label.len() <= MAX_LABEL;
            (name.len() <= MAX_NAME && name.split('.').all(good)).then(|| name.to_owned())
        }
        Host::Ipv4(address) => Some(address.to_string()),
        Host::Ipv6(address) => Some(format!("[{address}]")),
    }
}

/// What stands before the first colon of an address.
enum Scheme {
    Web,
    Other,
    /// It is a host before its port, or a name before a password.
    None,
}

fn scheme(text: &str) -> Scheme {
    let allowed = |c: char| c.is_ascii_alphanumeric() || "+-.".contains(c);
    let Some((name, rest)) = text.split_once(':') else {
        return Scheme::None;
    };
    let is_scheme =
        name.starts_with(|c: char| c.is_ascii_alphabetic()) && name.chars().all(allowed);
    if name.eq_ignore_ascii_case("https") || name.eq_ignore_ascii_case("http") {
        Scheme::Web
    } else if !is_scheme || !rest.starts_with("//") && (name.contains('.') || is_port(rest)) {
        Scheme::None
    } else {
        Scheme::Other
    }
}

fn is_port(rest: &str) -> bool {
    rest.starts_with(|c: char| c.is_ascii_digit())
}

/// The letters of a host for which `xn--` stands. A label that hides none is left as it is.
pub fn letters(host: &str) -> String {
    match idna::domain_to_unicode(host) {
        (letters, Ok(())) => letters,
        _ => host.to_owned(),
    }
}

/// A name of a host as browsers write it, if the text is one; `None` for addresses of machines too.
pub fn host_name(text: &str) -> Option<String> {
    match Host::parse(text).ok()? {
        Host::Domain(name) => Some(name),
        Host::Ipv4(_) | Host::Ipv6(_) => None,
    }
}

/// An address that begins with `https://`, as a browser writes it: in printable ASCII, its host with `xn--`, whatever else there
/// is as `%` and its bytes in hex. `None` where it is no such address, names a user, has control characters, or is too
/// long.
pub fn clean_address(text: &str) -> Option<String> {
    let address = String::from(https(text)?);
    let printable = address.bytes().all(|byte| byte.is_ascii_graphic());
    (printable && address.len() <= LONGEST).then_some(address)
}

/// The host of an address that begins with `https://` and names no user, as in [`destination`].
pub fn https_host(text: &str) -> Option<String> {
    host_of(&https(text)?)
}

fn https(text: &str) -> Option<Url> {
    if !text.starts_with("https://") || text.chars().any(char::is_control) {
        return None;
    }
    let url = Url::parse(text).ok()?;
    (url.username().is_empty() && url.password().is_none()).then_some(url)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn where_a_browser_goes() {
        for (text, expected) in [
            ("example.com", Some("example.com")),
            ("HTTPS:\\\\Example.COM.\\x", Some("example.com")),
            ("https:///example.com", Some("example.com")),
            ("ht\ntps://exam\tple.com", Some("example.com")),
            ("example.com:443/x", Some("example.com")),
            ("user:word@example.com", None),
            ("a.b:word@example.com", Some("example.com")),
            ("https://user:word@example.com", Some("example.com")),
            ("ｅｘａｍｐｌｅ。com", Some("example.com")),
            ("https://exam\u{ad}ple.com", Some("example.com")),
            ("https://0xC0.0x2.1", Some("192.2.0.1")),
            ("https://[::1]/", Some("[::1]")),
            ("https://bücher.example", Some("xn--bcher-kva.example")),
            ("javascript:alert(1)", None),
            ("javascript://example.com/%0a", None),
            ("view-source:https://example.com", None),
            ("ftp://example.com", None),
            ("https://example.com|x", None),
            ("https://example.com:x", None),
            ("https://a..example.com", None),
            ("https://", None),
            ("", None),
        ] {
            assert_eq!(destination(text).as_deref(), expected, "{text:?}");
        }
        let long = format!("https://{}.example.com", "a".repeat(64));
        assert_eq!(destination(&long), None);
    }

    #[test]
    fn letters_are_those_that_a_browser_shows() {
        assert_eq!(letters("xn--ntflix-3of.com"), "nеtflix.com");
        assert_eq!(letters("xn--netflix-.com"), "xn--netflix-.com");
    }

    fn check(text: &str, expected: Option<&str>) {
        assert_eq!(clean_address(text).as_deref(), expected, "{text:?}");
    }

    #[test]
    fn only_https_and_printable_ascii_is_left() {
        check(
            "https://example.com/a?b=c&d#e",
            Some("https://example.com/a?b=c&d#e"),
        );
        check(
            "https://example.com/解約",
            Some("https://example.com/%E8%A7%A3%E7%B4%84"),
        );
        check(
            "https://example.com/%E8%A7%A3",
            Some("https://example.com/%E8%A7%A3"),
        );
        check(
            "https://a.example/\"<x>",
            Some("https://a.example/%22%3Cx%3E"),
        );
        check(
            "https://a.example/\u{202e}x",
            Some("https://a.example/%E2%80%AEx"),
        );
        check("https://例え.jp", Some("https://xn--r8jz45g.jp/"));
        check("https://user@example.com/", None);
        check("https://", None);
        check("http://example.com", None);
        check("tel:0120996012", None);
        check("javascript:alert(1)", None);
        check("https://a.example/\u{1b}]8;;\u{7}", None);
        check("https://a.example/\u{9c}", None);
        check(&format!("https://a.example/{}", "x".repeat(3000)), None);
    }
}
