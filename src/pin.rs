//! The PIN with which staff leave the kiosk: only its argon2id hash is ever kept.

use std::fmt;

use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use argon2::{Algorithm, Argon2, Params};
use unicode_normalization::UnicodeNormalization;

/// Fewer characters are tried out too soon: with six digits and the waiting between attempts that takes years.
const LEAST_CHARS: usize = 6;

/// The most memory that a hash may ask for, in KiB: a kiosk is a small machine.
const MOST_MEMORY: u32 = 64 * 1024;

/// The most memory times passes, so that the screen stands still for about a tenth of a second at most.
const MOST_WORK: u32 = 128 * 1024;

/// What a PIN is compared with.
#[derive(Clone)]
pub struct PinHash(PasswordHash);

/// Why a text is no hash of a PIN that can be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PinProblem {
    NotAHash,
    TooExpensive,
    TooShort,
    /// The system gave no random salt.
    NoSalt,
}

impl fmt::Display for PinProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotAHash => {
                f.write_str("this is not an argon2id hash in the PHC form ($argon2id$v=19$…)")
            }
            Self::TooExpensive => write!(
                f,
                "this hash takes too much memory or time: at most m={MOST_MEMORY}, and m × t at most {MOST_WORK}"
            ),
            Self::TooShort => write!(f, "a PIN has {LEAST_CHARS} characters or more"),
            Self::NoSalt => f.write_str("the system gives no random numbers"),
        }
    }
}

impl PinHash {
    /// Reads a PHC string, with spaces and line ends around it.
    pub fn parse(text: &str) -> Result<Self, PinProblem> {
        let hash = PasswordHash::new(text.trim()).map_err(|_| PinProblem::NotAHash)?;
        let algorithm = Algorithm::try_from(hash.algorithm.as_str());
        if algorithm != Ok(Algorithm::Argon2id) || hash.salt.is_none() || hash.hash.is_none() {
            return Err(PinProblem::NotAHash);
        }
        let params = Params::try_from(&hash).map_err(|_| PinProblem::NotAHash)?;
        let work = params.m_cost().saturating_mul(params.t_cost());
        if params.m_cost() > MOST_MEMORY || work > MOST_WORK {
            return Err(PinProblem::TooExpensive);
        }
        Ok(Self(hash))
    }

    /// The hash of a new PIN with a random salt, as a PHC string.
    pub fn make(pin: &str) -> Result<String, PinProblem> {
        if pin.chars().count() < LEAST_CHARS {
            return Err(PinProblem::TooShort);
        }
        Argon2::default()
            .hash_password(folded(pin).as_bytes())
            .map(|hash| hash.to_string())
            .map_err(|_| PinProblem::NoSalt)
    }

    /// Whether this is the PIN. Takes as long for a wrong one.
    pub fn matches(&self, pin: &str) -> bool {
        Argon2::default()
            .verify_password(folded(pin).as_bytes(), &self.0)
            .is_ok()
    }
}

impl fmt::Debug for PinHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("PinHash(…)")
    }
}

/// An input method that was left on must not lock staff in: full-width digits are digits.
fn folded(pin: &str) -> String {
    pin.nfkc().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pin_matches_its_own_hash_only() {
        let text = PinHash::make("271828").unwrap();
        assert!(text.starts_with("$argon2id$v=19$"), "{text}");
        let hash = PinHash::parse(&format!(" {text}\n")).unwrap();
        assert!(hash.matches("271828"));
        assert!(
            hash.matches("２７１８２８"),
            "typed with an input method on"
        );
        for wrong in ["", "271829", "27182", "2718281", "314159"] {
            assert!(!hash.matches(wrong), "{wrong}");
        }
        assert_ne!(text, PinHash::make("271828").unwrap(), "the salt is random");
        assert!(!format!("{hash:?}").contains('$'));
    }

    #[test]
    fn what_is_no_usable_hash_is_refused() {
        let good = PinHash::make("271828").unwrap();
        let check = |text: &str, expected| {
            assert_eq!(PinHash::parse(text).err(), Some(expected), "{text}");
        };
        check("", PinProblem::NotAHash);
        check("271828", PinProblem::NotAHash);
        check(&good.replace("argon2id", "argon2i"), PinProblem::NotAHash);
        check(&good.replace("argon2id", "scrypt"), PinProblem::NotAHash);
        let (unhashed, _) = good.rsplit_once('$').unwrap();
        check(unhashed, PinProblem::NotAHash);
        check(
            &good.replace("m=19456", "m=1048576"),
            PinProblem::TooExpensive,
        );
        check(&good.replace("t=2", "t=1000"), PinProblem::TooExpensive);
        assert_eq!(PinHash::make("27182"), Err(PinProblem::TooShort));
    }
}
