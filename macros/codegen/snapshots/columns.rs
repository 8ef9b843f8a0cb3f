// What `status_table!` emits for
//     # [derive (Debug , PartialOrd)] # [status (csv = "tables/snapshot.csv" , without (FromStr))] pub (crate) enum Fault : i32 { retry : Option < u8 > , team : enum Team , }

#[allow(clippy::enum_variant_names)]
#[derive(::core::cmp::PartialEq, ::core::cmp::Eq)]
#[repr(i32)]
///The status codes of `tables/snapshot.csv`.
#[cfg_attr(
    doc,
    doc = "\n\n| Code | Phrase | <span style=\"display:inline-block;min-width:14em\">Meaning</span> | retry | team |\n|---|---|---|---:|---|\n| | **Door** | | | |\n| <span id=\"-7\">[\\-7](Self::DoorForced)</span> | Door Forced | The door opened without a release. **Tips:** Check the strike. |  | Field Ops |\n| <span id=\"-3\">[\\-3](Self::DoorHeld)</span> | Door Held *(deprecated)* | It stayed open\\: \\\"too long\\\"\\. | 30 | Field Ops |\n| | **Reader** | | | |\n| <span id=\"90000\">[90000](Self::ReaderLost)</span> | Reader \\| Lost |  | 5 | Support |\n"
)]
#[cfg_attr(
    not(doc),
    doc = "\n\n| Code | Phrase | Meaning | retry | team |\n|---|---|---|---:|---|\n| | **Door** | | | |\n| [\\-7](Self::DoorForced) | Door Forced | The door opened without a release. **Tips:** Check the strike. |  | Field Ops |\n| [\\-3](Self::DoorHeld) | Door Held *(deprecated)* | It stayed open\\: \\\"too long\\\"\\. | 30 | Field Ops |\n| | **Reader** | | | |\n| [90000](Self::ReaderLost) | Reader \\| Lost |  | 5 | Support |\n"
)]
pub(crate) enum Fault {
    #[doc = "**\\-7 Door Forced** — The door opened without a release.\n\n**Tips:** Check the strike.\n\n*Door* · row 2 of `tables/snapshot.csv`\n\n* `team`: Field Ops"]
    #[doc(alias("-7", "DOOR_FORCED", "Door Forced", "-7 Door Forced", "Break In"))]
    DoorForced = -7,
    #[doc = "**\\-3 Door Held** — It stayed open\\: \\\"too long\\\"\\.\n\n**Deprecated:** use \\-7\n\n*Door* · row 3 of `tables/snapshot.csv`\n\n* `retry`: 30\n* `team`: Field Ops"]
    #[doc(alias("-3", "DOOR_HELD", "Door Held", "-3 Door Held"))]
    DoorHeld = -3,
    #[doc = "**90000 Reader \\| Lost**\n\n*Reader* · row 4 of `tables/snapshot.csv`\n\n* `retry`: 5\n* `team`: Support"]
    #[doc(alias("90000", "READER_LOST", "Reader | Lost", "90000 Reader | Lost"))]
    ReaderLost = 90000,
}
#[allow(clippy::enum_variant_names)]
#[derive(
    ::core::clone::Clone,
    ::core::marker::Copy,
    ::core::cmp::PartialEq,
    ::core::cmp::Eq,
    ::core::hash::Hash,
)]
///The cells of the column “class” of `tables/snapshot.csv`.
pub(crate) enum FaultClass {
    ///**Door**, in 2 rows of the table.
    Door,
    ///**Reader**, in 1 row of the table.
    Reader,
}
#[allow(dead_code)]
const _: () = {
    #[allow(unused_imports)]
    use ::status_docs::__private::parameters::*;
    impl FaultClass {
        ///Every variant, in the order in which the table first names it.
        pub(crate) const ALL: &'static [Self] = &[FaultClass::Door, FaultClass::Reader];
        /// The text of the cell.
        #[inline]
        #[must_use]
        pub(crate) const fn as_str(self) -> &'static ::core::primitive::str {
            match self {
                Self::Door => "Door",
                Self::Reader => "Reader",
            }
        }
    }
    #[automatically_derived]
    impl ::core::fmt::Debug for FaultClass {
        #[inline]
        fn fmt(
            &self,
            formatter: &mut ::core::fmt::Formatter<'_>,
        ) -> ::core::fmt::Result {
            formatter.write_str(FaultClass::as_str(*self))
        }
    }
    #[automatically_derived]
    impl ::core::fmt::Display for FaultClass {
        #[inline]
        fn fmt(
            &self,
            formatter: &mut ::core::fmt::Formatter<'_>,
        ) -> ::core::fmt::Result {
            formatter.pad(Self::as_str(*self))
        }
    }
    /// Parses the text of a cell, or the name of a variant, in any ASCII case.
    #[automatically_derived]
    impl ::core::str::FromStr for FaultClass {
        type Err = ::status_docs::ParseStatusError;
        #[inline]
        fn from_str(
            text: &::core::primitive::str,
        ) -> ::core::result::Result<Self, ::status_docs::ParseStatusError> {
            ::status_docs::__private::category(
                "FaultClass",
                Self::ALL,
                Self::as_str,
                FaultClass::as_str,
                text,
            )
        }
    }
};
#[allow(clippy::enum_variant_names)]
#[derive(
    ::core::clone::Clone,
    ::core::marker::Copy,
    ::core::cmp::PartialEq,
    ::core::cmp::Eq,
    ::core::hash::Hash,
)]
///The cells of the column “team” of `tables/snapshot.csv`.
pub(crate) enum Team {
    ///**Field Ops**, in 2 rows of the table.
    FieldOps,
    ///**Support**, in 1 row of the table.
    Support,
}
#[allow(dead_code)]
const _: () = {
    #[allow(unused_imports)]
    use ::status_docs::__private::parameters::*;
    const fn name(__status_docs_category: Team) -> &'static ::core::primitive::str {
        match __status_docs_category {
            Team::FieldOps => "FieldOps",
            Team::Support => "Support",
        }
    }
    impl Team {
        ///Every variant, in the order in which the table first names it.
        pub(crate) const ALL: &'static [Self] = &[Team::FieldOps, Team::Support];
        /// The text of the cell.
        #[inline]
        #[must_use]
        pub(crate) const fn as_str(self) -> &'static ::core::primitive::str {
            match self {
                Self::FieldOps => "Field Ops",
                Self::Support => "Support",
            }
        }
    }
    #[automatically_derived]
    impl ::core::fmt::Debug for Team {
        #[inline]
        fn fmt(
            &self,
            formatter: &mut ::core::fmt::Formatter<'_>,
        ) -> ::core::fmt::Result {
            formatter.write_str(name(*self))
        }
    }
    #[automatically_derived]
    impl ::core::fmt::Display for Team {
        #[inline]
        fn fmt(
            &self,
            formatter: &mut ::core::fmt::Formatter<'_>,
        ) -> ::core::fmt::Result {
            formatter.pad(Self::as_str(*self))
        }
    }
    /// Parses the text of a cell, or the name of a variant, in any ASCII case.
    #[automatically_derived]
    impl ::core::str::FromStr for Team {
        type Err = ::status_docs::ParseStatusError;
        #[inline]
        fn from_str(
            text: &::core::primitive::str,
        ) -> ::core::result::Result<Self, ::status_docs::ParseStatusError> {
            ::status_docs::__private::category(
                "Team",
                Self::ALL,
                Self::as_str,
                name,
                text,
            )
        }
    }
};
#[allow(non_upper_case_globals, unreachable_pub, dead_code)]
const _: () = {
    const _: fn() = || {
        let _: &[::core::primitive::u8] = ::core::include_bytes!(
            ::core::concat!(::core::env!("CARGO_MANIFEST_DIR"), "/",
            "tables/snapshot.csv")
        );
    };
    #[allow(unused_imports)]
    use ::status_docs::__private::parameters::*;
    #[inline]
    const fn row_of(__status_docs_status: Fault) -> ::core::primitive::usize {
        ::status_docs::__private::row_of_code::<
            Fault,
        >(__status_docs_status as ::core::primitive::i32 as ::core::primitive::u64)
    }
    #[doc(hidden)]
    #[automatically_derived]
    impl ::status_docs::__private::Codes for Fault {
        const BY_ROW: &'static [::core::option::Option<Self>] = &{
            let __status_docs_value: [::core::option::Option<Self>; 4] = ::status_docs::__private::by_row();
            __status_docs_value
        };
        const BY_CODE: ::status_docs::__private::CodeIndex = ::status_docs::__private::CodeIndex::Hashed(::status_docs::__private::Perfect {
            pilots: b"\t",
            slots: ::status_docs::__private::Narrow::U8(b"\x01\0\0\x02"),
        });
    }
    #[doc(hidden)]
    #[automatically_derived]
    impl ::status_docs::__private::Tables for Fault {
        const NAMES: ::status_docs::__private::Texts = ::status_docs::__private::Texts::Joined(
            "DoorForcedDoorHeldReaderLost                                ",
            ::status_docs::__private::Narrow::U8(b"\0\n\x12\x1C"),
        );
        const BY_NAME: ::status_docs::__private::KeyIndex = ::status_docs::__private::KeyIndex {
            perfect: ::status_docs::__private::Perfect {
                pilots: b"\0",
                slots: ::status_docs::__private::Narrow::Slots(::status_docs::__private::Slots {
                    bytes: b"(\0(\0\xA1\x02\xAA\x04\0\0\0\0\0\0\0",
                    width: 2,
                    row_bits: 2,
                    length_bits: 4,
                }),
            },
            fold: false,
            plain: false,
            whole: false,
        };
        const PHRASE_TEXTS: ::status_docs::__private::Texts = ::status_docs::__private::Texts::Joined(
            "Door ForcedDoor HeldReader | LostBreak In                                ",
            ::status_docs::__private::Narrow::U8(b"\0\x0B\x14!)"),
        );
        const REASONS: ::status_docs::__private::Texts = ::status_docs::__private::Texts::Slices(
            &{
                let __status_docs_value: [&'static ::core::primitive::str; 3] = ::status_docs::__private::reason_texts::<
                    Self,
                    3,
                >();
                __status_docs_value
            },
        );
        const PHRASES: ::status_docs::__private::Phrases = ::status_docs::__private::Phrases {
            index: ::status_docs::__private::KeyIndex {
                perfect: ::status_docs::__private::Perfect {
                    pilots: b"\x04",
                    slots: ::status_docs::__private::Narrow::Slots(::status_docs::__private::Slots {
                        bytes: b"\xE5\x02`\x08,\x006\x05,\0,\0,\0,\0\0\0\0\0\0\0\0",
                        width: 2,
                        row_bits: 2,
                        length_bits: 4,
                    }),
                },
                fold: true,
                plain: false,
                whole: false,
            },
            rows: 3,
            reasons: Self::REASONS,
            aliases: Self::PHRASE_TEXTS,
            alias_rows: ::status_docs::__private::Narrow::U8(b"\0"),
        };
        const DEFINITION: ::status_docs::__private::Texts = ::status_docs::__private::Texts::Joined(
            "The door opened without a release.It stayed open: \"too long\".",
            ::status_docs::__private::Narrow::U8(b"\0\"=="),
        );
        const TIPS: ::status_docs::__private::Texts = ::status_docs::__private::Texts::Joined(
            "Check the strike.",
            ::status_docs::__private::Narrow::U8(b"\0\x11\x11\x11"),
        );
        const CLASS: ::status_docs::__private::Narrow = ::status_docs::__private::Narrow::U8(
            b"\0\0\x01",
        );
        const ALIASES: &'static [&'static ::core::primitive::str] = &{
            let __status_docs_value: [&'static ::core::primitive::str; 1] = ::status_docs::__private::alias_texts::<
                Self,
                1,
            >();
            __status_docs_value
        };
        const DEPRECATED: ::status_docs::__private::Narrow = ::status_docs::__private::Narrow::U8(
            b"\x01",
        );
        const DEPRECATIONS: ::status_docs::__private::Texts = ::status_docs::__private::Texts::Joined(
            "use -7",
            ::status_docs::__private::Narrow::U8(b"\0\x06"),
        );
    }
    static COLUMN_0: [::core::primitive::u8; 3] = [0, 30, 5];
    const COLUMN_0_FILLED: ::status_docs::__private::Narrow = ::status_docs::__private::Narrow::U8(
        b"\0\x01\x01",
    );
    const COLUMN_1: ::status_docs::__private::Narrow = ::status_docs::__private::Narrow::U8(
        b"\0\0\x01",
    );
    impl Fault {
        /// Every status, in the order of the table.
        pub(crate) const ALL: &'static [Self] = ::status_docs::__private::all();
        /// How many statuses there are.
        pub(crate) const COUNT: ::core::primitive::usize = 3;
        ///[`DoorForced`](Self::DoorForced), by another phrase of the table: Break In.
        pub const BreakIn: Self = Self::DoorForced;
        /// Every status, in the order of the table, one by one.
        #[inline]
        #[must_use]
        pub(crate) const fn iter() -> ::status_docs::Iter<Self> {
            ::status_docs::__private::iter(3, ::status_docs::__private::status_at)
        }
        ///The status with this code; `None` if the table has no such row. In constant time.
        #[inline]
        #[must_use]
        pub(crate) const fn from_code(
            code: ::core::primitive::i32,
        ) -> ::core::option::Option<Self> {
            match ::status_docs::__private::status_at::<
                Self,
            >(
                ::status_docs::__private::row_of_code::<
                    Self,
                >(code as ::core::primitive::u64),
            ) {
                ::core::option::Option::Some(
                    __status_docs_status,
                ) if __status_docs_status as ::core::primitive::i32 == code => {
                    ::core::option::Option::Some(__status_docs_status)
                }
                _ => ::core::option::Option::None,
            }
        }
        /// The status with exactly this name; `None` if the table has no such row.
        #[inline]
        #[must_use]
        pub(crate) const fn from_name(
            name: &::core::primitive::str,
        ) -> ::core::option::Option<Self> {
            ::status_docs::__private::status_found::<
                Self,
            >(::status_docs::__private::row_of_name::<Self>(name))
        }
        /// The status with this reason phrase or alias, in any ASCII case; `None` if the table has
        /// no such row. Where several share a phrase, it is the first one.
        #[inline]
        #[must_use]
        pub(crate) const fn from_reason(
            reason: &::core::primitive::str,
        ) -> ::core::option::Option<Self> {
            ::status_docs::__private::status_found::<
                Self,
            >(::status_docs::__private::row_of_phrase::<Self>(reason))
        }
        /**The status code, which is the variant’s discriminant too.

From the column “code” of `tables/snapshot.csv`.*/
        #[inline]
        #[must_use]
        pub(crate) const fn code(self) -> ::core::primitive::i32 {
            self as ::core::primitive::i32
        }
        ///The name of the variant.
        #[inline]
        #[must_use]
        pub(crate) const fn name(self) -> &'static ::core::primitive::str {
            ::status_docs::__private::name::<Self>(row_of(self))
        }
        /**The reason phrase.

From the column “reason” of `tables/snapshot.csv`.*/
        #[inline]
        #[must_use]
        pub(crate) const fn reason(self) -> &'static ::core::primitive::str {
            ::status_docs::__private::reason::<Self>(row_of(self))
        }
        #[doc(hidden)]
        #[inline]
        pub(crate) const fn __status_docs_code(self) -> ::core::primitive::i32 {
            self as ::core::primitive::i32
        }
        #[doc(hidden)]
        #[inline]
        pub(crate) const fn __status_docs_row(self) -> ::core::primitive::usize {
            row_of(self)
        }
        #[doc(hidden)]
        #[inline]
        pub(crate) const fn __status_docs_from_code(
            code: ::core::primitive::i32,
        ) -> ::core::option::Option<Self> {
            match ::status_docs::__private::status_at::<
                Self,
            >(
                ::status_docs::__private::row_of_code::<
                    Self,
                >(code as ::core::primitive::u64),
            ) {
                ::core::option::Option::Some(
                    __status_docs_status,
                ) if __status_docs_status as ::core::primitive::i32 == code => {
                    ::core::option::Option::Some(__status_docs_status)
                }
                _ => ::core::option::Option::None,
            }
        }
        #[doc(hidden)]
        #[inline]
        pub(crate) const fn __status_docs_from_name(
            name: &::core::primitive::str,
        ) -> ::core::option::Option<Self> {
            ::status_docs::__private::status_found::<
                Self,
            >(::status_docs::__private::row_of_name::<Self>(name))
        }
        #[doc(hidden)]
        #[inline]
        pub(crate) const fn __status_docs_code_at(
            __status_docs_row: ::core::primitive::usize,
        ) -> ::status_docs::__private::AnyCode {
            match ::status_docs::__private::status_at::<Self>(__status_docs_row) {
                ::core::option::Option::Some(__status_docs_status) => {
                    ::status_docs::__private::AnyCode::Int(
                        __status_docs_status as ::core::primitive::i32
                            as ::core::primitive::i128,
                    )
                }
                ::core::option::Option::None => {
                    ::status_docs::__private::AnyCode::Text("")
                }
            }
        }
        /**What it means; `""` where the table does not say.

From the column “definition” of `tables/snapshot.csv`.*/
        #[inline]
        #[must_use]
        pub(crate) const fn definition(self) -> &'static ::core::primitive::str {
            ::status_docs::__private::definition::<Self>(row_of(self))
        }
        /**What to do about it; `None` where the table does not say.

From the column “tips” of `tables/snapshot.csv`.*/
        #[inline]
        #[must_use]
        pub(crate) const fn tips(
            self,
        ) -> ::core::option::Option<&'static ::core::primitive::str> {
            ::status_docs::__private::tips::<Self>(row_of(self))
        }
        /**The class it belongs to.

From the column “class” of `tables/snapshot.csv`.*/
        #[inline]
        #[must_use]
        pub(crate) const fn class(self) -> FaultClass {
            match ::status_docs::__private::class::<Self>(row_of(self)) {
                0 => FaultClass::Door,
                _ => FaultClass::Reader,
            }
        }
        /**Other phrases for it.

From the column “aliases” of `tables/snapshot.csv`.*/
        #[inline]
        #[must_use]
        pub(crate) const fn aliases(self) -> &'static [&'static ::core::primitive::str] {
            ::status_docs::__private::aliases::<Self>(row_of(self))
        }
        /**Why it should not be used any more; `None` where the table gives no reason, or it may be.

From the column “deprecated” of `tables/snapshot.csv`.*/
        #[inline]
        #[must_use]
        pub(crate) const fn deprecation(
            self,
        ) -> ::core::option::Option<&'static ::core::primitive::str> {
            ::status_docs::__private::deprecation_note::<Self>(row_of(self))
        }
        ///Whether it should not be used any more.
        #[inline]
        #[must_use]
        pub(crate) const fn is_deprecated(self) -> ::core::primitive::bool {
            ::status_docs::__private::is_deprecated::<Self>(row_of(self))
        }
        ///The column “retry” of `tables/snapshot.csv`; `None` where the cell is empty.
        #[inline]
        #[must_use]
        pub(crate) const fn retry(
            self,
        ) -> ::core::option::Option<::core::primitive::u8> {
            if COLUMN_0_FILLED.get(row_of(self)) == 1 {
                ::core::option::Option::Some(COLUMN_0[row_of(self)])
            } else {
                ::core::option::Option::None
            }
        }
        ///The column “team” of `tables/snapshot.csv`.
        #[inline]
        #[must_use]
        pub(crate) const fn team(self) -> Team {
            match COLUMN_1.get(row_of(self)) {
                0 => Team::FieldOps,
                _ => Team::Support,
            }
        }
    }
    #[automatically_derived]
    impl ::core::marker::Copy for Fault {}
    #[automatically_derived]
    impl ::core::clone::Clone for Fault {
        #[inline]
        fn clone(&self) -> Self {
            *self
        }
    }
    /// Writes the name of the variant.
    #[automatically_derived]
    impl ::core::fmt::Debug for Fault {
        #[inline]
        fn fmt(
            &self,
            formatter: &mut ::core::fmt::Formatter<'_>,
        ) -> ::core::fmt::Result {
            formatter.write_str(::status_docs::__private::name::<Fault>(row_of(*self)))
        }
    }
    /// Writes code and reason phrase.
    #[automatically_derived]
    impl ::core::fmt::Display for Fault {
        #[inline]
        fn fmt(
            &self,
            formatter: &mut ::core::fmt::Formatter<'_>,
        ) -> ::core::fmt::Result {
            ::status_docs::__private::display(
                formatter,
                *self as ::core::primitive::i32,
                ::status_docs::__private::reason::<Fault>(row_of(*self)),
            )
        }
    }
    #[automatically_derived]
    impl ::core::error::Error for Fault
    where
        for<'__status_docs> Fault: ::core::fmt::Debug,
        for<'__status_docs> Fault: ::core::fmt::Display,
    {}
    /// The status with this code; the error keeps a code that the table does not know.
    #[automatically_derived]
    impl ::core::convert::TryFrom<::core::primitive::i32> for Fault {
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
    /// The status code.
    #[automatically_derived]
    impl ::core::convert::From<Fault> for ::core::primitive::i32 {
        #[inline]
        fn from(code: Fault) -> Self {
            code as ::core::primitive::i32
        }
    }
    #[automatically_derived]
    impl ::core::cmp::PartialOrd for Fault {
        #[inline]
        fn partial_cmp(
            &self,
            other: &Self,
        ) -> ::core::option::Option<::core::cmp::Ordering> {
            ::core::cmp::PartialOrd::partial_cmp(
                &(*self as ::core::primitive::i32),
                &(*other as ::core::primitive::i32),
            )
        }
    }
    #[automatically_derived]
    impl ::core::cmp::Ord for Fault {
        #[inline]
        fn cmp(&self, other: &Self) -> ::core::cmp::Ordering {
            ::core::cmp::Ord::cmp(
                &(*self as ::core::primitive::i32),
                &(*other as ::core::primitive::i32),
            )
        }
    }
    #[automatically_derived]
    impl ::core::hash::Hash for Fault {
        #[inline]
        fn hash<__StatusDocsHasher: ::core::hash::Hasher>(
            &self,
            state: &mut __StatusDocsHasher,
        ) {
            ::core::hash::Hash::hash(&(*self as ::core::primitive::i32), state);
        }
    }
    #[automatically_derived]
    impl ::status_docs::StatusDocs for Fault {
        type Code = ::core::primitive::i32;
        #[inline]
        fn docs(&self) -> ::status_docs::StatusDoc<::core::primitive::i32> {
            ::status_docs::__private::docs::<
                Self,
            >(*self as ::core::primitive::i32, row_of(*self))
        }
        #[inline]
        fn code(&self) -> ::core::primitive::i32 {
            *self as ::core::primitive::i32
        }
        #[inline]
        fn reason(&self) -> &'static ::core::primitive::str {
            ::status_docs::__private::reason::<Fault>(row_of(*self))
        }
        #[inline]
        fn definition(&self) -> &'static ::core::primitive::str {
            ::status_docs::__private::definition::<Fault>(row_of(*self))
        }
        #[inline]
        fn tips(&self) -> ::core::option::Option<&'static ::core::primitive::str> {
            ::status_docs::__private::tips::<Fault>(row_of(*self))
        }
    }
    #[automatically_derived]
    impl ::status_docs::StatusCases for Fault {
        const CASES: &'static [::status_docs::Case<::core::primitive::i32>] = &{
            let mut __status_docs_cases = ::status_docs::__private::Cases::<
                Self,
                3,
            >::new();
            while let ::core::option::Option::Some(__status_docs_status) = ::status_docs::__private::status_at::<
                Self,
            >(__status_docs_cases.row()) {
                __status_docs_cases.push(__status_docs_status as ::core::primitive::i32);
            }
            __status_docs_cases.all()
        };
        #[inline]
        fn __status_docs_http<__StatusDocsHttp>() {
            const { ::status_docs::__private::rows_have_http::<Self>() }
        }
    }
    #[automatically_derived]
    impl ::status_docs::StatusTable for Fault {
        const NAME: &'static ::core::primitive::str = "Fault";
        const ALL: &'static [Self] = &{
            let __status_docs_value: [Self; 3] = [
                Fault::DoorForced,
                Fault::DoorHeld,
                Fault::ReaderLost,
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
                ) if __status_docs_status as ::core::primitive::i32 == code => {
                    ::core::option::Option::Some(__status_docs_status)
                }
                _ => ::core::option::Option::None,
            }
        }
        #[inline]
        fn name(self) -> &'static ::core::primitive::str {
            ::status_docs::__private::name::<Fault>(row_of(self))
        }
    }
};
