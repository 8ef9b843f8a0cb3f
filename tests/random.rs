//! Random numbers from a fixed seed: a failure is reproducible, and every bench has the same inputs.

/// xorshift64*.
#[derive(Clone, Debug)]
pub struct Random(u64);

impl Default for Random {
    fn default() -> Self {
        Self::of(0)
    }
}

impl Random {
    /// The numbers of one seed.
    #[must_use]
    pub fn of(seed: u64) -> Self {
        // An odd factor is a permutation, and 0 would stay 0.
        Self(seed.wrapping_add(1).wrapping_mul(0x9E37_79B9_7F4A_7C15).max(1))
    }

    /// 64 bits.
    pub fn bits(&mut self) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        self.0.wrapping_mul(0x2545_F491_4F6C_DD1D)
    }

    /// A number below the limit.
    ///
    /// # Panics
    ///
    /// If the limit is 0.
    pub fn below(&mut self, limit: usize) -> usize {
        usize::try_from(self.bits() >> 33).expect("31 bits") % limit
    }

    /// One of the items.
    ///
    /// # Panics
    ///
    /// If there is none.
    pub fn choose<'i, T>(&mut self, items: &'i [T]) -> &'i T {
        &items[self.below(items.len())]
    }

    /// The items in another order.
    pub fn shuffle<T>(&mut self, items: &mut [T]) {
        for last in (1..items.len()).rev() {
            items.swap(last, self.below(last + 1));
        }
    }
}
