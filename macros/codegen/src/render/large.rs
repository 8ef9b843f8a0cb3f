//! Row → variant in a large table, in a shape that compiles in linear time (see `layout`): no constant that is
//! evaluated even if it is unused may hold the variants.

use proc_macro2::{Literal, TokenStream};
use quote::{format_ident, quote};

use super::target::Target;
use super::text;
use crate::template::template;

/// Rows per function: a switch that becomes a table of numbers when optimised. With fewer, there are more functions for
/// the compiler to keep in memory: 256 take 1.2 MB more at 10,000 rows, and 64 take 4.
const ROWS_A_FUNCTION: usize = 1024;

/// A function for each group of rows, and the one that dispatches to them.
pub(super) fn status_at(target: &Target<'_>) -> TokenStream {
    let (generics, ty, clause) = target.function();
    let size = Literal::usize_unsuffixed(ROWS_A_FUNCTION);
    let mut functions = TokenStream::new();
    let mut arms = TokenStream::new();
    for (index, variants) in target.variants.chunks(ROWS_A_FUNCTION).enumerate() {
        let function = format_ident!("statuses_{index}");
        let matched = text::arms(target, variants);
        functions.extend(template! {
            [function, generics, ty, clause, matched]
            const fn #function #generics(
                __status_docs_row: ::core::primitive::usize,
            ) -> ::core::option::Option<#ty> #clause {
                ::core::option::Option::Some(match __status_docs_row {
                    #matched
                    _ => return ::core::option::Option::None,
                })
            }
        });
        let index = Literal::usize_unsuffixed(index);
        arms.extend(quote!(#index => #function(__status_docs_row % #size),));
    }
    template! {
        [functions, generics, ty, clause, size, arms]
        #functions
        #[inline]
        const fn status_at #generics(
            __status_docs_row: ::core::primitive::usize,
        ) -> ::core::option::Option<#ty> #clause {
            match __status_docs_row / #size {
                #arms
                _ => ::core::option::Option::None,
            }
        }
    }
}

/// All variants, evaluated only where they are used.
pub(super) fn all(target: &Target<'_>) -> TokenStream {
    let ident = &target.ident;
    let count = Literal::usize_unsuffixed(target.variants.len());
    let first = target.variants.first().map(|first| text::tokens(&format!("{first}{}", target.fields())));
    template! {
        [ident, first, count]
        &{
            let mut __status_docs_all = [#ident::#first; #count];
            let mut __status_docs_row = 1;
            while __status_docs_row < #count {
                if let ::core::option::Option::Some(__status_docs_status) = status_at(__status_docs_row) {
                    __status_docs_all[__status_docs_row] = __status_docs_status;
                }
                __status_docs_row += 1;
            }
            __status_docs_all
        }
    }
}
