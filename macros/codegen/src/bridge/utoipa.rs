//! What a type can answer, for a document of an API.

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};
use status_docs_data::{CodeType, Role};
use syn::spanned::Spanned;

use super::{Asked, Asks, Body, Bridge, Bridged, Choice, Inner};
use crate::render::target::located_at;

/// Only the builders are named, which versions 5 and 6 have in common.
pub(super) const BRIDGE: Bridge = Bridge {
    word: "utoipa",
    has_path: true,
    options: &[Choice::Path("schema")],
    role: Some(Role::Http),
    derives: &["ToSchema", "IntoResponses"],
    body: Body::Documented,
    emit,
};

fn emit(bridged: &Bridged<'_>, asked: &Asked) -> TokenStream {
    let responses = bridged.has_status.then(|| responses(bridged, asked));
    let is_schema = bridged.target.kind().is_table() && !bridged.target.is_generic();
    let schema = is_schema.then(|| schema(bridged, asked));
    quote!(#responses #schema)
}

/// One response per status, with the meanings of all its rows and an example of each. The schema is in the response,
/// because `IntoResponses` has no way to add it to the document's components.
fn responses(bridged: &Bridged<'_>, asked: &Asked) -> TokenStream {
    let (path, place, krate) = (asked.path(), asked.place(), bridged.target.krate);
    let header = bridged.header(asked, &quote_spanned!(place=> #path::IntoResponses), &[Asks::Cases]);
    // For these the compiler knows whether they list their cases, and reports it at the field.
    let listed = bridged
        .inner
        .iter()
        .filter(|inner| !inner.needs_listed)
        .map(|Inner { ty, .. }| located_at(ty.span(), quote!(#krate::__private::listed::<#ty>();)));
    let checked = bridged.checked(asked);
    let string = quote_spanned!(place=> ::std::string::String);
    let to_string = quote_spanned!(place=> ::std::string::ToString::to_string);
    let tips = bridged.tells_tips().then(|| quote_spanned!(place=> .with_tips()));
    let (media, body, value) = match asked.option("schema") {
        None => (
            "application/problem+json",
            problem_schema(bridged, asked),
            Some(quote_spanned! {place=>
                .value(::core::str::FromStr::from_str(&#to_string(&__status_docs_problem)).ok())
            }),
        ),
        Some(schema) => {
            let place = asked.place_of("schema");
            ("application/json", quote_spanned!(place=> <#schema as #path::PartialSchema>::schema()), None)
        }
    };
    // Only the rows determine whether an answer has a member for the code, and some rows are those of inner errors.
    let is_ours = asked.option("schema").is_none();
    let no_code = is_ours.then(|| quote_spanned!(place=> let mut __status_docs_code = ::core::option::Option::None;));
    let code = is_ours.then(|| {
        quote_spanned! {place=>
            __status_docs_code = #krate::__private::own_code(__status_docs_doc).or(__status_docs_code);
        }
    });
    quote_spanned! {place=>
        #header {
            fn responses() -> ::std::collections::BTreeMap<
                #string,
                #path::openapi::RefOr<#path::openapi::response::Response>,
            > {
                #checked
                #(#listed)*
                let mut __status_docs_all = ::std::collections::BTreeMap::<
                    #string,
                    (#string, ::std::collections::BTreeMap<#string, #path::openapi::example::Example>),
                >::new();
                #no_code
                <Self as #krate::StatusCases>::each_case(&mut |__status_docs_case| {
                    let (__status_docs_status, __status_docs_meaning) = match __status_docs_case {
                        #krate::Case::Row { doc: __status_docs_doc, .. } => (
                            #to_string(&#krate::__private::http_status(__status_docs_doc)),
                            #krate::__private::meaning(__status_docs_doc),
                        ),
                        _ => (#to_string("default"), "Any other status."),
                    };
                    let (__status_docs_description, __status_docs_examples) =
                        __status_docs_all.entry(__status_docs_status).or_default();
                    let __status_docs_meaning = #to_string(&#krate::__private::Markdown(__status_docs_meaning));
                    if !#krate::__private::says(__status_docs_description, &__status_docs_meaning) {
                        if !__status_docs_description.is_empty() {
                            __status_docs_description.push_str("\n\n");
                        }
                        __status_docs_description.push_str(&__status_docs_meaning);
                    }
                    if let #krate::Case::Row { doc: __status_docs_doc, .. } = __status_docs_case {
                        let __status_docs_problem = #krate::Problem::new(__status_docs_doc) #tips;
                        #code
                        let __status_docs_example = #path::openapi::example::ExampleBuilder::new()
                            .summary(__status_docs_doc.reason)
                            #value
                            .build();
                        let _ = __status_docs_examples
                            .insert(#to_string(&__status_docs_case.name()), __status_docs_example);
                    }
                });
                let __status_docs_schema = #body;
                let mut __status_docs_responses = ::std::collections::BTreeMap::new();
                for (__status_docs_status, (__status_docs_description, __status_docs_examples)) in __status_docs_all {
                    let __status_docs_content = #path::openapi::content::ContentBuilder::new()
                        .schema(::core::option::Option::Some(::core::clone::Clone::clone(&__status_docs_schema)))
                        .examples_from_iter(__status_docs_examples)
                        .build();
                    let __status_docs_response = #path::openapi::response::ResponseBuilder::new()
                        .description(__status_docs_description)
                        .content(#media, __status_docs_content)
                        .build();
                    let _ = __status_docs_responses
                        .insert(__status_docs_status, ::core::convert::Into::into(__status_docs_response));
                }
                __status_docs_responses
            }
        }
    }
}

/// The members of RFC 9457, and the ones that our answers add.
fn problem_schema(bridged: &Bridged<'_>, asked: &Asked) -> TokenStream {
    let (path, place) = (asked.path(), asked.place());
    let of = |ty: TokenStream| {
        quote_spanned! {place=>
            #path::openapi::schema::ObjectBuilder::new().schema_type(#path::openapi::schema::Type::#ty)
        }
    };
    let (object, text, number) = (of(quote!(Object)), of(quote!(String)), of(quote!(Integer)));
    let tips = bridged.tells_tips().then(|| quote_spanned!(place=> .property("tips", #text)));
    quote_spanned! {place=>
        {
            let __status_docs_schema = #object
                .property("type", #text)
                .property("title", #text)
                .property("status", #number)
                .property("detail", #text)
                .property("instance", #text)
                #tips
                .required("title")
                .required("status");
            match __status_docs_code {
                ::core::option::Option::Some(true) => __status_docs_schema.property("code", #number),
                ::core::option::Option::Some(false) => __status_docs_schema.property("code", #text),
                ::core::option::Option::None => __status_docs_schema,
            }
            .build()
        }
    }
}

/// A table's code as a value in a body: one of the table's, with their phrases.
fn schema(bridged: &Bridged<'_>, asked: &Asked) -> TokenStream {
    let (path, place, krate) = (asked.path(), asked.place(), bridged.target.krate);
    let partial = bridged.header(asked, &quote_spanned!(place=> #path::PartialSchema), &[]);
    let full = bridged.header(asked, &quote_spanned!(place=> #path::ToSchema), &[]);
    let ty = match bridged.target.code {
        CodeType::Text => quote!(String),
        CodeType::Int(_) => quote!(Integer),
    };
    let text = quote!(&'static ::core::primitive::str);
    quote_spanned! {place=>
        #partial {
            fn schema() -> #path::openapi::RefOr<#path::openapi::schema::Schema> {
                let mut __status_docs_rows = ::std::string::String::new();
                for __status_docs_status in <Self as #krate::StatusTable>::iter() {
                    let __status_docs_doc = #krate::StatusDocs::docs(&__status_docs_status);
                    __status_docs_rows.push_str(&::std::format!(
                        "{} {}\n",
                        __status_docs_doc.code,
                        __status_docs_doc.reason,
                    ));
                }
                ::core::convert::Into::into(
                    #path::openapi::schema::ObjectBuilder::new()
                        .schema_type(#path::openapi::schema::Type::#ty)
                        .description(::core::option::Option::Some(::std::string::ToString::to_string(
                            &#krate::__private::Markdown(&__status_docs_rows),
                        )))
                        .enum_values(::core::option::Option::Some(
                            ::core::iter::Iterator::map(
                                <Self as #krate::StatusTable>::iter(),
                                |__status_docs_status| #krate::StatusDocs::code(&__status_docs_status),
                            ),
                        ))
                        .build(),
                )
            }
        }

        #full {
            fn name() -> ::std::borrow::Cow<'static, ::core::primitive::str> {
                let __status_docs_name: #text = <Self as #krate::StatusTable>::NAME;
                ::core::convert::From::from(__status_docs_name)
            }
        }
    }
}
