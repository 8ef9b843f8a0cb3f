//! What every subcommand prints and ends with, for every format and every exit code: `transcripts/*.md` are run, line by
//! line, in the packages beside them, and what they write is compared with the `.out` folders. After a change that is
//! meant: `BLESS=1 cargo test -p cargo-status-docs --test transcripts`.
#![allow(clippy::unwrap_used, clippy::panic, reason = "tests may panic")]

use std::fs;
use std::path::Path;
use std::process::Command;

use regex::Regex;
use serde_json::Value;

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/transcripts");

#[test]
fn every_transcript_is_what_happens() {
    bless();
    let command = Path::new(env!("CARGO_BIN_EXE_cargo-status-docs"));
    // Cargo starts `cargo-status-docs status-docs check` for `cargo status-docs check`; so does this.
    trycmd::TestCases::new()
        .register_bin("cargo", command)
        .register_bin("cargo-status-docs", command)
        .env("COLUMNS", "100")
        .case(format!("{FOLDER}/*.md"));
}

/// Has the transcripts written first if `BLESS` is set: trycmd itself reads another variable, so this test runs once more
/// in a process that has that.
fn bless() {
    const VARIABLE: &str = "TRYCMD";
    if std::env::var_os("BLESS").is_some() && std::env::var_os(VARIABLE).is_none() {
        let mut again = Command::new(std::env::current_exe().unwrap());
        again.args(["--exact", "every_transcript_is_what_happens"]).env(VARIABLE, "overwrite");
        assert!(again.status().unwrap().success());
    }
}

fn transcripts() -> Vec<String> {
    let files = fs::read_dir(FOLDER).unwrap().map(|entry| entry.unwrap().path());
    files
        .filter(|path| path.extension().is_some_and(|e| e == "md"))
        .map(|path| fs::read_to_string(path).unwrap())
        .collect()
}

/// A program of another name would be passed over, and the line with it.
#[test]
fn no_line_of_a_transcript_is_skipped() {
    let all = transcripts().join("\n");
    let commands: Vec<&str> = all.lines().filter_map(|line| line.strip_prefix("$ ")).collect();
    for command in &commands {
        assert!(command.starts_with("cargo status-docs") || command.starts_with("cargo-status-docs "), "{command}");
    }
    for subcommand in
        ["check", "explain", "export", "fix", "import", "list", "init", "rules", "completions", "man", "diff", "expand"]
    {
        let of_it = |flag: &str| commands.iter().any(|command| command.contains(subcommand) && command.contains(flag));
        assert!(of_it("") && of_it("--help"), "{subcommand}");
    }
    for code in ["? 1\n", "? 2\n"] {
        assert!(all.contains(code), "{code}");
    }
}

/// What the README shows was printed.
#[test]
fn the_readme_shows_what_happens() {
    let readme = fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/README.md")).unwrap();
    let shown: Vec<&str> =
        readme.split("```").skip(1).step_by(2).filter_map(|block| block.strip_prefix("text\n")).collect();
    assert!(!shown.is_empty());
    let all = transcripts().join("\n");
    for block in shown {
        assert!(all.contains(block.trim_end()), "no transcript has\n{block}");
    }
}

/// The pattern that GitHub's workflows look for finds each cell that `check` names, and each that a compiler prints.
#[test]
fn the_problem_matcher_finds_every_cell() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"));
    let matcher: Value = serde_json::from_slice(&fs::read(folder.join("problem-matcher.json")).unwrap()).unwrap();
    let pattern = &matcher["problemMatcher"][0]["pattern"][0];
    let expression = Regex::new(pattern["regexp"].as_str().unwrap()).unwrap();
    let part = |line: &str, part: &str| {
        let index = usize::try_from(pattern[part].as_u64().unwrap()).unwrap();
        expression.captures(line).map(|found| found[index].to_owned())
    };
    let line = "error: tables/my faults.csv:21:12 (cell C21): \"maybe\" is not a bool, in column \"Retry?\"";
    let parts = ["file", "line", "column", "message"].map(|name| part(line, name).unwrap());
    assert_eq!(parts, ["tables/my faults.csv", "21", "12", "\"maybe\" is not a bool, in column \"Retry?\""]);

    let printed = fs::read_dir(folder.join("../tests/ui/cases")).unwrap().map(|entry| entry.unwrap().path());
    let printed = printed.filter(|path| path.extension().is_some_and(|extension| extension == "stderr"));
    // There, the place of the Rust code follows the word; the compiler prints it on a line of its own.
    let rust_place = Regex::new("(?m)^error \\d+:\\d+ `[^`]*`: ").unwrap();
    let printed =
        printed.map(|path| rust_place.replace_all(&fs::read_to_string(path).unwrap(), "error: ").into_owned());
    let place = Regex::new(r"^error: \S+\.(csv|tsv|txt):\d").unwrap();
    let texts: Vec<String> = transcripts().into_iter().chain(printed).collect();
    let cells: Vec<&str> = texts.iter().flat_map(|text| text.lines()).filter(|line| place.is_match(line)).collect();
    assert!(cells.len() > 100, "only {} cells are named", cells.len());
    for line in cells {
        assert!(part(line, "message").is_some(), "{line}");
    }
}
