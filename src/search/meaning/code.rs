//! Vectors, and how they are kept: those of words with two bits for each dimension, those of sections with four.
//!
//! The dimensions of the vectors are alike and independent (`examples/vectors_table`), so that few levels tell nearly
//! all. They are laid out so that one operation takes many at a time: the bytes' lowest bits are the first dimensions, the
//! next bits those that follow, and so on.

pub const DIMENSIONS: usize = 256;

/// Bytes of a word's vector.
pub const WORD: usize = DIMENSIONS / 4;

/// Bytes of a section's vector: its dimensions, then one over its length.
pub const SECTION: usize = DIMENSIONS / 2 + size_of::<f32>();

/// A vector to add others to.
pub type Sum = [f32; DIMENSIONS];

/// How far apart the levels of a section's vector are, in standard deviations: the best for sixteen levels of numbers that
/// are spread as these are.
const STEP: f32 = 0.335;

/// The level that bits of a word's vector stand for: −3, −1, 1 and 3.
fn level(byte: u8, quarter: usize) -> i16 {
    i16::from(byte >> (2 * quarter) & 3) * 2 - 3
}

/// Adds a word's vector, so many times.
pub fn add(sum: &mut Sum, word: &[u8; WORD], times: f32) {
    for (quarter, sums) in sum.chunks_exact_mut(WORD).enumerate() {
        for (sum, &byte) in sums.iter_mut().zip(word) {
            *sum += times * f32::from(level(byte, quarter));
        }
    }
}

/// In how many dimensions parts of two words' vectors point to different sides: in half of them where the words have nothing
/// to do with each other.
fn differing(a: &[u8], b: &[u8]) -> u32 {
    // The higher bit of a level is its sign. Two times four bytes are counted at once.
    const SIGNS: u64 = 0xAAAA_AAAA_AAAA_AAAA;
    let signs = |bytes: &[u8]| u64::from_le_bytes(bytes.try_into().unwrap_or_default()) & SIGNS;
    let apart = |(a, b): (&[u8], &[u8])| {
        let (a, b) = (a.split_at(8), b.split_at(8));
        let first = signs(a.0) ^ signs(b.0);
        let second = signs(a.1) ^ signs(b.1);
        (first | second >> 1).count_ones()
    };
    a.chunks_exact(16).zip(b.chunks_exact(16)).map(apart).sum()
}

/// Tells quickly which words cannot be nearer to each other than a cosine: all words of a guide are compared with each of a
/// query. One pair in some hundreds that are just as near is missed.
#[derive(Debug, Clone, Copy)]
pub struct Sieve {
    /// In how many of the first half of the dimensions, and of all, they may point to different sides.
    half: u32,
    whole: u32,
}

impl Sieve {
    pub fn new(nearer_than: f32) -> Self {
        Self {
            half: most_differing(nearer_than, DIMENSIONS / 2),
            whole: most_differing(nearer_than, DIMENSIONS),
        }
    }

    /// Half of the dimensions are enough for five of six words.
    pub fn lets_through(self, a: &[u8; WORD], b: &[u8; WORD]) -> bool {
        let (a, b) = (a.split_at(WORD / 2), b.split_at(WORD / 2));
        let first = differing(a.0, b.0);
        first <= self.half && first + differing(a.1, b.1) <= self.whole
    }
}

/// In how many of so many dimensions words that are nearer than this cosine differ at most, but for one pair in a thousand.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    clippy::cast_precision_loss,
    reason = "a number of dimensions"
)]
fn most_differing(nearer_than: f32, dimensions: usize) -> u32 {
    let share = nearer_than.clamp(-1.0, 1.0).acos() / std::f32::consts::PI;
    // Three standard deviations more than on average.
    let chance = 3.0 * (share * (1.0 - share) / dimensions as f32).sqrt();
    ((share + chance) * dimensions as f32) as u32
}

pub fn length(vector: &Sum) -> f32 {
    vector.iter().map(|x| x * x).sum::<f32>().sqrt()
}

/// A vector with length one; one without direction stays as it is.
pub fn normalised(mut vector: Sum) -> Sum {
    let length = length(&vector);
    if length > 0.0 {
        for x in &mut vector {
            *x /= length;
        }
    }
    vector
}

/// A section's vector in bytes.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    clippy::cast_precision_loss,
    reason = "levels are from 0 to 15"
)]
pub fn pack(vector: &Sum) -> [u8; SECTION] {
    let deviation = length(vector) / (DIMENSIONS as f32).sqrt();
    let mut packed = [0; SECTION];
    if deviation == 0.0 {
        return packed;
    }
    let level = |x: f32| (x / (deviation * STEP) + 8.0).clamp(0.0, 15.0) as u8;
    let (low, high) = vector.split_at(DIMENSIONS / 2);
    let mut squares = 0.0;
    for ((byte, &low), &high) in packed.iter_mut().zip(low).zip(high) {
        let (low, high) = (level(low), level(high));
        *byte = low | high << 4;
        squares += [low, high]
            .map(|level| (f32::from(level) * 2.0 - 15.0).powi(2))
            .iter()
            .sum::<f32>();
    }
    packed[DIMENSIONS / 2..].copy_from_slice(&squares.sqrt().recip().to_le_bytes());
    packed
}

/// A vector that others are compared with.
#[derive(Debug, Clone)]
pub struct Compared {
    /// Whole numbers up to 127.
    values: [i16; DIMENSIONS],
    sum: i32,
    /// One over its length.
    scale: f32,
}

impl Compared {
    /// `None` for a vector without direction.
    #[expect(clippy::cast_possible_truncation, reason = "they are from −127 to 127")]
    pub fn of(vector: &Sum) -> Option<Self> {
        let most = vector.iter().fold(0.0_f32, |most, x| most.max(x.abs()));
        if most == 0.0 || !most.is_finite() {
            return None;
        }
        let values = vector.map(|x| (x / most * 127.0).round() as i16);
        let squares: f32 = values.iter().map(|&x| f32::from(x) * f32::from(x)).sum();
        Some(Self {
            values,
            sum: values.iter().map(|&x| i32::from(x)).sum(),
            scale: squares.sqrt().recip(),
        })
    }

    /// The cosine of the angle to a section; 0 for one without a vector.
    #[expect(clippy::cast_precision_loss, reason = "a product is below 2²³")]
    pub fn with_section(&self, section: &[u8; SECTION]) -> f32 {
        let (levels, length) = section.split_at(DIMENSIONS / 2);
        let (low, high) = self.values.split_at(DIMENSIONS / 2);
        let mut product = 0;
        for ((&byte, &low), &high) in levels.iter().zip(low).zip(high) {
            product +=
                i32::from(low) * i32::from(byte & 15) + i32::from(high) * i32::from(byte >> 4);
        }
        let length = f32::from_le_bytes(length.try_into().unwrap_or_default());
        (2 * product - 15 * self.sum) as f32 * self.scale * length
    }

    /// The cosine of the angle to a word.
    #[expect(clippy::cast_precision_loss, reason = "a product is below 2²³")]
    pub fn with_word(&self, word: &[u8; WORD]) -> f32 {
        let (mut product, mut squares) = (0, 0);
        for (quarter, values) in self.values.chunks_exact(WORD).enumerate() {
            for (&value, &byte) in values.iter().zip(word) {
                let level = i32::from(level(byte, quarter));
                product += i32::from(value) * level;
                squares += level * level;
            }
        }
        product as f32 * self.scale / (squares as f32).sqrt()
    }
}

#[cfg(test)]
#[expect(clippy::float_cmp, reason = "small whole numbers are exact")]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn vector(values: impl FnMut(usize) -> f32) -> Sum {
        std::array::from_fn(values)
    }

    /// Some numbers, spread evenly, different for each seed.
    fn some(seed: u32) -> Sum {
        let mut state = seed.wrapping_mul(2_654_435_761).wrapping_add(1);
        vector(|_| {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            f32::from(u16::try_from(state >> 16).unwrap()) / 32768.0 - 1.0
        })
    }

    fn cosine(one: &Sum, other: &Sum) -> f32 {
        let product: f32 = one.iter().zip(other).map(|(a, b)| a * b).sum();
        product / length(one) / length(other)
    }

    #[test]
    fn words_are_added_up_level_by_level() {
        let mut word = [0; WORD];
        word[0] = 0b11_10_01_00;
        let mut sum = [0.0; DIMENSIONS];
        add(&mut sum, &word, 2.0);
        assert_eq!(
            [0, WORD, 2 * WORD, 3 * WORD].map(|at| sum[at]),
            [-6.0, -2.0, 2.0, 6.0]
        );
        assert!(sum[1..WORD].iter().all(|&x| x == -6.0));
        let compared = Compared::of(&sum).unwrap();
        assert!((compared.with_word(&word) - 1.0).abs() < 0.001);
    }

    #[test]
    fn nothing_is_like_nothing() {
        assert!(Compared::of(&[0.0; DIMENSIONS]).is_none());
        assert!(Compared::of(&[f32::NAN; DIMENSIONS]).is_none());
        let compared = Compared::of(&some(1)).unwrap();
        assert!(compared.with_section(&pack(&[0.0; DIMENSIONS])).abs() < f32::EPSILON);
        assert_eq!(normalised([0.0; DIMENSIONS]), [0.0; DIMENSIONS]);
    }

    #[test]
    fn near_words_point_to_the_same_sides() {
        let (mut a, mut b) = ([0; WORD], [0; WORD]);
        assert_eq!(differing(&a, &b), 0);
        // −3 and −1 are on one side, 1 and 3 on the other.
        a[0] = 0b11_10_01_00;
        b[0] = 0b00_00_00_01;
        b[63] = 0b10_11_10_11;
        assert_eq!(differing(&a, &b), 2 + 4);
        assert_eq!(most_differing(-1.0, 256), 256);
        assert_eq!(most_differing(1.0, 256), 0);
        assert_eq!(most_differing(0.5, 256), 85 + 22);
        assert_eq!(most_differing(0.5, 128), 42 + 16);
    }

    #[test]
    fn what_cannot_be_near_is_left_out_by_half_or_by_all() {
        let sieve = Sieve::new(0.5);
        let zero = [0; WORD];
        let with = |first: u8, second: u8| -> [u8; WORD] {
            std::array::from_fn(|at| {
                let ones = if at < WORD / 2 { first } else { second };
                // Each byte has four dimensions.
                (0..4).fold(0, |byte, dimension| {
                    let number = u8::try_from(at % (WORD / 2)).unwrap() * 4 + dimension;
                    byte | u8::from(number < ones) << (2 * dimension + 1)
                })
            })
        };
        for (first, second, expected) in [
            (0, 0, true),
            (58, 49, true),
            (58, 50, false),
            (59, 0, false),
            (0, 107, true),
            (0, 108, false),
        ] {
            let other = with(first, second);
            assert_eq!(
                sieve.lets_through(&zero, &other),
                expected,
                "{first} {second}"
            );
        }
    }

    proptest! {
        #[test]
        fn few_bits_tell_the_angle(one in 0_u32..1000, other in 0_u32..1000, share in 0.0_f32..1.0) {
            let (a, b) = (some(one), some(other));
            let mixed = vector(|at| a[at] * share + b[at] * (1.0 - share));
            let found = Compared::of(&a).unwrap().with_section(&pack(&mixed));
            prop_assert!((found - cosine(&a, &mixed)).abs() < 0.02);
            prop_assert!((length(&normalised(mixed)) - 1.0).abs() < 0.001);
        }

        #[test]
        fn any_bytes_have_an_angle(bytes in prop::collection::vec(any::<u8>(), SECTION)) {
            Compared::of(&some(1)).unwrap().with_section(bytes.as_slice().try_into().unwrap());
        }
    }
}
