//! What a row costs the compiler, in figures that do not depend on the machine's load: tokens, which it keeps one by
//! one, and bytes of source, which it reads once.
//!
//! If you make them grow, raise the bound, and say in the commit what the row gains from it. Seconds are measured by
//! the package `status-docs-benches`.

use std::fmt::Write;

use proc_macro2::{TokenStream, TokenTree};
use quote::quote;
use status_docs_data::{Report, Source};

use super::{compile, lay_out};
use crate::docs::Docs;
use crate::input::TableRequest;
use crate::render::target::Target;
use crate::render::{Context, render};

/// A table with every role and a typed column, in runs of twenty codes.
fn csv(rows: usize, is_far: bool) -> String {
    let mut csv = String::from("code,name,reason,definition,tips,reference,class,aliases,retry\n");
    for row in 0..rows {
        let code = if is_far { row * 71_549 } else { 100 + row / 20 * 32 + row % 20 };
        let alias = if row % 4 == 0 { format!("Trouble with door {row}") } else { String::new() };
        let _ = writeln!(
            csv,
            "{code},DoorForced{row},Door {row} was forced,Somebody opened the door with number {row}.,Send a guard.,\
             https://example.org/{row},Alarm,{alias},{}",
            row % 90
        );
    }
    csv
}

fn expanded(rows: usize, is_far: bool) -> TokenStream {
    let request: TableRequest = syn::parse2(quote! {
        #[status(csv = "table.csv")]
        pub enum Fault: u32 { retry: Option<u32> }
    })
    .expect("a request");
    let mut report = Report::new();
    let wanted = request.wanted(Vec::new(), Vec::new());
    let source = Source::from_bytes("table.csv", csv(rows, is_far));
    let table = compile(&source, &wanted, &mut report).expect("a table");
    assert!(report.is_empty() && table.rows.len() == rows);
    let (table, layout) = lay_out(table, &wanted, false, &mut report);
    let docs = Docs::of(&table);
    let krate = quote!(::status_docs);
    let target = Target::of_table(&krate, &request.ident, &table, layout.as_ref());
    let context = Context {
        has_rows: layout.is_some(),
        target: &target,
        krate: &krate,
        request: &request,
        table: &table,
        docs: &docs,
        layout: layout.as_ref(),
        is_reported: false,
        is_tracked: true,
    };
    render(context)
}

/// Tokens and delimiters, and the bytes of what they are written as.
fn cost(tokens: TokenStream) -> (usize, usize) {
    let mut cost = (0, 0);
    let mut groups = vec![tokens];
    while let Some(tokens) = groups.pop() {
        for token in tokens {
            cost.0 += 1;
            match token {
                TokenTree::Group(group) => {
                    cost.0 += 1;
                    cost.1 += 2;
                    groups.push(group.stream());
                }
                token => cost.1 += token.to_string().len() + 1,
            }
        }
    }
    cost
}

#[test]
fn a_row_costs_so_many_tokens_and_bytes_and_no_more() {
    // As measured, and a few bytes for one more word in a card. Most tokens are the two attributes, the variant and its
    // arm in `statuses_…`; a fourth of the rows has the constant of an alias. Some 30 bytes are the slots of names and
    // phrases, each with the place of its text, so that a lookup has no branch.
    for (rows, is_far, most) in [(1_000, false, (45, 780)), (10_000, false, (39, 495)), (10_000, true, (41, 520))] {
        let (tokens, bytes) = cost(expanded(rows, is_far));
        let of_a_row = (tokens.div_ceil(rows), bytes.div_ceil(rows));
        assert!(of_a_row.0 <= most.0 && of_a_row.1 <= most.1, "{rows} rows: {of_a_row:?}, at most {most:?}");
    }
}
