//! Random tables in a user's crate: each row and each lookup gives the model's answer.

use std::fmt::Write;

use status_docs_tests::random::Random;
use status_docs_tests::scratch::Scratch;

use crate::table::Table;

/// A question to a table: how, and about what text.
type Question = (&'static str, String);

/// What the program has beside the tables.
const MAIN: &str = r#"
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level { Low, VeryHigh }

fn named(name: Option<&str>) -> String {
    name.unwrap_or("(none)").to_owned()
}
"#;

#[test]
fn every_row_and_every_lookup() {
    for crate_number in 0..crate::seeds(1) {
        let mut random = Random::of(crate_number);
        let tables: Vec<Table> = (0..12).map(|_| Table::of(&mut random)).collect();
        let scratch = Scratch::new(env!("CARGO_TARGET_TMPDIR"), "oracle");
        let mut source = MAIN.to_owned();
        let mut main = String::new();
        let mut expected = Vec::new();
        for (number, table) in tables.iter().enumerate() {
            scratch.write(&format!("tables/{number}.csv"), table.csv());
            let questions = questions(&mut random, table);
            source += &program(number, table, &questions);
            let _ = writeln!(main, "rows_{number}();\nquestions_{number}();");
            expected.extend(table.answers().map(|answers| format!("{number} {answers:?}")));
            expected
                .extend(questions.iter().map(|question| format!("{number} {question:?}: {}", answer(table, question))));
        }
        scratch.write("src/main.rs", format!("{source}\nfn main() {{\n{main}}}\n"));
        let printed = scratch.run(&["run", "-q"]);
        for (printed, expected) in printed.lines().zip(&expected) {
            assert_eq!(printed, expected, "crate {crate_number}, {}", scratch.dir().display());
        }
        assert_eq!(printed.lines().count(), expected.len());
    }
}

/// The Rust of one table: its call, and functions that print its rows and its answers.
fn program(number: usize, table: &Table, questions: &[Question]) -> String {
    let (call, shown) = (table.call(number), table.shown());
    let code = if table.code == "str" { "text".to_owned() } else { format!("text.parse::<{}>().unwrap()", table.code) };
    format!(
        "{call}
        fn rows_{number}() {{
            for status in T{number}::iter() {{
                println!(\"{number} {{:?}}\", [{shown}]);
            }}
        }}
        fn questions_{number}() {{
            const QUESTIONS: &[(&str, &str)] = &{questions:?};
            for question in QUESTIONS {{
                let (how, text) = *question;
                let found = match how {{
                    \"code\" => {{
                        let found = T{number}::from_code({code});
                        assert_eq!(found, T{number}::try_from({code}).ok());
                        assert_eq!(found, status_docs::Open::<T{number}, _>::from_code({code}).known());
                        found
                    }}
                    \"name\" => T{number}::from_name(text),
                    \"reason\" => T{number}::from_reason(text),
                    _ => text.parse().ok(),
                }};
                println!(\"{number} {{question:?}}: {{}}\", named(found.map(|status| status.name())));
            }}
        }}\n"
    )
}

/// What the model says.
fn answer(table: &Table, (how, text): &Question) -> String {
    let model = &table.model;
    let row = match *how {
        "code" => model.of_code(text),
        "name" => model.of_name(text),
        "reason" => model.of_phrase(text),
        _ => model.of_text(text),
    };
    row.map_or("(none)".to_owned(), |row| model.rows[row].name.clone())
}

/// About some rows, and about texts that are not in the table.
fn questions(random: &mut Random, table: &Table) -> Vec<Question> {
    let model = &table.model;
    let mut questions: Vec<Question> = table.absent.iter().map(|code| ("code", code.clone())).collect();
    let mut texts = vec![String::new(), " ".to_owned(), "404".to_owned(), "+1".to_owned(), "007".to_owned()];
    texts.extend(table.absent.iter().cloned());
    for _ in 0..20 {
        let (row, other) = (random.choose(&model.rows), random.choose(&model.rows));
        questions.push(("code", row.code.clone()));
        texts.extend([
            row.code.clone(),
            row.written.clone(),
            row.written.to_uppercase(),
            row.name.clone(),
            row.reason.clone(),
            row.shown(),
        ]);
        texts.extend([row.name.to_lowercase(), row.reason.to_ascii_uppercase(), row.shown().to_ascii_lowercase()]);
        texts.extend(row.aliases.iter().flat_map(|alias| {
            [
                alias.clone(),
                alias.to_ascii_lowercase(),
                format!("{} {alias}", row.code),
                format!("{} {alias}", other.written),
            ]
        }));
        texts.push(format!("{} {}", row.code, other.reason));
        texts.push(format!("{}  {}", row.code, row.reason));
        texts.push(format!("{}\u{e9}", row.reason));
        let cut = row.reason.char_indices().nth(random.below(row.reason.chars().count()));
        texts.extend(cut.map(|(cut, _)| row.reason[..cut].to_owned()));
    }
    questions.extend(texts.into_iter().flat_map(|text| ["parse", "name", "reason"].map(|how| (how, text.clone()))));
    questions
}
