//! `without(…)` with inherent items: each can be left out, and all of them at once, and nothing else answers differently.

#![allow(
    clippy::unused_self,
    clippy::iter_not_returning_iterator,
    reason = "what takes the place of our items answers anything"
)]

use std::fmt::{Debug, Display};
use std::str::FromStr;

use status_docs::{Case, HttpStatus, Open, StatusCases, StatusDocs, StatusTable, UnknownCode, status_table};

/// A table with every item but these.
macro_rules! table {
    ($($word:ident)*) => {
        status_table! {
            #[status(
                csv = "tables/left_out.csv",
                link = "https://example.org/faults/{code}",
                with(http = ::http, exit_code),
                messages,
                without($($word),*)
            )]
            pub enum Fault: u32 {
                http = "http",
                grpc = "grpc",
                exit = "exit",
                retry: Option<u32> = "Retry (s)",
            }
        }
    };
}

/// A module for each item, in which the user has another item of that name; and one in which they have all.
macro_rules! each_left_out {
    ($($module:ident: $word:ident = { $($item:tt)* })*) => {
        $(
            mod $module {
                use super::*;

                table!($word);

                #[allow(dead_code)]
                impl Fault {
                    $($item)*
                }
            }
        )*

        mod all_at_once {
            use super::*;

            table!($($word)*);

            #[allow(dead_code)]
            impl Fault {
                $($($item)*)*
            }
        }

        const WORDS: &[&str] = &[$(stringify!($word)),*];

        #[test]
        fn each_item_can_be_left_out() {
            $(
                assert_eq!(answers::<$module::Fault>(), answers::<full::Fault>(), "without({})", stringify!($word));
            )*
        }
    };
}

mod full {
    use super::*;

    table!();
}

// None of them answers what the table does, and some are not even functions.
each_left_out! {
    all: ALL = { pub const ALL: u8 = 0; }
    count: COUNT = { pub const COUNT: &'static str = "many"; }
    iter: iter = { pub const fn iter(self) -> u8 { 0 } }
    from_code: from_code = { pub const fn from_code(_: u32) -> Option<Self> { None } }
    from_name: from_name = { pub const fn from_name(_: &str) -> Option<Self> { None } }
    from_reason: from_reason = { pub const fn from_reason(_: &str) -> Option<Self> { None } }
    code: code = { pub const fn code(self) -> &'static str { "own" } }
    name: name = { pub const fn name(self) -> &'static str { "order_missing" } }
    reason: reason = { pub const fn reason(self) -> Option<&'static str> { None } }
    definition: definition = { pub const fn definition(self) -> u8 { 0 } }
    tips: tips = { pub const fn tips(self) -> &'static [&'static str] { &[] } }
    reference: reference = { pub const fn reference(self) -> u8 { 0 } }
    class: class = { pub const fn class(self) -> u8 { 0 } }
    aliases: aliases = { pub const fn aliases(self) -> u8 { 0 } }
    deprecation: deprecation = { pub const fn deprecation(self) -> u8 { 0 } }
    is_deprecated: is_deprecated = { pub const fn is_deprecated(self) -> u8 { 0 } }
    http_status: http_status = { pub const fn http_status(self) -> u8 { 0 } }
    grpc_code: grpc_code = { pub const fn grpc_code(self) -> u64 { 0 } }
    exit_code: exit_code = { pub const fn exit_code(self) -> u64 { 0 } }
    link: link = { pub const fn link(self) -> &'static str { "none" } }
    message: message = { pub const fn message(self) -> u8 { 0 } }
    languages: LANGUAGES = { pub const LANGUAGES: u8 = 0; }
}

/// What traits, conversions and typed columns answer for each row.
fn answers<T>() -> Vec<String>
where
    T: StatusTable + StatusDocs<Code = u32> + StatusCases + FromStr + TryFrom<u32, Error = UnknownCode<T, u32>>,
    T: Debug + Display + std::error::Error + Retry,
    u32: From<T>,
    http::StatusCode: From<T>,
    std::process::ExitCode: From<T>,
    <T as FromStr>::Err: Debug,
{
    let mut answers = vec![format!("{} {}", T::NAME, T::COUNT)];
    for (row, at) in <T as StatusTable>::iter().zip(T::ALL) {
        let doc = StatusDocs::docs(&row);
        answers.push(format!("{row} {row:?} {at} {doc:?} {:?}", row.retry_of()));
        let texts = (StatusDocs::reason(&row), StatusDocs::definition(&row), StatusDocs::tips(&row));
        answers.push(format!("{texts:?} {:?} {}", StatusDocs::reference(&row), StatusTable::name(row)));
        answers.push(format!(
            "{} {:?}",
            status_docs::Language::default().message_of(&row),
            <T as StatusCases>::LANGUAGES
        ));
        answers.push(format!("{:?} {:?}", http::StatusCode::from(row), std::process::ExitCode::from(row)));
        let code = StatusDocs::code(&row);
        let found = [
            <T as StatusTable>::from_code(code),
            T::try_from(code).ok(),
            Open::<T>::from_code(u32::from(row)).known(),
            doc.name.parse().ok(),
            doc.reason.to_uppercase().parse().ok(),
            row.to_string().parse().ok(),
        ];
        assert_eq!(found, [Some(row); 6]);
    }
    T::each_case(&mut |case| match case {
        Case::Row { doc, .. } => answers.push(format!("{} {doc:?}", case.name())),
        _ => unreachable!("a table has rows"),
    });
    answers
}

/// The typed column, which is a method of each enum.
trait Retry {
    fn retry_of(self) -> Option<u32>;
}

macro_rules! retry {
    ($($module:ident)*) => {$(
        impl Retry for $module::Fault {
            fn retry_of(self) -> Option<u32> {
                self.retry()
            }
        }
    )*};
}

retry! {
    full all_at_once all count iter from_code from_name from_reason code name reason definition tips reference class
    aliases deprecation is_deprecated http_status grpc_code exit_code link message languages
}

#[test]
fn all_items_can_be_left_out_at_once() {
    assert_eq!(answers::<all_at_once::Fault>(), answers::<full::Fault>());
    assert_eq!(answers::<full::Fault>().len(), 1 + 3 * 5);
    assert_eq!((all_at_once::Fault::OrderMissing.name(), all_at_once::Fault::COUNT), ("order_missing", "many"));
    assert_eq!(WORDS.len(), 22);
}

/// A derive asks the rows of the table in constants.
#[derive(Debug, StatusDocs)]
#[status(table = all_at_once::Fault, default = StockOffline)]
enum ShopError {
    OrderMissing,
    #[status(1002)]
    Locked,
    #[status(OrderLocked, reason = "Locked")]
    Named,
    Other(#[allow(dead_code)] u8),
}

#[test]
fn a_derive_takes_the_rows_of_a_table_without_any_item() {
    let codes = [ShopError::OrderMissing, ShopError::Locked, ShopError::Named, ShopError::Other(1)]
        .map(|error| (error.code(), error.docs().name));
    let expected = [(1001, "OrderMissing"), (1002, "OrderLocked"), (1002, "OrderLocked"), (2001, "StockOffline")];
    assert_eq!(codes, expected);
    let mut listed = Vec::new();
    ShopError::each_case(&mut |case| {
        if let Case::Row { doc, .. } = case {
            listed.push((doc.code, doc.name));
        }
    });
    assert_eq!(listed, expected);
}

status_table! {
    #[status(only = "404, 503", without(
        class, is_informational, is_success, is_redirection, is_client_error, is_server_error, http_status, code, tips,
    ))]
    enum Status: u16;
}

#[allow(dead_code)]
impl Status {
    const fn class(self) -> &'static str {
        "own"
    }

    const fn is_client_error(self) -> Option<bool> {
        None
    }
}

#[test]
fn the_questions_of_http_can_be_left_out() {
    let docs: Vec<_> = Status::iter().map(|row| row.docs()).collect();
    assert_eq!(docs, [HttpStatus::NotFound.docs(), HttpStatus::ServiceUnavailable.docs()]);
    assert_eq!((Status::NotFound.class(), Status::NotFound.is_client_error()), ("own", None));
    // A trait's method is there where the trait is, and the user's own would win.
    assert_eq!(Status::NotFound.code(), 404);
}
