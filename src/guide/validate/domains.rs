//! The web addresses of a guide.

use crate::guide::problem::{Report, quoted};
use crate::guide::yaml::At;
use crate::text::host::{is_host_name, is_under};
use crate::text::phone::BLOCK_END;
use crate::text::web::{destination, host_name};

/// The official domains, as `guide.yaml` lists them.
#[derive(Debug, Default)]
pub(super) struct Domains(Vec<String>);

impl Domains {
    /// Whether there are any to keep to.
    pub(super) fn is_strict(&self) -> bool {
        !self.0.is_empty()
    }

    /// Keeps the good ones, and reports the others and what stands twice.
    pub(super) fn new(raw: Vec<At<String>>, report: &mut Report) -> Self {
        let mut domains = super::without_repeats("the domain", raw, report);
        domains.retain(|domain| {
            let good = is_host_name(&domain.value);
            if !good {
                report_bad(domain, report);
            }
            good
        });
        Self(domains.into_iter().map(|domain| domain.value).collect())
    }

    pub(super) fn into_list(self) -> Vec<String> {
        self.0
    }

    /// Whether an address is under none of the domains, where there are any.
    pub(super) fn is_strange(&self, address: &str) -> bool {
        let is_listed = |host: &str| self.0.iter().any(|domain| is_under(host, domain));
        let is_web = ["https:", "http:"].into_iter().any(|scheme| {
            let start = address.get(..scheme.len());
            start.is_some_and(|start| start.eq_ignore_ascii_case(scheme))
        });
        self.is_strict() && is_web && destination(address).is_none_or(|host| !is_listed(&host))
    }

    /// The addresses of a text that lead elsewhere, each with where it stands.
    pub(super) fn strange_in<'a>(&self, text: &'a str) -> impl Iterator<Item = (usize, &'a str)> {
        let addresses = self.is_strict().then(|| addresses_in(text));
        let addresses = addresses.into_iter().flatten();
        addresses.filter(|(_, address)| self.is_strange(address))
    }

    /// Reports an address that leads elsewhere, if the guide lists where its addresses lead.
    pub(super) fn check(&self, address: &str, line: impl Into<Option<usize>>, report: &mut Report) {
        if self.is_strange(address) {
            let what = format!(
                "the address {} is under none of `official_domains`",
                quoted(address)
            );
            let help = "correct it, or add its domain to `official_domains` in guide.yaml";
            report.warning(line, &what, help);
        }
    }
}

/// The addresses with a scheme that stand in a text, each up to white space or what ends it in a sentence.
fn addresses_in(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let ends = |c: char| {
        c.is_whitespace() || c == BLOCK_END || "<>\"`「」『』（）【】〈〉《》、。，；".contains(c)
    };
    let start = |colon: usize| {
        ["https", "http"].into_iter().find_map(|scheme| {
            let start = colon.checked_sub(scheme.len())?;
            let same = text.get(start..colon)?.eq_ignore_ascii_case(scheme);
            (same && !text[..start].ends_with(|c: char| c.is_ascii_alphanumeric())).then_some(start)
        })
    };
    let starts = text
        .match_indices("://")
        .filter_map(move |(colon, _)| start(colon));
    starts.map(move |start| {
        let address = text[start..].split(ends).next().unwrap_or_default();
        (
            start,
            address.trim_end_matches(|c: char| ".,;:!?)]}'*_".contains(c)),
        )
    })
}

fn report_bad(domain: &At<String>, report: &mut Report) {
    let what = format!("{} is no domain", quoted(&domain.value));
    let help = match meant(&domain.value) {
        Some(host) => format!("did you mean `{host}`?"),
        None => "write the name alone, in lower case, such as `example.com`; names with other letters begin with `xn--`"
            .to_owned(),
    };
    report.error(domain.line, &what, &help);
}

/// The domain that somebody meant who wrote an address, or wrote it in capitals or letters of its own.
fn meant(text: &str) -> Option<String> {
    let text = text.trim();
    let rest = text.split_once("://").map_or(text, |(_, rest)| rest);
    let host = rest.split(['/', '?', '#', ':']).next().unwrap_or_default();
    let host = host_name(host.trim_start_matches("*.").trim_matches('.'))?;
    is_host_name(&host).then_some(host)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_stand_in_texts() {
        let domains = Domains(vec!["example.com".to_owned()]);
        for (text, expected) in [
            ("https://example.com/a, HTTP://www.example.com.", ""),
            (
                "「https://evil.example」と（http://x.example）",
                "https://evil.example http://x.example",
            ),
            (
                "see https://example.com@evil.example.",
                "https://example.com@evil.example",
            ),
            (
                "HTTPS://EXAMPLE.COM.evil.example",
                "HTTPS://EXAMPLE.COM.evil.example",
            ),
            (
                "https://example.com:evil.example",
                "https://example.com:evil.example",
            ),
            ("evil.example, ftp://evil.example", ""),
        ] {
            let strange = domains.strange_in(text).map(|(_, address)| address);
            assert_eq!(strange.collect::<Vec<_>>().join(" "), expected, "{text}");
        }
        assert_eq!(
            Domains::default()
                .strange_in("https://evil.example")
                .count(),
            0
        );
    }

    #[test]
    fn what_was_meant() {
        for (text, expected) in [
            ("https://Example.com/help", Some("example.com")),
            ("*.example.com", Some("example.com")),
            ("example.com.", Some("example.com")),
            ("example", None),
            ("例え.jp", Some("xn--r8jz45g.jp")),
            ("例え", None),
        ] {
            assert_eq!(meant(text).as_deref(), expected, "{text}");
        }
    }
}
