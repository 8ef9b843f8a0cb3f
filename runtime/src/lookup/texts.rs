//! Columns: row → text or small number.
//!
//! Always inlined: the shape of a column is a constant where it is read, so that only one of the arms remains, and the
//! constant itself, with its pointers and their relocations, disappears.
#![allow(clippy::inline_always)]

/// A column of texts.
#[derive(Clone, Copy)]
pub enum Texts {
    /// A slice per row: the fastest to read, 16 bytes and a relocation per row.
    Slices(&'static [&'static str]),
    /// One text, and where each row's part ends; the first entry is 0.
    Joined(&'static str, Narrow),
}

impl Texts {
    /// The text of a row.
    #[inline(always)]
    pub const fn get(&self, row: usize) -> &'static str {
        match *self {
            Self::Slices(texts) => texts[row],
            Self::Joined(joined, ends) => {
                let (start, end) = ends.pair(row);
                part(joined, start, end)
            }
        }
    }

    /// How many rows there are.
    #[inline(always)]
    pub(super) const fn count(&self) -> usize {
        match *self {
            Self::Slices(texts) => texts.len(),
            Self::Joined(_, ends) => ends.count().saturating_sub(1),
        }
    }

    /// The text of a row of a column in which an empty text means none.
    #[inline(always)]
    pub const fn optional(&self, row: usize) -> Option<&'static str> {
        let text = self.get(row);
        if text.is_empty() { None } else { Some(text) }
    }
}

/// Without a panic, whose message would end up in the program.
#[inline(always)]
pub(super) const fn part(joined: &'static str, start: usize, end: usize) -> &'static str {
    match joined.split_at_checked(end) {
        Some((head, _)) => match head.split_at_checked(start) {
            Some((_, part)) => part,
            None => "",
        },
        None => "",
    }
}

/// A column of small numbers: indexes of categories, of rows, of texts.
#[derive(Clone, Copy)]
pub enum Narrow {
    /// All below 256.
    U8(&'static [u8]),
    /// All below 65,536, as little-endian bytes: the compiler reads one literal in place of many.
    Bytes16(&'static [u8]),
    /// All below 2^32, as bytes.
    Bytes32(&'static [u8]),
    /// The row of each slot of a hash table, and where its key is.
    Slots(Slots),
}

/// The slots of a hash table of texts, each with its row and the place of its key, so that one load leads to the text.
#[derive(Clone, Copy)]
pub struct Slots {
    /// `width` bytes for each slot, in which the row is in the lowest bits, then the length of the key, then its start;
    /// and seven bytes more, since eight are read at once.
    pub bytes: &'static [u8],
    /// Bytes of a slot.
    pub width: usize,
    /// Bits of a row.
    pub row_bits: u32,
    /// Bits of a length.
    pub length_bits: u32,
}

impl Slots {
    /// The row of a slot, and the start and the length of its key.
    #[inline(always)]
    #[allow(clippy::cast_possible_truncation, reason = "each is an index")]
    pub(super) const fn get(&self, slot: usize) -> (usize, usize, usize) {
        let slot = u64::from_le_bytes(chunk(self.bytes, slot * self.width));
        let (row, place) = (slot & !(u64::MAX << self.row_bits), slot >> self.row_bits);
        let length = place & !(u64::MAX << self.length_bits);
        // The slot that follows begins above the last bit of this one.
        let bits = self.width as u32 * 8 - self.row_bits - self.length_bits;
        let start = (place >> self.length_bits) & (u64::MAX >> (64 - bits));
        (row as usize, start as usize, length as usize)
    }
}

impl Narrow {
    /// The number of a row.
    #[inline(always)]
    pub const fn get(&self, row: usize) -> usize {
        match *self {
            Self::U8(numbers) => numbers[row] as usize,
            Self::Bytes16(bytes) => u16::from_le_bytes(chunk(bytes, row * 2)) as usize,
            Self::Bytes32(bytes) => u32::from_le_bytes(chunk(bytes, row * 4)) as usize,
            Self::Slots(slots) => slots.get(row).0,
        }
    }

    /// The number of a row and the one after it.
    #[inline(always)]
    const fn pair(&self, row: usize) -> (usize, usize) {
        match *self {
            // Together they are one load.
            Self::Bytes16(bytes) => {
                let [low, high, next_low, next_high] = chunk(bytes, row * 2);
                (u16::from_le_bytes([low, high]) as usize, u16::from_le_bytes([next_low, next_high]) as usize)
            }
            _ => (self.get(row), self.get(row + 1)),
        }
    }

    /// How many rows there are.
    #[inline(always)]
    pub const fn count(&self) -> usize {
        match *self {
            Self::U8(numbers) => numbers.len(),
            Self::Bytes16(bytes) => bytes.len() / 2,
            Self::Bytes32(bytes) => bytes.len() / 4,
            Self::Slots(slots) => (slots.bytes.len() - (size_of::<u64>() - 1)) / slots.width,
        }
    }
}

#[inline(always)]
const fn chunk<const N: usize>(bytes: &[u8], at: usize) -> [u8; N] {
    match bytes.split_at_checked(at) {
        Some((_, rest)) => match rest.first_chunk() {
            Some(chunk) => *chunk,
            None => [0; N],
        },
        None => [0; N],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_the_same_in_every_width() {
        let columns = [
            Narrow::U8(&[1, 2, 200]),
            Narrow::Bytes16(b"\x01\0\x02\0\xc8\0"),
            Narrow::Bytes32(b"\x01\0\0\0\x02\0\0\0\xc8\0\0\0"),
        ];
        for column in columns {
            assert_eq!([column.get(0), column.get(1), column.get(2)], [1, 2, 200]);
            assert_eq!(column.count(), 3);
        }
    }

    #[test]
    fn a_part_is_cut_between_letters_or_not_at_all() {
        let column = Texts::Joined("caf\u{e9}s", Narrow::U8(&[0, 5, 6, 4]));
        assert_eq!((column.get(0), column.get(1), column.get(2)), ("caf\u{e9}", "s", ""));
    }
}
