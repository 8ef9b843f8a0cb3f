//! A sentence that is put together in a constant, to stop a build with it.

/// At most so many bytes.
const LONGEST: usize = 1024;

pub(crate) struct Sentence {
    bytes: [u8; LONGEST],
    length: usize,
}

impl Sentence {
    #[inline]
    pub(crate) const fn new(begin: &str) -> Self {
        Self { bytes: [0; LONGEST], length: 0 }.and(begin)
    }

    /// With more text; what is too long is left out as a whole.
    #[inline]
    pub(crate) const fn and(mut self, text: &str) -> Self {
        let text = text.as_bytes();
        if self.length + text.len() <= LONGEST {
            let mut index = 0;
            while index < text.len() {
                self.bytes[self.length] = text[index];
                self.length += 1;
                index += 1;
            }
        }
        self
    }

    /// With a number in decimal.
    #[inline]
    pub(crate) const fn and_number(self, number: i128) -> Self {
        let sentence = if number < 0 { self.and("-") } else { self };
        sentence.and_digits(number.unsigned_abs())
    }

    #[inline]
    const fn and_digits(self, number: u128) -> Self {
        let sentence = if number >= 10 { self.and_digits(number / 10) } else { self };
        sentence.and("0123456789".split_at((number % 10) as usize).1.split_at(1).0)
    }

    #[inline]
    pub(crate) const fn as_str(&self) -> &str {
        match core::str::from_utf8(self.bytes.split_at(self.length).0) {
            Ok(text) => text,
            Err(_) => "",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{LONGEST, Sentence};

    #[test]
    fn texts_are_joined_as_far_as_they_fit() {
        let sentence = Sentence::new("caf\u{e9}").and(": ").and("open");
        assert_eq!(sentence.as_str(), "caf\u{e9}: open");
        let numbers =
            Sentence::new("").and_number(0).and(" ").and_number(-1_204).and(" ").and_number(i128::from(u64::MAX));
        assert_eq!(numbers.as_str(), "0 -1204 18446744073709551615");
        let long = std::string::String::from_utf8(std::vec![b'x'; LONGEST - 1]).unwrap();
        assert_eq!(Sentence::new(&long).and("\u{e9}").and("y").as_str().len(), LONGEST);
    }
}
