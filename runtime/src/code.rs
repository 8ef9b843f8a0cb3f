//! What a code can be, and what can be looked up as one.

use core::fmt::{Debug, Display};

/// The type of a table's codes: an integer, or `&'static str`.
///
/// Implemented for `u8` to `u64`, `i8` to `i64` and `&'static str`. Use it in functions that work with tables of any
/// code type:
///
/// ```
/// use status_docs::{Code, HttpStatus, StatusDocs, StatusTable};
///
/// fn lookup<T: StatusTable>(text: &str) -> Option<T> {
///     T::from_code(<T as StatusDocs>::Code::parse(text)?)
/// }
/// assert_eq!(lookup("404"), Some(HttpStatus::NotFound));
/// assert_eq!(lookup::<HttpStatus>("+404"), None);
/// ```
///
/// It is sealed: emitted code and the lookups know all code types.
pub trait Code: sealed::Code + Copy + Display + Debug + Eq + 'static {
    /// What a table is looked up by: the integer, or a text of any lifetime, so that a received, borrowed text can be
    /// looked up.
    type Query<'a>: Copy + Display + Debug + Ord;

    /// The code as a question.
    fn query<'a>(self) -> Self::Query<'a>;

    /// The question that a text asks: the code as `Display` writes it (`404`, but not `+404` or
    /// `0404`). `None` if no code looks like that.
    fn parse(text: &str) -> Option<Self::Query<'_>>;

    /// The code as a number; `None` if it is a text.
    ///
    /// ```
    /// use status_docs::Code;
    ///
    /// assert_eq!(404_u16.number(), Some(404));
    /// assert_eq!("00404".number(), None);
    /// ```
    #[inline]
    fn number(self) -> Option<i128> {
        None
    }

    /// Writes a code that is asked for.
    #[cfg(feature = "serde")]
    #[doc(hidden)]
    fn serialize<S: serde_core::Serializer>(query: Self::Query<'_>, serializer: S) -> Result<S::Ok, S::Error>;

    /// The code with these bits, for a table that writes its codes in hexadecimal; `None` if the type has fewer bits.
    #[doc(hidden)]
    #[inline]
    fn from_bits<'a>(_bits: u64) -> Option<Self::Query<'a>> {
        None
    }
}

/// Whether a text is an integer as `Display` writes it.
#[inline]
fn is_plain(text: &str) -> bool {
    let digits = text.strip_prefix('-').unwrap_or(text);
    match digits.as_bytes() {
        [b'0'] => digits.len() == text.len(),
        [b'1'..=b'9', ..] => true,
        _ => false,
    }
}

macro_rules! integer_codes {
    ($($int:ident)*) => {$(
        impl sealed::Code for $int {}

        impl Code for $int {
            type Query<'a> = $int;

            #[inline]
            fn query<'a>(self) -> Self::Query<'a> {
                self
            }

            #[inline]
            fn parse(text: &str) -> Option<$int> {
                if is_plain(text) { text.parse().ok() } else { None }
            }

            #[inline]
            fn number(self) -> Option<i128> {
                Some(self.into())
            }

            #[cfg(feature = "serde")]
            #[inline]
            fn serialize<S: serde_core::Serializer>(query: $int, serializer: S) -> Result<S::Ok, S::Error> {
                serde_core::Serialize::serialize(&query, serializer)
            }

            #[allow(
                clippy::cast_possible_truncation,
                clippy::cast_possible_wrap,
                clippy::cast_lossless,
                trivial_numeric_casts,
                reason = "it fits, and the sign is a bit like the others"
            )]
            #[inline]
            fn from_bits<'a>(bits: u64) -> Option<Self::Query<'a>> {
                (bits <= u64::MAX >> (64 - $int::BITS)).then_some(bits as $int)
            }
        }
    )*};
}

integer_codes!(u8 u16 u32 u64 i8 i16 i32 i64);

impl sealed::Code for &'static str {}

impl Code for &'static str {
    type Query<'a> = &'a str;

    #[inline]
    fn query<'a>(self) -> Self::Query<'a> {
        self
    }

    #[inline]
    fn parse(text: &str) -> Option<&str> {
        Some(text)
    }

    #[cfg(feature = "serde")]
    #[inline]
    fn serialize<S: serde_core::Serializer>(query: &str, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(query)
    }
}

/// What can be looked up in a table whose codes are of type `K`.
///
/// Implemented for every code type itself, and for everything that can be borrowed as a text (`&str`, `String`) where
/// the codes are texts. It is sealed.
///
/// ```
/// use status_docs::{AsCode, HttpStatus, Open, StatusTable};
///
/// fn keep<T: StatusTable, C: AsCode<T::Code>>(code: C) -> Open<T, C> {
///     Open::from_code(code)
/// }
/// assert_eq!(keep::<HttpStatus, u16>(404).known(), Some(HttpStatus::NotFound));
/// ```
pub trait AsCode<K: Code>: sealed::AsCode<K> {
    /// The question to ask the table.
    fn as_code(&self) -> K::Query<'_>;
}

impl<S: AsRef<str>> sealed::AsCode<&'static str> for S {}

impl<S: AsRef<str>> AsCode<&'static str> for S {
    #[inline]
    fn as_code(&self) -> &str {
        self.as_ref()
    }
}

macro_rules! integers_as_codes {
    ($($int:ident)*) => {$(
        impl sealed::AsCode<$int> for $int {}

        impl AsCode<$int> for $int {
            #[inline]
            fn as_code(&self) -> $int {
                *self
            }
        }
    )*};
}

integers_as_codes!(u8 u16 u32 u64 i8 i16 i32 i64);

/// Traits that no other crate can name, and so cannot implement.
mod sealed {
    pub trait Code {}

    /// With the parameter of the trait that it seals: without it, the impls for texts and for integers would overlap.
    pub trait AsCode<K> {}
}
