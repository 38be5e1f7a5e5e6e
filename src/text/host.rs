//! Names of hosts on the web: `help.example.com`.

use super::web::host_name;

/// The longest name in bytes (RFC 1035).
pub const MAX_NAME: usize = 253;
/// The longest label of one, in bytes.
pub(super) const MAX_LABEL: usize = 63;

/// Country codes that end host names.
#[rustfmt::skip]
static COUNTRIES: &str = "ac ad ae af ag ai al am ao aq ar as at au aw ax az ba bb bd be bf bg bh bi bj bm bn bo br \
    bs bt bw by bz ca cc cd cf cg ch ci ck cl cm cn co cr cu cv cw cx cy cz de dj dk dm do dz ec ee eg er es et eu \
    fi fj fk fm fo fr ga gd ge gf gg gh gi gl gm gn gp gq gr gs gt gu gw gy hk hm hn hr ht hu id ie il im in io iq \
    ir is it je jm jo jp ke kg kh ki km kn kp kr kw ky kz la lb lc li lk lr ls lt lu lv ly ma mc md me mg mh mk ml \
    mm mn mo mp mq mr ms mt mu mv mw mx my mz na nc ne nf ng ni nl no np nr nu nz om pa pe pf pg ph pk pl pm pn pr \
    ps pt pw py qa re ro rs ru rw sa sb sc sd se sg sh si sk sl sm sn so sr ss st su sv sx sy sz tc td tf tg th tj \
    tk tl tm tn to tr tt tv tw tz ua ug uk us uy uz va vc ve vg vi vn vu wf ws ye yt za zm zw";

/// The other endings that addresses in messages mostly have, and those kept for examples. There are over a thousand;
/// one that is missing here is known by its `https://` or its path.
#[rustfmt::skip]
static OTHERS: &str = "com net org info biz name mobi int edu gov mil arpa asia jobs tel travel app dev xyz top site \
    online shop store club vip icu live life link click work works world website web tech space fun pro help support \
    services service center care network email mail cloud digital media news social video watch movie tokyo osaka \
    kyoto nagoya yokohama zip mov page today one buzz bar cam cfd sbs cyou monster quest rest win loan bid men party \
    date stream download review science account accountants cards credit finance financial money bank pay security \
    safe zone group team global company plus best example test invalid localhost local рф бел укр срб мкд мон қаз бг ею ελ ευ";

/// Endings that files of programs, texts and archives have too, far more often than hosts that readers are sent.
static FILES: &str = "md rs py sh ps pm mk zip mov";

/// Second-level endings under which names are given, in countries that have such.
static SECOND_LEVEL: &str = "co com ne net or org ac edu go gov gr ad ed lg";

/// Whether a text is the name of a host as a guide lists it: at least two labels of `a`–`z`, `0`–`9` and inner `-`, and
/// just what browsers make of it.
pub fn is_host_name(text: &str) -> bool {
    text.len() <= MAX_NAME
        && text.contains('.')
        && text.split('.').all(is_label)
        && host_name(text).is_some_and(|name| name == text)
}

fn is_label(label: &str) -> bool {
    let allowed = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    !label.is_empty()
        && label.len() <= MAX_LABEL
        && label.bytes().all(allowed)
        && !label.starts_with('-')
        && !label.ends_with('-')
}

/// Whether a host is this domain, or one under it; both as they are sent.
pub fn is_under(host: &str, domain: &str) -> bool {
    let allowed = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_';
    let sub = |label: &str| !label.is_empty() && label.bytes().all(allowed);
    let before = host.strip_suffix(domain);
    before.is_some_and(|before| {
        let labels = before.strip_suffix('.');
        before.is_empty() || labels.is_some_and(|labels| labels.split('.').all(sub))
    })
}

/// Whether host names are known to end so, in lower case.
pub fn is_ending(label: &str) -> bool {
    label.starts_with("xn--") || in_list(COUNTRIES, label) || in_list(OTHERS, label)
}

/// Whether names of files end so as well as names of hosts, in lower case.
pub fn ends_files(label: &str) -> bool {
    in_list(FILES, label)
}

fn in_list(list: &str, label: &str) -> bool {
    !label.is_empty() && list.split(' ').any(|known| known == label)
}

/// A host name's own label, and what stands behind it: `netflix` and `co.jp` of `www.netflix.co.jp`. `None` without a
/// dot.
pub fn own_label(host: &str) -> Option<(&str, &str)> {
    let (rest, last) = host.rsplit_once('.')?;
    let second = rest.rsplit_once('.');
    let (rest, ending) = match second {
        Some((rest, second)) if last.len() == 2 && in_list(SECOND_LEVEL, second) => {
            (rest, &host[rest.len() + 1..])
        }
        _ => (rest, last),
    };
    Some((rest.rsplit('.').next().unwrap_or(rest), ending))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_hosts() {
        for good in [
            "netflix.com",
            "help.netflix.com",
            "xn--ntflix-3of.com",
            "a1.b-c.jp",
        ] {
            assert!(is_host_name(good), "{good}");
        }
        let long = format!("{}.com", "a".repeat(64));
        for bad in [
            "",
            "netflix",
            "Netflix.com",
            "https://netflix.com",
            "netflix.com/",
            ".com",
            "netflix..com",
            "netflix.com.",
            "-a.com",
            "a-.com",
            "192.0.2.1",
            "192.0x2",
            "xn--netflix-.com",
            "ネット.com",
            "a b.com",
            &long,
        ] {
            assert!(!is_host_name(bad), "{bad}");
        }
    }

    #[test]
    fn what_is_under_a_domain() {
        for under in ["netflix.com", "a.netflix.com", "a_1.b-c.netflix.com"] {
            assert!(is_under(under, "netflix.com"), "{under}");
        }
        for other in [
            "",
            "com",
            "evilnetflix.com",
            ".netflix.com",
            "a..netflix.com",
            "a\"b.netflix.com",
            "netflix.com.example",
        ] {
            assert!(!is_under(other, "netflix.com"), "{other}");
        }
    }

    #[test]
    fn labels_of_their_own() {
        for (host, expected) in [
            ("netflix.com", Some(("netflix", "com"))),
            ("www.netflix.co.jp", Some(("netflix", "co.jp"))),
            ("co.jp", Some(("co", "jp"))),
            ("netflix.com.example", Some(("com", "example"))),
            ("netflix", None),
        ] {
            assert_eq!(own_label(host), expected, "{host}");
        }
    }

    #[test]
    fn endings() {
        for known in ["com", "jp", "xn--p1ai", "example"] {
            assert!(is_ending(known), "{known}");
        }
        for unknown in ["js", "g", "", "co jp", "txt"] {
            assert!(!is_ending(unknown), "{unknown}");
        }
    }
}
