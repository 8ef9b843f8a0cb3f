//! The call of the user's own macro with all rows, for items that we do not emit.

use std::fmt::Write;

use proc_macro2::TokenStream;
use quote::quote;
use status_docs_data::Code;

use super::{Context, text};

/// `crate::markers! { DoorForced = 100; … }`: name and code of each row. Integers are decimal and signed, however the
/// table writes them, so that they are literals of the code type.
pub(super) fn render(context: Context<'_>) -> Option<TokenStream> {
    let (path, cfgs) = (&context.request.each.as_ref()?.path, &context.request.cfgs);
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
