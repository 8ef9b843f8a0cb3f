//! The binary, as somebody runs it: in a package with three tables, one with mapped columns, one laid over the HTTP
//! reference, one of a derive.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "tests may panic")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

const MANIFEST: &str = "[package]\nname = \"door-controller\"\nversion = \"0.1.0\"\nedition = \"2024\"\n";
const LIB: &str = "mod errors;\npub mod faults;\n#[cfg(feature = \"camera\")]\n#[path = \"cameras/status.rs\"]\nmod camera;\n\
    macro_rules! more { ($name:ident) => { status_docs::status_table! { #[status(csv = \"no.csv\")] enum $name: u8; } } }\n";
const FAULTS: &str = "use status_docs::status_table;\n\nstatus_table! {\n    /// Faults of the door controller.\n    \
    #[status(csv = \"tables/faults.csv\")]\n    pub enum Fault: u16 {\n        code = \"Fault No.\",\n        \
    tips = \"Support steps\",\n        retry_after: Option<u32> = \"Retry (s)\",\n    }\n}\n";
const ERRORS: &str = "#[derive(status_docs::StatusDocs)]\n#[status(csv = \"tables/errors.csv\", code = u16)]\n\
    pub enum ServiceError {\n    Lost,\n    #[status(2)]\n    Late,\n}\n";
const CAMERA: &str = "status_docs::status_table! {\n    #[status(base = \"http\", csv = \"tables/camera.csv\")]\n    \
    pub enum CameraStatus: u16;\n}\n";
const FAULT_ROWS: &str = "Fault No.,Short name,Meaning,Support steps,Retry (s)\n\
    100,Door Forced,The door opened without a release.,Check the strike.,\n\
    101,Door Held,The door stayed open too long.,,30\n";

/// A package of its own, which goes away with the test.
struct Package {
    folder: tempfile::TempDir,
}

/// What a run of the binary printed, and how it ended.
struct Run {
    code: i32,
    out: String,
    err: String,
}

impl Package {
    fn new() -> Self {
        let package = Self { folder: tempfile::tempdir().unwrap() };
        package.write("Cargo.toml", MANIFEST);
        package.write("src/lib.rs", LIB);
        package.write("src/faults.rs", FAULTS);
        package.write("src/errors.rs", ERRORS);
        package.write("src/cameras/status.rs", CAMERA);
        package.write("tables/faults.csv", FAULT_ROWS);
        package.write("tables/errors.csv", "code,name\n1,Lost\n2,TooLate\n");
        package.write("tables/camera.csv", "code,tips\n404,Update the firmware.\n");
        package
    }

    fn path(&self, file: &str) -> PathBuf {
        self.folder.path().join(file)
    }

    fn write(&self, file: &str, text: &str) {
        let path = self.path(file);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    fn replace(&self, file: &str, from: &str, to: &str) {
        let text = fs::read_to_string(self.path(file)).unwrap();
        assert!(text.contains(from), "{file} has no {from}");
        self.write(file, &text.replace(from, to));
    }

    fn run(&self, arguments: &str) -> Run {
        let arguments: Vec<&str> = arguments.split_whitespace().collect();
        run(self.folder.path(), &arguments)
    }

    fn git(&self, arguments: &[&str]) {
        let mut git = Command::new("git");
        git.current_dir(self.folder.path()).args(["-c", "user.name=t", "-c", "user.email=t@example.org"]);
        let output = git.args(["-c", "init.defaultBranch=main"]).args(arguments).output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    }
}

fn run(folder: &Path, arguments: &[&str]) -> Run {
    let output = Command::new(env!("CARGO_BIN_EXE_cargo-status-docs"))
        .current_dir(folder)
        .args(arguments)
        .env_remove("CLICOLOR_FORCE")
        .output()
        .unwrap();
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    Run { code: output.status.code().unwrap(), out: text(&output.stdout), err: text(&output.stderr) }
}

const SKIPPED: &str =
    "note: src/lib.rs:6:53: this call is skipped: it is within macro_rules!, whose caller decides what it says\n";

#[test]
fn check_says_nothing_of_good_tables_and_how_many_there_are() {
    let package = Package::new();
    for arguments in ["check", "status-docs check"] {
        let run = package.run(arguments);
        assert_eq!((run.code, run.out.as_str()), (0, "3 tables, 66 rows: nothing is wrong\n"));
        assert_eq!(run.err, SKIPPED);
    }
}

#[test]
fn a_finding_is_shown_with_its_line() {
    let package = Package::new();
    package.replace(
        "tables/faults.csv",
        "101,Door Held,The door stayed open too long.,,30",
        "102,Door Held,Open.,,soon",
    );
    package.replace("tables/errors.csv", "2,TooLate", "1,TooLate");
    let run = package.run("check");
    assert_eq!(run.code, 1);
    let sentence = "error: tables/faults.csv:3:22 (cell E3): \"soon\" is not a whole number (u32: 0 to 4294967295)";
    assert!(run.out.contains(sentence), "{}", run.out);
    assert!(run.out.contains("\n3 | 102,Door Held,Open.,,soon\n  |                      ^^^^\n"), "{}", run.out);
    assert!(run.out.contains("= note: `Fault` asks for it at src/faults.rs:5:20"), "{}", run.out);
    assert!(run.out.contains("error: tables/errors.csv:3:1 (cell A3): code 1 is already used on line 2 (cell A2)"));
    assert!(run.out.ends_with("\n3 tables: 2 findings\n"), "{}", run.out);

    let github = package.run("check --format github");
    assert_eq!(github.code, 1);
    let line = github.out.lines().find(|line| line.contains("faults.csv")).unwrap();
    assert!(line.starts_with("::error file=tables/faults.csv,line=3,col=22::cell E3: \"soon\" is not"), "{line}");
    assert!(github.out.contains("::notice file=src/lib.rs,line=6,col=53::this call is skipped"));

    let json: Value = serde_json::from_str(&package.run("check --format json").out).unwrap();
    let schema: Value = serde_json::from_str(include_str!("../check.schema.json")).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    let errors: Vec<String> = validator.iter_errors(&json).map(|error| error.to_string()).collect();
    assert_eq!(errors, [""; 0]);
    assert_eq!(json["problems"].as_array().unwrap().len(), 2);
}

#[test]
fn what_is_wrong_with_the_rust_code_is_a_finding_there() {
    let package = Package::new();
    package.replace("src/errors.rs", "Lost", "Lots");
    package.replace("src/faults.rs", "tips = ", "tisp = ");
    let run = package.run("check");
    assert_eq!(run.code, 1);
    assert!(
        run.out.contains("error: src/errors.rs:4:5: tables/errors.csv has no row `Lots`; did you mean `Lost` (1)?"),
        "{}",
        run.out
    );
    assert!(run.out.contains("error: src/faults.rs:8:9: there is no role `tisp`; did you mean `tips`"), "{}", run.out);
    package.write("src/faults.rs", "fn {");
    let run = package.run("check");
    assert_eq!(run.code, 1);
    assert!(run.out.contains("error: src/faults.rs:1:4: this file cannot be read: "), "{}", run.out);
}

#[test]
fn a_file_is_read_as_the_sources_say_or_its_headers_or_the_columns() {
    let package = Package::new();
    package.replace("tables/faults.csv", ",,30", ",,soon");
    let named = package.run("check tables/faults.csv");
    assert!(named.code == 1 && named.out.contains("(cell E3): \"soon\""), "{}", named.out);
    // A file that no source knows, and that has no header for the code.
    package.write("sheets/alarms.csv", "Alarm key,Name\n1,Fire\n1,Smoke\n");
    let columns = run(package.folder.path(), &["check", "sheets/alarms.csv", "--column", "code=Alarm key"]);
    assert!(
        columns.code == 1 && columns.out.contains("sheets/alarms.csv:3:1 (cell A3): code 1 is already used"),
        "{}",
        columns.out
    );
    package.write("sheets/states.csv", "code,name\n08000,Lost\n42P01,Missing\n");
    assert_eq!(package.run("check sheets/states.csv").out, "1 table, 2 rows: nothing is wrong\n");
    // Outside of any package.
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("a.csv"), "code,name\n1,A\n").unwrap();
    assert_eq!(run(folder.path(), &["check", "a.csv"]).code, 0);
}

#[test]
fn what_cannot_be_carried_out_is_neither_good_nor_bad() {
    let package = Package::new();
    for arguments in [
        "check no.csv",
        "check --format xml",
        "check --column cod=x tables/faults.csv",
        "nonsense",
        "",
        "export --format md",
        "export --format md --table Nobody",
        "export --format pdf --table Fault",
        "export --format md --table Fault --check",
        "diff no-such-revision",
        "diff tables/faults.csv",
        "check --manifest-path no/Cargo.toml",
        "check -p nobody",
        "explain 1 --table Nobody",
    ] {
        let run = package.run(arguments);
        assert_eq!(run.code, 2, "{arguments}: {}{}", run.out, run.err);
        assert!(!run.err.is_empty() && run.out.is_empty(), "{arguments}: {}", run.out);
    }
    let folder = tempfile::tempdir().unwrap();
    assert_eq!(run(folder.path(), &["check"]).code, 2);
}

#[test]
fn explain_looks_in_the_packages_tables_first() {
    let package = Package::new();
    let card = "\
faults::Fault (tables/faults.csv)
  100 Door Forced  DoorForced
    The door opened without a release.
    Support steps: Check the strike.
    tables/faults.csv:2

";
    for what in ["100", "DoorForced", "door forced", "DOOR_FORCED"] {
        let run = package.run(&format!("explain {what}"));
        assert_eq!(run.code, 0);
        assert!(run.out.starts_with(card.trim_end()), "{what}: {}", run.out);
    }
    let continued = package.run("explain 100").out;
    assert!(continued.find("Door Forced") < continued.find("100 Continue"), "{continued}");
    let not_found = package.run("explain 404").out;
    assert!(not_found.contains("Update the firmware.") && !not_found.contains("HTTP reference"), "{not_found}");
    assert!(package.run("explain --search too long open").out.contains("101 Door Held"));
    let class = package.run("explain 5xx --table http").out;
    assert!(class.contains("  500  Internal Server Error ") && class.lines().count() > 8, "{class}");
    assert!(package.run("explain DEADLINE_EXCEEDED").out.contains("4 Deadline Exceeded"));
    let unknown = package.run("explain door forcd");
    assert_eq!(unknown.code, 1);
    assert!(
        unknown.err.ends_with("no code, name, phrase or class is \"door forcd\"; did you mean 100 Door Forced?\n"),
        "{}",
        unknown.err
    );
    assert_eq!(package.run("explain --search nothing-has-this").code, 1);
    // Without a package, there are the references.
    let folder = tempfile::tempdir().unwrap();
    assert!(run(folder.path(), &["explain", "teapot"]).code == 1 && run(folder.path(), &["explain", "418"]).code == 0);
}

#[test]
fn export_writes_a_file_and_holds_it_to_the_table() {
    let package = Package::new();
    for format in ["md", "html", "json", "ts"] {
        let export = format!("export --format {format} --table Fault -o docs/faults.{format}");
        assert_eq!(package.run(&export).code, 0);
        assert!(fs::read_to_string(package.path(&format!("docs/faults.{format}"))).unwrap().contains("Door Forced"));
        let current = package.run(&format!("{export} --check"));
        assert_eq!((current.code, current.out.as_str()), (0, ""));
    }
    let check = "export --format md --table faults::Fault -o docs/faults.md --check";
    package.replace("tables/faults.csv", "too long", "for long");
    let stale = package.run(check);
    assert_eq!(stale.code, 1);
    assert!(stale.out.contains("-The door stayed open too long.\n+The door stayed open for long.\n"), "{}", stale.out);
    assert!(stale.err.contains("docs/faults.md is not current"), "{}", stale.err);
    fs::remove_file(package.path("docs/faults.md")).unwrap();
    assert_eq!(package.run(check).code, 1);
    assert!(!package.path("docs/faults.md").exists());
    // A table with findings is not exported.
    package.replace("tables/faults.csv", "101,", "100,");
    let wrong = package.run("export --format md --table Fault");
    assert!(wrong.code == 1 && wrong.out.is_empty() && wrong.err.contains("code 100 is already used"), "{}", wrong.err);
    // A derive's table, and a reference.
    assert!(package.run("export --format ts --table ServiceError").out.contains("export const ServiceError = {"));
    assert!(package.run("export --format json --table grpc").out.contains("\"name\": \"Grpc\""));
}

#[test]
fn diff_tells_what_breaks_from_what_does_not() {
    let package = Package::new();
    package.git(&["init", "-q"]);
    package.git(&["add", "."]);
    package.git(&["commit", "-qm", "one"]);
    package.git(&["tag", "v1"]);
    let same = package.run("diff v1");
    assert_eq!((same.code, same.out.as_str()), (0, "nothing changed\n"));
    package.replace("tables/faults.csv", "too long", "for long");
    let text = package.run("diff v1");
    assert_eq!(text.code, 0);
    assert!(text.out.ends_with("nothing is breaking: a minor version\n"), "{}", text.out);
    package.replace("tables/faults.csv", "101,", "102,");
    package.replace("tables/errors.csv", "1,Lost\n", "");
    package.replace("src/errors.rs", "    Lost,\n", "");
    let broken = package.run("diff v1");
    assert_eq!(broken.code, 1);
    assert!(broken.out.contains("  breaking  renumbered: Door Held: 101 \u{2192} 102\n"), "{}", broken.out);
    assert!(broken.out.contains("  breaking  removed: 1 Lost\n"), "{}", broken.out);
    assert!(broken.out.ends_with("2 changes are breaking: a major version\n"), "{}", broken.out);
    // One table, one file, two revisions, other formats.
    assert!(!package.run("diff v1 --table Fault").out.contains("Lost"));
    assert!(package.run("diff v1 tables/faults.csv").out.contains("renumbered: Door Held"));
    assert_eq!(package.run("diff v1 v1").code, 0);
    let json: Value = serde_json::from_str(&package.run("diff v1 --format json").out).unwrap();
    assert_eq!((&json["version"], &json["breaking"]), (&Value::from(1), &Value::from(true)));
    let markdown = package.run("diff v1 --format md").out;
    assert!(
        markdown.contains("### `faults::Fault`\n\n- **Breaking:** renumbered: Door Held: 101 \u{2192} 102\n"),
        "{markdown}"
    );
    // Two files.
    package.write("old.csv", FAULT_ROWS);
    let files = package.run("diff old.csv tables/faults.csv");
    assert!(files.code == 1 && files.out.contains("renumbered: Door Held"), "{}{}", files.out, files.err);
}

#[test]
fn expand_writes_rust_beside_the_source_and_holds_it_current() {
    let package = Package::new();
    let run = package.run("expand");
    assert_eq!(run.code, 0);
    let mut files: Vec<&str> = run.out.lines().collect();
    files.sort_unstable();
    assert_eq!(files, ["src/cameras/status.expanded.rs", "src/errors.expanded.rs", "src/faults.expanded.rs"]);
    let text = fs::read_to_string(package.path("src/faults.expanded.rs")).unwrap();
    let head = "// @generated by cargo-status-docs 0.1.0 (`expand`) from src/faults.rs. Do not edit: edit the table.\n";
    assert!(text.starts_with(head), "{text}");
    assert!(text.contains("pub enum Fault {") && text.contains("::status_docs::"), "{text}");
    assert!(text.contains("#[rustfmt::skip]") && !text.contains("include_bytes"), "{text}");
    assert_eq!(package.run("expand --check").code, 0);
    package.replace("tables/faults.csv", "too long", "for long");
    let stale = package.run("expand --check");
    assert!(stale.code == 1 && stale.out.contains("for long") && stale.err.contains("is not current"), "{}", stale.err);
    package.replace("tables/faults.csv", "101,", "100,");
    let wrong = package.run("expand");
    assert!(wrong.code == 1 && wrong.err.contains("code 100 is already used"), "{}", wrong.err);
}

#[test]
fn a_workspace_is_all_its_members() {
    let package = Package::new();
    package.write("ws/Cargo.toml", "[workspace]\nmembers = [\"crates/*\"]\n");
    for name in ["a", "b"] {
        package.write(&format!("ws/crates/{name}/Cargo.toml"), &MANIFEST.replace("door-controller", name));
        package.write(
            &format!("ws/crates/{name}/src/main.rs"),
            &CAMERA.replace("base = \"http\", ", "").replace("camera", name),
        );
        package.write(&format!("ws/crates/{name}/tables/{name}.csv"), "code,name\n1,A\n1,B\n");
    }
    let all = run(&package.path("ws"), &["check"]);
    for place in ["crates/a/tables/a.csv:3:1", "crates/b/tables/b.csv:3:1"] {
        assert!(all.out.contains(place), "{}", all.out);
    }
    let one = run(&package.path("ws"), &["check", "-p", "b"]);
    assert!(!one.out.contains("a.csv") && one.out.contains("b.csv"), "{}", one.out);
}

#[test]
fn ten_thousand_rows_are_checked_in_well_under_a_second_where_it_is_optimised() {
    let package = Package::new();
    let rows: Vec<String> =
        (0..10_000).map(|row| format!("{row},Door Held {row},The door stayed open.,Close it.,30")).collect();
    package.write("tables/faults.csv", &format!("{}\n{}\n", FAULT_ROWS.lines().next().unwrap(), rows.join("\n")));
    let run = package.run("check");
    assert_eq!(run.out, "3 tables, 10064 rows: nothing is wrong\n");
}

/// `HttpStatus` of the runtime crate is an expansion, so that it needs no macros. After a change of what is emitted:
/// `cargo run -p cargo-status-docs -- expand --manifest-path runtime/Cargo.toml`.
#[test]
fn the_runtimes_expansion_is_current() {
    let workspace = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    let run = run(workspace, &["expand", "--check", "--manifest-path", "runtime/Cargo.toml"]);
    assert_eq!(run.code, 0, "{}{}", run.out, run.err);
}
