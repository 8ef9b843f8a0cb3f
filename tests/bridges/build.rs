//! Writes random error types with their tables, for the test that what is answered is what is documented. The types are
//! the same each time, unless `TYPES_SEED` is another number.

#[path = "../random.rs"]
#[allow(dead_code, reason = "others use the rest")]
mod random;

use std::fmt::Write;
use std::path::PathBuf;
use std::{env, fs};

use random::Random;

/// How many types there are.
const TYPES: usize = 32;

/// Statuses of errors, as cells have them.
const STATUSES: [(u16, &str); 12] = [
    (400, "400"),
    (401, "401 Unauthorized"),
    (404, "Not Found"),
    (404, "404"),
    (409, "CONFLICT"),
    (422, "422"),
    (429, "429 Too Many Requests"),
    (460, "460 Client Gone"),
    (500, "500"),
    (503, "ServiceUnavailable"),
    (599, "599"),
    (700, "700"),
];

const WORDS: [&str; 6] = ["Door", "Ünlocked *now*", "a|b", "<b>", "`tick`", "100 %"];

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=../random.rs");
    println!("cargo::rerun-if-env-changed=TYPES_SEED");
    let seed = env::var("TYPES_SEED").ok().and_then(|seed| seed.parse::<u64>().ok()).unwrap_or_default();
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets it"));
    let mut random = Random::of(seed);
    let mut source = format!("const SEED: u64 = {seed};\n");
    let mut made: Vec<Made> = Vec::new();
    for index in 0..TYPES {
        let table = Table::random(&mut random, index);
        if let Some(csv) = table.csv() {
            fs::write(out.join(format!("random_{index}.csv")), csv).expect("the folder can be written");
        }
        let made_now = Made { index, code: table.code };
        source.push_str(&module(&mut random, index, &table, &made));
        made.push(made_now);
    }
    source.push_str("fn all(text: &str) -> Vec<Answers> {\nvec![");
    for index in 0..TYPES {
        let _ = write!(source, "t{index}::answers(text),");
    }
    source.push_str("]\n}\n");
    fs::write(out.join("random.rs"), source).expect("the folder can be written");
}

/// A type that others may hold.
struct Made {
    index: usize,
    code: &'static str,
}

/// Where the rows of a type are from.
#[derive(Clone, Copy, PartialEq)]
enum From {
    /// An enum of `status_table!`.
    Table,
    /// A file of its own.
    File,
    /// The HTTP reference.
    Http,
}

struct Table {
    index: usize,
    from: From,
    code: &'static str,
    is_hex: bool,
    has_link: bool,
    /// Code, name, phrase, definition, tips, the cell of the status.
    rows: Vec<[String; 6]>,
}

impl Table {
    fn random(random: &mut Random, index: usize) -> Self {
        let from = *random.choose(&[From::Table, From::Table, From::File, From::Http]);
        let code = if from == From::Http { "u16" } else { *random.choose(&["str", "str", "u16", "i32"]) };
        let is_hex = code == "u16" && from != From::Http && random.below(2) == 0;
        let mut rows = Vec::new();
        for row in 0..2 + random.below(5) {
            let own = match code {
                "str" => format!("E-{index}/{row}"),
                "i32" => (i64::try_from(row).unwrap() * 7 - 10).to_string(),
                _ if from == From::Http => ["400", "404", "409", "422", "500", "503"][row].to_owned(),
                _ if is_hex => format!("{:03X}", 0x0A0 + row * 11),
                _ => (20 + row).to_string(),
            };
            let text = |random: &mut Random| match random.below(3) {
                0 => String::new(),
                _ => format!("{} {}", random.choose(&WORDS), random.choose(&WORDS)),
            };
            let status = random.choose(&STATUSES).1.to_owned();
            rows.push([
                own,
                format!("Row{row}"),
                format!("{} {row}", random.choose(&WORDS)),
                text(random),
                text(random),
                status,
            ]);
        }
        Self { index, from, code, is_hex, has_link: from != From::Http && random.below(2) == 0, rows }
    }

    fn csv(&self) -> Option<String> {
        if self.from == From::Http {
            return None;
        }
        let mut csv = "code,name,reason,definition,tips,http\n".to_owned();
        for row in &self.rows {
            let cells: Vec<String> = row.iter().map(|cell| format!("\"{cell}\"")).collect();
            let _ = writeln!(csv, "{}", cells.join(","));
        }
        Some(csv)
    }

    /// The words that say where the file is and how it is read.
    fn words(&self) -> String {
        let link = if self.has_link { ", link = \"https://errors.example.com/{code}\"" } else { "" };
        let radix = if self.is_hex { ", radix = 16" } else { "" };
        format!("csv(\"$OUT_DIR/random_{}.csv\"{radix}){link}", self.index)
    }

    /// How a variant names a row.
    fn named(&self, row: usize) -> String {
        let [code, name, ..] = &self.rows[row];
        match (self.from, self.code) {
            (From::Table, _) => name.clone(),
            (_, "str") => format!("{code:?}"),
            _ if self.is_hex => format!("0x{code}"),
            _ => code.clone(),
        }
    }
}

/// A module with the type, and what it documents and answers.
fn module(random: &mut Random, index: usize, table: &Table, made: &[Made]) -> String {
    let mut axum = Vec::new();
    let mut utoipa = Vec::new();
    if random.below(3) == 0 {
        axum.push("tips");
    }
    let (mut name, mut items, mut is_in_6) = (None, String::new(), true);
    if random.below(2) == 0 {
        name = Some(format!("name = \"Problem{index}\""));
    }
    if random.below(5) == 0 {
        axum.push("body = super::envelope");
        utoipa.push("schema = super::Envelope");
        if random.below(2) == 0 {
            utoipa.push("example = super::example");
        }
        is_in_6 = false;
    } else if random.below(3) == 0 {
        axum.push("members = super::members");
        utoipa.push("members = super::Extra");
        is_in_6 = false;
    }
    if random.below(3) == 0 {
        axum.push("headers = super::headers");
        utoipa.push("headers(\"Retry-After\")");
    }
    utoipa.extend(name.as_deref());
    let listed = |words: &[&str]| if words.is_empty() { String::new() } else { format!("({})", words.join(", ")) };
    let mut with = format!("axum{}, utoipa", listed(&axum));
    let options = if utoipa.is_empty() { String::new() } else { format!(", utoipa{}", listed(&utoipa)) };
    with.push_str(&options);
    if is_in_6 {
        let _ = write!(with, ", utoipa = utoipa6{options}");
    }
    let words = match table.from {
        From::Table => "table = Table, ".to_owned(),
        From::File => format!("{}, code = {}, ", table.words(), table.code),
        From::Http => String::new(),
    };
    if table.from == From::Table {
        let _ = writeln!(
            items,
            "status_docs::status_table! {{ #[status({}, with(utoipa, utoipa = utoipa6))] pub enum Table: {}; }}",
            table.words(),
            table.code
        );
    }
    let (mut variants, mut values) = (String::new(), String::new());
    for variant in 0..=random.below(6) {
        let inner: Vec<&Made> = made.iter().filter(|made| made.code == table.code).collect();
        if variant > 0 && !inner.is_empty() && random.below(4) == 0 {
            let inner = random.choose(&inner).index;
            let _ =
                writeln!(variants, "#[error(transparent)] #[status(transparent)] V{variant}(super::t{inner}::Error),");
            let _ = writeln!(values, "all.extend(super::t{inner}::values(text).into_iter().map(Error::V{variant}));");
            continue;
        }
        let row = random.below(table.rows.len());
        let mut status = vec![table.named(row)];
        match random.below(6) {
            0 => status.push("detail".to_owned()),
            1 => status.push("detail = false".to_owned()),
            2 => status.push("detail = \"told to all: \\\"yes\\\"\"".to_owned()),
            3 => status.push("reason = \"Another *phrase*\", definition = \"Another | meaning.\"".to_owned()),
            4 => status.push("tips = \"Another tip\"".to_owned()),
            _ => {}
        }
        let status = status.join(", ");
        let (error, shape, value) = *random.choose(&[
            ("as it is", "", ""),
            ("{0}", "(String)", "(text.to_owned())"),
            ("of {text}!", "{ text: String }", "{ text: text.to_owned() }"),
        ]);
        let _ = writeln!(variants, "#[error({error:?})] #[status({status})] V{variant}{shape},");
        let _ = writeln!(values, "all.push(Error::V{variant}{value});");
    }
    let components = if name.is_some() { "super::components::<Error>()" } else { "Vec::new()" };
    let in_6 = match (is_in_6, name.is_some()) {
        (false, _) => "None",
        (true, false) => "Some((super::responses_of_6::<Error>(), Vec::new()))",
        (true, true) => "Some((super::responses_of_6::<Error>(), super::components_of_6::<Error>()))",
    };
    let module = format!(
        "#[allow(dead_code)]\npub mod t{index} {{\n{items}
#[derive(Debug, thiserror::Error, status_docs::StatusDocs)]
#[status({words}with({with}))]
pub enum Error {{ {variants} }}
#[allow(clippy::vec_init_then_push)]
pub fn values(text: &str) -> Vec<Error> {{ let _ = text; let mut all = Vec::new(); {values} all }}
pub(super) fn answers(text: &str) -> super::Answers {{
    super::Answers {{
        name: \"t{index}\", source: SOURCE, cases: super::cases::<Error>(),
        responses: super::responses::<Error>(), components: {components}, in_6: {in_6},
        sent: values(text).into_iter().map(super::answer).collect(),
    }}
}}
const SOURCE: &str = {:?};\n}}\n",
        format!("#[status({words}with({with}))] enum Error {{ {variants} }}")
    );
    module
}
