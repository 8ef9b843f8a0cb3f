//! The procedural macros of [`status-docs`](https://docs.rs/status-docs), which is the crate to depend on: they turn a
//! checked table of status codes into tokens.

use proc_macro::TokenStream;

/// What `status_docs::status_table!` calls, with the path of that crate in front; documented there.
#[doc(hidden)]
#[proc_macro]
pub fn status_table(input: TokenStream) -> TokenStream {
    status_docs_codegen::status_table(input.into()).into()
}

/// Lets your own error type answer with the rows of a table: code, reason phrase, definition, tips.
///
/// ```
/// use status_docs::StatusDocs;
///
/// #[derive(Debug, StatusDocs)]
/// #[status(default = InternalServerError)]
/// pub enum ApiError {
///     #[status(NotFound)] // or 404
///     Missing { id: u64 },
///     #[status(429, tips = "Wait a minute, then try again.")] // this variant's own text
///     Busy,
///     #[status(transparent)] // the inner error answers
///     Auth(AuthError),
///     Conflict,   // no attribute: found by its name
///     Db(String), // no row of that name: the default
/// }
///
/// #[derive(Debug, StatusDocs)]
/// #[status(401)]
/// pub struct AuthError;
///
/// assert_eq!(ApiError::Missing { id: 7 }.code(), 404);
/// assert_eq!(ApiError::Busy.tips(), Some("Wait a minute, then try again."));
/// assert_eq!(ApiError::Auth(AuthError).reason(), "Unauthorized");
/// assert_eq!(ApiError::Conflict.code(), 409);
/// assert_eq!(ApiError::Db("gone".to_owned()).code(), 500);
/// ```
///
/// The rows are those of the embedded HTTP reference (`status_docs::HttpStatus`), or of your own CSV. It works on enums
/// with variants of any kind, on structs, with lifetimes, generics and where clauses, and beside other derives such as
/// `thiserror::Error`. Naming a row that does not exist is a compile error, which says which one was probably meant.
///
/// # On a variant, or on a struct about itself
///
/// | `#[status(…)]` | |
/// |---|---|
/// | `404`, `-2`, `0x1F`, `"23505"` | The row with this code. |
/// | `NotFound`, `NOT_FOUND` | The row with this name or alias, in either case style. |
/// | *nothing* | The row of the variant's own name, else the enum's `default`, else an error. |
/// | `transparent` | The one field answers: its type implements `StatusDocs` with the same code type. A `Box`, `Rc` or `Arc` around it is looked through; a type parameter gets the bound. Among several fields, `#[status(transparent)]` stands on the field that answers. |
/// | `transparent = crate::codes::of_parse` | This function answers, from a reference to the field to a `StatusDoc`: for types of other crates. Nothing is asked of the field's type. |
/// | `reason = "…"`, `definition = "…"`, `tips = "…"` | Texts of the variant's own, in place of the row's. `tips = ""` is none. |
/// | `message = "Order {id} is gone"` | With `display` or `messages`: its own message in place of the row's; it holds in every language. |
/// | `values(path = path.display())` | Names for values that a message shows and that are no fields, or have no `Display`. Fields are in scope by name, those of a tuple as `_0`, `_1`. |
/// | `detail`, `detail = false`, `detail = "…"` | Whether a service shows clients the value's own text, or which text in its place. Without it, texts are shown below 500 and hidden from there on. On the type, it is the default of the variants that are not transparent. |
///
/// Many variants may share a row.
///
/// # On the type
///
/// | `#[status(…)]` | |
/// |---|---|
/// | `default = InternalServerError` | The row, by name or by code, of all variants that name none. For enums. |
/// | `csv = "tables/faults.csv"` | The rows are those of this file, relative to the crate's `Cargo.toml`. Its columns are found by their headers, as by `status_table!`. |
/// | `code = u32`, `code = str` | The type of its codes. Without it, the enum's integer `#[repr]` is used; without that, it is required. |
/// | `columns(code = "Fault No.")` | Which header is which role, if it is not recognised by itself; `""` is none. |
/// | `columns(sqlstate: &str = "SQLSTATE")` | A typed column, as in the body of `status_table!`: a method `sqlstate(&self)` of the type. Where a value has no row of its own, it has to be an `Option`. With `table`, the column of that name of the enum: `columns(sqlstate: &str)`. |
/// | `table = crate::Fault` | The rows are those of that enum, in place of a file's; see below. |
/// | `exhaustive` | Every row has its variant; see below. For enums. |
/// | `display` | The table's messages are what the type displays: `Display` is written from its column `message`. |
/// | `messages` | The same messages without `Display`, which stays yours: clients are told the table's. |
/// | `languages("en", "de")` | Languages in which every row that a variant names has to have a message; the first is that of columns without a tag. |
/// | `without(TryFrom)` | The impl of an exhaustive enum that you write yourself. |
/// | `with(axum, utoipa)` | Impls of other crates' traits, for a web service. |
/// | `crate = ::renamed` | Where `status_docs` is, if it is not `::status_docs`: renamed or re-exported. |
///
/// Further words about the table, such as `base`, `only` and `skip`, are the same as those of `status_table!`: see
/// [the front page](https://docs.rs/status-docs/latest/status_docs/#the-words-of-status).
///
/// # A code that is only known at run time
///
/// `#[status(code)]` on a field says that it has the code: what was received is kept, whether the table knows it or not.
/// A known code answers with its row, any other one with the variant's own texts, else those of the `default`, else with
/// the variant's name. With `exhaustive`, where each other variant is one row without a field, the type is also `From`
/// the field's type.
///
/// ```
/// use status_docs::StatusDocs;
///
/// #[derive(Debug, PartialEq, StatusDocs)]
/// #[status(csv = "tables/doors.csv", code = u8, exhaustive)]
/// pub enum Fault {
///     DoorForced,
///     DoorHeld,
///     Unknown(#[status(code)] u8),
/// }
///
/// assert_eq!(Fault::from(18), Fault::DoorHeld);
/// assert_eq!(Fault::from(99), Fault::Unknown(99));
/// assert_eq!((Fault::Unknown(99).code(), Fault::Unknown(18).reason()), (99, "Door Held"));
/// ```
///
/// The field is an integer that the code type is `From`, or a `&'static str`, by value or by reference, among others too.
///
/// # A table of your own: `exhaustive`
///
/// With `exhaustive`, every row of the table has to be named by at least one variant; the rows that are not are listed
/// in one error, each with its line in the file. An explicit discriminant has to be the code of the variant's row.
///
/// A fieldless enum with exactly one variant for each row is then a table itself: if it is `Copy` and `Eq`, it gets
/// [`StatusTable`](https://docs.rs/status-docs/latest/status_docs/trait.StatusTable.html) and `TryFrom` its codes.
/// `ALL` is in the order of the table, not in that of the enum; `from_code` takes constant time; `name` is the name of
/// the variant, while that of the row is in `docs().name`. It cannot have another `TryFrom` of that type.
///
/// ```
/// use status_docs::{StatusDocs, StatusTable};
///
/// #[derive(Clone, Copy, Debug, PartialEq, Eq, StatusDocs)]
/// #[status(csv = "tables/doors.csv", exhaustive)]
/// #[repr(u16)]
/// pub enum Fault {
///     DoorForced = 17,
///     #[status(18)]
///     Held = 18,
/// }
///
/// assert_eq!(Fault::ALL, [Fault::DoorForced, Fault::Held]);
/// assert_eq!(Fault::try_from(18), Ok(Fault::Held));
/// assert_eq!(Fault::Held.reason(), "Door Held");
/// ```
///
/// Variants that a `#[cfg]` removes do not exist, and their rows are missing.
///
/// # The rows of an existing enum: `table`
///
/// Where `status_table!` has made an enum of the table, an error type need not read the file again, nor repeat which
/// column is what:
///
/// ```
/// use status_docs::{StatusDocs, status_table};
///
/// status_table! {
///     #[status(csv = "tables/doors.csv")]
///     pub enum Fault: u16;
/// }
///
/// #[derive(StatusDocs)]
/// #[status(table = Fault, default = DoorHeld)]
/// pub enum DoorError {
///     #[status(DoorForced)]
///     Broken { by: String },
///     #[status(18, tips = "Close it.")]
///     Open,
///     Jammed, // a row of that name, if there is one: else the default
/// }
///
/// assert_eq!(DoorError::Broken { by: "wind".to_owned() }.docs(), Fault::DoorForced.docs());
/// assert_eq!(DoorError::Open.code(), 18);
/// assert_eq!(DoorError::Jammed.reason(), "Door Held");
/// ```
///
/// A row that is named is `Fault::` and what you wrote, which the compiler checks and an editor goes to. A code is
/// looked up by the compiler: `no row of `Fault` has the code 19`. The docs of the impl link the rows. `only`
/// keeps some of them, by code, and with `exhaustive` each of those needs a variant: several types can share one table.
/// If your type is more visible than the enum, give the type of the codes too: `code = u16`.
///
/// # Many error types, one interface
///
/// `dyn StatusDocs<Code = u16>` is a type, so errors of several enums can be handled as one:
///
/// ```
/// use status_docs::{HttpStatus, StatusDocs};
///
/// #[derive(StatusDocs)]
/// enum Upload {
///     #[status(PayloadTooLarge)]
///     Full,
///     #[status(transparent)]
///     Other(Box<dyn StatusDocs<Code = u16>>),
/// }
///
/// let errors = [Upload::Full, Upload::Other(Box::new(HttpStatus::Gone))];
/// assert_eq!(errors.map(|error| error.code()), [413, 410]);
/// ```
///
/// # Documentation
///
/// The impl carries a table of the variants with code, meaning and tips, which rustdoc shows on the type's page. Each
/// variant that names a row of the HTTP reference is emitted as `HttpStatus::` and what you wrote, so that an editor
/// shows the row's card on `#[status(NotFound)]` and goes to it. A derive cannot put documentation on the variants that
/// you wrote; if they should have the rows' documentation, let `status_table!` write the enum.
#[proc_macro_derive(StatusDocs, attributes(status))]
pub fn status_docs(input: TokenStream) -> TokenStream {
    status_docs_codegen::status_docs(input.into()).into()
}
