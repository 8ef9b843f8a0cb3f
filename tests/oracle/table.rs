//! A random table: its file, the words of `status_table!` for it, and the expected answers of each row.

use std::collections::HashSet;
use std::fmt::Write as _;

use status_docs_tests::random::Random;

use crate::column::{Column, INTS, Int, text};
use crate::model::{Model, Row};

/// A random table.
#[derive(Debug)]
pub(crate) struct Table {
    /// The type of its codes, as the macro is told.
    pub(crate) code: &'static str,
    pub(crate) model: Model,
    /// Codes of its type that it does not have.
    pub(crate) absent: Vec<String>,
    /// How the rows' names are written; without such a column the phrase is the name.
    names: Option<Vec<String>>,
    columns: Vec<Column>,
    /// A cell and an answer for each of the columns, row by row.
    cells: Vec<Vec<(String, String)>>,
    around: Around,
}

/// What a vendor's file has around the rows, and the words that see to it.
#[derive(Debug)]
struct Around {
    /// Rows of another model, with the same codes: `only("Model" = "A")`.
    has_models: bool,
    /// Later rows of codes, of which only the phrase is an alias: `duplicates = "first"`. The rows that they repeat.
    later: Vec<usize>,
    /// Codes that no row has: `reserved`.
    is_reserved: bool,
    /// The phrase is in two columns: `reason = "{Head} {Rest}"`.
    is_split: bool,
    /// What is between aliases.
    between: &'static str,
}

impl Around {
    fn of(random: &mut Random, rows: &mut [Row]) -> Self {
        let mut later = Vec::new();
        if random.below(4) == 0 {
            for _ in 0..=random.below(3) {
                let index = random.below(rows.len());
                if !later.contains(&index) {
                    later.push(index);
                    rows[index].aliases.push(format!("Later {index}"));
                }
            }
        }
        let is_plain = |row: &Row| {
            let mut words = row.reason.split(' ');
            row.reason.contains(' ') && words.all(|word| !word.is_empty() && !word.contains(char::is_whitespace))
        };
        Self {
            has_models: random.below(4) == 0,
            later,
            is_reserved: random.below(3) == 0,
            is_split: random.below(3) == 0 && rows.iter().all(is_plain),
            between: *random.choose(&[" | ", "|", "; ", ";", "\n"]),
        }
    }

    /// The cells of a phrase.
    fn phrase(&self, reason: &str) -> Vec<String> {
        match reason.split_once(' ') {
            Some((head, rest)) if self.is_split => vec![head.to_owned(), rest.to_owned()],
            _ => vec![reason.to_owned()],
        }
    }
}

const WORDS: [&str; 12] =
    ["Door", "Held", "Lost", "Reader", "Fault", "Motor", "Open", "Forced", "Relay", "Low", "Stuck", "Unit"];

impl Table {
    /// A table whose texts are unambiguous.
    pub(crate) fn of(random: &mut Random) -> Self {
        loop {
            let table = Self::any(random);
            if table.model.ambiguity().is_none() {
                return table;
            }
        }
    }

    fn any(random: &mut Random) -> Self {
        let rows = match random.below(16) {
            0 => 1,
            1 => 1_100 + random.below(200),
            2 | 3 => 200 + random.below(100),
            _ => 1 + random.below(40),
        };
        let int = INTS.get(random.below(INTS.len() + 2));
        let (mut codes, absent) = codes(random, rows, int.map(|int| (int.least, int.greatest)));
        let hex = int.filter(|_| random.below(3) == 0).map(|int| Hex::of(random, *int));
        random.shuffle(&mut codes);
        let has_names = random.below(2) == 0;
        let mut names = Vec::new();
        let mut rows = Vec::new();
        for (index, code) in codes.iter().enumerate() {
            let words = [*random.choose(&WORDS), *random.choose(&WORDS), &index.to_string()].map(str::to_owned);
            let phrase = words.join(" ");
            names.push(spelled(random, &words));
            let reason = if has_names { format!("{} {}", text(random), random.below(codes.len() * 2)) } else { phrase };
            let aliases = (0..random.below(3)).map(|alias| format!("Alias {index} {}", ["A", "B"][alias])).collect();
            let written = hex.as_ref().map_or(code.clone(), |hex| hex.written(code));
            rows.push(Row { code: code.clone(), written, name: words.concat(), reason, aliases });
        }
        let around = Around::of(random, &mut rows);
        let columns = Column::some(random);
        let cells = rows.iter().map(|_| columns.iter().map(|column| column.cell(random)).collect()).collect();
        Self {
            code: int.map_or("str", |int| int.name),
            model: Model { rows, is_hex: hex.is_some() },
            absent,
            names: has_names.then_some(names),
            columns,
            cells,
            around,
        }
    }

    /// The file.
    pub(crate) fn csv(&self) -> String {
        let Around { has_models, later, is_split, between, .. } = &self.around;
        let mut headers = vec!["code".to_owned()];
        headers.extend(if *is_split { vec!["Head".to_owned(), "Rest".to_owned()] } else { vec!["reason".to_owned()] });
        headers.push("aliases".to_owned());
        headers.extend(self.columns.iter().map(Column::header));
        headers.extend(self.names.is_some().then(|| "name".to_owned()));
        headers.extend(has_models.then(|| "Model".to_owned()));
        let mut csv = headers.join(",") + "\n";
        let mut push = |mut line: Vec<String>, model: &str| {
            line.resize(headers.len() - usize::from(*has_models), "nobody reads this".to_owned());
            line.extend(has_models.then(|| model.to_owned()));
            let line: Vec<String> = line.iter().map(|cell| quoted(cell)).collect();
            csv += &(line.join(",") + "\n");
        };
        for (index, (row, cells)) in self.model.rows.iter().zip(&self.cells).enumerate() {
            let is_later = |alias: &&String| !alias.starts_with("Later ");
            let own: Vec<&str> = row.aliases.iter().filter(is_later).map(String::as_str).collect();
            let mut line = vec![row.written.clone()];
            line.extend(self.around.phrase(&row.reason));
            line.push(own.join(between));
            line.extend(cells.iter().map(|(cell, _)| cell.clone()));
            line.extend(self.names.as_ref().map(|names| names[index].clone()));
            push(line, "A");
            if *has_models && index % 3 == 0 {
                push(vec![row.written.clone()], "B");
            }
            if later.contains(&index) {
                let mut line = vec![row.written.clone()];
                line.extend(self.around.phrase(&format!("Later {index}")));
                line.push(String::new());
                line.extend(self.columns.iter().map(|_| "nobody reads this".to_owned()));
                line.extend(self.names.is_some().then(String::new));
                push(line, "a");
            }
        }
        csv
    }

    /// The words and entries for what is around the rows.
    fn words_around(&self) -> (String, &'static str) {
        let Around { has_models, later, is_reserved, is_split, .. } = &self.around;
        let mut words = String::new();
        if *has_models {
            words += ", only(\"Model\" = \"A\")";
        }
        if !later.is_empty() {
            words += ", duplicates = \"first\"";
        }
        if *is_reserved && !self.absent.is_empty() {
            write!(words, ", reserved = {:?}", self.absent.join(", ")).unwrap();
        }
        (words, if *is_split { "reason = \"{Head} {Rest}\",\n" } else { "" })
    }

    /// The macro's call for the table of that number.
    pub(crate) fn call(&self, number: usize) -> String {
        let entries: String = self.columns.iter().map(|column| column.entry(number)).collect();
        let word: String = self.columns.iter().map(Column::word).collect();
        let (around, phrase) = self.words_around();
        format!(
            "status_docs::status_table! {{\n#[status(csv = \"tables/{number}.csv\", allow(html_text){word}{around})]\npub enum T{number}: {} {{\n{phrase}{entries}}}\n}}\n",
            self.code
        )
    }

    /// The expressions that a program prints for each `status`.
    pub(crate) fn shown(&self) -> String {
        let own = [
            "status.code().to_string()",
            "status.name().to_owned()",
            "status.reason().to_owned()",
            "status.to_string()",
        ];
        own.map(str::to_owned).into_iter().chain(self.columns.iter().map(Column::shown)).collect::<Vec<_>>().join(", ")
    }

    /// The expected output.
    pub(crate) fn answers(&self) -> impl Iterator<Item = Vec<String>> {
        self.model.rows.iter().zip(&self.cells).map(|(row, cells)| {
            let own = [row.code.clone(), row.name.clone(), row.reason.clone(), row.shown()];
            own.into_iter().chain(cells.iter().map(|(_, answer)| answer.clone())).collect()
        })
    }
}

/// How a table writes its codes in hexadecimal.
struct Hex {
    int: Int,
    /// All digits that the type has, or as few as each code needs; a negative code needs all.
    is_full: bool,
    is_upper: bool,
}

impl Hex {
    fn of(random: &mut Random, int: Int) -> Self {
        Self { int, is_full: int.least < 0 || random.below(2) == 0, is_upper: random.below(2) == 0 }
    }

    fn written(&self, code: &str) -> String {
        let number: i128 = code.parse().unwrap();
        let span = self.int.greatest - self.int.least + 1;
        let bits = number.rem_euclid(span);
        let width = if self.is_full { format!("{:x}", span - 1).len() } else { 1 };
        if self.is_upper { format!("0x{bits:0width$X}") } else { format!("0x{bits:0width$x}") }
    }
}

/// This many codes, and a few others that are not among them.
fn codes(random: &mut Random, rows: usize, range: Option<(i128, i128)>) -> (Vec<String>, Vec<String>) {
    let shape = random.below(3);
    let start = range.map_or(0, |(least, greatest)| least + i128::from(random.bits()) % (greatest - least + 1));
    let mut seen = HashSet::new();
    let mut all = Vec::new();
    // A small type does not have that many.
    for attempt in 0..rows * 4 + 40 {
        let code = match range {
            Some((least, greatest)) => {
                let near = start + i128::from(u32::try_from(attempt).unwrap()) + i128::from(random.bits() % 3);
                let edge = [least, greatest, 0, -1, 1, least + 1, greatest - 1][random.below(7)];
                let far = least + i128::from(random.bits()) % (greatest - least + 1);
                let code = if random.below(30) == 0 {
                    edge
                } else if shape == 0 {
                    far
                } else {
                    near
                };
                if !(least..=greatest).contains(&code) {
                    continue;
                }
                code.to_string()
            }
            None => match shape {
                0 => format!("{}{:04X}", random.choose(&['E', 'H', 'x']), random.below(65_536)),
                1 => format!("fault/{}.{}", random.choose(&WORDS), random.below(9_999)),
                _ => (0..=random.below(9))
                    .map(|_| *random.choose(&['A', 'b', 'C', 'd', '_', '.', '\u{e9}', '-']))
                    .collect(),
            },
        };
        if seen.insert(code.clone()) {
            all.push(code);
        }
        if all.len() == rows + 20 {
            break;
        }
    }
    let absent = all.split_off(rows.min(all.len().saturating_sub(4)).max(1));
    (all, absent)
}

/// A name as people write it.
fn spelled(random: &mut Random, words: &[String]) -> String {
    match random.below(4) {
        0 => words.concat(),
        1 => words.join(" "),
        2 => words.join("_").to_uppercase(),
        _ => words.join("-").to_lowercase(),
    }
}

/// As a spreadsheet writes a cell.
fn quoted(cell: &str) -> String {
    if cell.contains([',', '"', '\n']) { format!("\"{}\"", cell.replace('"', "\"\"")) } else { cell.to_owned() }
}
