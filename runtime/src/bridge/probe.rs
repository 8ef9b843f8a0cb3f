//! Whether the type of a field lists its cases, asked without asking for it.

use core::marker::PhantomData;

use crate::cases::{Case, StatusCases};

/// The function that lists the cases of a type, if it has one.
pub(crate) type Listed<C> = Option<fn() -> &'static [Case<C>]>;

/// Whether a type lists its cases, asked without a bound: `Probe::<T>::CASES` is `Some` if it does, else the `None`
/// of [`Unlisted`].
///
/// Bounds would make two error types that hold each other overflow (E0275), and constants that name each other are a
/// cycle (E0391); a pointer to a function is neither.
#[derive(Debug)]
pub struct Probe<T: ?Sized>(PhantomData<T>);

impl<T: StatusCases + ?Sized> Probe<T> {
    /// The function that answers them.
    pub const CASES: Listed<T::Code> = Some(cases_of::<T>);
}

/// What [`Probe`] falls back to; has to be in scope there.
pub trait Unlisted<C: 'static> {
    /// No function.
    const CASES: Listed<C> = None;
}

impl<T: ?Sized, C: 'static> Unlisted<C> for Probe<T> {}

/// The case of a field that answers, from what [`Probe`] found.
pub const fn inner<C>(cases: Listed<C>, ty: &'static str) -> Case<C> {
    match cases {
        Some(cases) => Case::Inner(cases),
        None => Case::Unlisted(ty),
    }
}

fn cases_of<T: StatusCases + ?Sized>() -> &'static [Case<T::Code>] {
    T::CASES
}
