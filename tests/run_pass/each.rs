//! `each = path`: the user's own macro with all rows.

use status_docs::status_table;

/// What we do not emit: a type, a constant and an entry of a list for each row.
macro_rules! markers {
    ($($name:ident = $code:literal;)*) => {
        pub mod marker {
            $(
                #[derive(Debug, Default)]
                pub struct $name;

                impl super::Marker for $name {
                    const CODE: u16 = $code;
                    const FAULT: super::Marked = super::Marked::$name;
                }
            )*
        }
        pub const MARKERS: &[(&str, u16)] = &[$((stringify!($name), $code)),*];
    };
}

trait Marker {
    const CODE: u16;
    const FAULT: Marked;
}

mod exported {
    macro_rules! texts {
        ($($name:ident = $code:literal;)*) => {
            pub const STATES: &[(&str, &str)] = &[$((stringify!($name), $code)),*];
        };
    }
    macro_rules! negative {
        ($($name:ident = $code:expr;)*) => {
            pub const NEGATIVE: &[(&str, i32)] = &[$((stringify!($name), $code)),*];
        };
    }
    pub(crate) use {negative, texts};
}

status_table! {
    #[status(csv = "tables/faults.csv", each = markers, only = "17-18")]
    pub enum Marked: u16 { code = "Fault No.", reason = "Short name" }

    #[status(csv = "tables/states.csv", each = crate::each::exported::texts)]
    enum State: str;

    #[status(csv = "tables/hresult.csv", each = exported::negative)]
    enum Hresult: i32 { name = "Symbol", reason = "Message" }

    #[cfg(any())]
    #[status(csv = "tables/faults.csv", each = nowhere)]
    enum Gone: u16 { code = "Fault No.", reason = "Short name" }
}

#[test]
fn every_row_is_handed_over() {
    assert_eq!(MARKERS, [("DoorForced", 17), ("DoorHeld", 18)]);
    assert_eq!((marker::DoorHeld::CODE, marker::DoorHeld::FAULT), (18, Marked::DoorHeld));
    assert_eq!(format!("{:?}", marker::DoorForced), "DoorForced");
}

#[test]
fn codes_are_literals_of_their_type() {
    assert_eq!(STATES[0], ("SuccessfulCompletion", "00000"));
    assert_eq!(STATES.len(), State::COUNT);
    assert_eq!(NEGATIVE[0], ("EAccessdenied", -2_147_024_891));
    assert_eq!(NEGATIVE[2], ("SFalse", Hresult::SFalse.code()));
}
