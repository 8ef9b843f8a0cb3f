//! What a row costs the compiler, in figures that do not depend on the machine's mood: tokens,
//! which it keeps one by one, and bytes of source, which it reads once.
//!
//! Whoever makes them grow should know: raise the bound, and say in the commit what the row gets
//! for it. Seconds are measured by the package `status-docs-benches`.

use std::fmt::Write;

use proc_macro2::{TokenStream, TokenTree};
use quote::quote;
use status_docs_data::{Report, Source};

use super::{compile, lay_out};
use crate::docs::Docs;
use crate::input::Request;
use crate::render::{Scene, render};

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
    let request: Request = syn::parse2(quote! {
        #[status(csv = "table.csv")]
        pub enum Fault: u32 { retry: Option<u32> }
    })
    .expect("a request");
    let mut report = Report::new();
    let wanted = request.wanted();
    let source = Source::from_bytes("table.csv", csv(rows, is_far));
    let table = compile(&source, &request.table, &wanted, &mut report).expect("a table");
    assert!(report.is_empty() && table.rows.len() == rows);
    let (table, layout) = lay_out(table, &wanted, &mut report);
    let docs = Docs::of(&table, vec!["retry".to_owned()], false);
    let krate = quote!(::status_docs);
    let scene = Scene {
        krate: &krate,
        request: &request,
        table: &table,
        docs: &docs,
        layout: layout.as_ref(),
        is_tracked: true,
    };
    render(scene)
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

/// Of tables of this size, what each further row costs.
fn cost_of_a_row(rows: usize, is_far: bool) -> (usize, usize) {
    let (less, more) = (cost(expanded(rows, is_far)), cost(expanded(rows + 200, is_far)));
    ((more.0 - less.0).div_ceil(200), (more.1 - less.1).div_ceil(200))
}

#[test]
fn a_row_costs_so_many_tokens_and_bytes_and_no_more() {
    for (rows, is_far) in [(100, false), (1_000, false), (10_000, false), (1_000, true)] {
        eprintln!("{rows} {is_far} {:?}", cost_of_a_row(rows, is_far));
    }
}
