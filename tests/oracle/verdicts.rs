//! Which tables are refused because a text could mean two rows: those that the model calls ambiguous, and no others.

use std::fmt::Write;

use status_docs_data::{CodeType, IntType, Report, Source, Wanted, compile};
use status_docs_tests::random::Random;

use crate::model::{Model, Row};

/// Codes, phrases and aliases of which many begin with others of them.
const TEXTS: [&str; 12] = ["E", "E 1", "1", "1 Held", "Held", "E 1 Held", "e", "A", "A E", "Open", "1 1", "E held"];
const NUMBERS: [&str; 6] = ["1", "2", "11", "-1", "0", "12"];
const PHRASES: [&str; 14] =
    ["Held", "1 Held", "11 Held", "E", "E 1", "1", "Open", "1 1", "2 Open", "held", "-1 Held", "E 1 Held", "Door", "A"];

/// A table, and whether its codes are numbers.
fn table(random: &mut Random) -> (Model, bool) {
    let has_numbers = random.below(3) == 0;
    let codes: &[&str] = if has_numbers { &NUMBERS } else { &TEXTS };
    let mut rows: Vec<Row> = Vec::new();
    for index in 0..=random.below(4) {
        let code = (*random.choose(codes)).to_owned();
        if rows.iter().any(|row| row.code == code) {
            continue;
        }
        let mut phrases = || (*random.choose(&PHRASES)).to_owned();
        let (reason, aliases) = (phrases(), vec![phrases(), phrases()]);
        let count = random.below(3);
        // An alias that is the row's own phrase, or is given twice, adds nothing.
        let mut own = vec![reason.to_ascii_lowercase()];
        let mut is_new = |alias: &String| {
            let alias = alias.to_ascii_lowercase();
            let is_new = !own.contains(&alias);
            own.push(alias);
            is_new
        };
        let aliases = aliases.into_iter().take(count).filter(|alias| is_new(alias)).collect();
        rows.push(Row { written: code.clone(), code, name: format!("Row{index}"), reason, aliases });
    }
    (Model { rows, is_hex: false }, has_numbers)
}

fn csv(model: &Model) -> String {
    let mut csv = String::from("code,name,reason,aliases\n");
    for Row { code, name, reason, aliases, .. } in &model.rows {
        let _ = writeln!(csv, "{code},{name},{reason},{}", aliases.join(" | "));
    }
    csv
}

/// The findings of a table.
fn findings(model: &Model, has_numbers: bool, csv: &str) -> Vec<String> {
    let code = if has_numbers { CodeType::Int(IntType { signed: true, bits: 16 }) } else { CodeType::Text };
    let mut report = Report::new();
    let table = compile(&Source::from_bytes("t.csv", csv.as_bytes()), &Wanted::by_headers(code), &mut report);
    let said: Vec<String> = report.into_findings().iter().map(ToString::to_string).collect();
    assert!(!said.is_empty() || table.is_some_and(|table| table.rows.len() == model.rows.len()));
    said
}

#[test]
fn ambiguous_tables_are_refused_and_no_others() {
    let mut counts = [0, 0];
    let mut differences = Vec::new();
    for seed in 0..crate::seeds(4_000) {
        let (model, has_numbers) = table(&mut Random::of(seed));
        let csv = csv(&model);
        let (ambiguity, said) = (model.ambiguity(), findings(&model, has_numbers, &csv));
        counts[usize::from(ambiguity.is_some())] += 1;
        if ambiguity.is_some() == said.is_empty() {
            differences.push(format!("seed {seed}:\n{csv}the model: {ambiguity:?}\nsaid: {said:#?}\n"));
        }
    }
    // Both kinds must occur, or the test proves nothing.
    assert!(counts.iter().all(|&count| count > 300), "{counts:?}");
    let shortest = differences.iter().min_by_key(|difference| difference.len());
    assert!(differences.is_empty(), "{} tables, the shortest of them:\n{}", differences.len(), shortest.unwrap());
}
