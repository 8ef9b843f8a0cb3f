//! How far what was read can be relied on.

/// How far a record, a binding or a table can be relied on. What is wrong in one that is not sound may only be a
/// consequence of what is already reported.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Trust {
    /// It is as the file has it.
    #[default]
    Sound,
    /// Part of it was wrong, which is reported, and was repaired by a guess.
    Suspect,
    /// It is a guess as a whole, so that the user's code finds its names while the file is repaired.
    Guessed,
}
