//! How long to wait before the browser is started again.

use std::time::Duration;

/// After so long in good health earlier deaths are forgotten.
const HEALTH: Duration = Duration::from_mins(1);

/// Pauses after the first deaths, one by one. The first is none: the screen is back at once.
const PAUSES: [Duration; 4] = [
    Duration::ZERO,
    Duration::from_millis(200),
    Duration::from_millis(400),
    Duration::from_millis(800),
];

/// The pause after every further one, with the page on the screen.
const PAGE: Duration = Duration::from_secs(30);

/// Deaths without a minute of health between them.
#[derive(Debug, Default)]
pub struct Backoff(usize);

/// What to do after a death.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Next {
    Restart(Duration),
    /// Show the page, and start again all the same.
    Page(Duration),
}

impl Backoff {
    /// It died, after so long in good health if it came to that.
    pub fn died(&mut self, healthy: Option<Duration>) -> Next {
        if healthy.is_some_and(|healthy| healthy >= HEALTH) {
            self.0 = 0;
        }
        let pause = PAUSES.get(self.0);
        self.0 = self.0.saturating_add(1);
        pause.map_or(Next::Page(PAGE), |pause| Next::Restart(*pause))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SHORT: Option<Duration> = Some(Duration::from_secs(59));

    #[test]
    fn pauses_grow_until_the_page_is_shown() {
        let mut backoff = Backoff::default();
        for pause in [0, 200, 400, 800] {
            let pause = Duration::from_millis(pause);
            assert_eq!(backoff.died(SHORT), Next::Restart(pause));
        }
        for healthy in [SHORT, None, SHORT] {
            assert_eq!(backoff.died(healthy), Next::Page(PAGE));
        }
    }

    #[test]
    fn a_minute_of_health_forgets() {
        let mut backoff = Backoff::default();
        for _ in 0..9 {
            backoff.died(None);
        }
        assert_eq!(backoff.died(Some(HEALTH)), Next::Restart(Duration::ZERO));
        assert_ne!(backoff.died(SHORT), Next::Restart(Duration::ZERO));
    }
}
