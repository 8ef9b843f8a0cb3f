//! The page of a code, as a value.

use core::fmt::{self, Display};

use crate::problem::link::Filled;

/// The page of a code, which `Display` writes: the URL of a table's `link` with the code in it, encoded, and as the table
/// writes its codes. It is what the method `link` of a table answers.
///
/// ```
/// # use status_docs::Link;
/// fn further(link: Link<u16>) -> String {
///     format!("See {link} for more.")
/// }
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Link<C> {
    template: &'static str,
    code: C,
}

impl<C> Link<C> {
    /// A template as a table's `LINK` has it.
    #[inline]
    pub(crate) const fn new(template: &'static str, code: C) -> Self {
        Self { template, code }
    }
}

impl<C: Display> Display for Link<C> {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        Filled { template: self.template, code: &self.code }.fmt(f)
    }
}
