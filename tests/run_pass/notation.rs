//! Codes are displayed as the table writes them, and parse in that form.

use status_docs::{Open, StatusTable, status_table};

status_table! {
    /// HRESULT, unsigned.
    #[status(csv = "tables/hresult.csv", link = "https://docs.example.com/{code}.html")]
    pub enum Hresult: u32 { code = "Code", name = "Symbol", reason = "Message" }

    /// HRESULT as Windows declares it.
    #[status(csv = "tables/hresult.csv")]
    pub enum SignedHresult: i32 { code = "Code", name = "Symbol", reason = "Message" }

    /// The same in decimal.
    #[status(csv = "tables/hresult.csv", notation = "decimal")]
    pub enum DecimalHresult: u32 { code = "Code", name = "Symbol", reason = "Message" }

    /// Hexadecimal without a mark.
    #[status(csv("tables/panel.csv", radix = 16))]
    pub enum Panel: u8 { code = "Code (hex)" }

    /// Decimal cells, displayed in hexadecimal.
    #[status(csv = "tables/faults.csv", notation = "hex", only = "17-18")]
    pub enum Shown: u8 { code = "Fault No.", reason = "Short name" }
}

#[test]
fn codes_are_displayed_as_the_cells_write_them() {
    assert_eq!(Hresult::EAccessdenied.to_string(), "0x80070005 General access denied error");
    assert_eq!(Hresult::SFalse.to_string(), "0x00000001 Successful but non-standard completion");
    // The case is that of the first letter, the width that of all cells.
    assert_eq!(Hresult::EUnexpected.to_string(), "0x8000FFFF Catastrophic failure");
    assert_eq!(SignedHresult::EAccessdenied.to_string(), "0x80070005 General access denied error");
    assert_eq!(SignedHresult::EAccessdenied.code(), -2_147_024_891);
    assert_eq!(DecimalHresult::EAccessdenied.to_string(), "2147942405 General access denied error");
    assert_eq!(Panel::Timeout.to_string(), "0x10 Timeout");
    assert_eq!((Panel::Overrun.to_string(), Panel::Overrun.code()), ("0x1A Overrun".to_owned(), 26));
    assert_eq!(Shown::DoorForced.to_string(), "0x11 Door Forced");
    assert_eq!(format!("{:>40}|", Panel::Off), format!("{:>40}|", "0xFF Off"));
}

#[test]
fn unknown_codes_are_displayed_alike() {
    assert_eq!(Hresult::try_from(0x8007_0006).unwrap_err().to_string(), "0x80070006 is not a code of Hresult");
    assert_eq!(Open::<Hresult>::from_code(5).to_string(), "0x00000005");
    assert_eq!(Open::<Hresult>::from_code(1).to_string(), Hresult::SFalse.to_string());
    assert_eq!(Open::<SignedHresult>::from_code(-1).to_string(), "0xFFFFFFFF");
    assert_eq!(format!("{:<8}|", Open::<Panel>::from_code(200)), "0xC8    |");
    assert_eq!(Open::<DecimalHresult>::from_code(5).to_string(), "5");
}

#[test]
fn a_code_parses_as_it_is_written_and_in_decimal() {
    for text in ["0x80070005", "0X80070005", "2147942405", "0x80070005 general access denied error"] {
        assert_eq!(text.parse(), Ok(Hresult::EAccessdenied), "{text}");
    }
    assert_eq!("0x8007000e".parse(), Ok(Hresult::EOutofmemory));
    for text in ["-2147024891", "0x80070005"] {
        assert_eq!(text.parse(), Ok(SignedHresult::EAccessdenied), "{text}");
    }
    assert_eq!("0x1".parse(), Ok(Hresult::SFalse));
    // Without `0x` it is decimal where the cells have a mark, and as the cells have it where they have none.
    for text in ["0x", "0x+1", "0x-1", "0x180070005", "0x1_0", "80070005", "1A", "10"] {
        assert!(text.parse::<Hresult>().is_err(), "{text}");
    }
    assert!("0x80070005".parse::<DecimalHresult>().is_err());
}

#[test]
fn cells_without_a_mark_are_never_decimal() {
    let cases = [
        ("10", Some(Panel::Timeout)),
        ("0x10", Some(Panel::Timeout)),
        ("0X10", Some(Panel::Timeout)),
        ("0010", Some(Panel::Timeout)),
        ("10 timeout", Some(Panel::Timeout)),
        ("0x10 Timeout", Some(Panel::Timeout)),
        ("1A", Some(Panel::Overrun)),
        ("1a", Some(Panel::Overrun)),
        ("0x1a", Some(Panel::Overrun)),
        ("1a Overrun", Some(Panel::Overrun)),
        ("ff", Some(Panel::Off)),
        ("fF Off", Some(Panel::Off)),
        // Decimals of these codes, and what is no number.
        ("16", None),
        ("26", None),
        ("255", None),
        ("16 Timeout", None),
        ("0x", None),
        ("", None),
        ("0x+1", None),
        ("-1", None),
        ("+10", None),
        ("1_0", None),
        ("0x110", None),
        ("10h", None),
    ];
    for (text, row) in cases {
        assert_eq!(text.parse::<Panel>().ok(), row, "{text}");
        let open: Result<Open<Panel>, _> = text.parse();
        assert_eq!(open.ok().and_then(|open| open.known()), row, "{text}");
    }
    // An unknown code is kept as the cells would have it.
    assert_eq!("16".parse::<Open<Panel>>().unwrap(), Open::from_code(0x16));
    assert_eq!("16".parse::<Open<Panel>>().unwrap().to_string(), "0x16");
    // Rust's numbers are Rust's.
    assert_eq!(Panel::from_code(16), Some(Panel::Timeout));
}

fn whatever_is_displayed_parses_back<T>()
where
    T: StatusTable + std::str::FromStr<Err = status_docs::ParseStatusError> + std::fmt::Debug + std::fmt::Display,
{
    for row in T::iter() {
        let text = row.to_string();
        let (code, _) = text.split_once(' ').unwrap();
        for text in [&text, code, row.reason(), row.name(), &text.to_ascii_lowercase()] {
            assert_eq!(text.parse::<T>(), Ok(row), "{text}");
        }
    }
}

#[test]
fn every_way_to_write_a_row_leads_to_it() {
    whatever_is_displayed_parses_back::<Hresult>();
    whatever_is_displayed_parses_back::<SignedHresult>();
    whatever_is_displayed_parses_back::<DecimalHresult>();
    whatever_is_displayed_parses_back::<Panel>();
    whatever_is_displayed_parses_back::<Shown>();
}
