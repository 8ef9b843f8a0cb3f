#![allow(clippy::format_push_string, reason = "a test may take its time")]
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use status_docs_data::{Code, Table};
use status_docs_export::{Format, export};

use crate::{all, heading, tables};

const WARNINGS: [&str; 4] = ["-Wall", "-Wextra", "-pedantic", "-Werror"];

/// The compilers that the header is promised for, with what they are told.
const COMPILERS: [(&str, &str, &str); 2] = [("gcc", "-std=c99", "c"), ("g++", "-std=c++17", "cpp")];

fn has(program: &str) -> bool {
    Command::new(program).arg("--version").output().is_ok_and(|output| output.status.success())
}

fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("c").join(name);
    fs::create_dir_all(&folder).unwrap();
    folder
}

/// What a program that uses a header prints, compiled by each compiler that is here.
fn printed(name: &str, header: &str, body: &str) -> Vec<String> {
    let folder = folder(name);
    fs::write(folder.join("table.h"), header).unwrap();
    // Twice, and after the headers that most programs have.
    let program = format!(
        "#include <errno.h>\n#include <limits.h>\n#include <math.h>\n#include <signal.h>\n#include <stdio.h>\n\
         #include <stdlib.h>\n#include <string.h>\n#include \"table.h\"\n#include \"table.h\"\n\n\
         int main(void)\n{{\n{body}    return 0;\n}}\n"
    );
    let mut all = Vec::new();
    for (compiler, standard, extension) in COMPILERS {
        if !has(compiler) {
            continue;
        }
        let source = folder.join(format!("main.{extension}"));
        fs::write(&source, &program).unwrap();
        let binary = folder.join(format!("main{standard}"));
        let mut command = Command::new(compiler);
        command.args(WARNINGS).args([standard, "-I"]).arg(&folder).arg(&source).arg("-o").arg(&binary);
        let compiled = command.output().unwrap();
        assert!(
            compiled.status.success(),
            "{name}, {compiler} {standard}: {}",
            String::from_utf8_lossy(&compiled.stderr).chars().take(3000).collect::<String>()
        );
        assert_eq!(String::from_utf8_lossy(&compiled.stderr), "", "{name}, {compiler} {standard}");
        let ran = Command::new(&binary).output().unwrap();
        all.push(String::from_utf8(ran.stdout).unwrap());
    }
    all
}

fn header(name: &str, table: &Table) -> String {
    export(table, &heading(name), Format::C)
}

/// The name of the table's functions, as the header has it.
fn functions(header: &str) -> &str {
    let (_, rest) = header.split_once("static inline const char *").unwrap();
    rest.split_once("_name(").unwrap().0
}

/// Every code with each of its texts, as a program sees them.
#[test]
fn every_text_reads_back_in_c_and_in_cpp() {
    for (file, name, table) in all(100) {
        let header = header(name, &table);
        let functions = functions(&header);
        let mut body = String::from("    const char *text;\n");
        let mut expected = String::new();
        for row in &table.rows {
            let code = match &row.code {
                Code::Int(i) if *i == i128::from(i64::MIN) => "(-INT64_C(9223372036854775807) - 1)".to_owned(),
                Code::Int(i) => format!("INT64_C({i})"),
                Code::Text(text) => {
                    let bytes: Vec<String> = text.bytes().map(|byte| format!("\\x{byte:02x}\"\"")).collect();
                    format!("\"{}\"", bytes.concat())
                }
            };
            for (what, text) in [
                ("reason", Some(&*row.reason)),
                ("definition", Some(&*row.definition).filter(|text| !text.is_empty())),
                ("tips", row.tips.as_deref()),
            ] {
                body +=
                    &format!("    text = {functions}_{what}({code});\n    printf(\"%s\\1\", text ? text : \"-\");\n");
                expected += text.unwrap_or("-");
                expected.push('\u{1}');
            }
        }
        body += "    (void)text;\n";
        for printed in printed(file, &header, &body) {
            assert_eq!(printed, expected, "{file}");
        }
    }
}

#[test]
fn names_are_enumerators_and_numbers_are_for_the_preprocessor() {
    let body = "#if FAULT_DOOR_FORCED_CODE != 17 || FAULT_COUNT != 4\n#error no\n#endif\n    \
                enum fault one = FAULT_READER_OFFLINE;\n    \
                printf(\"%d %s %s %s %d\", (int)one, fault_name(one), fault_reason(FAULT_DOOR_HELD), \
                fault_definition(4) ? \"?\" : \"none\", fault_reason(-1) == NULL);\n";
    for printed in printed("used", &header("Fault", &tables::faults()), body) {
        assert_eq!(printed, "42 ReaderOffline Door Held none 1");
    }
}

#[test]
fn names_that_mean_something_already_are_others() {
    let header = header("Exit", &tables::reserved());
    let names: Vec<&str> = header
        .lines()
        .filter_map(|line| line.trim().split_once(" = ").map(|(name, _)| name).filter(|name| name.starts_with("EXIT_")))
        .collect();
    let expected = [
        "EXIT_SUCCESS_",
        "EXIT_FAILURE_",
        "EXIT_COUNT2",
        "EXIT_COUNT_CODE",
        "EXIT_NONE",
        "EXIT_HTTP_ERROR",
        "EXIT_HTTP_ERROR_",
        "EXIT_H",
    ];
    assert_eq!(names, expected);
    assert!(header.contains("    EXIT_SUCCESS_ = (-2147483647 - 1),\n"), "{header}");
    let body = "    printf(\"%d %d %s %s\", EXIT_SUCCESS, EXIT_COUNT, exit_name(EXIT_SUCCESS_), exit_name(EXIT_HTTP_ERROR_));\n";
    for printed in printed("names", &header, body) {
        assert_eq!(printed, "0 8 Success HttpError");
    }
}

#[test]
fn a_word_of_the_language_is_no_tag() {
    for (name, tag) in [("Class", "enum class_ {"), ("SizeT", "enum size_t_ {"), ("Linux", "enum linux_ {")] {
        let header = header(name, &tables::faults());
        assert!(header.contains(tag), "{name}: {header}");
        printed(name, &header, &format!("    printf(\"%s\", {}_name(17));\n", tag[5..].trim_end_matches("_ {")));
    }
}

#[test]
fn codes_beyond_int_are_constants() {
    let header = header("Wide", &tables::wide());
    for line in [
        "#define WIDE_LEAST (-INT64_C(9223372036854775807) - 1)\n",
        "#define WIDE_LEAST_CODE (-INT64_C(9223372036854775807) - 1)\n",
        "#define WIDE_GREATEST INT64_C(9223372036854775807)\n",
    ] {
        assert!(header.contains(line), "{header}");
    }
    assert!(!header.contains("enum"), "{header}");
}

#[test]
fn text_codes_are_texts() {
    let table = tables::texts();
    let header = header("SqlState", &table);
    assert!(header.contains("#define SQL_STATE_UNIQUE_VIOLATION \"23505\"\n"));
    let body = "    char code[] = \"23505\";\n    printf(\"%s %d %d\", sql_state_name(code), sql_state_name(NULL) == NULL, \
                sql_state_name(\"\") == NULL);\n";
    for printed in printed("text", &header, body) {
        assert_eq!(printed, "UniqueViolation 1 1");
    }
}
