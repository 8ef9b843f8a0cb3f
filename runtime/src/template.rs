//! The message of a row, whose values the program gives: an enum of `status_table!` has no fields.

use core::fmt::{self, Debug, Display, Formatter};

use crate::language::Language;
use crate::lookup::{Spoken, write_text};

/// What a row of a table says, with names in braces where the program puts values in: the `message()` of an enum of
/// [`status_table!`](crate::status_table) with the word `messages`.
///
/// [`message!`](crate::message) fills it in, checked by the compiler; [`with`](Self::with) does at run time.
///
/// ```
/// use status_docs::{Language, message, status_table};
///
/// status_table! {
///     #[status(csv = "tables/spoken.csv", messages)]
///     pub enum Fault: u16;
/// }
///
/// const HELD: status_docs::Template = Fault::DoorHeld.message();
/// assert_eq!(HELD.text(), "Door {door} has been open for {seconds} s");
/// assert_eq!(HELD.names(), ["door", "seconds"]);
///
/// let said = message!(Fault::DoorHeld, seconds = 30, door = "B");
/// assert_eq!(said.to_string(), "Door B has been open for 30 s");
/// assert_eq!(said.in_language(Language::new("de-AT")).to_string(), "Seit 30 s ist die T\u{fc}r B offen");
/// ```
#[derive(Clone, Copy)]
pub struct Template {
    spoken: &'static Spoken,
    row: usize,
    /// The column of its language; `None` for the phrase.
    column: Option<usize>,
    phrase: &'static str,
}

impl Template {
    #[inline]
    pub(crate) const fn new(spoken: &'static Spoken, row: usize, phrase: &'static str) -> Self {
        let column = if spoken.text(row, 0).is_empty() { None } else { Some(0) };
        Self { spoken, row, column, phrase }
    }

    /// The cell as the table has it, on one line; the phrase of a row without a message.
    #[must_use]
    #[inline]
    pub const fn text(self) -> &'static str {
        match self.column {
            Some(column) => self.spoken.text(self.row, column),
            None => self.phrase,
        }
    }

    /// The names of its values, each once, in the order in which the message in the default language shows them.
    #[must_use]
    #[inline]
    pub const fn names(self) -> &'static [&'static str] {
        self.spoken.names(self.row)
    }

    /// The same in a language; as it is, where the row has no message in it.
    #[must_use]
    #[inline]
    pub fn in_language(self, language: Language) -> Self {
        let column = self.spoken.column(self.row, Some(language));
        Self { column, ..self }
    }

    /// The language that it is in; `None` for a phrase, and where the table does not say.
    #[must_use]
    #[inline]
    pub fn language(self) -> Option<Language> {
        self.spoken.tag(self.column?)
    }

    /// With values, by their names. One that is not given is shown as the cell has it, and one that the message does not
    /// show is ignored: [`message!`](crate::message) checks both when it is compiled.
    ///
    /// ```
    /// # status_docs::status_table! {
    /// #     #[status(csv = "tables/spoken.csv", messages)]
    /// #     pub enum Fault: u16;
    /// # }
    /// let said = Fault::DoorHeld.message().with(&[("seconds", &30)]).to_string();
    /// assert_eq!(said, "Door {door} has been open for 30 s");
    /// ```
    #[must_use]
    #[inline]
    pub const fn with<'v>(self, values: &'v [(&'v str, &'v dyn Display)]) -> Filled<'v> {
        Filled { template: self, values }
    }

    #[inline]
    pub(crate) fn write(
        self,
        value: &dyn Fn(&str, &mut Formatter<'_>) -> Option<fmt::Result>,
        f: &mut Formatter<'_>,
    ) -> fmt::Result {
        match self.column {
            Some(_) => write_text(self.text(), value, f),
            None => f.pad(self.phrase),
        }
    }
}

/// Names in braces, as the cell has them.
impl Display for Template {
    #[inline]
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        self.write(&|_, _| None, f)
    }
}

impl Debug for Template {
    #[inline]
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Template").field(&self.text()).finish()
    }
}

/// A [`Template`] with values, which is displayed: what [`message!`](crate::message) gives.
#[derive(Clone, Copy)]
pub struct Filled<'v> {
    #[doc(hidden)]
    pub template: Template,
    #[doc(hidden)]
    pub values: &'v [(&'v str, &'v dyn Display)],
}

impl Filled<'_> {
    /// The same in a language; as it is, where the row has no message in it.
    #[must_use]
    #[inline]
    pub fn in_language(self, language: Language) -> Self {
        Self { template: self.template.in_language(language), ..self }
    }
}

/// Width, alignment and precision are those of the whole; no flag reaches a value.
impl Display for Filled<'_> {
    #[inline]
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let value = |name: &str, f: &mut Formatter<'_>| {
            let (_, value) = self.values.iter().find(|(given, _)| plain(given) == name)?;
            Some(write!(f, "{value}"))
        };
        self.template.write(&value, f)
    }
}

impl Debug for Filled<'_> {
    #[inline]
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Filled").field(&format_args!("{self}")).finish()
    }
}

/// A name without the `r#` of a raw one.
#[inline]
pub(crate) const fn plain(name: &str) -> &str {
    match name.as_bytes() {
        [b'r', b'#', ..] => match name.split_at_checked(2) {
            Some((_, name)) => name,
            None => name,
        },
        _ => name,
    }
}

/// The message of a row with its values, checked when it is compiled: each value that the message shows is given, and no
/// other.
///
/// `message!(Fault::DoorHeld, seconds = 30, door = name)` is displayed, and has `in_language(language)`. It borrows the
/// values, as `format!` does. See [`Template`](crate::Template).
///
/// ```compile_fail
/// # status_docs::status_table! {
/// #     #[status(csv = "tables/spoken.csv", messages)]
/// #     pub enum Fault: u16;
/// # }
/// let said = status_docs::message!(Fault::DoorHeld, seconds = 30);  // the message shows {door}; give it a value
/// ```
#[macro_export]
macro_rules! message {
    ($row:expr $(, $name:tt = $value:expr)* $(,)?) => {
        // Not a block: its temporaries would end with it.
        $crate::Filled {
            template: {
                const __STATUS_DOCS_TEMPLATE: $crate::Template = $row.message();
                const _: () = $crate::__private::takes(__STATUS_DOCS_TEMPLATE, &[$(::core::stringify!($name)),*]);
                __STATUS_DOCS_TEMPLATE
            },
            values: &[$((::core::stringify!($name), &$value as &dyn ::core::fmt::Display)),*],
        }
    };
}

impl Template {
    /// Whether anything may be given: what is wrong with the table is reported.
    #[inline]
    pub(crate) const fn is_reported(self) -> bool {
        self.spoken.is_reported
    }
}
