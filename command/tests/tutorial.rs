//! The tutorial of the documentation, step by step: each CSV in it is written, each command is run and prints what the
//! page says. Its Rust is a doctest.
#![allow(clippy::unwrap_used, clippy::panic, reason = "tests may panic")]

use std::fs;
use std::path::Path;

use snapbox::cmd::{Command, cargo_bin};
use snapbox::dir::DirRoot;

const TABLE: &str = "tables/first.csv";

#[test]
fn every_step_is_what_happens() {
    let runtime = Path::new(env!("CARGO_MANIFEST_DIR")).join("../runtime");
    let tutorial = fs::read_to_string(runtime.join("src/tutorial.md")).unwrap();
    let root = DirRoot::mutable_temp().unwrap();
    let folder = root.path().unwrap();
    fs::create_dir_all(folder.join("src")).unwrap();
    let manifest = "[package]\nname = \"mixer\"\nversion = \"0.1.0\"\nedition = \"2024\"\n";
    fs::write(folder.join("Cargo.toml"), manifest).unwrap();
    fs::write(folder.join("src/lib.rs"), "").unwrap();
    let (mut commands, mut tables) = (0, 0);
    for block in tutorial.split("```").skip(1).step_by(2) {
        let (kind, text) = block.split_once('\n').unwrap();
        match kind {
            "csv" => {
                // What `init` wrote is shown first.
                if tables == 0 {
                    assert_eq!(fs::read_to_string(folder.join(TABLE)).unwrap(), text);
                    assert_eq!(fs::read_to_string(runtime.join(TABLE)).unwrap(), text, "the doctest's table");
                }
                fs::write(folder.join(TABLE), text).unwrap();
                tables += 1;
            }
            // Its first item; what follows is the body of a doctest.
            "rust" => {
                let (table, _) = text.split_once("\n}\n").unwrap();
                fs::write(folder.join("src/lib.rs"), format!("{table}\n}}\n")).unwrap();
            }
            "console" => {
                for step in text.split("$ ").filter(|step| !step.is_empty()) {
                    let (command, expected) = step.split_once('\n').unwrap();
                    assert_eq!(run(folder, command), expected.trim_end(), "{command}");
                    commands += 1;
                }
            }
            other => panic!("the tutorial has no step for {other}"),
        }
    }
    assert_eq!((commands, tables), (6, 3));
    assert!(fs::read_to_string(folder.join("codes.html")).unwrap().contains("Motor hot"));
}

/// What is printed, findings first.
fn run(folder: &Path, command: &str) -> String {
    let mut arguments = command.split_whitespace();
    assert_eq!(arguments.next(), Some("cargo"), "{command}");
    let output = Command::new(cargo_bin!("cargo-status-docs")).current_dir(folder).args(arguments).output().unwrap();
    let printed = String::from_utf8([output.stderr, output.stdout].concat()).unwrap();
    printed.trim_end().to_owned()
}
