use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::{Value, json};
use status_docs_data::{Code, Table};
use status_docs_export::{Format, export};

use crate::{all, heading, tables};

/// The interpreter, if there is one that knows all we use.
fn python() -> Option<&'static str> {
    const CHECK: &str = "import sys; sys.exit(sys.version_info < (3, 11))";
    let runs = Command::new("python3").args(["-c", CHECK]).output().is_ok_and(|output| output.status.success());
    runs.then_some("python3")
}

fn module(name: &str, class: &str, table: &Table) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("python").join(name);
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("table.py"), export(table, &heading(class), Format::Python)).unwrap();
    folder
}

/// What a program prints that has imported the module.
fn printed(folder: &Path, program: &str) -> Option<String> {
    let output =
        Command::new(python()?).args(["-B", "-W", "error", "-c", program]).current_dir(folder).output().unwrap();
    assert!(output.status.success(), "{}: {}", folder.display(), String::from_utf8_lossy(&output.stderr));
    Some(String::from_utf8(output.stdout).unwrap())
}

#[test]
fn every_text_reads_back() {
    for (file, class, table) in all(600) {
        let folder = module(file, class, &table);
        let program = format!(
            "import json, table\nprint(json.dumps([[m.value, m.reason, m.definition, m.tips, list(m.aliases), \
             table.{class}(m.value) is m, table.{class}.from_reason(m.reason.upper()) is not None] for m in table.{class}]))"
        );
        let Some(printed) = printed(&folder, &program) else { return };
        let mut expected = Vec::new();
        for row in &table.rows {
            let code = match &row.code {
                Code::Int(code) => json!(i64::try_from(*code).unwrap()),
                Code::Text(code) => json!(code),
            };
            let aliases: Vec<&str> = row.aliases.iter().map(|alias| &*alias.phrase).collect();
            expected.push(json!([code, row.reason, row.definition, row.tips, aliases, true, true]));
        }
        assert_eq!(serde_json::from_str::<Value>(&printed).unwrap(), Value::Array(expected), "{file}");
    }
}

#[test]
fn a_member_has_what_the_table_says() {
    let folder = module("used", "Fault", &tables::faults());
    let program = "from table import Fault\n\
                   f = Fault(17)\n\
                   assert f is Fault.DOOR_FORCED is Fault.BREAK_IN is Fault.from_reason('door forced')\n\
                   assert f is Fault.from_reason('BREAK-in') and Fault.from_reason('nothing') is None\n\
                   assert f == 17 and f.name == 'DOOR_FORCED' and isinstance(f, int)\n\
                   print(f.reason, f.retry_after, f.is_retryable, f.severity, f.weight, f.letter, f.class_, f.tips)\n\
                   print(Fault.DOOR_HELD.retry_after + 1, Fault.DOOR_HELD.weight, Fault.ERROR.tips)\n\
                   print(f.__doc__)\n";
    let Some(printed) = printed(&folder, program) else { return };
    assert_eq!(
        printed,
        "Door Forced None False High 0.5 F Door 1. Check the strike.\n2. Check the cable that leads to it.\n\
         31 -2.0 None\n\
         0x11 Door Forced\n\nThe door opened without a release.\n\n1. Check the strike.\n\n\
         2. Check the cable that leads to it.\n"
    );
}

#[test]
fn names_that_an_enum_has_already_are_others() {
    let folder = module("reserved", "Exit", &tables::reserved());
    let program = "from table import Exit\n\
                   e = Exit.SUCCESS\n\
                   print(e.value, e.value_, e.numerator, e.numerator_, e.lambda_, Exit.COUNT is Exit.FAILURE, \
                   Exit.BREAK_IN.name, [m.name for m in Exit])\n";
    let Some(printed) = printed(&folder, program) else { return };
    assert_eq!(
        printed,
        "-2147483648 x -2147483648 1 True True FAILURE ['SUCCESS', 'FAILURE', 'COUNT2', 'COUNT_CODE', 'NONE', 'HTTP_ERROR', \
         'HTTP_ERROR_', 'H']\n"
    );
    let text = export(&tables::faults(), &heading("None"), Format::Python);
    assert!(text.contains("\nclass None_(IntEnum):\n"), "{text}");
}

#[test]
fn text_codes_are_texts() {
    let folder = module("text", "SqlState", &tables::texts());
    let program = "import table\ns = table.SqlState('23505')\nprint(s == '23505', s.name, f'{s}', s.reason)\n";
    let Some(printed) = printed(&folder, program) else { return };
    assert!(printed.starts_with("True UNIQUE_VIOLATION 23505 "), "{printed}");
}
