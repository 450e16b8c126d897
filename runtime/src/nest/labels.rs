//! Sets of labels, as bits.

/// A set of labels; a label is an id below 128.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct LabelSet(u128);

impl LabelSet {
    /// No labels.
    pub const EMPTY: Self = LabelSet(0);

    /// The labels listed.
    pub const fn of(labels: &[u8]) -> Self {
        let mut set = Self::EMPTY;
        let mut at = 0;
        while at < labels.len() {
            set = set.with(labels[at]);
            at += 1;
        }
        set
    }

    /// These labels and this one.
    #[inline(always)]
    pub const fn with(self, label: u8) -> Self {
        LabelSet(self.0 | 1 << label)
    }

    /// The labels in either.
    #[inline(always)]
    pub const fn or(self, other: Self) -> Self {
        LabelSet(self.0 | other.0)
    }

    /// The labels in both.
    #[inline(always)]
    pub const fn and(self, other: Self) -> Self {
        LabelSet(self.0 & other.0)
    }

    /// These labels without the other ones.
    #[inline(always)]
    pub const fn minus(self, other: Self) -> Self {
        LabelSet(self.0 & !other.0)
    }

    /// Whether there is none.
    #[inline(always)]
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Whether this label is one of them.
    #[inline(always)]
    pub const fn contains(self, label: u8) -> bool {
        self.0 >> label & 1 == 1
    }

    /// Those with smaller ids than this one.
    #[inline(always)]
    pub const fn below(self, label: u8) -> Self {
        LabelSet(self.0 & ((1 << label) - 1))
    }

    /// How many there are.
    pub const fn len(self) -> usize {
        self.0.count_ones() as usize
    }

    /// The lowest label and the set of the others: how a `const fn` iterates.
    #[inline(always)]
    pub const fn split_first(self) -> Option<(u8, Self)> {
        if self.0 == 0 { None } else { Some((self.0.trailing_zeros() as u8, LabelSet(self.0 & (self.0 - 1)))) }
    }

    /// The product of the extents of these labels, at most `u64::MAX`; 0 only where an extent is 0.
    pub const fn points(self, extents: &[usize]) -> u64 {
        // Half by half: two words a step would take twice as long.
        let halves = [self.0 as u64, (self.0 >> 64) as u64];
        let (mut points, mut empty, mut half) = (1u64, false, 0);
        while half < 2 {
            let mut rest = halves[half];
            while rest != 0 {
                let extent = extents[64 * half + rest.trailing_zeros() as usize] as u64;
                empty |= extent == 0;
                points = points.saturating_mul(extent);
                rest &= rest - 1;
            }
            half += 1;
        }
        if empty { 0 } else { points }
    }
}

impl Iterator for LabelSet {
    type Item = u8;

    #[inline(always)]
    fn next(&mut self) -> Option<u8> {
        let (label, rest) = self.split_first()?;
        *self = rest;
        Some(label)
    }
}
