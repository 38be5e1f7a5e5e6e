//! The web addresses of a guide.

use crate::guide::problem::{Report, quoted};
use crate::guide::yaml::At;
use crate::text::host::{is_host_name, is_under};
use crate::text::web::{host_name, https_host};

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
        !self.0.is_empty() && https_host(address).is_some_and(|host| !is_listed(&host))
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
    use super::meant;

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
