//! Name and phrase → row, and what every row answers.

use std::fmt::Write;

use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::quote;
use status_docs_data::{CodeType, Role, Row, Table, name};

use super::literal::{Phrases, Texts, Value};
use super::target::{code_type, query};
use super::{Context, accessor, codes, enumeration, open, text};
use crate::docs::escape;
use crate::template::template;

/// The tables that the methods read, as constants that only the runtime crate's generic functions name (see there), and
/// the conversions from a row to its variant and back.
pub(super) fn tables(context: Context<'_>, columns: &TokenStream) -> TokenStream {
    let Some(layout) = context.layout else { return no_tables(context) };
    let (krate, ident) = (context.krate, &context.target.ident);
    let Table { rows, .. } = context.table;
    let row_of = row_of(context);
    let name = |name: &str| Ident::new(name, Span::call_site());
    let names = Texts::keys(rows.iter().map(|row| row.name.as_str())).constant(krate, &name("NAMES"));
    let name_index = layout.names.constant(krate, &name("BY_NAME"));
    let aliases = rows.iter().flat_map(|row| row.aliases.iter().map(|alias| alias.phrase.as_str()));
    let phrase_texts = Texts::keys(rows.iter().map(|row| row.reason.as_str()).chain(aliases));
    let phrase_texts = phrase_texts.constant(krate, &name("PHRASE_TEXTS"));
    let reasons = Texts::hot(context.target, ("REASONS", "PHRASE_TEXTS"), "reason_texts");
    let phrases = Phrases { index: &layout.phrases, rows: rows.len(), alias_rows: &layout.alias_rows };
    let phrases = phrases.constant(krate, &name("PHRASES"));
    let link = context.table.link_template().map(|link| {
        template! {
            [link]
            const LINK: ::core::option::Option<&'static ::core::primitive::str> = ::core::option::Option::Some(#link);
        }
    });
    let codes = codes::tables(context.target, context.table.text_codes());
    let open_codes = open::codes(context);
    let stand_in = stand_in(context);
    template! {
        [row_of, codes, open_codes, krate, ident, names, name_index, phrase_texts, reasons, phrases, columns, link, stand_in]
        #row_of
        #codes
        #open_codes
        #[doc(hidden)]
        #[automatically_derived]
        impl #krate::__private::Tables for #ident {
            #names
            #name_index
            #phrase_texts
            #reasons
            #phrases
            #columns
            #link
            #stand_in
        }
    }
}

/// Those of a table that could not be read: that it is reported is all that is said of it.
fn no_tables(context: Context<'_>) -> TokenStream {
    let (krate, ident) = (context.krate, &context.target.ident);
    let stand_in = stand_in(context);
    template! {
        [krate, ident, stand_in]
        #[doc(hidden)]
        #[automatically_derived]
        impl #krate::__private::Codes for #ident {}
        #[doc(hidden)]
        #[automatically_derived]
        impl #krate::__private::Tables for #ident {
            // What a message is read with.
            const REASONS: #krate::__private::Texts = #krate::__private::Texts::Slices(&[""]);
            #stand_in
        }
    }
}

/// Of a table with findings, any status: what is asked of it in constants gets an answer, and says nothing further.
fn stand_in(context: Context<'_>) -> Option<TokenStream> {
    let status = match context.target.variants.first() {
        _ if context.target.open.is_some() => quote!(Self(0)),
        Some(variant) => text::tokens(&format!("Self::{variant}")),
        None => text::tokens(&format!("Self::{}", enumeration::NO_ROW)),
    };
    context.is_reported.then(
        || template! { [status] const STAND_IN: ::core::option::Option<Self> = ::core::option::Option::Some(#status); },
    )
}

/// How a variant leads to its row.
fn row_of(context: Context<'_>) -> TokenStream {
    let (krate, ident) = (context.krate, &context.target.ident);
    let row = match context.table.code {
        _ if context.target.open.is_some() => quote!(__status_docs_status.0 as ::core::primitive::usize),
        CodeType::Text => quote!(__status_docs_status as ::core::primitive::usize),
        CodeType::Int(_) => {
            let code = code_type(context.table.code);
            let code = quote!(__status_docs_status as #code as ::core::primitive::u64);
            quote!(#krate::__private::row_of_code::<#ident>(#code))
        }
    };
    template! {
        [ident, row]
        #[inline]
        const fn row_of(__status_docs_status: #ident) -> ::core::primitive::usize {
            #row
        }
    }
}

/// The methods that every table has.
pub(super) fn methods(context: Context<'_>) -> TokenStream {
    let vis = &context.request.vis;
    let count = Literal::usize_unsuffixed(context.table.rows.len());
    let krate = context.krate;
    let from_code = from_code(context);
    let code = code(context);
    let from_reason = codes::found(context.target, &quote!(#krate::__private::row_of_phrase::<Self>(reason)));
    let text = quote!(&'static ::core::primitive::str);
    let name = accessor::of_role(context, Role::Name, &text, quote!(#krate::__private::name::<Self>(row_of(self))));
    let reason =
        accessor::of_role(context, Role::Reason, &text, quote!(#krate::__private::reason::<Self>(row_of(self))));
    let aliases = if context.target.open.is_some() { open::constants(context) } else { aliases(context) };
    let iter = codes::iter(context.target);
    let from_name = codes::found(context.target, &quote!(#krate::__private::row_of_name::<Self>(name)));
    let is_large = context.layout.is_some_and(|layout| !layout.is_small);
    let iter_link =
        if context.leaves_out("iter") { quote!() } else { quote!(#[doc = "[`iter`](Self::iter) takes nothing."]) };
    let cost = is_large.then(|| {
        quote! {
            ///
            /// Where this is used, the compiler looks for each value of it among all variants, which takes seconds
            /// for thousands of codes far from each other.
            #iter_link
        }
    });
    let unless_left_out = |name: &str, item: TokenStream| if context.leaves_out(name) { quote!() } else { item };
    let all = unless_left_out(
        "ALL",
        template! {
            [cost, vis, krate]
            /// Every status, in the order of the table.
            #cost
            #vis const ALL: &'static [Self] = #krate::__private::all();
        },
    );
    let count = unless_left_out(
        "COUNT",
        quote! {
            /// How many statuses there are.
            #vis const COUNT: ::core::primitive::usize = #count;
        },
    );
    let iter = unless_left_out(
        "iter",
        template! {
            [vis, krate, iter]
            /// Every status, in the order of the table, one by one.
            #[inline]
            #[must_use]
            #vis const fn iter() -> #krate::Iter<Self> {
                #iter
            }
        },
    );
    let hidden = hidden(context, &from_code, &from_name);
    let from_code = unless_left_out("from_code", lookup_by_code(context, &from_code));
    let from_name = unless_left_out(
        "from_name",
        template! {
            [vis, from_name]
            /// The status with exactly this name; `None` if the table has no such row.
            #[inline]
            #[must_use]
            #vis const fn from_name(name: &::core::primitive::str) -> ::core::option::Option<Self> {
                #from_name
            }
        },
    );
    let from_reason = unless_left_out(
        "from_reason",
        template! {
            [vis, from_reason]
            /// The status with this reason phrase or alias, in any ASCII case; `None` if the table has
            /// no such row. Where several share a phrase, it is the first one.
            #[inline]
            #[must_use]
            #vis const fn from_reason(reason: &::core::primitive::str) -> ::core::option::Option<Self> {
                #from_reason
            }
        },
    );
    quote!(#all #count #aliases #iter #from_code #from_name #from_reason #code #name #reason #hidden)
}

/// What a derive with `table = …` asks of a row in constants, where traits have no functions. The user's own items may
/// have any other name.
fn hidden(context: Context<'_>, from_code: &TokenStream, from_name: &TokenStream) -> TokenStream {
    let (krate, vis) = (context.krate, &context.request.vis);
    let (code, asked) = (code_type(context.table.code), query(context.table.code));
    let status = quote!(self);
    let any = any_code(context);
    let (code_of, row) = match (context.layout, context.table.code) {
        (Some(_), _) => (codes::code_of(context.target, &status), quote!(row_of(self))),
        // Constants ask these of the enum's only value.
        (None, CodeType::Int(_)) => (quote!(0), quote!(0)),
        (None, CodeType::Text) => (quote!(""), quote!(0)),
    };
    template! {
        [vis, code, code_of, row, asked, from_code, from_name, krate, any]
        #[doc(hidden)]
        #[inline]
        #vis const fn __status_docs_code(self) -> #code {
            #code_of
        }
        #[doc(hidden)]
        #[inline]
        #vis const fn __status_docs_row(self) -> ::core::primitive::usize {
            #row
        }
        #[doc(hidden)]
        #[inline]
        #vis const fn __status_docs_from_code(code: #asked) -> ::core::option::Option<Self> {
            #from_code
        }
        #[doc(hidden)]
        #[inline]
        #vis const fn __status_docs_from_name(name: &::core::primitive::str) -> ::core::option::Option<Self> {
            #from_name
        }
        #[doc(hidden)]
        #[inline]
        #vis const fn __status_docs_code_at(__status_docs_row: ::core::primitive::usize) -> #krate::__private::AnyCode {
            #any
        }
    }
}

/// The code of a row, whatever the codes are.
fn any_code(context: Context<'_>) -> TokenStream {
    let (krate, row) = (context.krate, quote!(__status_docs_row));
    match (context.layout, context.table.code) {
        (None, _) => quote!(#krate::__private::AnyCode::Text("")),
        (Some(_), CodeType::Text) => {
            template! { [krate, row] #krate::__private::AnyCode::Text(#krate::__private::code::<Self>(#row)) }
        }
        (Some(_), CodeType::Int(_)) => {
            let found = codes::lookup(context.target, &row);
            let code = codes::code_of(context.target, &quote!(__status_docs_status));
            template! {
                [found, krate, code]
                match #found {
                    ::core::option::Option::Some(__status_docs_status) => {
                        #krate::__private::AnyCode::Int(#code as ::core::primitive::i128)
                    }
                    ::core::option::Option::None => #krate::__private::AnyCode::Text(""),
                }
            }
        }
    }
}

/// The body of `from_code(code)`.
pub(super) fn from_code(context: Context<'_>) -> TokenStream {
    codes::from_code(context.target, &|status| codes::code_of(context.target, status))
}

fn lookup_by_code(context: Context<'_>, body: &TokenStream) -> TokenStream {
    let vis = &context.request.vis;
    let doc = context.docs.lookup();
    let asked = query(context.table.code);
    template! {
        [doc, vis, asked, body]
        #[doc = #doc]
        #[inline]
        #[must_use]
        #vis const fn from_code(code: #asked) -> ::core::option::Option<Self> {
            #body
        }
    }
}

fn code(context: Context<'_>) -> TokenStream {
    let code = code_type(context.table.code);
    accessor::of_role(context, Role::Code, &code, codes::code_of(context.target, &quote!(self)))
}

/// A constant for each alias that can be an identifier, so that it can be used in a pattern.
///
/// It is as visible as its variant, and so as the enum itself: repeating the user's visibility tokens among items that
/// are lexed from text would need a separate lexer call for each constant.
fn aliases(context: Context<'_>) -> TokenStream {
    let mut constants = String::new();
    for row in &context.table.rows {
        push_aliases(&mut constants, context, row, &format!("Self::{}", name::in_code(&row.name)));
    }
    text::tokens(&constants)
}

/// The same of one row, whose status is that expression.
pub(super) fn push_aliases(constants: &mut String, context: Context<'_>, row: &Row, status: &str) {
    let named = name::in_code(&row.name);
    for alias in &row.aliases {
        let Some(name) = alias.name.as_deref().map(name::in_code) else { continue };
        if context.request.warns_deprecated {
            enumeration::push_deprecated(constants, row);
        }
        let doc = format!("[`{named}`](Self::{named}), by another phrase of the table: {}.", escape(&alias.phrase));
        constants.push_str("#[doc = ");
        text::push_string(constants, &doc);
        let _ = write!(constants, "]pub const {name}: Self = {status};");
    }
}
