//! Whether the type of a field lists its cases, determined without a bound.

use core::marker::PhantomData;

use crate::cases::{Case, StatusCases};

/// The function that lists the cases of a type, if it has one.
pub(crate) type Listed<C> = Option<fn() -> &'static [Case<C>]>;

/// Whether a type lists cases with such codes, asked without a bound: `Probe::<T, C>::CASES` is `Some` if it does,
/// else the `None` of [`Unlisted`].
///
/// With bounds, two error types that hold each other would overflow (E0275), and constants that refer to each other
/// would be a cycle (E0391); a function pointer avoids both.
pub struct Probe<T: ?Sized, C>(PhantomData<(fn() -> C, T)>);

impl<T: StatusCases<Code = C> + ?Sized, C: 'static> Probe<T, C> {
    /// The function that returns them.
    pub const CASES: Listed<C> = Some(cases_of::<T>);
    /// The function that stops the build where a row has no HTTP status.
    pub const HTTP: fn() = T::__status_docs_http::<()>;
}

/// What [`Probe`] falls back to; has to be in scope there.
pub trait Unlisted<C: 'static> {
    /// No function.
    const CASES: Listed<C> = None;
    /// Nothing to check.
    const HTTP: fn() = nothing;
}

impl<T: ?Sized, C: 'static> Unlisted<C> for Probe<T, C> {}

/// The case of a field that answers, from what [`Probe`] found.
#[inline]
pub const fn inner<C>(cases: Listed<C>, ty: &'static str) -> Case<C> {
    match cases {
        Some(cases) => Case::Inner(cases),
        None => Case::Unlisted(ty),
    }
}

#[inline]
const fn nothing() {}

#[inline]
fn cases_of<T: StatusCases + ?Sized>() -> &'static [Case<T::Code>] {
    T::CASES
}

/// Compiles for a type that lists its cases, and gives our own error message for any other.
#[inline]
pub const fn listed<T: StatusCases + ?Sized>() {}
