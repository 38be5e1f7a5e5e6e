//! Numbers that look random and are the same for the same seed on every machine.

/// `SplitMix64` (Steele, Lea, Flood 2014): one word of state, so that every section can have a generator of its own and
/// be made without those before it.
#[derive(Debug, Clone)]
pub struct Random(u64);

impl Random {
    /// The generator of one thing among many: `path` says which, such as language, article and section.
    pub fn of(seed: u64, path: &[u64]) -> Self {
        path.iter()
            .fold(Self(seed), |mut random, &step| Self(random.next() ^ step))
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// Uniform in `0.0..1.0`.
    #[expect(clippy::cast_precision_loss, reason = "53 bits fit a double")]
    fn unit(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1_u64 << 53) as f64
    }

    /// Uniform in `0..count`; 0 for an empty range.
    pub fn below(&mut self, count: usize) -> usize {
        let drawn = self.next() % (count.max(1) as u64);
        usize::try_from(drawn).unwrap_or(0)
    }

    /// Whether something happens that does in so many of a hundred cases.
    pub fn percent(&mut self, chance: usize) -> bool {
        self.below(100) < chance
    }

    /// In `0..count`, small numbers more often: the k-th as often as 1/(k + `shift`), which is the law of Zipf and
    /// Mandelbrot. The larger the shift, the flatter the head.
    #[expect(
        clippy::cast_precision_loss,
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "counts are small, and the result lies in 0..count"
    )]
    pub fn zipf(&mut self, count: usize, shift: usize) -> usize {
        let (count_f, shift) = (count as f64, shift.max(1) as f64);
        // The inverse of the distribution's integral, exact enough and without a table.
        let drawn = shift * ((count_f + shift) / shift).powf(self.unit()) - shift;
        (drawn.max(0.0) as usize).min(count.saturating_sub(1))
    }

    /// One of these, all as likely. Panics on an empty list: lists are constants here.
    pub fn pick<'a, T: ?Sized>(&mut self, from: &[&'a T]) -> &'a T {
        from[self.below(from.len())]
    }

    /// One of these, the first most often. Panics on an empty list.
    pub fn favour<'a, T: ?Sized>(&mut self, from: &[&'a T]) -> &'a T {
        from[self.zipf(from.len(), 2)]
    }
}
