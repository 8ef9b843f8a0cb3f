//! What a type can answer, for a document of an API.

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};
use status_docs_data::Role;
use syn::spanned::Spanned;

use super::{Asked, Asks, Body, Bridge, Bridged, Choice, Inner, asked};
use crate::render::target::located_at;
use crate::template::template;

/// Only the builders are named, which versions 5 and 6 have in common.
pub(super) const BRIDGE: Bridge = Bridge {
    word: "utoipa",
    has_path: true,
    options: &[
        Choice::Path("schema"),
        Choice::Path("members"),
        Choice::Path("example"),
        Choice::Text("name", asked::component),
        Choice::Text("media", asked::media),
        Choice::Texts("headers", asked::header),
    ],
    role: Some(Role::Http),
    derives: &["ToSchema", "IntoResponses"],
    body: Body::Documented,
    emit,
};

fn emit(bridged: &Bridged<'_>, asked: &Asked) -> TokenStream {
    let has_responses = bridged.has_status;
    let is_schema = bridged.target.kind().is_table() && !bridged.target.is_generic() && asked.text("name").is_none();
    let responses = has_responses.then(|| responses(bridged, asked));
    let named = asked.text("name").filter(|_| has_responses).map(|_| named(bridged, asked));
    let schema = is_schema.then(|| schema(bridged, asked));
    // Two versions of the crate have functions of the same names.
    quote! {
        const _: () = {
            #responses
            #named
            #schema
        };
    }
}

/// One response per status, with the meanings of all its rows and an example of each code. `IntoResponses` has no way to
/// add a schema to the document's components: it is in the response, or a reference to one that the user registers.
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
    let default_media = if asked.option("schema").is_some() { "application/json" } else { "application/problem+json" };
    let media = asked.text("media").map_or_else(|| default_media.to_owned(), syn::LitStr::value);
    let is_object = asked.option("schema").is_none();
    let schema = match (asked.text("name"), asked.option("schema")) {
        (Some(name), _) => template! {
            place=> [path, name]
            #path::openapi::RefOr::Ref(#path::openapi::Ref::from_schema_name(#name))
        },
        (None, Some(_)) => quote_spanned!(place=> ::core::clone::Clone::clone(&__status_docs_envelope)),
        (None, None) => quote_spanned! {place=>
            __status_docs_object(__status_docs_listed.status, &__status_docs_listed)
        },
    };
    let envelope = asked.option("schema").filter(|_| asked.text("name").is_none()).map(|envelope| {
        let place = asked.place_of("schema");
        quote_spanned!(place=> let (__status_docs_envelope, _) = __status_docs_filled_in::<#envelope>();)
    });
    // A text by default; how a builder takes a schema differs between the versions.
    let headers = asked
        .texts("headers")
        .iter()
        .map(|name| quote_spanned!(place=> .header(#name, #path::openapi::header::Header::default())));
    let list = list(bridged, asked);
    let object = is_object.then(|| object(bridged, asked));
    let needs_fill =
        asked.option("schema").is_some() || (asked.option("members").is_some() && asked.text("name").is_none());
    let filled = needs_fill.then(|| filled(asked));
    quote_spanned! {place=>
        #list
        #object
        #filled

        #header {
            fn responses() -> ::std::collections::BTreeMap<
                #string,
                #path::openapi::RefOr<#path::openapi::response::Response>,
            > {
                #checked
                #(#listed)*
                let mut __status_docs_all = ::std::collections::BTreeMap::<#string, __StatusDocsListed>::new();
                <Self as #krate::StatusCases>::each_case(&mut |__status_docs_case| {
                    __status_docs_list(&mut __status_docs_all, __status_docs_case);
                });
                #envelope
                let mut __status_docs_responses = ::std::collections::BTreeMap::new();
                for (__status_docs_status, __status_docs_listed) in __status_docs_all {
                    let __status_docs_schema = #schema;
                    let mut __status_docs_examples = ::std::vec::Vec::new();
                    for (__status_docs_key, __status_docs_summary, __status_docs_value) in __status_docs_listed.examples {
                        if let ::core::result::Result::Ok(__status_docs_value) =
                            ::core::str::FromStr::from_str(&__status_docs_value)
                        {
                            __status_docs_examples.push((
                                __status_docs_key,
                                #path::openapi::example::ExampleBuilder::new()
                                    .summary(__status_docs_summary)
                                    .value(::core::option::Option::Some(__status_docs_value))
                                    .build(),
                            ));
                        }
                    }
                    let __status_docs_content = #path::openapi::content::ContentBuilder::new()
                        .schema(::core::option::Option::Some(__status_docs_schema))
                        .examples_from_iter(__status_docs_examples)
                        .build();
                    let __status_docs_response = #path::openapi::response::ResponseBuilder::new()
                        .description(__status_docs_listed.description)
                        .content(#media, __status_docs_content)
                        #(#headers)*
                        .build();
                    let _ = __status_docs_responses
                        .insert(__status_docs_status, ::core::convert::Into::into(__status_docs_response));
                }
                __status_docs_responses
            }
        }
    }
}

/// What a document says of one status, and the function that adds a case to it. Examples are keyed by code; equal ones
/// are one, and different ones of a code are counted.
fn list(bridged: &Bridged<'_>, asked: &Asked) -> TokenStream {
    let (place, krate, code) = (asked.place(), bridged.target.krate, &bridged.code);
    let string = quote_spanned!(place=> ::std::string::String);
    let vec = quote_spanned!(place=> ::std::vec::Vec);
    let to_string = quote_spanned!(place=> ::std::string::ToString::to_string);
    let tips = bridged.tells_tips().then(|| quote_spanned!(place=> .with_tips()));
    let value = match (asked.option("example"), asked.option("schema")) {
        (Some(example), _) => {
            let place = asked.place_of("example");
            Some(quote_spanned!(place=> ::std::string::ToString::to_string(&#example(&__status_docs_problem))))
        }
        (None, Some(_)) => None,
        (None, None) => Some(quote_spanned!(place=> #to_string(&__status_docs_problem))),
    };
    let example = value.map(|value| {
        template! {
            place=> [krate, tips, value, to_string]
            let __status_docs_problem = #krate::Problem::new(__status_docs_doc) #tips;
            let __status_docs_value = #value;
            let mut __status_docs_key = #to_string(&__status_docs_doc.code);
            let mut __status_docs_count = 1_u32;
            loop {
                let mut __status_docs_is_taken = false;
                for (__status_docs_other, _, __status_docs_same) in &__status_docs_listed.examples {
                    if *__status_docs_other == __status_docs_key {
                        if *__status_docs_same == __status_docs_value {
                            return;
                        }
                        __status_docs_is_taken = true;
                    }
                }
                if !__status_docs_is_taken {
                    break;
                }
                __status_docs_count += 1;
                __status_docs_key = ::std::format!("{} ({})", __status_docs_doc.code, __status_docs_count);
            }
            __status_docs_listed.examples.push((__status_docs_key, __status_docs_doc.reason, __status_docs_value));
        }
    });
    template! {
        place=> [string, vec, code, krate, to_string, example]
        #[derive(::core::default::Default)]
        struct __StatusDocsListed {
            status: ::core::primitive::u16,
            description: #string,
            examples: #vec<(#string, &'static ::core::primitive::str, #string)>,
            /// The codes that are not the status.
            codes: #vec<#code>,
            rows: ::core::primitive::usize,
            coded: ::core::primitive::usize,
            linked: ::core::primitive::usize,
        }

        impl __StatusDocsListed {
            fn count(&mut self, __status_docs_doc: &#krate::StatusDoc<#code>) {
                self.rows += 1;
                if __status_docs_doc.link.is_some() {
                    self.linked += 1;
                }
                if #krate::__private::own_code(__status_docs_doc).is_some() {
                    self.coded += 1;
                    if !self.codes.contains(&__status_docs_doc.code) {
                        self.codes.push(__status_docs_doc.code);
                    }
                }
            }
        }

        fn __status_docs_list(
            __status_docs_all: &mut ::std::collections::BTreeMap<#string, __StatusDocsListed>,
            __status_docs_case: &#krate::Case<#code>,
        ) {
            let __status_docs_doc = match __status_docs_case {
                #krate::Case::Row { doc: __status_docs_doc, .. } => __status_docs_doc,
                _ => {
                    __status_docs_all.entry(#to_string("default")).or_default().description =
                        #to_string("Any other status.");
                    return;
                }
            };
            let __status_docs_status = #krate::__private::http_status(__status_docs_doc);
            let __status_docs_listed = __status_docs_all.entry(#to_string(&__status_docs_status)).or_default();
            __status_docs_listed.status = __status_docs_status;
            __status_docs_listed.count(__status_docs_doc);
            let __status_docs_meaning =
                #to_string(&#krate::__private::Markdown(#krate::__private::meaning(__status_docs_doc)));
            if !#krate::__private::says(&__status_docs_listed.description, &__status_docs_meaning) {
                if !__status_docs_listed.description.is_empty() {
                    __status_docs_listed.description.push_str("\n\n");
                }
                __status_docs_listed.description.push_str(&__status_docs_meaning);
            }
            #example
        }
    }
}

/// The function that describes a Problem: the members of RFC 9457, and the ones that our answers add. For one status, or
/// where that is 0 for all of them.
#[allow(clippy::too_many_lines, reason = "a template is read as a whole")]
fn object(bridged: &Bridged<'_>, asked: &Asked) -> TokenStream {
    let (path, place, krate, code) = (asked.path(), asked.place(), bridged.target.krate, &bridged.code);
    let of = |ty: TokenStream| {
        template! {
            place=> [path, ty]
            #path::openapi::schema::ObjectBuilder::new().schema_type(#path::openapi::schema::Type::#ty)
        }
    };
    let (object, text, number) = (of(quote!(Object)), of(quote!(String)), of(quote!(Integer)));
    let some = quote_spanned!(place=> ::core::option::Option::Some);
    let uri = template! {
        place=> [text, some, path]
        #text.format(#some(#path::openapi::schema::SchemaFormat::Custom(
            ::std::string::ToString::to_string("uri-reference"),
        )))
    };
    let tips = bridged.tells_tips().then(|| quote_spanned!(place=> .property("tips", #text)));
    let members = asked.option("members").map(|members| {
        let place = asked.place_of("members");
        // In the document of the named form, what they refer to is registered.
        let joined = if asked.text("name").is_some() {
            quote_spanned!(place=> <#members as #path::PartialSchema>::schema())
        } else {
            quote_spanned!(place=> __status_docs_filled_in::<#members>().0)
        };
        template! {
            place=> [joined, path, krate]
            match #joined {
                #path::openapi::RefOr::T(#path::openapi::schema::Schema::Object(__status_docs_members)) => {
                    for (__status_docs_name, __status_docs_member) in __status_docs_members.properties {
                        if !#krate::__private::is_ours(&__status_docs_name) {
                            __status_docs_schema = __status_docs_schema.property(__status_docs_name, __status_docs_member);
                        }
                    }
                }
                _ => ::core::debug_assert!(false, "the members of a problem are those of an object"),
            }
        }
    });
    let is_mutable = members.is_some().then(|| quote!(mut));
    // With a table, all its codes are one schema, the table's own.
    let table_codes = bridged.rows_of.as_ref().filter(|_| asked.text("name").is_some()).map(|rows_of| {
        template! {
            place=> [rows_of, krate, some, path]
            if __status_docs_status == 0 {
                let mut __status_docs_table = ::std::vec::Vec::new();
                for __status_docs_row in <#rows_of as #krate::StatusTable>::iter() {
                    __status_docs_table.push(#krate::StatusDocs::code(&__status_docs_row));
                }
                let mut __status_docs_is_whole = true;
                for __status_docs_code in &__status_docs_listed.codes {
                    __status_docs_is_whole &= __status_docs_table.contains(__status_docs_code);
                }
                if __status_docs_is_whole {
                    return #some(#path::openapi::RefOr::Ref(#path::openapi::Ref::from_schema_name(
                        <#rows_of as #krate::StatusTable>::NAME,
                    )));
                }
            }
        }
    });
    let schema = quote_spanned!(place=> #path::openapi::RefOr<#path::openapi::schema::Schema>);
    template! {
        place=> [schema, table_codes, krate, path, code, some, is_mutable, object, uri, text, number, tips, members]
        fn __status_docs_code(
            __status_docs_status: ::core::primitive::u16,
            __status_docs_listed: &__StatusDocsListed,
        ) -> ::core::option::Option<#schema> {
            let __status_docs_first = *__status_docs_listed.codes.first()?;
            let _ = __status_docs_status;
            #table_codes
            let __status_docs_type = if #krate::Code::number(__status_docs_first).is_some() {
                #path::openapi::schema::Type::Integer
            } else {
                #path::openapi::schema::Type::String
            };
            let __status_docs_codes: ::std::vec::Vec<#code> =
                ::core::clone::Clone::clone(&__status_docs_listed.codes);
            #some(::core::convert::Into::into(
                #path::openapi::schema::ObjectBuilder::new()
                    .schema_type(__status_docs_type)
                    .enum_values(#some(__status_docs_codes))
                    .build(),
            ))
        }

        fn __status_docs_object(
            __status_docs_status: ::core::primitive::u16,
            __status_docs_listed: &__StatusDocsListed,
        ) -> #schema {
            let (__status_docs_least, __status_docs_most) = match __status_docs_status {
                0 => (100, ::core::cmp::Ord::max(__status_docs_listed.status, 599)),
                __status_docs_status => (__status_docs_status, __status_docs_status),
            };
            let #is_mutable __status_docs_schema = #object
                .property("type", #uri)
                .property("title", #text)
                .property(
                    "status",
                    #number.minimum(#some(__status_docs_least)).maximum(#some(__status_docs_most)),
                )
                .property("detail", #text)
                .property("instance", #uri)
                #tips
                .required("title")
                .required("status");
            #members
            let __status_docs_schema = match __status_docs_code(__status_docs_status, __status_docs_listed) {
                #some(__status_docs_code) => __status_docs_schema.property("code", __status_docs_code),
                ::core::option::Option::None => __status_docs_schema,
            };
            let __status_docs_schema =
                if __status_docs_listed.rows > 0 && __status_docs_listed.coded == __status_docs_listed.rows {
                    __status_docs_schema.required("code")
                } else {
                    __status_docs_schema
                };
            let __status_docs_schema =
                if __status_docs_listed.rows > 0 && __status_docs_listed.linked == __status_docs_listed.rows {
                    __status_docs_schema.required("type")
                } else {
                    __status_docs_schema
                };
            ::core::convert::Into::into(__status_docs_schema.build())
        }
    }
}

/// The named form: one line of the user's registers the Problem and the codes of its table.
fn named(bridged: &Bridged<'_>, asked: &Asked) -> TokenStream {
    let (path, place, krate) = (asked.path(), asked.place(), bridged.target.krate);
    let partial = bridged.header(asked, &quote_spanned!(place=> #path::PartialSchema), &[Asks::Cases]);
    let full = bridged.header(asked, &quote_spanned!(place=> #path::ToSchema), &[Asks::Cases]);
    let name = asked.text("name");
    let schema_type = quote_spanned!(place=> #path::openapi::RefOr<#path::openapi::schema::Schema>);
    let registered = quote_spanned!(place=> &mut ::std::vec::Vec<(::std::string::String, #schema_type)>);
    let all = asked.option("schema").or_else(|| asked.option("members"));
    let others = all.map(|all| {
        let place = asked.place_of(if asked.option("schema").is_some() { "schema" } else { "members" });
        quote_spanned!(place=> <#all as #path::ToSchema>::schemas(__status_docs_schemas);)
    });
    if let Some(envelope) = asked.option("schema") {
        let place = asked.place_of("schema");
        return template! {
            place=> [partial, schema_type, envelope, path, full, name, registered, others]
            #partial {
                fn schema() -> #schema_type {
                    <#envelope as #path::PartialSchema>::schema()
                }
            }

            #full {
                fn name() -> ::std::borrow::Cow<'static, ::core::primitive::str> {
                    ::core::convert::From::from(#name)
                }

                fn schemas(__status_docs_schemas: #registered) {
                    #others
                    // It is needed by its own name as well.
                    if __status_docs_filled_in::<#envelope>().1 {
                        __status_docs_schemas.push((
                            ::std::string::ToString::to_string(&<#envelope as #path::ToSchema>::name()),
                            <#envelope as #path::PartialSchema>::schema(),
                        ));
                    }
                }
            }
        };
    }
    let rows_of = bridged.rows_of.as_ref();
    let all_rows = rows_of.map(|rows_of| {
        template! {
            place=> [rows_of, krate]
            for __status_docs_row in <#rows_of as #krate::StatusTable>::iter() {
                let __status_docs_doc = #krate::StatusDocs::docs(&__status_docs_row);
                let __status_docs_status = #krate::__private::http_status(&__status_docs_doc);
                __status_docs_listed.count(&__status_docs_doc);
                __status_docs_listed.status = ::core::cmp::Ord::max(__status_docs_listed.status, __status_docs_status);
            }
        }
    });
    let codes = rows_of.map(|rows_of| table_codes(bridged, asked, rows_of));
    let table = rows_of.map(|rows_of| {
        template! {
            place=> [rows_of, krate]
            __status_docs_schemas.push((
                ::std::string::ToString::to_string(<#rows_of as #krate::StatusTable>::NAME),
                __status_docs_table_codes(),
            ));
        }
    });
    let has_table = table.is_some() || others.is_some();
    let schemas = has_table.then(|| {
        quote_spanned! {place=>
            fn schemas(__status_docs_schemas: #registered) {
                #table
                #others
            }
        }
    });
    template! {
        place=> [codes, partial, schema_type, all_rows, krate, full, name, schemas]
        #codes

        #partial {
            fn schema() -> #schema_type {
                let mut __status_docs_listed = <__StatusDocsListed as ::core::default::Default>::default();
                #all_rows
                <Self as #krate::StatusCases>::each_case(&mut |__status_docs_case| {
                    if let #krate::Case::Row { doc: __status_docs_doc, .. } = __status_docs_case {
                        let __status_docs_status = #krate::__private::http_status(__status_docs_doc);
                        __status_docs_listed.count(__status_docs_doc);
                        __status_docs_listed.status =
                            ::core::cmp::Ord::max(__status_docs_listed.status, __status_docs_status);
                    }
                });
                __status_docs_object(0, &__status_docs_listed)
            }
        }

        #full {
            fn name() -> ::std::borrow::Cow<'static, ::core::primitive::str> {
                ::core::convert::From::from(#name)
            }

            #schemas
        }
    }
}

/// A table's code as a value in a body.
fn schema(bridged: &Bridged<'_>, asked: &Asked) -> TokenStream {
    let (path, place, krate) = (asked.path(), asked.place(), bridged.target.krate);
    let partial = bridged.header(asked, &quote_spanned!(place=> #path::PartialSchema), &[]);
    let full = bridged.header(asked, &quote_spanned!(place=> #path::ToSchema), &[]);
    let text = quote!(&'static ::core::primitive::str);
    let codes = table_codes(bridged, asked, &bridged.target.ty());
    template! {
        place=> [codes, partial, path, full, text, krate]
        #codes

        #partial {
            fn schema() -> #path::openapi::RefOr<#path::openapi::schema::Schema> {
                __status_docs_table_codes()
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

/// The function that describes a table's codes: one of them, with their phrases, and with their names in code as
/// generators read them.
fn table_codes(bridged: &Bridged<'_>, asked: &Asked, table: &TokenStream) -> TokenStream {
    let (path, place, krate) = (asked.path(), asked.place(), bridged.target.krate);
    let (vec, some) =
        (quote_spanned!(place=> ::std::vec::Vec::new()), quote_spanned!(place=> ::core::option::Option::Some));
    template! {
        place=> [path, vec, table, krate, some]
        fn __status_docs_table_codes() -> #path::openapi::RefOr<#path::openapi::schema::Schema> {
            let mut __status_docs_rows = ::std::string::String::new();
            let mut __status_docs_codes = #vec;
            let mut __status_docs_names = #vec;
            let mut __status_docs_phrases = #vec;
            let mut __status_docs_type = #path::openapi::schema::Type::String;
            for __status_docs_status in <#table as #krate::StatusTable>::iter() {
                let __status_docs_doc = #krate::StatusDocs::docs(&__status_docs_status);
                if !__status_docs_rows.is_empty() {
                    // Paragraphs: the backslash of a line break would be shown by generators.
                    __status_docs_rows.push_str("\n\n");
                }
                let __status_docs_row = ::std::format!("{} {}", __status_docs_doc.code, __status_docs_doc.reason);
                __status_docs_rows.push_str(&::std::string::ToString::to_string(
                    &#krate::__private::Markdown(&__status_docs_row),
                ));
                if #krate::Code::number(__status_docs_doc.code).is_some() {
                    __status_docs_type = #path::openapi::schema::Type::Integer;
                }
                __status_docs_codes.push(__status_docs_doc.code);
                __status_docs_names.push(#krate::StatusTable::name(__status_docs_status));
                __status_docs_phrases.push(__status_docs_doc.reason);
            }
            ::core::convert::Into::into(
                #path::openapi::schema::ObjectBuilder::new()
                    .schema_type(__status_docs_type)
                    .description(#some(__status_docs_rows))
                    .enum_values(#some(__status_docs_codes))
                    .extensions(#some(
                        #path::openapi::extensions::ExtensionsBuilder::new()
                            .add("x-enum-varnames", __status_docs_names)
                            .add("x-enum-descriptions", __status_docs_phrases)
                            .build(),
                    ))
                    .build(),
            )
        }
    }
}

/// The functions that fill in what a schema refers to, so that a document needs no other one. A schema inside itself is
/// cut there; what nothing answers stays as it is.
#[allow(clippy::too_many_lines, reason = "a template is read as a whole")]
fn filled(asked: &Asked) -> TokenStream {
    let (path, place) = (asked.path(), asked.place());
    let schema = quote_spanned!(place=> #path::openapi::RefOr<#path::openapi::schema::Schema>);
    let string = quote_spanned!(place=> ::std::string::String);
    let fill = |slot: TokenStream| {
        template! {
            place=> [schema, slot, path]
            let __status_docs_slot: &mut #schema = #slot;
            let __status_docs_taken = ::core::mem::replace(
                __status_docs_slot,
                #path::openapi::RefOr::T(::core::default::Default::default()),
            );
            *__status_docs_slot =
                __status_docs_filled(__status_docs_taken, __status_docs_known, __status_docs_above, __status_docs_is_inside);
        }
    };
    let item = fill(quote_spanned!(place=> __status_docs_item));
    let boxed = fill(quote_spanned!(place=> &mut **__status_docs_item));
    let of_items = |kind: TokenStream| {
        template! {
            place=> [path, kind, item]
            #path::openapi::schema::Schema::#kind(__status_docs_schema) => {
                for __status_docs_item in &mut __status_docs_schema.items {
                    #item
                }
            }
        }
    };
    let (one_of, all_of, any_of) = (of_items(quote!(OneOf)), of_items(quote!(AllOf)), of_items(quote!(AnyOf)));
    template! {
        place=> [path, schema, string, boxed, item, one_of, all_of, any_of]
        /// And whether the schema is inside itself.
        fn __status_docs_filled_in<__StatusDocsSchema: #path::ToSchema>() -> (#schema, ::core::primitive::bool) {
            let mut __status_docs_known = ::std::vec::Vec::new();
            <__StatusDocsSchema as #path::ToSchema>::schemas(&mut __status_docs_known);
            let mut __status_docs_above = ::std::vec::Vec::new();
            __status_docs_above.push(::std::string::ToString::to_string(
                &<__StatusDocsSchema as #path::ToSchema>::name(),
            ));
            let mut __status_docs_is_inside = false;
            let __status_docs_schema = __status_docs_filled(
                <__StatusDocsSchema as #path::PartialSchema>::schema(),
                &__status_docs_known,
                &mut __status_docs_above,
                &mut __status_docs_is_inside,
            );
            (__status_docs_schema, __status_docs_is_inside)
        }

        fn __status_docs_filled(
            __status_docs_schema: #schema,
            __status_docs_known: &[(#string, #schema)],
            __status_docs_above: &mut ::std::vec::Vec<#string>,
            __status_docs_is_inside: &mut ::core::primitive::bool,
        ) -> #schema {
            let mut __status_docs_schema = match __status_docs_schema {
                #path::openapi::RefOr::T(__status_docs_schema) => __status_docs_schema,
                #path::openapi::RefOr::Ref(__status_docs_ref) => {
                    let __status_docs_name = __status_docs_ref
                        .ref_location
                        .strip_prefix("#/components/schemas/")
                        .map(::std::string::ToString::to_string);
                    if let ::core::option::Option::Some(__status_docs_name) = __status_docs_name {
                        for __status_docs_other in &*__status_docs_above {
                            if *__status_docs_other == __status_docs_name {
                                *__status_docs_is_inside |= __status_docs_above.first() == ::core::option::Option::Some(&__status_docs_name);
                                return ::core::convert::Into::into(
                                    #path::openapi::schema::ObjectBuilder::new()
                                        .schema_type(#path::openapi::schema::Type::Object)
                                        .build(),
                                );
                            }
                        }
                        for (__status_docs_other, __status_docs_found) in __status_docs_known {
                            if *__status_docs_other == __status_docs_name {
                                __status_docs_above.push(__status_docs_name);
                                let __status_docs_found = __status_docs_filled(
                                    ::core::clone::Clone::clone(__status_docs_found),
                                    __status_docs_known,
                                    __status_docs_above,
                                    __status_docs_is_inside,
                                );
                                let _ = __status_docs_above.pop();
                                return __status_docs_found;
                            }
                        }
                    }
                    return #path::openapi::RefOr::Ref(__status_docs_ref);
                }
            };
            match &mut __status_docs_schema {
                #path::openapi::schema::Schema::Array(__status_docs_array) => {
                    if let #path::openapi::schema::ArrayItems::RefOrSchema(__status_docs_item) =
                        &mut __status_docs_array.items
                    {
                        #boxed
                    }
                }
                #path::openapi::schema::Schema::Object(__status_docs_object) => {
                    for (_, __status_docs_item) in &mut __status_docs_object.properties {
                        #item
                    }
                    if let ::core::option::Option::Some(__status_docs_more) =
                        &mut __status_docs_object.additional_properties
                    {
                        if let #path::openapi::schema::AdditionalProperties::RefOr(__status_docs_item) =
                            &mut **__status_docs_more
                        {
                            #item
                        }
                    }
                }
                #one_of
                #all_of
                #any_of
                _ => {}
            }
            #path::openapi::RefOr::T(__status_docs_schema)
        }
    }
}
