//! Row → text.

use super::hash::LONGEST;

/// A column of texts, in the shape that compiles and reads fastest for it.
pub(crate) struct TextColumn {
    /// All texts, one after the other.
    pub(crate) joined: String,
    /// Where each one ends, after a leading 0.
    pub(crate) ends: Vec<usize>,
}

impl TextColumn {
    pub(crate) fn of<'t>(texts: impl Iterator<Item = &'t str>) -> Self {
        let mut column = Self { joined: String::new(), ends: vec![0] };
        for text in texts {
            column.joined.push_str(text);
            column.ends.push(column.joined.len());
        }
        column
    }

    /// The same of keys: a received text is compared with as many bytes of them as it has itself.
    pub(crate) fn of_keys<'t>(texts: impl Iterator<Item = &'t str>) -> Self {
        let mut column = Self::of(texts);
        column.joined.extend([' '; LONGEST]);
        column
    }
}
