//! What every subcommand prints and ends with, for every format and every exit code: `transcripts/*.md` are run, line by
//! line, in the packages beside them, and what they write is compared with the `.out` folders. After a change that is
//! meant: `TRYCMD=overwrite cargo test -p cargo-status-docs --test transcripts`.
#![allow(clippy::unwrap_used, clippy::panic, reason = "tests may panic")]

use std::fs;
use std::path::Path;

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/transcripts");

#[test]
fn every_transcript_is_what_happens() {
    let command = Path::new(env!("CARGO_BIN_EXE_cargo-status-docs"));
    // Cargo starts `cargo-status-docs status-docs check` for `cargo status-docs check`; so does this.
    trycmd::TestCases::new()
        .register_bin("cargo", command)
        .register_bin("cargo-status-docs", command)
        .env("COLUMNS", "100")
        .case(format!("{FOLDER}/*.md"));
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
    for subcommand in ["check", "explain", "export", "diff", "expand"] {
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
