//! Tables whose rows have no usable name, or whose headers are not recognised: a derive names rows by their codes.

use status_docs::{StatusDocs, StatusTable};

#[derive(Clone, Copy, Debug, PartialEq, Eq, StatusDocs)]
#[status(csv = "tables/stoerungen.csv", exhaustive)]
#[status(columns(code = "Fault No.", reason = "Kurztext", definition = "Bedeutung", tips = "Abhilfe"))]
#[repr(u8)]
enum Stoerung {
    #[status(1)]
    TuerOffen,
    #[status(2)]
    TuerLangeOffen,
    #[status(3)]
    ErsteStufe,
    #[status(4)]
    KabelGerissen,
    /// The one row that gives a name.
    Leser,
}

#[test]
fn rows_are_found_by_code_and_are_named_by_their_variants() {
    let names: Vec<_> = Stoerung::iter().map(|row| (row.docs().code, row.docs().name, row.reason())).collect();
    assert_eq!(
        names,
        [
            (1, "TuerOffen", "Tür offen"),
            (2, "TuerLangeOffen", "Tür offen"),
            (3, "ErsteStufe", "1. Stufe"),
            (4, "KabelGerissen", "Кабель оборван"),
            (5, "Leser", "Leser"),
        ]
    );
    assert_eq!(Stoerung::TuerOffen.tips(), Some("Tür schließen."));
    assert_eq!(Stoerung::ErsteStufe.definition(), "");
    assert_eq!(Stoerung::from_code(4), Some(Stoerung::KabelGerissen));
}

/// Variants may share a row, and each keeps its own name.
#[derive(StatusDocs)]
#[status(csv = "tables/stoerungen.csv", code = u8, default = 3)]
#[status(columns(code = "Fault No.", reason = "Kurztext"))]
enum Fault {
    #[status(1, reason = "Door open")]
    Left,
    #[status(1)]
    Right {
        _side: u8,
    },
    Other,
}

#[test]
fn a_nameless_row_has_the_name_of_each_variant() {
    assert_eq!((Fault::Left.docs().name, Fault::Left.reason()), ("Left", "Door open"));
    let right = Fault::Right { _side: 1 };
    assert_eq!((right.docs().name, right.reason()), ("Right", "Tür offen"));
    assert_eq!((Fault::Other.docs().name, Fault::Other.code()), ("Other", 3));
}

/// In Rust, the codes of a table in hexadecimal are numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, StatusDocs)]
#[status(csv = "tables/hresult.csv", code = i32, exhaustive, columns(name = "Symbol", reason = "Message"))]
enum Hresult {
    #[status(0x0000_0001)]
    SFalse = 1,
    EAccessdenied,
    #[status(E_OUTOFMEMORY)]
    OutOfMemory,
    EUnexpected,
}

#[test]
fn codes_of_a_derived_table_are_displayed_as_its_file_writes_them() {
    use status_docs::Open;
    assert_eq!(Hresult::from_code(-2_147_024_891), Some(Hresult::EAccessdenied));
    assert_eq!(Open::<Hresult>::from(Hresult::EAccessdenied).to_string(), "0x80070005 General access denied error");
    assert_eq!(Open::<Hresult>::from_code(-1).to_string(), "0xFFFFFFFF");
    assert_eq!(Hresult::try_from(7).unwrap_err().to_string(), "0x00000007 is not a code of Hresult");
}
