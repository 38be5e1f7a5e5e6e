//! When to ask the browser whether it is alive, and when to give it up.

use std::time::{Duration, Instant};

/// How long an answer may take.
const ANSWER: Duration = Duration::from_secs(10);

/// How long a start may take without a word.
const START: Duration = Duration::from_secs(60);

/// Watches one life of the browser.
#[derive(Debug)]
pub struct Pulse {
    ask_every: Duration,
    phase: Phase,
}

#[derive(Debug, Clone, Copy)]
enum Phase {
    /// Not ready yet; given up at this instant.
    Starting(Instant),
    /// To be asked at this instant.
    Well(Instant),
    /// Asked; given up at this instant.
    Asked(Instant),
    GivenUp,
}

/// What is due.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Due {
    Nothing,
    Ask,
    GiveUp,
}

impl Pulse {
    pub fn new(ask_every: Duration, now: Instant) -> Self {
        Self {
            ask_every,
            phase: Phase::Starting(now + START),
        }
    }

    /// It was heard: it is ready, or it answers.
    pub fn alive(&mut self, now: Instant) {
        self.phase = Phase::Well(now + self.ask_every);
    }

    /// It was heard: it is busy with its start.
    pub fn working(&mut self, now: Instant) {
        if let Phase::Starting(_) = self.phase {
            self.phase = Phase::Starting(now + START);
        }
    }

    /// When something will be due, if nothing is heard.
    pub const fn next(&self) -> Option<Instant> {
        match self.phase {
            Phase::Starting(at) | Phase::Well(at) | Phase::Asked(at) => Some(at),
            Phase::GivenUp => None,
        }
    }

    /// What is due by now: each thing is said once.
    pub fn due(&mut self, now: Instant) -> Due {
        if self.next().is_none_or(|at| now < at) {
            return Due::Nothing;
        }
        if let Phase::Well(_) = self.phase {
            self.phase = Phase::Asked(now + ANSWER.min(self.ask_every));
            return Due::Ask;
        }
        self.phase = Phase::GivenUp;
        Due::GiveUp
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const EVERY: Duration = Duration::from_secs(30);

    #[test]
    fn who_answers_is_asked_again_and_who_does_not_is_given_up() {
        let start = Instant::now();
        let after = |seconds| start + Duration::from_secs(seconds);
        let mut pulse = Pulse::new(EVERY, start);
        assert_eq!(pulse.due(after(59)), Due::Nothing);
        pulse.alive(after(1));
        assert_eq!(pulse.due(after(30)), Due::Nothing);
        assert_eq!(pulse.due(after(31)), Due::Ask);
        assert_eq!(pulse.due(after(40)), Due::Nothing);
        pulse.alive(after(40));
        assert_eq!(pulse.due(after(70)), Due::Ask);
        assert_eq!(pulse.due(after(79)), Due::Nothing);
        assert_eq!(pulse.due(after(80)), Due::GiveUp);
        assert_eq!(pulse.due(after(800)), Due::Nothing);
    }

    #[test]
    fn a_start_may_take_long_if_it_says_so() {
        let start = Instant::now();
        let after = |seconds| start + Duration::from_secs(seconds);
        let mut pulse = Pulse::new(EVERY, start);
        pulse.working(after(50));
        assert_eq!(pulse.due(after(109)), Due::Nothing);
        assert_eq!(pulse.due(after(110)), Due::GiveUp);
    }
}
