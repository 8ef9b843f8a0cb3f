//! What a code can be: an integer of a fixed width, or a text.

use std::fmt;

/// A fixed-width integer type.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct IntType {
    /// Whether it has negative values.
    pub signed: bool,
    /// 8, 16, 32 or 64.
    pub bits: u32,
}

impl IntType {
    /// The type of that name (`u16`); `None` for anything but the fixed widths up to 64 bits.
    pub fn named(name: &str) -> Option<Self> {
        let signed = match name.as_bytes().first()? {
            b'i' => true,
            b'u' => false,
            _ => return None,
        };
        let bits = match name.get(1..)? {
            "8" => 8,
            "16" => 16,
            "32" => 32,
            "64" => 64,
            _ => return None,
        };
        Some(Self { signed, bits })
    }

    /// Whether the other type has all of its values.
    pub fn fits_into(self, other: Self) -> bool {
        let bits = if self.signed == other.signed { self.bits } else { self.bits + 1 };
        (other.signed || !self.signed) && bits <= other.bits
    }

    /// The least value.
    pub fn min(self) -> i128 {
        if self.signed { -(1 << (self.bits - 1)) } else { 0 }
    }

    /// The greatest value.
    pub fn max(self) -> i128 {
        let bits = if self.signed { self.bits - 1 } else { self.bits };
        (1 << bits) - 1
    }
}

impl fmt::Display for IntType {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", if self.signed { 'i' } else { 'u' }, self.bits)
    }
}

/// What a table's codes are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum CodeType {
    /// An integer, which is the variant's discriminant.
    Int(IntType),
    /// A text, kept exactly as written (`00000`).
    Text,
}

impl fmt::Display for CodeType {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Int(int) => int.fmt(f),
            Self::Text => f.write_str("str"),
        }
    }
}

/// A row's code.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Code {
    /// Within the range of the table's [`IntType`].
    Int(i128),
    /// Not empty.
    Text(String),
}

impl Code {
    /// A number as its cell has it, a text in quotes.
    pub(crate) fn shown_in(&self, cell: &str) -> String {
        match self {
            Self::Int(_) => cell.to_owned(),
            Self::Text(_) => self.quoted(),
        }
    }

    /// As a finding shows it: a text in quotes.
    pub(crate) fn quoted(&self) -> String {
        match self {
            Self::Int(int) => int.to_string(),
            Self::Text(text) => crate::name::quote(text),
        }
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Int(int) => int.fmt(f),
            Self::Text(text) => f.write_str(text),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn integer_types_know_their_range() {
        let range = |name| IntType::named(name).map(|int| (int.min(), int.max(), int.to_string()));
        assert_eq!(range("u8"), Some((0, 255, "u8".to_owned())));
        assert_eq!(range("i16"), Some((-32_768, 32_767, "i16".to_owned())));
        assert_eq!(range("u64"), Some((0, i128::from(u64::MAX), "u64".to_owned())));
        assert_eq!(range("i64"), Some((i128::from(i64::MIN), i128::from(i64::MAX), "i64".to_owned())));
        for name in ["usize", "u128", "str", "x8", ""] {
            assert_eq!(range(name), None);
        }
    }
}
