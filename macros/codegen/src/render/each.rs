//! The call of a macro of the user's with all rows: for what we do not emit.

use std::fmt::Write;

use proc_macro2::TokenStream;
use quote::quote;
use status_docs_data::Code;

use super::{Context, text};

/// `crate::markers! { DoorForced = 100; … }`: name and code of each row. Integers are decimal and signed, whatever the
/// table writes, so that they are literals of its type.
pub(super) fn render(context: Context<'_>) -> Option<TokenStream> {
    let (path, cfgs) = (context.request.each.as_ref()?, &context.request.cfgs);
    if context.table.rows.is_empty() {
        return None;
    }
    let mut rows = String::new();
    for row in &context.table.rows {
        let _ = write!(rows, "{} = ", row.name);
        match &row.code {
            Code::Int(code) => {
                let _ = write!(rows, "{code}");
            }
            Code::Text(code) => text::push_string(&mut rows, code),
        }
        rows.push(';');
    }
    let rows = text::tokens(&rows);
    Some(quote! {
        #(#cfgs)*
        #path! { #rows }
    })
}
