//! What a type can answer, without a value of it, for generating documentation.

use core::fmt::{self, Display};
use core::ptr;

use crate::bridge::have_http;
use crate::docs::{StatusDoc, StatusDocs};
use crate::language::Language;

#[cfg_attr(feature = "macros", doc = "[derive]: derive@crate::StatusDocs")]
#[cfg_attr(not(feature = "macros"), doc = "[derive]: trait@crate::StatusDocs")]
///
/// A type that lists every status its values can have.
///
/// [`status_table!`](crate::status_table) and [`#[derive(StatusDocs)]`][derive] implement it. It is
/// a tree, because a variant with `#[status(transparent)]` answers what its inner error does:
///
/// ```
/// use status_docs::{Case, StatusCases, StatusDoc, StatusDocs};
///
/// struct Teapot;
///
/// impl StatusDocs for Teapot {
///     type Code = u16;
///
///     fn docs(&self) -> StatusDoc<u16> {
///         TEAPOT
///     }
/// }
///
/// impl StatusCases for Teapot {
///     const CASES: &'static [Case<u16>] = &[Case::Row { of: "Teapot", variant: "", doc: TEAPOT }];
/// }
///
/// const TEAPOT: StatusDoc<u16> = {
///     let mut doc = StatusDoc::new(418, "ImATeapot", "I'm a Teapot");
///     // What a service answers.
///     doc.http = Some(418);
///     doc
/// };
///
/// let mut codes = Vec::new();
/// Teapot::each_case(&mut |case| {
///     if let Case::Row { doc, .. } = case {
///         codes.push(doc.code);
///     }
/// });
/// assert_eq!(codes, [418]);
/// ```
#[diagnostic::on_unimplemented(
    message = "nobody knows which statuses `{Self}` can have",
    label = "its statuses are not listed",
    note = "a type with `#[derive(StatusDocs)]` and an enum of `status_table!` list theirs; for a type of your own, \
            implement `StatusCases`"
)]
pub trait StatusCases: StatusDocs {
    /// The statuses; those of inner errors are reached by a function.
    ///
    /// Error types may hold each other: code that walks the tree has to detect cycles, as
    /// [`each_case`](Self::each_case) does.
    const CASES: &'static [Case<Self::Code>];

    /// The languages of the type's own messages and texts, each tag that its table has; the default one is the first.
    const LANGUAGES: &'static [Language] = &[];

    /// Stops the build where a row has no HTTP status, of the type itself and of those inside it. What answers over HTTP
    /// names this function; it is generic, so that a program that answers otherwise never has it compiled.
    #[doc(hidden)]
    #[inline]
    fn __status_docs_http<Http>() {
        const { have_http(Self::CASES) }
    }

    /// Calls a function for each `Case::Row`, `Case::Open` and `Case::Unlisted` of the tree. It may meet
    /// a row more than once.
    #[inline]
    fn each_case(each: &mut dyn FnMut(&Case<Self::Code>)) {
        walk(&Path { cases: Self::CASES, parent: None }, each);
    }
}

impl<T: StatusCases + ?Sized> StatusCases for &T {
    const CASES: &'static [Case<Self::Code>] = T::CASES;
    const LANGUAGES: &'static [Language] = T::LANGUAGES;

    #[inline]
    fn __status_docs_http<Http>() {
        T::__status_docs_http::<Http>();
    }
}

/// One of the statuses that a type can have. A later version may know more kinds, so that a `match` needs `_`.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub enum Case<C: 'static> {
    /// The status of one variant.
    Row {
        /// The name of the type.
        of: &'static str,
        /// The name of the variant; `""` for a struct.
        variant: &'static str,
        /// What its values answer.
        doc: StatusDoc<C>,
    },
    /// Any code, of a variant whose field has it: `Reserved(#[status(code)] u8)`.
    Open {
        /// The name of the type.
        of: &'static str,
        /// The name of the variant; `""` for a struct.
        variant: &'static str,
    },
    /// Those of an inner error, which answers in place of the variant that holds it.
    Inner(fn() -> &'static [Case<C>]),
    /// An inner error of this type, which does not list its statuses.
    Unlisted(&'static str),
}

impl<C> Case<C> {
    /// `ApiError.Missing`, or only the type: for a struct, or for a type that does not list its statuses.
    ///
    /// ```
    /// use status_docs::{Case, HttpStatus, StatusCases};
    ///
    /// assert_eq!(HttpStatus::CASES[0].name().to_string(), "HttpStatus.Continue");
    /// ```
    #[inline]
    pub fn name(&self) -> impl Display {
        let (of, variant) = match *self {
            Self::Row { of, variant, .. } | Self::Open { of, variant } => (of, variant),
            Self::Unlisted(of) => (of, ""),
            Self::Inner(_) => ("", ""),
        };
        Name { of, variant }
    }
}

struct Name {
    of: &'static str,
    variant: &'static str,
}

impl Display for Name {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.of)?;
        if !self.variant.is_empty() {
            write!(f, ".{}", self.variant)?;
        }
        Ok(())
    }
}

fn walk<C>(path: &Path<'_, C>, each: &mut dyn FnMut(&Case<C>)) {
    for case in path.cases {
        match case {
            Case::Inner(inner) => {
                let inner = Path { cases: inner(), parent: Some(path) };
                if !inner.is_cycle() {
                    walk(&inner, each);
                }
            }
            Case::Row { .. } | Case::Open { .. } | Case::Unlisted(_) => each(case),
        }
    }
}

/// The path of the walk, from the root on.
struct Path<'p, C: 'static> {
    cases: &'static [Case<C>],
    parent: Option<&'p Path<'p, C>>,
}

impl<C> Path<'_, C> {
    /// Whether the same list is already on the path. The compiler may duplicate a list, but only a finite number of
    /// times.
    fn is_cycle(&self) -> bool {
        let mut above = self.parent;
        while let Some(path) = above {
            if ptr::eq(path.cases, self.cases) {
                return true;
            }
            above = path.parent;
        }
        false
    }
}

#[cfg(test)]
mod tests {
    use std::string::{String, ToString};
    use std::vec;
    use std::vec::Vec;

    use super::{Case, Name, StatusCases};
    use crate::bridge::{Probe, Unlisted as _, inner};
    use crate::docs::{StatusDoc, StatusDocs};

    #[test]
    fn a_case_is_called_after_its_variant() {
        for (variant, shown) in [("", "ApiError"), ("Missing", "ApiError.Missing")] {
            assert_eq!(Name { of: "ApiError", variant }.to_string(), shown);
        }
    }

    /// Types that answer with a code, and list the cases after it.
    macro_rules! types {
        ($($ty:ident = $code:literal $(, $inner:ty)*;)*) => {$(
            struct $ty;

            impl StatusDocs for $ty {
                type Code = u16;

                fn docs(&self) -> StatusDoc<u16> {
                    StatusDoc::new($code, "", "")
                }
            }

            impl StatusCases for $ty {
                const CASES: &'static [Case<u16>] = &[
                    Case::Row { of: stringify!($ty), variant: "Own", doc: StatusDoc::new($code, "", "") },
                    $(inner(Probe::<$inner, u16>::CASES, stringify!($inner)),)*
                ];
            }
        )*};
    }

    types! {
        Leaf = 404;
        Node = 409, Leaf, &'static Leaf;
        Unknown = 500, dyn StatusDocs<Code = u16>, Leaf;
        Ping = 501, Pong;
        Pong = 502, Ping, Leaf;
        Itself = 503, Itself;
    }

    fn listed<T: StatusCases<Code = u16>>() -> Vec<String> {
        let mut found = Vec::new();
        T::each_case(&mut |case| {
            found.push(match case {
                Case::Row { of, variant, doc } => std::format!("{of}.{variant} {}", doc.code),
                Case::Unlisted(ty) => std::format!("? {ty}"),
                Case::Open { of, variant } => std::format!("{of}.{variant} *"),
                Case::Inner(_) => unreachable!("an inner list is walked"),
            });
        });
        found
    }

    #[test]
    fn a_tree_is_walked_whatever_it_holds() {
        assert_eq!(listed::<Leaf>(), ["Leaf.Own 404"]);
        assert_eq!(listed::<&Leaf>(), ["Leaf.Own 404"]);
        assert_eq!(listed::<Node>(), ["Node.Own 409", "Leaf.Own 404", "Leaf.Own 404"]);
        assert_eq!(listed::<Unknown>(), ["Unknown.Own 500", "? dyn StatusDocs<Code = u16>", "Leaf.Own 404"]);
    }

    #[test]
    fn a_walk_over_types_that_hold_each_other_ends() {
        for (listed, expected) in [
            (listed::<Ping>(), vec!["Leaf.Own 404", "Ping.Own 501", "Pong.Own 502"]),
            (listed::<Itself>(), vec!["Itself.Own 503"]),
        ] {
            let mut found = listed;
            found.sort();
            found.dedup();
            assert_eq!(found, expected);
        }
    }
}
