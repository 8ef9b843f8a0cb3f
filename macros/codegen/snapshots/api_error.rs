// What `#[derive(StatusDocs)]` emits for
//     #[status(default = InternalServerError)]
//     pub enum ApiError<T> {
//         #[status(NotFound)]
//         Missing { id: u64 },
//         #[status(429, tips = "Wait a minute, then try again.")]
//         Busy,
//         #[status(transparent)]
//         Auth(Box<T>),
//         PayloadTooLarge,
//         Db(String),
//     }

/**The status of each variant.

| Variant | Code | Meaning | Tips |
|---|---|---|---|
| [Missing](variant@Self::Missing) | 404 Not Found | The server has nothing at the requested target and offers no redirect. | Check the path for typing errors, and whether the resource still exists; a server may also hide what the client may not see. When a device answers this\: it does not know the request; its model or firmware may be untested. |
| [Busy](variant@Self::Busy) | 429 Too Many Requests | The client sent more requests than its rate limit allows and should slow down. | Wait a minute, then try again. |
| [Auth](variant@Self::Auth) | *that of the value inside* |  |  |
| [PayloadTooLarge](variant@Self::PayloadTooLarge) | 413 Content Too Large | The body of the request exceeds the size that the server accepts. | Compare the size of the body with the server\'s limit; a Retry-After header says that the limit is for a time only. |
| [Db](variant@Self::Db) | 500 Internal Server Error | Something unexpected went wrong inside the server, so it cannot finish the request. | Check whether the same request fails each time, and note the time; the cause is in the log of the server. When a device answers this\: it reports that it ran into a fault of its own. |
*/
#[automatically_derived]
impl<T> ::status_docs::StatusDocs for ApiError<T>
where
    T: ::status_docs::StatusDocs<Code = ::core::primitive::u16>,
{
    type Code = ::core::primitive::u16;
    fn docs(&self) -> ::status_docs::StatusDoc<::core::primitive::u16> {
        match self {
            ApiError::Missing { .. } => {
                ::status_docs::StatusDocs::docs(&::status_docs::HttpStatus::NotFound)
            }
            ApiError::Busy { .. } => {
                let mut __status_docs_doc = ::status_docs::StatusDocs::docs(
                    &::status_docs::HttpStatus::TooManyRequests,
                );
                __status_docs_doc.tips = ::core::option::Option::Some(
                    "Wait a minute, then try again.",
                );
                __status_docs_doc
            }
            ApiError::Auth { 0: __status_docs_inner, .. } => {
                ::status_docs::StatusDocs::docs(&**__status_docs_inner)
            }
            ApiError::PayloadTooLarge { .. } => {
                ::status_docs::StatusDocs::docs(
                    &::status_docs::HttpStatus::PayloadTooLarge,
                )
            }
            ApiError::Db { .. } => {
                ::status_docs::StatusDocs::docs(
                    &::status_docs::HttpStatus::InternalServerError,
                )
            }
        }
    }
    #[inline]
    fn code(&self) -> ::core::primitive::u16 {
        match self {
            ApiError::Missing { .. } => {
                ::status_docs::HttpStatus::code(::status_docs::HttpStatus::NotFound)
            }
            ApiError::Busy { .. } => {
                ::status_docs::HttpStatus::code(
                    ::status_docs::HttpStatus::TooManyRequests,
                )
            }
            ApiError::Auth { .. } => ::status_docs::StatusDocs::docs(self).code,
            ApiError::PayloadTooLarge { .. } => {
                ::status_docs::HttpStatus::code(
                    ::status_docs::HttpStatus::PayloadTooLarge,
                )
            }
            ApiError::Db { .. } => {
                ::status_docs::HttpStatus::code(
                    ::status_docs::HttpStatus::InternalServerError,
                )
            }
        }
    }
}
#[automatically_derived]
impl<T> ::status_docs::StatusCases for ApiError<T>
where
    T: ::status_docs::StatusDocs<Code = ::core::primitive::u16>,
    T: ::status_docs::StatusCases,
{
    const CASES: &'static [::status_docs::Case<::core::primitive::u16>] = {
        #[allow(unused_imports)]
        use ::status_docs::__private::Unlisted as _;
        &{
            let __status_docs_value: [::status_docs::Case<::core::primitive::u16>; 5] = [
                ::status_docs::Case::Row {
                    of: "ApiError",
                    variant: "Missing",
                    doc: ::status_docs::__private::http_doc(404),
                },
                ::status_docs::Case::Row {
                    of: "ApiError",
                    variant: "Busy",
                    doc: {
                        let mut __status_docs_doc = ::status_docs::__private::http_doc(
                            429,
                        );
                        __status_docs_doc.tips = ::core::option::Option::Some(
                            "Wait a minute, then try again.",
                        );
                        __status_docs_doc
                    },
                },
                ::status_docs::__private::inner(
                    ::status_docs::__private::Probe::<T, ::core::primitive::u16>::CASES,
                    "T",
                ),
                ::status_docs::Case::Row {
                    of: "ApiError",
                    variant: "PayloadTooLarge",
                    doc: ::status_docs::__private::http_doc(413),
                },
                ::status_docs::Case::Row {
                    of: "ApiError",
                    variant: "Db",
                    doc: ::status_docs::__private::http_doc(500),
                },
            ];
            __status_docs_value
        }
    };
    #[inline]
    fn __status_docs_http<__StatusDocsHttp>() {
        #[allow(unused_imports)]
        use ::status_docs::__private::Unlisted as _;
        const {
            ::status_docs::__private::have_http(
                <Self as ::status_docs::StatusCases>::CASES,
            )
        }
        let _: [fn(); 1] = [
            ::status_docs::__private::Probe::<T, ::core::primitive::u16>::HTTP,
        ];
    }
}
