//! A table of 1,000 rows, and the enums that peers would have for it: too long to write by hand.

use std::fmt::Write;
use std::path::Path;
use std::{env, fs};

#[path = "../generate.rs"]
#[allow(dead_code)]
mod generate;

use generate::{Codes, Row, Table};

fn main() {
    let table = Table::of(1_000, Codes::Runs);
    let out = env::var_os("OUT_DIR").expect("cargo names a folder");
    let write =
        |name: &str, text: &str| fs::write(Path::new(&out).join(name), text).expect("the folder can be written");
    write("thousand.csv", &table.csv());
    let call = table.with_macro("$OUT_DIR/thousand.csv", false);
    // Not at the top of a file.
    let call = call.trim_start_matches("//! A table.\n");
    write(
        "thousand.rs",
        &format!("{call}{}{}", strum("Strum", "", &table), strum("StrumPhf", "#[strum(use_phf)]", &table)),
    );
    println!("cargo::rerun-if-changed=../generate.rs");
}

/// An enum with all phrases and aliases.
fn strum(name: &str, attribute: &str, table: &Table) -> String {
    let mut source =
        format!("#[derive(Clone, Copy, Debug, strum::EnumString)]\n{attribute}\n#[repr(u16)]\npub enum {name} {{\n");
    for Row { code, name, reason, alias, .. } in &table.rows {
        let alias = if alias.is_empty() { String::new() } else { format!(", serialize = {alias:?}") };
        let _ = writeln!(source, "#[strum(serialize = {reason:?}{alias})]\n{name} = {code},");
    }
    source + "}\n"
}
