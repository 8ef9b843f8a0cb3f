// What `status_table!` emits for
//     # [status (only = "305, 404, 413")] pub enum Three : u16 ;

#[allow(clippy::enum_variant_names)]
#[derive(::core::cmp::PartialEq, ::core::cmp::Eq)]
#[repr(u16)]
///The status codes of the HTTP reference.
#[cfg_attr(
    doc,
    doc = "\n\n| Code | Phrase | Meaning |\n|---|---|---|\n| | **Redirection** | |\n| <span id=\"305\">[305](Self::UseProxy)</span> | Use Proxy *(deprecated)* | The server tells the client to send the request again through a proxy that it names. |\n| | **Client Error** | |\n| <span id=\"404\">[404](Self::NotFound)</span> | Not Found | The server has nothing at the requested target and offers no redirect. **Tips:** Check the path for typing errors, and whether the resource still exists; a server may also hide what the client may not see. When a device answers this\\: it does not know the request; its model or firmware may be untested. |\n| <span id=\"413\">[413](Self::ContentTooLarge)</span> | Content Too Large | The body of the request exceeds the size that the server accepts. **Tips:** Compare the size of the body with the server\\'s limit; a Retry-After header says that the limit is for a time only. |\n"
)]
#[cfg_attr(
    not(doc),
    doc = "\n\n| Code | Phrase | Meaning |\n|---|---|---|\n| | **Redirection** | |\n| [305](Self::UseProxy) | Use Proxy *(deprecated)* | The server tells the client to send the request again through a proxy that it names. |\n| | **Client Error** | |\n| [404](Self::NotFound) | Not Found | The server has nothing at the requested target and offers no redirect. **Tips:** Check the path for typing errors, and whether the resource still exists; a server may also hide what the client may not see. When a device answers this\\: it does not know the request; its model or firmware may be untested. |\n| [413](Self::ContentTooLarge) | Content Too Large | The body of the request exceeds the size that the server accepts. **Tips:** Compare the size of the body with the server\\'s limit; a Retry-After header says that the limit is for a time only. |\n"
)]
pub enum Three {
    #[doc = "**305 Use Proxy** — The server tells the client to send the request again through a proxy that it names.\n\n**Deprecated:** clients should not let a response choose their proxy; RFC 9110 deprecates this code for security reasons\n\n*Redirection* · [RFC 9110 §15.4.6](https://www.rfc-editor.org/rfc/rfc9110#section-15.4.6)"]
    #[doc(alias("305", "USE_PROXY", "Use Proxy", "305 Use Proxy"))]
    UseProxy = 305,
    #[doc = "**404 Not Found** — The server has nothing at the requested target and offers no redirect.\n\n**Tips:** Check the path for typing errors, and whether the resource still exists; a server may also hide what the client may not see. When a device answers this\\: it does not know the request; its model or firmware may be untested.\n\n*Client Error* · [RFC 9110 §15.5.5](https://www.rfc-editor.org/rfc/rfc9110#section-15.5.5)"]
    #[doc(alias("404", "NOT_FOUND", "Not Found", "404 Not Found"))]
    NotFound = 404,
    #[doc = "**413 Content Too Large** — The body of the request exceeds the size that the server accepts.\n\n**Tips:** Compare the size of the body with the server\\'s limit; a Retry-After header says that the limit is for a time only.\n\n*Client Error* · [RFC 9110 §15.5.14](https://www.rfc-editor.org/rfc/rfc9110#section-15.5.14)"]
    #[doc(
        alias(
            "413",
            "CONTENT_TOO_LARGE",
            "Content Too Large",
            "413 Content Too Large",
            "Payload Too Large"
        )
    )]
    ContentTooLarge = 413,
}
#[allow(non_upper_case_globals, unreachable_pub, dead_code)]
const _: () = {
    #[allow(unused_imports)]
    use ::status_docs::__private::parameters::*;
    #[inline]
    const fn row_of(__status_docs_status: Three) -> ::core::primitive::usize {
        ::status_docs::__private::row_of_code::<
            Three,
        >(__status_docs_status as ::core::primitive::u16 as ::core::primitive::u64)
    }
    #[doc(hidden)]
    #[automatically_derived]
    impl ::status_docs::__private::Codes for Three {
        const BY_ROW: &'static [::core::option::Option<Self>] = &{
            let __status_docs_value: [::core::option::Option<Self>; 4] = ::status_docs::__private::by_row();
            __status_docs_value
        };
        const STATUSES: &'static [::core::option::Option<Self>] = &{
            let __status_docs_value: [::core::option::Option<Self>; 110] = ::status_docs::__private::statuses();
            __status_docs_value
        };
        const BY_CODE: ::status_docs::__private::CodeIndex = ::status_docs::__private::CodeIndex::Direct {
            first: 305u64,
            rows: ::status_docs::__private::Narrow::U8(
                b"\0\x03\x03\x03\x03\x03\x03\x03\x03\x03\x03\x03\x03\x03\x03\x03\x03\x03\x03\x03\x03\x03\x03\x03\x03\x03\x03\x03\x03\x03\x03\x03\x03\x03\x03\x03\x03\x03\x03\x03\x03\x03\x03\x03\x03\x03\x03\x03\x03\x03\x03\x03\x03\x03\x03\x03\x03\x03\x03\x03\x03\x03\x03\x03\x03\x03\x03\x03\x03\x03\x03\x03\x03\x03\x03\x03\x03\x03\x03\x03\x03\x03\x03\x03\x03\x03\x03\x03\x03\x03\x03\x03\x03\x03\x03\x03\x03\x03\x03\x01\x03\x03\x03\x03\x03\x03\x03\x03\x02",
            ),
        };
    }
    #[doc(hidden)]
    #[automatically_derived]
    impl ::status_docs::__private::Tables for Three {
        const NAMES: ::status_docs::__private::Texts = ::status_docs::__private::Texts::Joined(
            "UseProxyNotFoundContentTooLarge                                ",
            ::status_docs::__private::Narrow::U8(b"\0\x08\x10\x1F"),
        );
        const BY_NAME: ::status_docs::__private::KeyIndex = ::status_docs::__private::KeyIndex {
            perfect: ::status_docs::__private::Perfect {
                pilots: b"\x05",
                slots: ::status_docs::__private::Narrow::Slots(::status_docs::__private::Slots {
                    bytes: b" \0>\x04 \0!\x02\0\0\0\0\0\0\0",
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
            "Use ProxyNot FoundContent Too LargePayload Too Large                                ",
            ::status_docs::__private::Narrow::U8(b"\0\t\x12#4"),
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
                    pilots: b"\0",
                    slots: ::status_docs::__private::Narrow::Slots(::status_docs::__private::Slots {
                        bytes: b"F\t$\0$\0\xC6\x11\xA5\x04$\0$\0$\0\0\0\0\0\0\0\0",
                        width: 2,
                        row_bits: 2,
                        length_bits: 5,
                    }),
                },
                fold: true,
                plain: true,
                whole: false,
            },
            rows: 3,
            reasons: Self::REASONS,
            aliases: Self::PHRASE_TEXTS,
            alias_rows: ::status_docs::__private::Narrow::U8(b"\x02"),
        };
        const DEFINITION: ::status_docs::__private::Texts = ::status_docs::__private::Texts::Joined(
            "The server tells the client to send the request again through a proxy that it names.The server has nothing at the requested target and offers no redirect.The body of the request exceeds the size that the server accepts.",
            ::status_docs::__private::Narrow::U8(b"\0T\x9A\xDB"),
        );
        const TIPS: ::status_docs::__private::Texts = ::status_docs::__private::Texts::Joined(
            "Check the path for typing errors, and whether the resource still exists; a server may also hide what the client may not see. When a device answers this: it does not know the request; its model or firmware may be untested.Compare the size of the body with the server's limit; a Retry-After header says that the limit is for a time only.",
            ::status_docs::__private::Narrow::Bytes16(b"\0\0\0\0\xDD\0O\x01"),
        );
        const REFERENCE: ::status_docs::__private::Texts = ::status_docs::__private::Texts::Joined(
            "RFC9110, Section 15.4.6RFC9110, Section 15.5.5RFC9110, Section 15.5.14",
            ::status_docs::__private::Narrow::U8(b"\0\x17.F"),
        );
        const HTTP: ::status_docs::__private::Narrow = ::status_docs::__private::Narrow::Bytes16(
            b"2\x01\x95\x01\x9E\x01",
        );
        const ALIASES: &'static [&'static ::core::primitive::str] = &{
            let __status_docs_value: [&'static ::core::primitive::str; 1] = ::status_docs::__private::alias_texts::<
                Self,
                1,
            >();
            __status_docs_value
        };
        const DEPRECATED: ::status_docs::__private::Narrow = ::status_docs::__private::Narrow::U8(
            b"\0",
        );
        const DEPRECATIONS: ::status_docs::__private::Texts = ::status_docs::__private::Texts::Joined(
            "clients should not let a response choose their proxy; RFC 9110 deprecates this code for security reasons",
            ::status_docs::__private::Narrow::U8(b"\0h"),
        );
    }
    impl Three {
        /// Every status, in the order of the table.
        pub const ALL: &'static [Self] = ::status_docs::__private::all();
        /// How many statuses there are.
        pub const COUNT: ::core::primitive::usize = 3;
        ///[`ContentTooLarge`](Self::ContentTooLarge), by another phrase of the table: Payload Too Large.
        pub const PayloadTooLarge: Self = Self::ContentTooLarge;
        /// Every status, in the order of the table, one by one.
        #[inline]
        #[must_use]
        pub const fn iter() -> ::status_docs::Iter<Self> {
            ::status_docs::__private::iter(3, ::status_docs::__private::status_at)
        }
        ///The status with this code; `None` if the table has no such row. In constant time.
        #[inline]
        #[must_use]
        pub const fn from_code(
            code: ::core::primitive::u16,
        ) -> ::core::option::Option<Self> {
            ::status_docs::__private::from_distance(
                (code as ::core::primitive::u64).wrapping_sub(305u64),
            )
        }
        /// The status with exactly this name; `None` if the table has no such row.
        #[inline]
        #[must_use]
        pub const fn from_name(
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
        pub const fn from_reason(
            reason: &::core::primitive::str,
        ) -> ::core::option::Option<Self> {
            ::status_docs::__private::status_found::<
                Self,
            >(::status_docs::__private::row_of_phrase::<Self>(reason))
        }
        /**The status code, which is the variant’s discriminant too.

From the HTTP reference.*/
        #[inline]
        #[must_use]
        pub const fn code(self) -> ::core::primitive::u16 {
            self as ::core::primitive::u16
        }
        ///The name of the variant.
        #[inline]
        #[must_use]
        pub const fn name(self) -> &'static ::core::primitive::str {
            ::status_docs::__private::name::<Self>(row_of(self))
        }
        /**The reason phrase.

From the HTTP reference.*/
        #[inline]
        #[must_use]
        pub const fn reason(self) -> &'static ::core::primitive::str {
            ::status_docs::__private::reason::<Self>(row_of(self))
        }
        #[doc(hidden)]
        #[inline]
        pub const fn __status_docs_code(self) -> ::core::primitive::u16 {
            self as ::core::primitive::u16
        }
        #[doc(hidden)]
        #[inline]
        pub const fn __status_docs_row(self) -> ::core::primitive::usize {
            row_of(self)
        }
        #[doc(hidden)]
        #[inline]
        pub const fn __status_docs_from_code(
            code: ::core::primitive::u16,
        ) -> ::core::option::Option<Self> {
            ::status_docs::__private::from_distance(
                (code as ::core::primitive::u64).wrapping_sub(305u64),
            )
        }
        #[doc(hidden)]
        #[inline]
        pub const fn __status_docs_from_name(
            name: &::core::primitive::str,
        ) -> ::core::option::Option<Self> {
            ::status_docs::__private::status_found::<
                Self,
            >(::status_docs::__private::row_of_name::<Self>(name))
        }
        #[doc(hidden)]
        #[inline]
        pub const fn __status_docs_code_at(
            __status_docs_row: ::core::primitive::usize,
        ) -> ::status_docs::__private::AnyCode {
            match ::status_docs::__private::status_at::<Self>(__status_docs_row) {
                ::core::option::Option::Some(__status_docs_status) => {
                    ::status_docs::__private::AnyCode::Int(
                        __status_docs_status as ::core::primitive::u16
                            as ::core::primitive::i128,
                    )
                }
                ::core::option::Option::None => {
                    ::status_docs::__private::AnyCode::Text("")
                }
            }
        }
        /**What it means; `""` where the table does not say.

From the HTTP reference.*/
        #[inline]
        #[must_use]
        pub const fn definition(self) -> &'static ::core::primitive::str {
            ::status_docs::__private::definition::<Self>(row_of(self))
        }
        /**What to do about it; `None` where the table does not say.

From the HTTP reference.*/
        #[inline]
        #[must_use]
        pub const fn tips(
            self,
        ) -> ::core::option::Option<&'static ::core::primitive::str> {
            ::status_docs::__private::tips::<Self>(row_of(self))
        }
        /**Where it is specified; `None` where the table does not say.

From the HTTP reference.*/
        #[inline]
        #[must_use]
        pub const fn reference(
            self,
        ) -> ::core::option::Option<&'static ::core::primitive::str> {
            ::status_docs::__private::reference::<Self>(row_of(self))
        }
        /**The HTTP status to answer with.

From the HTTP reference.*/
        #[inline]
        #[must_use]
        pub const fn http_status(self) -> ::core::primitive::u16 {
            self as ::core::primitive::u16
        }
        /**The class it belongs to.

It follows from the code’s first digit.*/
        #[inline]
        #[must_use]
        pub const fn class(self) -> ::status_docs::StatusClass {
            ::status_docs::__private::http_class(
                self as ::core::primitive::u16 as ::core::primitive::u64,
            )
        }
        ///Whether the code is 100 to 199: the answer is still to come.
        #[inline]
        #[must_use]
        pub const fn is_informational(self) -> ::core::primitive::bool {
            (self as ::core::primitive::u16) / 100 == 1
        }
        ///Whether the code is 200 to 299: the request was accepted.
        #[inline]
        #[must_use]
        pub const fn is_success(self) -> ::core::primitive::bool {
            (self as ::core::primitive::u16) / 100 == 2
        }
        ///Whether the code is 300 to 399: the client has to do more.
        #[inline]
        #[must_use]
        pub const fn is_redirection(self) -> ::core::primitive::bool {
            (self as ::core::primitive::u16) / 100 == 3
        }
        ///Whether the code is 400 to 499: the request is wrong.
        #[inline]
        #[must_use]
        pub const fn is_client_error(self) -> ::core::primitive::bool {
            (self as ::core::primitive::u16) / 100 == 4
        }
        ///Whether the code is 500 to 999: the server failed.
        #[inline]
        #[must_use]
        pub const fn is_server_error(self) -> ::core::primitive::bool {
            (self as ::core::primitive::u16) >= 500
        }
        /**Other phrases for it.

From the HTTP reference.*/
        #[inline]
        #[must_use]
        pub const fn aliases(self) -> &'static [&'static ::core::primitive::str] {
            ::status_docs::__private::aliases::<Self>(row_of(self))
        }
        /**Why it should not be used any more; `None` where the table gives no reason, or it may be.

From the HTTP reference.*/
        #[inline]
        #[must_use]
        pub const fn deprecation(
            self,
        ) -> ::core::option::Option<&'static ::core::primitive::str> {
            ::status_docs::__private::deprecation_note::<Self>(row_of(self))
        }
        ///Whether it should not be used any more.
        #[inline]
        #[must_use]
        pub const fn is_deprecated(self) -> ::core::primitive::bool {
            ::status_docs::__private::is_deprecated::<Self>(row_of(self))
        }
    }
    #[automatically_derived]
    impl ::core::marker::Copy for Three {}
    #[automatically_derived]
    impl ::core::clone::Clone for Three {
        #[inline]
        fn clone(&self) -> Self {
            *self
        }
    }
    /// Writes the name of the variant.
    #[automatically_derived]
    impl ::core::fmt::Debug for Three {
        #[inline]
        fn fmt(
            &self,
            formatter: &mut ::core::fmt::Formatter<'_>,
        ) -> ::core::fmt::Result {
            formatter.write_str(::status_docs::__private::name::<Three>(row_of(*self)))
        }
    }
    /// Writes code and reason phrase.
    #[automatically_derived]
    impl ::core::fmt::Display for Three {
        #[inline]
        fn fmt(
            &self,
            formatter: &mut ::core::fmt::Formatter<'_>,
        ) -> ::core::fmt::Result {
            ::status_docs::__private::display(
                formatter,
                *self as ::core::primitive::u16,
                ::status_docs::__private::reason::<Three>(row_of(*self)),
            )
        }
    }
    #[automatically_derived]
    impl ::core::error::Error for Three
    where
        for<'__status_docs> Three: ::core::fmt::Debug,
        for<'__status_docs> Three: ::core::fmt::Display,
    {}
    /// Parses the code, the name, a reason phrase or alias in any ASCII case, or code and phrase.
    #[automatically_derived]
    impl ::core::str::FromStr for Three {
        type Err = ::status_docs::ParseStatusError;
        #[inline]
        fn from_str(
            text: &::core::primitive::str,
        ) -> ::core::result::Result<Self, ::status_docs::ParseStatusError> {
            ::status_docs::__private::parsed(
                ::status_docs::__private::status_at::<
                    Self,
                >(::status_docs::__private::row_of_any::<Self>(text, row_of)),
            )
        }
    }
    /// The status with this code; the error keeps a code that the table does not know.
    #[automatically_derived]
    impl ::core::convert::TryFrom<::core::primitive::u16> for Three {
        type Error = ::status_docs::UnknownCode<Self, ::core::primitive::u16>;
        #[inline]
        fn try_from(
            code: ::core::primitive::u16,
        ) -> ::core::result::Result<
            Self,
            ::status_docs::UnknownCode<Self, ::core::primitive::u16>,
        > {
            ::status_docs::__private::try_from_code(code)
        }
    }
    /// The status code.
    #[automatically_derived]
    impl ::core::convert::From<Three> for ::core::primitive::u16 {
        #[inline]
        fn from(code: Three) -> Self {
            code as ::core::primitive::u16
        }
    }
    #[automatically_derived]
    impl ::core::cmp::PartialOrd for Three {
        #[inline]
        fn partial_cmp(
            &self,
            other: &Self,
        ) -> ::core::option::Option<::core::cmp::Ordering> {
            ::core::cmp::PartialOrd::partial_cmp(
                &(*self as ::core::primitive::u16),
                &(*other as ::core::primitive::u16),
            )
        }
    }
    #[automatically_derived]
    impl ::core::cmp::Ord for Three {
        #[inline]
        fn cmp(&self, other: &Self) -> ::core::cmp::Ordering {
            ::core::cmp::Ord::cmp(
                &(*self as ::core::primitive::u16),
                &(*other as ::core::primitive::u16),
            )
        }
    }
    #[automatically_derived]
    impl ::core::hash::Hash for Three {
        #[inline]
        fn hash<__StatusDocsHasher: ::core::hash::Hasher>(
            &self,
            state: &mut __StatusDocsHasher,
        ) {
            ::core::hash::Hash::hash(&(*self as ::core::primitive::u16), state);
        }
    }
    #[automatically_derived]
    impl ::status_docs::StatusDocs for Three {
        type Code = ::core::primitive::u16;
        #[inline]
        fn docs(&self) -> ::status_docs::StatusDoc<::core::primitive::u16> {
            ::status_docs::__private::docs::<
                Self,
            >(*self as ::core::primitive::u16, row_of(*self))
        }
        #[inline]
        fn code(&self) -> ::core::primitive::u16 {
            *self as ::core::primitive::u16
        }
        #[inline]
        fn reason(&self) -> &'static ::core::primitive::str {
            ::status_docs::__private::reason::<Three>(row_of(*self))
        }
        #[inline]
        fn definition(&self) -> &'static ::core::primitive::str {
            ::status_docs::__private::definition::<Three>(row_of(*self))
        }
        #[inline]
        fn tips(&self) -> ::core::option::Option<&'static ::core::primitive::str> {
            ::status_docs::__private::tips::<Three>(row_of(*self))
        }
        #[inline]
        fn reference(&self) -> ::core::option::Option<&'static ::core::primitive::str> {
            ::status_docs::__private::reference::<Three>(row_of(*self))
        }
    }
    #[automatically_derived]
    impl ::status_docs::StatusCases for Three {
        const CASES: &'static [::status_docs::Case<::core::primitive::u16>] = &{
            let mut __status_docs_cases = ::status_docs::__private::Cases::<
                Self,
                3,
            >::new();
            while let ::core::option::Option::Some(__status_docs_status) = ::status_docs::__private::status_at::<
                Self,
            >(__status_docs_cases.row()) {
                __status_docs_cases.push(__status_docs_status as ::core::primitive::u16);
            }
            __status_docs_cases.all()
        };
        #[inline]
        fn __status_docs_http<__StatusDocsHttp>() {
            const { ::status_docs::__private::rows_have_http::<Self>() }
        }
    }
    #[automatically_derived]
    impl ::status_docs::StatusTable for Three {
        const NAME: &'static ::core::primitive::str = "Three";
        const ALL: &'static [Self] = &{
            let __status_docs_value: [Self; 3] = [
                Three::UseProxy,
                Three::NotFound,
                Three::ContentTooLarge,
            ];
            __status_docs_value
        };
        #[inline]
        fn from_code(code: ::core::primitive::u16) -> ::core::option::Option<Self> {
            ::status_docs::__private::from_distance(
                (code as ::core::primitive::u64).wrapping_sub(305u64),
            )
        }
        #[inline]
        fn name(self) -> &'static ::core::primitive::str {
            ::status_docs::__private::name::<Three>(row_of(self))
        }
    }
};
