//! Names in code that are the cells exactly as written.

use status_docs::{StatusDocs, StatusTable, status_table};

macro_rules! markers {
    ($($name:ident = $code:literal { name: $cell:literal };)*) => {
        const MARKERS: &[(&str, u16, &str)] = &[$((stringify!($name), $code, $cell)),*];
    };
}

status_table! {
    #[status(csv = "tables/verbatim.csv", verbatim, each(markers, name))]
    enum ErrorKind: u16;

    #[status(
        csv = "tables/verbatim_items.csv",
        verbatim,
        without(ALL, COUNT, code, iter, name, from_code, reason)
    )]
    enum Items: u16;

    #[status(csv = "tables/errno.csv", verbatim, names = "{code}")]
    enum Errno: str { code = "name", name = "" }
}

// No name needs it here: where the lint is forbidden, allowing it would be an error.
mod forbidden {
    #![forbid(non_camel_case_types)]

    status_docs::status_table! {
        #[status(csv = "tables/faults.csv", verbatim, names = "E{code}")]
        pub(super) enum Fault: u16;
    }
}

#[derive(Debug, StatusDocs)]
#[status(csv = "tables/verbatim.csv", verbatim, code = u16)]
enum Failure {
    #[status(ER_DUP_KEY)]
    Duplicate,
    #[status(r#type)]
    Type,
    #[status(ok)]
    Lower,
    #[status(OK)]
    Upper,
    #[status(1)]
    ByCode,
}

#[test]
fn every_row_is_found() {
    super::every_row_is_found::<ErrorKind>();
    super::every_row_is_found::<Items>();
    super::every_row_is_found::<Errno>();
    super::every_row_is_found::<forbidden::Fault>();
}

#[test]
fn there_is_one_spelling_everywhere() {
    assert_eq!((ErrorKind::ER_DUPE, ErrorKind::r#async), (ErrorKind::ER_DUP_KEY, ErrorKind::ER_DUP_KEY));
    let spelt = |row: ErrorKind| (row.name(), format!("{row:?}"), row.docs().name);
    assert_eq!(spelt(ErrorKind::ER_DUP_KEY), ("ER_DUP_KEY", "ER_DUP_KEY".to_owned(), "ER_DUP_KEY"));
    // A raw name is raw in code alone.
    assert_eq!(spelt(ErrorKind::r#type), ("type", "type".to_owned(), "type"));
    assert_eq!(ErrorKind::from_name("type"), Some(ErrorKind::r#type));
    assert_eq!("ErDupKey".parse::<ErrorKind>().ok(), None);
    assert_eq!(MARKERS[..2], [("ER_DUP_KEY", 1022, "ER_DUP_KEY"), ("r#type", 1105, "type")]);
    assert_eq!(MARKERS.len(), ErrorKind::COUNT);
}

#[test]
fn names_may_differ_in_case_alone() {
    assert_eq!("ok".parse(), Ok(ErrorKind::ok));
    assert_eq!("OK".parse(), Ok(ErrorKind::OK));
    assert_eq!([Failure::Lower.code(), Failure::Upper.code(), Failure::ByCode.code()], [1, 2, 1]);
    assert_eq!([Failure::Duplicate.code(), Failure::Type.code()], [1022, 1105]);
}

#[test]
fn items_of_ours_are_names_where_they_are_left_out() {
    assert_eq!(<Items as StatusTable>::ALL.len(), 7);
    assert_eq!((Items::ALL, Items::code), ("ALL".parse().unwrap(), "Code lock".parse().unwrap()));
}

#[test]
fn text_codes_can_be_the_names() {
    let row = <Errno as StatusTable>::ALL[0];
    assert_eq!(row.name(), row.code());
}
