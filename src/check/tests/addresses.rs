use super::{built_in, check, expect, guide, shown};
use crate::check::{Kind, Leads};
use crate::guide::Guide;

fn netflix() -> Guide {
    guide(&["0120-996-012"], &["netflix.com"])
}

#[test]
fn a_guide_without_domains_says_nothing_of_an_address() {
    for text in [
        "netflix.com",
        "https://netflix.com/jp/login",
        "www.netflix.com",
        "netflix.com.example",
        "http://192.0.2.1/",
        "サイトはnetflix.comですか",
    ] {
        expect(&built_in(), text, &["nothing-listed"]);
    }
}

#[test]
fn listed_domains_are_known_in_every_spelling() {
    for text in [
        "netflix.com",
        "NETFLIX.COM",
        "Netflix.com",
        "netflix.com.",
        "www.netflix.com",
        "help.netflix.com",
        "a.b.netflix.com",
        "https://netflix.com",
        "https://netflix.com/",
        "HTTPS://WWW.NETFLIX.COM/jp/login?x=1#y",
        "http://netflix.com:8080/",
        "netflix.com:443",
        "https:netflix.com",
        "https:\\\\netflix.com\\login",
        "//netflix.com/login",
        "https://user@netflix.com/",
        "https://netflix.com/evil.example",
        "https://netflix.com?u=evil.example",
        "ｎｅｔｆｌｉｘ．ｃｏｍ",
        "netflix。com",
        "netflix｡com",
        "net\u{200B}flix.com",
        "<https://netflix.com>",
        "(netflix.com)",
        "「netflix.com」",
        "See netflix.com.",
        "URL:netflix.com",
        "netflix.com, please",
        "公式サイト「netflix.com」を開く",
        "公式サイト：netflix.com",
        "https://netflix.com。",
    ] {
        expect(&netflix(), text, &["listed netflix.com"]);
    }
}

#[test]
fn other_addresses_are_not_listed() {
    for text in [
        "example.org",
        "https://example.org/login",
        "http://192.0.2.1/",
        "http://[2001:db8::1]/",
        "http://localhost/",
        "bit.ly/abc",
        "https//example.org/login",
        "https//netflix.com",
        "https://t.co/abc",
        "https://例え.jp/",
        "google.com",
    ] {
        let found = check(&netflix(), text);
        assert!(
            found
                .iter()
                .all(|found| found.verdict.name() == "not-listed"),
            "{text}: {found:?}"
        );
        assert_eq!(found.len(), 1, "{text}");
    }
}

#[test]
fn names_of_files_are_no_addresses_unless_something_says_so() {
    for text in [
        "README.md",
        "foo.rs",
        "main.py:12:34",
        "lib.rs#L12",
        "config.toml",
        "「photos.zip」",
        "src/main.rs",
        "file:12",
        "C:\\\\Windows\\\\10.0",
    ] {
        expect(&netflix(), text, &[]);
        expect(&built_in(), text, &[]);
    }
    for text in [
        "https://readme.md",
        "www.main.rs",
        "main.rs/login",
        "main.rs:8080/login",
        "main.rs?x=1",
        "info@foo.py",
        "file:///etc/passwd",
        "evil.cc",
    ] {
        expect(&netflix(), text, &["not-listed"]);
    }
    for (text, how) in [
        ("netflix.md", "other-ending"),
        ("netflix.com.zip", "part-of-another"),
        ("netfIix.py", "characters"),
    ] {
        expect(&netflix(), text, &[&format!("lookalike netflix.com {how}")]);
    }
}

#[test]
fn lookalikes_are_named() {
    for (text, how) in [
        // The name within another.
        ("netflix.com.example", "part-of-another"),
        ("https://www.netflix.com.evil.example/jp", "part-of-another"),
        ("netflix.com-verify.example", "part-of-another"),
        ("netflix-com.example", "part-of-another"),
        ("netflix-login.com", "part-of-another"),
        ("secure-netflix.com", "part-of-another"),
        ("mynetflix.com", "part-of-another"),
        ("netflix.evil.example", "part-of-another"),
        ("netflixcom.example", "part-of-another"),
        ("xn--netflix-.com", "part-of-another"),
        // Characters of the same look.
        ("netfIix.com", "characters"),
        ("netf1ix.com", "characters"),
        ("nеtflix.com", "characters"),
        ("https://www.nеtflіx.com/", "characters"),
        ("ΝΕΤFLIX.COM", "characters"),
        ("nеtflix.jp", "characters"),
        ("secure-nеtflix.example", "characters"),
        ("xn--ntflix-3of.com", "characters"),
        ("XN--NTFLIX-3OF.COM", "characters"),
        ("https://xn--netflx-tvf.com/login", "characters"),
        // What stands before @.
        ("https://netflix.com@evil.example", "before-at-sign"),
        ("https://netflix.com:443@evil.example/", "before-at-sign"),
        (
            "https://www.netflix.com%2Flogin@evil.example/",
            "before-at-sign",
        ),
        ("netflix.com@evil.example", "before-at-sign"),
        ("netflix.com:login@evil.example", "before-at-sign"),
        ("https://netflix.com,@evil.example", "before-at-sign"),
        // Another ending.
        ("netflix.co", "other-ending"),
        ("netflix.jp", "other-ending"),
        ("netflix.co.jp", "other-ending"),
        ("www.netflix.net", "other-ending"),
        ("netflix.con", "other-ending"),
        ("NETFLIX.CM", "other-ending"),
        // One letter.
        ("netfliix.com", "one-letter"),
        ("netlfix.com", "one-letter"),
        ("netflx.com", "one-letter"),
        ("netfllx.com", "one-letter"),
        ("n3tflix.com", "one-letter"),
        ("nétflix.com", "one-letter"),
        ("www.metflix.com", "one-letter"),
        // Only behind the host.
        ("https://evil.example/netflix.com/login", "in-path"),
        ("https://evil.example?url=https://netflix.com", "in-path"),
        ("https://evil.example#.netflix.com", "in-path"),
        ("https://evil.example\\.netflix.com", "in-path"),
        // A mail from a domain that imitates.
        ("info@netflix-mail.com", "part-of-another"),
    ] {
        expect(&netflix(), text, &[&format!("lookalike netflix.com {how}")]);
    }
    let paypal = guide(&[], &["paypal.com"]);
    expect(&paypal, "paypa1.com", &["lookalike paypal.com characters"]);
    expect(&paypal, "рayрal.com", &["lookalike paypal.com characters"]);
    let modern = guide(&[], &["modern.example"]);
    expect(
        &modern,
        "modem.example",
        &["lookalike modern.example characters"],
    );
}

#[test]
fn what_belongs_to_the_same_owner_is_not_listed_but_imitates_nobody() {
    let help = guide(&[], &["help.netflix.com"]);
    expect(&help, "help.netflix.com", &["listed help.netflix.com"]);
    expect(&help, "www.netflix.com", &["not-listed"]);
    expect(
        &help,
        "helpnetflix.com",
        &["lookalike help.netflix.com part-of-another"],
    );
    expect(
        &netflix(),
        "evilnetflix.com",
        &["lookalike netflix.com part-of-another"],
    );
    expect(&netflix(), "https://evil..netflix.com", &["not-listed"]);
    expect(&netflix(), "https://evil%2f.netflix.com", &["not-listed"]);
}

#[test]
fn an_address_for_mail_has_the_verdict_of_its_domain() {
    for (text, verdict) in [
        ("info@netflix.com", "listed netflix.com"),
        ("mailto:info@account.netflix.com", "listed netflix.com"),
        ("差出人はinfo@mailer.netflix.comです。", "not-listed"),
        (
            "差出人は info@mailer.netflix.com です。",
            "listed netflix.com",
        ),
        ("\"Netflix\" <info@netflix.com>", "listed netflix.com"),
        ("someone@example.org", "not-listed"),
        ("info@account.example.com", "not-listed"),
        (
            "info@netflix.com.example",
            "lookalike netflix.com part-of-another",
        ),
        (
            "info@netflix.com@example.org",
            "lookalike netflix.com before-at-sign",
        ),
        ("example.org@info@netflix.com", "not-listed"),
        ("info@netfIix.com", "lookalike netflix.com characters"),
    ] {
        let found = check(&netflix(), text);
        assert!(matches!(found[0].kind, Kind::Mail(_)), "{text}");
        expect(&netflix(), text, &[verdict]);
    }
    expect(&built_in(), "info@account.example.com", &["nothing-listed"]);
}

#[test]
fn a_name_beside_a_sender_is_not_listed_unless_the_sender_is() {
    for (text, verdicts) in [
        (
            "\"netflix.com\" <x@evil.example>",
            ["not-listed", "not-listed"],
        ),
        (
            "netflix.com サポート <x@evil.example>",
            ["not-listed", "not-listed"],
        ),
        (
            "info@netflix.com <x@evil.example>",
            ["not-listed", "not-listed"],
        ),
        (
            "netflix.com ＜x@evil.example＞",
            ["not-listed", "not-listed"],
        ),
        ("netflix.com (x@evil.example)", ["not-listed", "not-listed"]),
        ("x@evil.example (netflix.com)", ["not-listed", "not-listed"]),
        (
            "netflix.com 〈x@evil.example〉",
            ["not-listed", "not-listed"],
        ),
        ("netflix.com ‹x@evil.example›", ["not-listed", "not-listed"]),
        (
            "info@netflix.com\n <x@evil.example>",
            ["not-listed", "not-listed"],
        ),
        (
            "netflix.com <https://evil.example>",
            ["not-listed", "not-listed"],
        ),
        (
            "https://netflix.com （evil.example）",
            ["not-listed", "not-listed"],
        ),
        (
            "[netflix.com ヘルプ](https://evil.example)",
            ["not-listed", "not-listed"],
        ),
        (
            "https://evil.example (netflix.com)",
            ["not-listed", "not-listed"],
        ),
        ("netflix.com <info@netflix.com>", ["listed netflix.com"; 2]),
        (
            "info@netflix.com <mailto:info@netflix.com>",
            ["listed netflix.com"; 2],
        ),
        (
            "netflix.com <https://help.netflix.com/x>",
            ["listed netflix.com"; 2],
        ),
        ("info@netflix.com (netflix.com)", ["listed netflix.com"; 2]),
    ] {
        expect(&netflix(), text, &verdicts);
    }
}

#[test]
fn what_is_left_out_belongs_to_an_address() {
    for text in [
        "https://netflix.com…",
        "netflix.com...",
        "netflix.com‥",
        "netflix.com⋯",
        "info@netflix.com…",
        // What did not fit into a field.
        "https://netflix.com/login⋯",
        "0120-996-012⋯",
        "netflix.com ⋯",
    ] {
        expect(&netflix(), text, &["not-listed"]);
    }
    for text in [
        "https://netflix.com/jp…",
        "netflix.com …",
        "netflix.com ...",
    ] {
        expect(&netflix(), text, &["listed netflix.com"]);
    }
}

#[test]
fn an_address_for_the_web_may_be_one_for_mail() {
    for text in [
        "netflix.com/x@evil.example",
        "netflix.com?x@evil.example",
        "netflix.com?@evil.example",
        "netflix.com#@evil.example",
        "netflix.com/..@evil.example",
        "info@netflix.com/x@evil.example",
        "netflix.com#a/b@c@evil.example",
        "netflix.com@evil.example／x@netflix.com",
        // Of several in one word all are listed, or none is.
        "netflix.com/x@evil.example,netflix.com",
        "netflix.com,netflix.com/x@evil.example",
    ] {
        let found = check(&netflix(), text);
        assert!(!found.is_empty(), "{text}");
        for finding in found {
            assert!(finding.verdict.warns(), "{text}: {finding:?}");
        }
    }
    for text in ["netflix.com/@user", "https://netflix.com/x@evil.example"] {
        expect(&netflix(), text, &["listed netflix.com"]);
    }
}

#[test]
fn where_an_address_leads_is_said_with_its_letters() {
    let found = check(&netflix(), "https://netflix.com@XN--NTFLIX-3OF.com/login");
    let expected = Kind::Address(Leads {
        host: Some("xn--ntflix-3of.com".to_owned()),
        letters: Some("nеtflix.com".to_owned()),
    });
    assert_eq!(found[0].kind, expected);
}

#[test]
fn a_name_with_letters_of_its_own_can_be_listed() {
    let guide = guide(&[], &["xn--bcher-kva.example"]);
    expect(&guide, "bücher.example", &["listed xn--bcher-kva.example"]);
    expect(
        &guide,
        "https://xn--bcher-kva.example/",
        &["listed xn--bcher-kva.example"],
    );
    expect(
        &guide,
        "bucher.example",
        &["lookalike xn--bcher-kva.example one-letter"],
    );
}

/// A browser drops the end of a line, which a field shows as a space.
#[test]
fn what_is_pasted_in_two_lines_is_read_as_one() {
    for (pasted, expected) in [
        ("https://netflix.com\nmunity/", "not-listed"),
        (
            "https://netflix.com\t.evil.example",
            "lookalike netflix.com part-of-another",
        ),
        ("https://netflix.com munity/", "listed netflix.com"),
        ("https://netflix.com\nIs this real?", "listed netflix.com"),
    ] {
        let (line, _) = crate::text::typed::line(pasted, 99);
        let found = check(&netflix(), &line);
        assert_eq!(shown(&found[0]), expected, "{pasted:?}");
    }
}

#[test]
fn a_range_is_the_address_alone() {
    for (text, part) in [
        (
            "これは https://netflix.com/jp ですか",
            "https://netflix.com/jp",
        ),
        ("See netflix.com.", "netflix.com"),
        ("(www.netflix.com/x)", "www.netflix.com/x"),
    ] {
        let found = check(&netflix(), text);
        assert_eq!(&text[found[0].range.clone()], part);
    }
}

#[test]
fn names_in_code_are_no_addresses() {
    for text in [
        "foo.bar()",
        "date.today()",
        "com.netflix.mediaclient",
        "jp.co.netflix.MainActivity",
    ] {
        expect(&netflix(), text, &[]);
    }
    for (text, expected) in [
        ("netflix.com()", "not-listed"),
        ("https://foo.bar()", "not-listed"),
    ] {
        assert_eq!(shown(&check(&netflix(), text)[0]), expected, "{text}");
    }
    for text in [
        "netflix.com.mediaclient",
        "com.netflix.mediaclient/login",
        "com.netflix.app",
        "netfl1x.com()",
    ] {
        let found = check(&netflix(), text);
        assert!(
            !found.is_empty() && !shown(&found[0]).starts_with("listed"),
            "{text}"
        );
    }
}
