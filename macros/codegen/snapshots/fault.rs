// What `#[derive(StatusDocs)]` emits for
//     #[status(csv = "tables/snapshot.csv", exhaustive)]
//     #[repr(i32)]
//     pub enum Fault {
//         ReaderLost = 90_000,
//         #[status(-7)]
//         Forced,
//         DoorHeld = -3,
//     }

const _: () = {
    const _: fn() = || {
        let _: &[::core::primitive::u8] = ::core::include_bytes!(
            ::core::concat!(::core::env!("CARGO_MANIFEST_DIR"), "/",
            "tables/snapshot.csv")
        );
    };
    static ROWS: [::status_docs::__private::DocRow<::core::primitive::i32>; 3] = [
        (90000, ["ReaderLost", "Reader | Lost", "", "", ""]),
        (
            -7,
            [
                "DoorForced",
                "Door Forced",
                "The door opened without a release.",
                "Check the strike.",
                "",
            ],
        ),
        (-3, ["DoorHeld", "Door Held", "It stayed open: \"too long\".", "", ""]),
    ];
    /**The status of each variant.

| Variant | Code | Meaning | Tips |
|---|---|---|---|
| [ReaderLost](variant@Self::ReaderLost) | 90000 Reader \| Lost |  |  |
| [Forced](variant@Self::Forced) | \-7 Door Forced | The door opened without a release. | Check the strike. |
| [DoorHeld](variant@Self::DoorHeld) | \-3 Door Held | It stayed open\: \"too long\"\. |  |
*/
    #[automatically_derived]
    impl ::status_docs::StatusDocs for Fault {
        type Code = ::core::primitive::i32;
        fn docs(&self) -> ::status_docs::StatusDoc<::core::primitive::i32> {
            match self {
                Fault::ReaderLost { .. } => ::status_docs::__private::doc(&ROWS, 0),
                Fault::Forced { .. } => ::status_docs::__private::doc(&ROWS, 1),
                Fault::DoorHeld { .. } => ::status_docs::__private::doc(&ROWS, 2),
            }
        }
        #[inline]
        fn code(&self) -> ::core::primitive::i32 {
            match self {
                Fault::ReaderLost { .. } => 90000,
                Fault::Forced { .. } => -7,
                Fault::DoorHeld { .. } => -3,
            }
        }
    }
    #[automatically_derived]
    impl ::status_docs::StatusCases for Fault {
        const CASES: &'static [::status_docs::Case<::core::primitive::i32>] = &{
            let __status_docs_value: [::status_docs::Case<::core::primitive::i32>; 3] = [
                ::status_docs::Case::Row {
                    of: "Fault",
                    variant: "ReaderLost",
                    doc: ::status_docs::__private::doc(&ROWS, 0),
                },
                ::status_docs::Case::Row {
                    of: "Fault",
                    variant: "Forced",
                    doc: ::status_docs::__private::doc(&ROWS, 1),
                },
                ::status_docs::Case::Row {
                    of: "Fault",
                    variant: "DoorHeld",
                    doc: ::status_docs::__private::doc(&ROWS, 2),
                },
            ];
            __status_docs_value
        };
    }
};
#[allow(dead_code)]
const _: () = {
    #[allow(unused_imports)]
    use ::status_docs::__private::parameters::*;
    #[doc(hidden)]
    #[automatically_derived]
    impl ::status_docs::__private::Codes for Fault
    where
        for<'__status_docs> Fault: ::core::marker::Copy,
        for<'__status_docs> Fault: ::core::cmp::Eq,
    {
        const BY_ROW: &'static [::core::option::Option<Self>] = &{
            let __status_docs_value: [::core::option::Option<Self>; 4] = ::status_docs::__private::by_row();
            __status_docs_value
        };
        const BY_CODE: ::status_docs::__private::CodeIndex = ::status_docs::__private::CodeIndex::Hashed(::status_docs::__private::Perfect {
            pilots: b"\t",
            slots: ::status_docs::__private::Narrow::U8(b"\x01\0\0\x02"),
        });
    }
    #[automatically_derived]
    impl ::status_docs::StatusTable for Fault
    where
        for<'__status_docs> Fault: ::core::marker::Copy,
        for<'__status_docs> Fault: ::core::cmp::Eq,
    {
        const NAME: &'static ::core::primitive::str = "Fault";
        const ALL: &'static [Self] = &{
            let __status_docs_value: [Self; 3] = [
                Fault::Forced {},
                Fault::DoorHeld {},
                Fault::ReaderLost {},
            ];
            __status_docs_value
        };
        #[inline]
        fn from_code(code: ::core::primitive::i32) -> ::core::option::Option<Self> {
            match ::status_docs::__private::status_at::<
                Self,
            >(
                ::status_docs::__private::row_of_code::<
                    Self,
                >(code as ::core::primitive::u64),
            ) {
                ::core::option::Option::Some(
                    __status_docs_status,
                ) if ::status_docs::StatusDocs::code(&__status_docs_status) == code => {
                    ::core::option::Option::Some(__status_docs_status)
                }
                _ => ::core::option::Option::None,
            }
        }
        fn name(self) -> &'static ::core::primitive::str {
            match self {
                Fault::Forced { .. } => "Forced",
                Fault::DoorHeld { .. } => "DoorHeld",
                Fault::ReaderLost { .. } => "ReaderLost",
            }
        }
    }
    /// The status with this code; the error keeps a code that the table does not know.
    #[automatically_derived]
    impl ::core::convert::TryFrom<::core::primitive::i32> for Fault
    where
        for<'__status_docs> Fault: ::core::marker::Copy,
        for<'__status_docs> Fault: ::core::cmp::Eq,
    {
        type Error = ::status_docs::UnknownCode<Self, ::core::primitive::i32>;
        #[inline]
        fn try_from(
            code: ::core::primitive::i32,
        ) -> ::core::result::Result<
            Self,
            ::status_docs::UnknownCode<Self, ::core::primitive::i32>,
        > {
            ::status_docs::__private::try_from_code(code)
        }
    }
};
