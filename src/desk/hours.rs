//! Opening hours in OpenStreetMap syntax, as half-open intervals in a zone: 9:00–21:00 includes 9:00:00 and excludes
//! 21:00:00.

use chrono::DateTime;
use chrono_tz::Tz;

/// Opening hours that parsed.
#[derive(Debug, Clone)]
pub struct Hours {
    expression: String,
}

impl Hours {
    /// Parses OpenStreetMap `opening_hours` syntax. The error says what is wrong with it.
    pub fn parse(_expression: &str) -> Result<Self, String> {
        todo!()
    }

    /// As the guide's author wrote it.
    pub fn expression(&self) -> &str {
        &self.expression
    }

    /// Whether it is open round the clock, every day.
    pub fn is_always(&self) -> bool {
        todo!()
    }

    pub fn is_open(&self, _at: DateTime<Tz>) -> bool {
        todo!()
    }

    /// The next instant after `at` at which it opens or closes.
    pub fn next_change(&self, _at: DateTime<Tz>) -> Option<DateTime<Tz>> {
        todo!()
    }
}
