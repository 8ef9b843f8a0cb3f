//! The macro that users call. It passes `$crate`, so that a renamed or re-exported crate is found.

/// Makes an enum from a table of status codes, with lookups, texts and documentation.
///
/// ```
/// use status_docs::status_table;
///
/// // HTTP's codes: the closed `pub enum HttpStatus: u16`.
/// status_table!();
///
/// // A table of your own. Attributes, docs and visibility are yours and pass through.
/// status_table! {
///     /// Faults of the door controller.
///     #[status(csv = "tables/faults.csv")]
///     pub enum Fault: u16 {
///         code = "Fault No.",
///         tips = "Support steps",
///         /// Seconds to wait.
///         retry_after: Option<u32> = "Retry (s)",
///         is_retryable: bool = "Retry?",
///         severity: enum Severity = "Sev",
///         owner: Team = "Team",
///     }
///
///     // A part of HTTP's codes.
///     #[status(only = "4xx, 5xx")]
///     pub(crate) enum Failure: u16;
/// }
///
/// #[derive(Debug, PartialEq)]
/// pub enum Team { FieldOps, Support }
///
/// assert_eq!(HttpStatus::NotFound.code(), 404);
/// assert_eq!(Fault::DoorHeld.retry_after(), Some(30));
/// assert_eq!(Fault::DoorForced.severity(), Severity::High);
/// assert_eq!(Fault::ReaderLost.owner(), Team::Support);
/// assert_eq!(Failure::from_code(200), None);
/// ```
///
/// # Grammar
///
/// ```text
/// status_table!();
/// status_table! { table… }
///
/// table  = attributes visibility ( `enum` or `struct` ) Name [ `:` code-type ] body
/// body   = `;`  or  `{` entry `,` … `}`
/// entry  = attributes visibility role `=` "Header"
///       or attributes visibility method `:` type [ `=` "Header" ]
/// type   = one of those below, `Option<` type `>`, or
///          attributes visibility `enum` Name [ `{` attributes Variant [ `=` "Cell" ] `,` … `}` ]
/// ```
///
/// Without a table it is the HTTP reference, as `pub enum HttpStatus: u16`. An entry says which column plays a role, or
/// types a further column, whose header is the method's name if no other is given.
///
/// The code type is `u8` to `u64`, `i8` to `i64`, or `str` for text codes, which are kept exactly as written (`00000`).
/// With a `csv` of your own it has to be given; HTTP's codes are `u16` by default. The words of `#[status(…)]` are [on
/// the front page](crate#the-words-of-status).
///
/// Docs and other attributes on an entry go to its method, those before an `enum` to that enum. Without a visibility of
/// their own, they have the table's.
///
/// # Roles
///
/// Columns are found by their headers, whatever their case, with or without spaces, `_` and `-`. A role named in the
/// body wins. A header that a typed column names is taken, and is not matched to a role.
///
/// | role | headers | |
/// |---|---|---|
/// | `code` | code, status code; else number, id, errno, no, nr, `#` | Required and unique. |
/// | `name` | name, identifier, symbol; else symbol name, code name, constant, mnemonic | The variant. Without this column the reason gives it; one of the two is required. |
/// | `reason` | reason, reason phrase, phrase, title, short name; description beside a definition | Without this column, the name as written. Rows may share a phrase if their names differ. |
/// | `definition` | definition, meaning, message, explanation; else description, details, comment, remark | An empty cell is `""`. |
/// | `tips` | tip, support, remedy, remediation, action, anything that ends in “tips”; else solution, resolution, fix, what to do, corrective action, next steps, troubleshooting | An empty cell is `None`. |
/// | `reference` | reference, ref, rfc, url, link | An empty cell is `None`. A URL or an RFC becomes a link in the docs. |
/// | `message` | with the word `messages`: message, error message, message template | What a program says, `Door {door} is open`: [messages](crate::_messages). |
/// | `class` | class, category, group | Emits `enum <Name>Class`; for HTTP it is [`StatusClass`](crate::StatusClass). |
/// | `aliases` | alias, aliases | Other phrases that parse, with ` \| ` between them; each is a constant too. A semicolon and a line break separate as well, a comma and a slash where every part is plainly a name: `EAGAIN, EWOULDBLOCK`. |
/// | `deprecated` | deprecated | A note, or yes: said on the card and the page, by `deprecation()` and `is_deprecated()`; with `warn_deprecated` also by the compiler. |
///
/// A noun in front does not count: `Fault No.`, `Alarm text`, `Error name`. Where no header is a name or a phrase, the
/// only column of texts is the phrase, whatever it is called.
///
/// A role may be a template of headers, which is filled in row by row: `code = "{SPN}-{FMI}"` has the codes `520-3`,
/// `reason = "{Keyword} {Protocol}"` the phrases `TCP Transmission Control`; `{{` and `}}` are the signs themselves.
/// Several empty cells leave an empty one. `tips = ""` says that no column has the tips, whatever the headers say.
///
/// # Further columns
///
/// | type | cells |
/// |---|---|
/// | `bool` | `yes`, `no`, `y`, `n`, `true`, `false`, `1`, `0`, `x`; an empty cell is `false`. |
/// | `u8` … `u64`, `i8` … `i64` | Decimal, or hexadecimal with `0x`. |
/// | `f32`, `f64` | A finite number. |
/// | `char` | One character. |
/// | `&str` | Any text; an empty cell is `""`. |
/// | `enum Severity` | Emits that enum, with a variant for each distinct cell; see below. |
/// | `enum Severity { Low, High }` | The same from a closed list: another cell is an error. |
/// | a path, such as `crate::Team` | An enum of yours: the cell `Field Ops` is `crate::Team::FieldOps`. |
/// | `status_docs::HttpStatus` | A cell is a code, a phrase or both: `404`, `Not Found`, `404 Not Found`. |
/// | `Option<…>` of one of these | An empty cell is `None`. |
///
/// # Open tables
///
/// A `struct` in place of the `enum` is an open table: a value is a row, four bytes, and there are no variants. It has
/// everything else that an enum has (lookups, texts, columns, traits, bridges, derives with `table = …`), up to
/// 1,048,576 rows from 64 MiB, and compiles in a fraction of the time: 200,000 rows in three seconds, where an enum of
/// 60,000 takes longer. `consts` makes constants of some rows, which patterns and `#[status(…)]` can name:
///
/// ```
/// status_docs::status_table! {
///     #[status(csv = "tables/faults.csv", consts = "100, 2xx")]
///     pub struct Fault: u16;
/// }
///
/// let fault = Fault::from_code(100).unwrap();
/// assert_eq!(fault, Fault::DoorForced);
/// assert_eq!(fault.to_string(), "100 Door Forced");
/// ```
///
/// Of text codes, an entry that is no code may be a range in the order of characters: `B20-B24` has `B20.1` as well. A
/// table of up to 2,000 rows is on the page of the type; `ALL` is paid for where it is named.
///
/// # Categories
///
/// The enum of a column is a closed list if you list its variants, which a cell names in any case, by the variant's
/// name or by the text that you give it. A mistyped cell is an error. The list also gives an order, smallest first:
///
/// ```
/// status_docs::status_table! {
///     #[status(csv = "tables/faults.csv")]
///     pub enum Fault: u16 {
///         code = "Fault No.",
///         /// How bad the fault is.
///         severity: #[derive(Default)] enum Severity {
///             #[default]
///             Low,
///             /// Somebody has to go there.
///             High = "high",
///         } = "Sev",
///         // Open: the cells make the variants, in no order. Derives, docs and other attributes are yours.
///         team: #[non_exhaustive] enum Team = "Team",
///     }
/// }
/// assert!(Fault::iter().any(|fault| fault.severity() >= Severity::High));
/// assert_eq!(Severity::High.as_str(), "High");             // the first such cell, else the name
/// assert_eq!("FIELD OPS".parse(), Ok(Team::FieldOps));
/// assert_eq!(format!("{:>12}", Team::FieldOps), "   Field Ops");
/// for team in Team::ALL {
///     println!("{team}");
/// }
/// ```
///
/// Such an enum is `Clone`, `Copy`, `Eq`, `Hash`, `Debug`, `Display` and `FromStr`, and has `ALL` and `as_str`; a closed
/// list is `Ord`. Two columns may share a closed list: write it once, and `enum Severity` in the other column.
///
/// # What it emits
///
/// For `Fault`, whose codes are `u16`:
///
/// ```
/// # status_docs::status_table! {
/// #     #[status(csv = "tables/faults.csv")]
/// #     pub enum Fault: u16 { code = "Fault No.", tips = "Support steps" }
/// # }
/// # use status_docs::UnknownCode;
/// const ALL: &[Fault] = Fault::ALL;                            // in the order of the table
/// const COUNT: usize = Fault::COUNT;
/// const HELD: Option<Fault> = Fault::from_code(101);
/// const FORCED: Option<Fault> = Fault::from_reason("door forced");   // any ASCII case; aliases too
/// const NAMED: Option<Fault> = Fault::from_name("DoorForced");
/// const TEXTS: (u16, &str, &str) = (Fault::DoorHeld.code(), Fault::DoorHeld.name(), Fault::DoorHeld.reason());
/// const TIPS: Option<&str> = Fault::DoorForced.tips();         // a method for each column that the table has
/// const CLASS: FaultClass = Fault::DoorHeld.class();
///
/// assert!(Fault::iter().eq(ALL.iter().copied()));              // without a constant, which a large table is slow to compile
/// assert_eq!(Fault::DoorHeld as u16, 101);                     // the discriminant is the code
/// assert_eq!(format!("{0} {0:?}", Fault::DoorHeld), "101 Door Held DoorHeld");
/// for text in ["101", "DoorHeld", "door held", "101 Door Held"] {
///     assert_eq!(text.parse(), Ok(Fault::DoorHeld));
/// }
/// let unknown: UnknownCode<Fault, u16> = Fault::try_from(7).unwrap_err();
/// assert_eq!(unknown.to_string(), "7 is not a code of Fault");
/// ```
///
/// It is `Clone`, `Copy`, `Eq`, `Ord`, `Hash`, `Debug`, `Display`, `FromStr`, an `Error`, `TryFrom` its code,
/// [`StatusDocs`](crate::StatusDocs) and [`StatusTable`](crate::StatusTable), and the code is `From` it. These may be
/// in your `#[derive(…)]` as well; others are added. A parser takes the exact code, then the name, then a phrase or an
/// alias in any ASCII case, then code and phrase together: whatever `Display` writes parses back.
///
/// With `messages`, there are `message() -> Template` and `LANGUAGES`; [`message!`](crate::message) puts values in.
///
/// With columns for them, there are `aliases() -> &'static [&'static str]`, `deprecation() -> Option<&'static str>` (the
/// note) and `is_deprecated()`; where a column `http`, `grpc` or `exit` is named in the body or looked for by a bridge,
/// `http_status() -> Option<u16>`, `grpc_code() -> Option<u8>` and `exit_code() -> Option<u8>`; with `link`, `link()`, which
/// displays the page's URL ([`Link`](crate::Link)). A table of HTTP's codes has `is_informational()`, `is_success()`,
/// `is_redirection()`, `is_client_error()` and `is_server_error()`, and its `http_status()` is the code, a plain `u16`.
///
/// An enum that is taken over from code by hand often has a `name()` that means something else, such as the text on the
/// wire. `without(name)` leaves that method to you, and so for every inherent item: nothing that is emitted calls them.
/// Take `self` and not `&self` in it: where [`StatusTable`](crate::StatusTable) is in scope, its `name(self)` would be
/// called in place of your `name(&self)`, without a word.
///
/// The enum is exhaustive: a `match` needs no `_`, and a new row has to be decided where it is matched. Write
/// `#[non_exhaustive]` on it if other crates match on it. A `#[cfg]` goes to everything that is emitted.
///
/// Each variant's documentation is a card with its texts and its row in the file; the enum's page has the whole table
/// (folded above 64 rows; `doc(no_table)` leaves it out). rustdoc's search finds a variant by its code, its phrase
/// and its name. A cell is always shown as text, even if it looks like markup.
///
/// # Names
///
/// Variants are `PascalCase` ASCII: `I'm a teapot` is `ImATeapot`, `URI Too Long` is `UriTooLong`. A phrase that gives
/// no such name, and two rows that give the same name, are errors that ask for a `name` column.
///
/// Give your table such a column: then a phrase can be reworded without a change in code. Where the code itself is the
/// name (`P0100`), one column may be both: `code = "Code", name = "Code"`. Rows can be named after their codes too,
/// with `names = "E{code}"`: rows without a name, and all rows whose names would be the same or are no names in code. Their
/// phrase is then the cell of the name, or the new name where nothing is written.
///
/// # Notation
///
/// If every code is written `0x…` in the table, codes are shown so: on cards, in findings, by `Display`, by
/// [`Open`](crate::Open) and in errors, with as many digits as the cells have if they all have the same number. Parsers
/// accept that and the decimal number. `code()` is still a number.
///
/// With `csv("f.csv", radix = 16)` the cells have the digits without `0x`, as devices and their logs write them. Codes are
/// shown with it, and parsers take `1A`, `1a` and `0x1A` for one row: nothing is decimal there, so `16` is the row 0x16.
///
/// # Errors
///
/// Everything that is wrong with the table is reported at once, each finding with its cell: [how to read an
/// error](crate#how-to-read-an-error).
#[cfg(feature = "macros")]
#[macro_export]
macro_rules! status_table {
    ($($input:tt)*) => {
        $crate::__private::status_table! { ($crate) $($input)* }
    };
}

/// Needs the feature `macros` of this crate, which is on by default; here, it says so.
#[cfg(not(feature = "macros"))]
#[macro_export]
macro_rules! status_table {
    ($($input:tt)*) => {
        ::core::compile_error! {
            "`status_table!` needs the feature `macros` of status-docs: take `default-features = false` out, or add features = [\"macros\"]"
        }
    };
}
