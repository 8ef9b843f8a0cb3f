//! Tables whose rows are no variants.

use status_docs::{Open, StatusDocs, status_table};

status_table! {
    #[status(csv = "tables/catalogue.csv", verbatim, consts = "A00, B20-B24, C*")]
    /// Damages, with a constant for some.
    struct Damage: str {
        kind: enum Kind = "Kind",
        days: Option<u8> = "Days",
        http = "http",
    }

    #[status(csv = "tables/errno.csv", consts = "-2")]
    struct Errno: i16;

    #[status(csv = "tables/errno.csv")]
    struct WideErrno: i64;

    #[status(consts = "404, 5xx", only = "4xx, 5xx")]
    struct HttpError: u16;

    #[status(csv("tables/panel.csv", radix = 16), consts = "0x10-0x1F")]
    struct Panel: u8 { code = "Code (hex)" }
}

#[derive(Debug, StatusDocs)]
#[status(table = Damage)]
enum Failure {
    #[status(A00)]
    Seal,
    // A row without a constant is named by its code.
    #[status("A01")]
    Hinge { door: u8 },
}

#[test]
fn every_row_is_found() {
    super::every_row_is_found::<Damage>();
    super::every_row_is_found::<Errno>();
    super::every_row_is_found::<WideErrno>();
    super::every_row_is_found::<HttpError>();
}

#[test]
fn a_value_is_its_row() {
    assert_eq!((size_of::<Damage>(), Damage::COUNT, Damage::iter().len()), (4, 7, 7));
    let row = Damage::from_code("B21").unwrap();
    assert_eq!((row.name(), row.reason(), row.definition()), ("B21", "Torn strap", ""));
    assert_eq!((row.kind(), row.days(), row.http_status()), (Kind::Force, Some(1), Some(422)));
    assert_eq!("odd BOLT".parse(), Ok(Damage::B20));
    assert_eq!(Damage::from_reason("Broken seal"), Some(Damage::A00));
    assert_eq!(Damage::from_code("Z99"), None);
    assert_eq!(Open::<Damage>::from_code("Z99"), Open::Unknown(Damage::try_from("Z99").unwrap_err()));
    assert_eq!(const { Damage::from_code("C00") }, Some(Damage::r#type));
}

#[test]
fn constants_are_patterns() {
    let chosen =
        |row| matches!(row, Damage::A00 | Damage::B20 | Damage::B21 | Damage::B20_1 | Damage::B24 | Damage::r#type);
    let found: Vec<&str> = Damage::iter().filter(|row| chosen(*row)).map(Damage::code).collect();
    assert_eq!(found, ["A00", "B20", "B21", "B20.1", "B24", "C00"]);
    assert_eq!((HttpError::NotFound.code(), HttpError::InternalServerError.is_server_error()), (404, true));
}

#[test]
fn rows_are_ordered_as_those_of_an_enum_are() {
    let mut by_code: Vec<i16> = Errno::iter().map(Errno::code).collect();
    let mut sorted: Vec<Errno> = Errno::iter().collect();
    by_code.sort_unstable();
    sorted.sort_unstable();
    assert_eq!(sorted.into_iter().map(i16::from).collect::<Vec<_>>(), by_code);
    // Texts are in the order of the table.
    assert!(Damage::B21 < Damage::B20_1);
    for row in WideErrno::iter() {
        assert_eq!(WideErrno::from_code(row.code()), Some(row));
        assert_eq!(i16::try_from(row.code()).ok().and_then(Errno::from_code).map(Errno::name), Some(row.name()));
    }
}

#[test]
fn a_derive_names_its_rows() {
    assert_eq!((Failure::Seal.code(), Failure::Seal.reason()), ("A00", "Cracked seal"));
    let hinge = Failure::Hinge { door: 1 };
    assert_eq!((hinge.docs().name, hinge.docs().http), ("A01", Some(409)));
    assert!(matches!(hinge, Failure::Hinge { door: 1 }));
}

#[test]
fn codes_without_a_prefix_keep_their_notation() {
    for row in Panel::iter() {
        assert_eq!(row.to_string().parse(), Ok(row));
        assert_eq!(Panel::from_code(row.code()), Some(row));
    }
}
