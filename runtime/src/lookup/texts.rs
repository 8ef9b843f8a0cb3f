//! Columns: row → text or small number.

/// A column of texts.
#[derive(Clone, Copy, Debug)]
pub enum Texts {
    /// A slice a row: the fastest to read, 16 bytes a row and a relocation.
    Slices(&'static [&'static str]),
    /// One text, and where each row's part ends; the first entry is 0.
    Joined16(&'static str, &'static [u16]),
    /// The same for a text of 64 KiB and more.
    Joined32(&'static str, &'static [u32]),
}

impl Texts {
    /// The text of a row.
    #[inline]
    pub const fn get(&self, row: usize) -> &'static str {
        match *self {
            Self::Slices(texts) => texts[row],
            Self::Joined16(joined, ends) => part(joined, ends[row] as usize, ends[row + 1] as usize),
            Self::Joined32(joined, ends) => part(joined, ends[row] as usize, ends[row + 1] as usize),
        }
    }

    /// The text of a row of a column in which an empty text stands for none.
    #[inline]
    pub const fn optional(&self, row: usize) -> Option<&'static str> {
        let text = self.get(row);
        if text.is_empty() { None } else { Some(text) }
    }
}

#[inline]
const fn part(joined: &'static str, start: usize, end: usize) -> &'static str {
    joined.split_at(end).0.split_at(start).1
}

/// A column of small numbers: indexes of categories, of rows, of texts.
#[derive(Clone, Copy, Debug)]
pub enum Narrow {
    /// All below 256.
    U8(&'static [u8]),
    /// All below 65,536.
    U16(&'static [u16]),
    /// Others.
    U32(&'static [u32]),
}

impl Narrow {
    /// The number of a row.
    #[inline]
    pub const fn get(&self, row: usize) -> usize {
        match *self {
            Self::U8(numbers) => numbers[row] as usize,
            Self::U16(numbers) => numbers[row] as usize,
            Self::U32(numbers) => numbers[row] as usize,
        }
    }

    /// How many rows there are.
    #[inline]
    pub const fn count(&self) -> usize {
        match *self {
            Self::U8(numbers) => numbers.len(),
            Self::U16(numbers) => numbers.len(),
            Self::U32(numbers) => numbers.len(),
        }
    }
}
