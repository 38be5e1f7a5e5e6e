use super::English;
use crate::i18n::search::Words;

impl Words for English {
    fn count(&self, total: usize, at_least: bool) -> [String; 2] {
        let full = match total {
            _ if at_least => format!("{total}+ results"),
            1 => "1 result".to_owned(),
            _ => format!("{total} results"),
        };
        let or_more = if at_least { "+" } else { "" };
        [full, format!("{total}{or_more}")]
    }

    fn showing(&self, spelling: &str) -> [String; 2] {
        [
            format!("Showing results for \"{spelling}\""),
            format!("Results for \"{spelling}\""),
        ]
    }

    fn missing(&self, words: &[String]) -> [String; 2] {
        let quoted: Vec<String> = words.iter().map(|word| format!("\"{word}\"")).collect();
        let full = match quoted.as_slice() {
            [word] => format!("{word} is not in this guide"),
            [before @ .., last] => {
                format!("{} and {last} are not in this guide", before.join(", "))
            }
            [] => String::new(),
        };
        [full, format!("Not in the guide: {}", words.join(", "))]
    }

    fn tried(&self, readings: &[String]) -> String {
        format!("Also searched for {}", readings.join(", "))
    }

    fn left_out(&self, count: usize, at_least: bool) -> String {
        if at_least {
            format!("{count}+ others")
        } else {
            format!("{count} others")
        }
    }

    fn related(&self, typed: &str, found: &str) -> String {
        format!("{typed} → {found} (related)")
    }

    fn did_you_mean(&self) -> &'static str {
        "Did you mean: "
    }

    fn press(&self, key: &str) -> [String; 2] {
        [format!(" ({key} to search)"), format!(" ({key})")]
    }
}
