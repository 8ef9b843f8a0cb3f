//! An open table: a struct that holds the index of its row, for tables with more rows than an enum can have variants.

use std::fmt::Write;

use proc_macro2::{Literal, TokenStream};
use quote::{format_ident, quote};
use status_docs_data::{Code, CodeType, name};

use super::literal::{Narrow, Value};
use super::target::{Target, code_type};
use super::{Context, enumeration, lookups, text};
use crate::template::template;

/// The struct itself.
pub(super) fn render(context: Context<'_>) -> TokenStream {
    let request = context.request;
    let (cfgs, attrs, vis, ident) = (&request.cfgs, &request.attrs, &request.vis, &request.ident);
    let derives = enumeration::all_derives(context);
    let (summary, page) = enumeration::documentation(context);
    quote! {
        #(#cfgs)*
        #derives
        #(#attrs)*
        #summary
        #page
        #vis struct #ident(::core::primitive::u32);
    }
}

/// The status of a row.
pub(super) fn status_at(target: &Target<'_>) -> TokenStream {
    let ident = &target.ident;
    let count = Literal::usize_unsuffixed(target.rows());
    template! {
        [ident, count]
        #[inline]
        const fn status_at(__status_docs_row: ::core::primitive::usize) -> ::core::option::Option<#ident> {
            if __status_docs_row < #count {
                ::core::option::Option::Some(#ident(__status_docs_row as ::core::primitive::u32))
            } else {
                ::core::option::Option::None
            }
        }
    }
}

/// All of them, evaluated only where they are used.
pub(super) fn all(target: &Target<'_>) -> TokenStream {
    let ident = &target.ident;
    let count = Literal::usize_unsuffixed(target.rows());
    template! {
        [ident, count]
        &{
            let mut __status_docs_all = [#ident(0); #count];
            let mut __status_docs_row = 0;
            while __status_docs_row < #count {
                __status_docs_all[__status_docs_row] = #ident(__status_docs_row as ::core::primitive::u32);
                __status_docs_row += 1;
            }
            __status_docs_all
        }
    }
}

/// The integer codes, row by row: there is no discriminant to have them.
pub(super) fn codes(context: Context<'_>) -> Option<TokenStream> {
    let CodeType::Int(int) = context.table.code else { return None };
    context.target.open?;
    let name = format_ident!("CODE_OF_ROW");
    let numbers = || {
        context.table.rows.iter().map(|row| match row.code {
            Code::Int(code) => code,
            Code::Text(_) => 0,
        })
    };
    if int.bits <= 32 {
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "cut to 32 bits and back")]
        let numbers: Vec<usize> = numbers().map(|code| code as u32 as usize).collect();
        return Some(Narrow(&numbers).constant(context.krate, &name));
    }
    let mut literals = String::new();
    for code in numbers() {
        let _ = write!(literals, "{code},");
    }
    let (literals, code) = (text::tokens(&literals), code_type(context.table.code));
    let count = Literal::usize_unsuffixed(context.table.rows.len());
    Some(quote!(static #name: [#code; #count] = [#literals];))
}

/// The code of a status.
pub(super) fn code_of(target: &Target<'_>, status: &TokenStream) -> TokenStream {
    let code = code_type(target.code);
    match target.code {
        CodeType::Int(int) if int.bits > 32 => quote!(CODE_OF_ROW[row_of(#status)]),
        _ => quote!((CODE_OF_ROW.get(row_of(#status)) as #code)),
    }
}

/// The rows that `consts` names, and their aliases, as constants that patterns can name.
pub(super) fn constants(context: Context<'_>) -> TokenStream {
    let mut constants = String::new();
    for docs in context.docs.variants() {
        enumeration::push_attributes(&mut constants, context, &docs);
        let (name, index) = (name::in_code(&docs.row.name), docs.index);
        let _ = write!(constants, "pub const {name}: Self = Self({index});");
        lookups::push_aliases(&mut constants, context, docs.row, &format!("Self({index})"));
    }
    text::named(&constants, context.request.table.place_of_names(true))
}
