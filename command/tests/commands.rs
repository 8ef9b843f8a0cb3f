//! The binary where a transcript is not enough: in packages that are edited between two runs, in a repository, in a
//! workspace, and where what is printed is judged by another program.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "tests may panic")]
#![allow(clippy::needless_raw_string_hashes, reason = "BLESS=1 writes them")]

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;
use snapbox::Assert;
use snapbox::assert::Action;
use snapbox::cmd::{Command, OutputAssert, cargo_bin};
use snapbox::dir::DirRoot;
use snapbox::str;

const MANIFEST: &str = "[package]\nname = \"door-controller\"\nversion = \"0.1.0\"\nedition = \"2024\"\n";

/// A copy of the package that the transcripts run in, which goes away with the test.
struct Package {
    root: DirRoot,
}

impl Package {
    fn new() -> Self {
        Self::of("package")
    }

    fn of(template: &str) -> Self {
        let template = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/transcripts").join(template);
        Self { root: DirRoot::mutable_temp().unwrap().with_template(template.as_path()).unwrap() }
    }

    /// A folder without a package.
    fn none() -> Self {
        Self { root: DirRoot::mutable_temp().unwrap() }
    }

    fn path(&self, file: &str) -> PathBuf {
        self.root.path().unwrap().join(file)
    }

    fn read(&self, file: &str) -> String {
        fs::read_to_string(self.path(file)).unwrap()
    }

    fn write(&self, file: &str, text: impl AsRef<[u8]>) {
        let path = self.path(file);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    fn replace(&self, file: &str, from: &str, to: &str) {
        let text = self.read(file);
        assert!(text.contains(from), "{file} has no {from}");
        self.write(file, text.replace(from, to));
    }

    /// Runs the command with arguments that have no spaces.
    fn run(&self, arguments: &str) -> OutputAssert {
        run(self.root.path().unwrap(), arguments.split_whitespace())
    }

    fn json(&self, arguments: &str) -> Value {
        serde_json::from_slice(&self.run(arguments).get_output().stdout).unwrap()
    }

    fn git(&self, arguments: &str) {
        let git = Command::new("git").current_dir(self.root.path().unwrap());
        let git = git.args(["-c", "user.name=t", "-c", "user.email=t@example.org", "-c", "init.defaultBranch=main"]);
        git.args(arguments.split_whitespace()).assert().success();
    }

    fn commit_empty(&self, tag: &str) {
        self.git(&format!("commit -q --allow-empty -m {tag}"));
        self.git(&format!("tag {tag}"));
    }

    fn commit(&self, tag: &str) {
        if !self.path(".git").exists() {
            self.git("init -q");
        }
        self.git("add .");
        self.git(&format!("commit -qm {tag}"));
        self.git(&format!("tag {tag}"));
    }
}

fn run(folder: &Path, arguments: impl IntoIterator<Item = impl AsRef<OsStr>>) -> OutputAssert {
    // `BLESS` writes what is expected, as in all other tests.
    let expected = if std::env::var_os("BLESS").is_some() {
        Assert::new().action(Action::Overwrite)
    } else {
        Assert::new().action_env(snapbox::assert::DEFAULT_ACTION_ENV)
    };
    Command::new(cargo_bin!("cargo-status-docs"))
        .with_assert(expected)
        .current_dir(folder)
        .args(arguments)
        .env_remove("CLICOLOR_FORCE")
        .assert()
}

fn out(run: &OutputAssert) -> String {
    String::from_utf8(run.get_output().stdout.clone()).unwrap()
}

#[test]
fn what_is_wrong_with_the_rust_code_is_a_finding_there() {
    let package = Package::new();
    package.replace("src/errors.rs", "Lost", "Lots");
    package.replace("src/faults.rs", "tips = ", "tisp = ");
    package.write("src/cameras/status.rs", "fn {");
    package.run("check").code(1).stdout_eq(str![[r#"
error: src/cameras/status.rs:1:4: this file cannot be read: a bracket, a quote or a comment is not closed
  |
1 | fn {
  |    ^
  |

error: src/errors.rs:4:5: tables/errors.csv has no row `Lots`; did you mean `Lost` (1)? [unknown_row]
  |
4 |     Lots,
  |     ^^^^
  |

error: src/faults.rs:6:9: there is no role `tisp`; did you mean `tips`, or a column with a type: tisp: bool = "…"? [unknown_word]
  |
6 |         tisp = "Support steps",
  |         ^^^^^^^^^^^^^^^^^^^^^^
  |

2 tables: 3 findings

"#]]);
}

#[test]
fn the_document_of_check_is_as_its_schema_says() {
    let schema: Value = serde_json::from_str(include_str!("../check.schema.json")).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    let wrong = Package::of("findings");
    wrong.write("src/faults.rs", "fn {");
    for (package, count) in [(Package::new(), 0), (Package::of("findings"), 4), (wrong, 3)] {
        let document = package.json("check --format json");
        let errors: Vec<String> = validator.iter_errors(&document).map(|error| error.to_string()).collect();
        assert_eq!(errors, [""; 0]);
        assert_eq!(document["problems"].as_array().unwrap().len(), count);
    }
}

#[test]
fn a_folder_needs_no_package() {
    let folder = Package::none();
    folder.write("a.csv", "code,name\n08000,Lost\n42P01,Missing\n");
    folder.run("check a.csv").code(0).stdout_eq(str![[r"
1 table, 2 rows: nothing is wrong

"]]);
    folder.run("explain 42P01 --table a.csv").code(0);
    folder.run("export --format md --table a.csv").code(0);
    folder.run("export --format md --table http").code(0);
    folder.run("explain 418").code(0);
    folder.run("explain teapot").code(1);
    folder.run("diff main").code(2).stderr_eq("error: \"main\" is not a file, and [..] is not in a git repository\n");
    let none = "error: there is no Cargo.toml here; name the tables: cargo status-docs check faults.csv\n";
    folder.run("check").code(2).stdout_eq("").stderr_eq(none);
    for subcommand in ["expand", "export --format md --table Fault"] {
        folder.run(subcommand).code(2).stdout_eq("").stderr_eq("error: there is no Cargo.toml in [..] or above it\n");
    }
}

#[test]
fn a_page_is_held_to_its_table() {
    let package = Package::new();
    let export = "export --format md --table faults::Fault -o docs/faults.md";
    package.run(export).code(0).stdout_eq("");
    package.replace("tables/faults.csv", "too long", "for long");
    package.run(&format!("{export} --check")).code(1).stdout_eq(str![[r#"
--- docs/faults.md
+++ what it should be
@@ -24,5 +24,5 @@
 **Door Held** (`DoorHeld`)
 
-The door stayed open too long.
+The door stayed open for long.
 
 - Retry (s): 30

"#]]);
    fs::remove_file(package.path("docs/faults.md")).unwrap();
    package.run(&format!("{export} --check")).code(1);
    assert!(!package.path("docs/faults.md").exists());
    // What git's autocrlf makes of a file is no difference.
    package.run(export).code(0);
    package.write("docs/faults.md", package.read("docs/faults.md").replace('\n', "\r\n"));
    package.run(&format!("{export} --check")).code(0);
}

#[test]
fn two_revisions_are_compared() {
    let package = Package::new();
    package.commit("v1");
    package.run("diff v1").code(0).stdout_eq("nothing changed\n");
    package.replace("tables/faults.csv", "too long", "for long");
    package.run("diff v1").code(0).stdout_eq(str![[r"
faults::Fault
            changed: 101 Door Held: definition: The door stayed open too long. → The door stayed open for long.

nothing is breaking: a minor version

"]]);
    package.replace("tables/faults.csv", "101,", "110,");
    package.replace("tables/errors.csv", "1,Lost\n", "");
    package.replace("src/errors.rs", "    Lost,\n", "");
    package.commit("v2");
    let broken = str![[r#"
errors::ServiceError
  breaking  removed: 1 Lost; keep its code retired: reserved = "1"

faults::Fault
  breaking  renumbered: Door Held: 101 → 110
            changed: 110 Door Held: definition: The door stayed open too long. → The door stayed open for long.

2 changes are breaking: a major version

"#]];
    package.run("diff v1").code(1).stdout_eq(broken.clone());
    package.run("diff v1 v2").code(1).stdout_eq(broken);
    package.run("diff v2").code(0);
    assert!(!out(&package.run("diff v1 --table Fault").code(1)).contains("Lost"));
    assert!(out(&package.run("diff v1 tables/faults.csv").code(1)).contains("renumbered: Door Held"));
    let document = package.json("diff v1 --format json");
    assert_eq!((&document["version"], &document["breaking"]), (&Value::from(1), &Value::from(true)));
}

/// A table that cannot be read now must not look like one that did not change.
#[test]
fn what_cannot_be_compared_is_not_equal() {
    let package = Package::new();
    package.commit("v1");
    package
        .run("diff no-such-revision")
        .code(2)
        .stdout_eq("")
        .stderr_eq("error: \"no-such-revision\" is neither a file nor a revision of the repository in [..]\n");
    package.run("diff v1 --table Nobody").code(2).stdout_eq("");
    package.replace("tables/faults.csv", "Fault No.", "Key");
    package
        .run("diff v1")
        .code(2)
        .stdout_eq("")
        .stderr_eq("error: faults::Fault cannot be read (the working tree): tables/faults.csv: there is no header \"Fault No.\"; [..]\n");
    package.commit("v2");
    package.run("diff v1 v2").code(2).stdout_eq("");
    // Whoever repairs it is not stopped.
    package.replace("tables/faults.csv", "Key", "Fault No.");
    package.run("diff v2").code(0).stderr_eq("note: faults::Fault could not be read (v2), and is not compared\n");
    package.write("tables/new.csv", "code,name\n1,A\n");
    package.run("diff v1 tables/new.csv").code(2).stdout_eq("").stderr_eq(
        "error: New cannot be read (v1): tables/new.csv: there was no such file at that revision [missing_file]\n",
    );
}

#[test]
fn an_expansion_is_held_to_its_table() {
    let package = Package::new();
    package.run("expand").code(0);
    let text = package.read("src/faults.expanded.rs");
    assert!(text.contains("::status_docs::") && !text.contains("include_bytes"), "{text}");
    package.run("expand --check").code(0).stdout_eq("");
    package.replace("tables/faults.csv", "too long", "for long");
    let stale = package.run("expand --check").code(1).stderr_eq(str![[r"
note: src/lib.rs:9:22: this call is skipped: it is within macro_rules!, whose caller decides what it says
error: src/faults.expanded.rs is not current; the same command without --check writes it

"]]);
    assert!(out(&stale).contains("for long"));
    assert_eq!(package.read("src/faults.expanded.rs"), text);
}

#[test]
fn a_workspace_is_all_its_members() {
    let workspace = Package::none();
    workspace.write("Cargo.toml", "[workspace]\nmembers = [\"crates/*\"]\n");
    for name in ["a", "b"] {
        let table =
            format!("status_docs::status_table! {{ #[status(csv = \"tables/{name}.csv\")] pub enum T: u8; }}\n");
        workspace.write(&format!("crates/{name}/Cargo.toml"), MANIFEST.replace("door-controller", name));
        workspace.write(&format!("crates/{name}/src/main.rs"), table);
        workspace.write(&format!("crates/{name}/tables/{name}.csv"), "code,name\n1,A\n1,B\n");
    }
    let all = "::error file=crates/a/tables/a.csv,line=3,col=1::[..]\n::error file=crates/b/tables/b.csv,line=3,col=1::[..]\n";
    let one = "::error file=crates/b/tables/b.csv,line=3,col=1::[..]\n";
    workspace.run("check --format github").code(1).stdout_eq(all);
    workspace.run("check --format github -p b").code(1).stdout_eq(one);
    workspace.run("check --format github --manifest-path crates/b/Cargo.toml").code(1).stdout_eq(one);
    let missing = "[workspace]\nmembers = [\"crates/*\", \"gone\"]\n";
    workspace.write("Cargo.toml", missing);
    workspace.run("check").code(2).stderr_eq("error: [..]/Cargo.toml: the member \"gone\" has no Cargo.toml\n");
    workspace.write("Cargo.toml", missing.replace(", \"gone\"", ""));
    workspace.run("check -p c").code(2).stderr_eq("error: there is no package c in [..]/Cargo.toml; there are a, b\n");
}

/// A file that is not there is named with who asks for it; what nobody can read is not shown.
#[test]
fn a_finding_about_a_whole_file_leads_to_the_source() {
    let package = Package::new();
    fs::remove_file(package.path("tables/faults.csv")).unwrap();
    package.run("check").code(1).stdout_eq(str![[r#"
error: tables/faults.csv: there is no such file; the path is relative to the package's Cargo.toml [missing_file]
 = note: `Fault` asks for it at src/faults.rs:3:20

3 tables: 1 finding

"#]]);
    package.run("check --format github").code(1).stdout_eq(str![[r#"
::error file=src/faults.rs,line=3,col=20::tables/faults.csv: there is no such file; the path is relative to the package's Cargo.toml [missing_file]
::notice file=src/lib.rs,line=9,col=22::this call is skipped: it is within macro_rules!, whose caller decides what it says

"#]]);
    let text = "Fault No.,Short name\n1,A\n".encode_utf16().flat_map(u16::to_le_bytes);
    package.write("tables/faults.csv", [0xff, 0xfe].into_iter().chain(text).collect::<Vec<u8>>());
    package.run("check").code(1).stdout_eq(str![[r#"
error: tables/faults.csv: there is no header "Support steps"; the headers are "Fault No.", "Short name" [missing_header]
 = note: `Fault` asks for it at src/faults.rs:6:16

error: tables/faults.csv: there is no header "Retry (s)"; the headers are "Fault No.", "Short name" [missing_header]
 = note: `Fault` asks for it at src/faults.rs:7:36

error: tables/faults.csv:1:1: the file is encoded as UTF-16 (little endian); save the file as "CSV UTF-8" [wrong_encoding]
 = note: `Fault` asks for it at src/faults.rs:3:20

3 tables: 3 findings

"#]]);
}

/// `| head -1` is not a failure, a full disk is one.
#[cfg(target_os = "linux")]
#[test]
fn output_that_nobody_takes_is_not_a_failure() {
    let start = |to: std::process::Stdio| {
        let mut command = std::process::Command::new(cargo_bin!("cargo-status-docs"));
        command.args(["export", "--format", "html", "--table", "http"]).current_dir(std::env::temp_dir());
        command.stdout(to).stderr(std::process::Stdio::piped()).spawn().unwrap()
    };
    let mut closed = start(std::process::Stdio::piped());
    drop(closed.stdout.take());
    let closed = closed.wait_with_output().unwrap();
    assert_eq!((closed.status.code(), closed.stderr), (Some(0), Vec::new()));
    let full = start(fs::File::options().write(true).open("/dev/full").unwrap().into()).wait_with_output().unwrap();
    assert_eq!(full.status.code(), Some(2));
    assert!(String::from_utf8(full.stderr).unwrap().starts_with("error: the output cannot be written: "));
}

#[test]
fn ten_thousand_rows_are_all_read() {
    let package = Package::new();
    let head = package.read("tables/faults.csv").lines().next().unwrap().to_owned();
    let rows = (0..10_000).map(|row| format!("{row},Door Held {row},The door stayed open.,Close it.,30\n"));
    package.write("tables/faults.csv", head + "\n" + &rows.collect::<String>());
    package.run("check").code(0).stdout_eq("3 tables, 10006 rows (59 left out by only): nothing is wrong\n");
}

/// `HttpStatus` of the runtime crate is an expansion, so that it needs no macros. After a change of what is emitted:
/// `cargo run -p cargo-status-docs -- expand --manifest-path runtime/Cargo.toml`.
#[test]
fn the_runtimes_expansion_is_current() {
    let workspace = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    run(workspace, ["expand", "--check", "--manifest-path", "runtime/Cargo.toml"]).code(0);
}

/// A table that a build script writes is skipped with a note; with `--out-dir`, it is read from there.
#[test]
fn a_table_that_a_build_writes_is_where_it_is_said_to_be() {
    let package = Package::none();
    package.write("Cargo.toml", MANIFEST);
    let source = "status_docs::status_table! { #[status(csv = \"$OUT_DIR/made.csv\")] pub enum Made: u8; }\n";
    package.write("src/lib.rs", source);
    package.run("check").success().stderr_eq(str![[r#"
note: src/lib.rs:1:76: `Made` is skipped: "$OUT_DIR/made.csv" is written by a build; say where with --out-dir

"#]]);
    package.write("target/made.csv", "code,name\n1,Good\n300,Bad\n");
    package.run("check --out-dir target").code(1).stdout_eq(str![[r#"
error: target/made.csv:3:1 (cell A3): 300 is out of range (0 to 255) [unreadable_code]
  |
3 | 300,Bad
  | ^^^
  |
  = note: `Made` asks for it at src/lib.rs:1:45

1 table: 1 finding

"#]]);
    package.run("check --out-dir elsewhere").code(1).stdout_eq(str![[r#"
error: elsewhere/made.csv: there is no such file; the build script (build.rs) has to write it there [missing_file]
 = note: `Made` asks for it at src/lib.rs:1:45

1 table: 1 finding

"#]]);
    package.write("target/made.csv", "code,name\n1,Good\n200,Better\n");
    package.run("check --out-dir target").success();
    package.run("explain --out-dir target 200").success().stdout_eq(str![[r#"
Made ($OUT_DIR/made.csv)
  200 Better  Better
    $OUT_DIR/made.csv:3

HTTP reference
  200 OK  Ok
    The usual answer to a request that worked; the method decides what the response carries.
    Success, RFC 9110 §15.3.1

"#]]);
    package.run("explain 200").success().stdout_eq(str![[r#"
HTTP reference
  200 OK  Ok
    The usual answer to a request that worked; the method decides what the response carries.
    Success, RFC 9110 §15.3.1

"#]]);
}

#[test]
fn a_fix_is_shown_as_a_patch_and_written_once() {
    let package = Package::none();
    package.write("t.csv", "code,name,tips\r\n1O1,A,x \r\n102 ,B,y\r\n");
    // What only a table without findings is told is cured in the same run.
    let cures = "t.csv:2:1 (cell A2): \"1O1\" \u{2192} \"101\"\nt.csv:3:1 (cell A3): \" \" \u{2192} \"\"\n";
    package.run("fix t.csv").code(1).stdout_eq(cures);
    let patch = package.run("fix t.csv --diff").code(1).get_output().stdout.clone();
    package.write("p.patch", &patch);
    package.git("init -q");
    package.git("apply p.patch");
    assert_eq!(package.read("t.csv"), "code,name,tips\r\n101,A,x \r\n102,B,y\r\n");
    package.run("fix t.csv --write").code(0);
    assert_eq!(package.read("t.csv"), "code,name,tips\r\n101,A,x \r\n102,B,y\r\n");
    package.run("fix t.csv").code(0).stdout_eq("");
    // What is not certain stays.
    package.write("d.csv", "code,name\n1O1,A\n101,B\n");
    package.run("fix d.csv --write").code(1);
    assert_eq!(package.read("d.csv"), "code,name\n1O1,A\n101,B\n");
    // Another encoding, if it is said.
    package.write("l.csv", b"code,name,reason\n1,A,T\xfcr\n");
    package.run("fix l.csv --write").code(1);
    package.run("fix l.csv --write --encoding windows-1252").code(0);
    assert_eq!(package.read("l.csv"), "code,name,reason\n1,A,T\u{fc}r\n");
    package.run("fix l.csv --encoding latin-99").code(2);
    package.write("w.xlsx", "x");
    let refused =
        "error: w.xlsx: a workbook is not changed; make a CSV of it: cargo status-docs import w.xlsx -o w.csv\n";
    package.run("fix w.xlsx --write").code(2).stderr_eq(refused);
}

/// A table after `fix --write`, what it says of the rest, and that a second run changes nothing.
#[test]
fn a_second_fix_changes_nothing() {
    let wide: Vec<u8> = "\u{feff}code,name\n1,A\n2,B\n1O4,C\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let cases: [(&str, &[u8], &str, &str, i32); 5] = [
        (
            "a cure shows another finding",
            "code,name,Defintion\n１０１,A,x\n1O2,B,y\n103,C,z\n".as_bytes(),
            "",
            "code,name,Definition\n101,A,x\n102,B,y\n103,C,z\n",
            0,
        ),
        ("behind another encoding", &wide, "", "code,name\n1,A\n2,B\n104,C\n", 0),
        (
            "behind an encoding that is named",
            b"code,name\n1,T\xfcr\n2,B\n1O4,C\n",
            "--encoding latin1",
            "code,name\n1,T\u{fc}r\n2,B\n104,C\n",
            0,
        ),
        ("blanks around headers", b"code , name\n1 ,A\n", "", "code,name\n1,A\n", 0),
        ("nothing certain", b"code,name\n1,A\n1,B\n", "", "code,name\n1,A\n1,B\n", 1),
    ];
    for (name, old, options, new, code) in cases {
        let package = Package::none();
        fs::write(package.path("t.csv"), old).unwrap();
        package.run(&format!("fix t.csv --write {options}")).code(code);
        assert_eq!(package.read("t.csv"), new, "{name}");
        package.run("fix t.csv --write").code(code);
        assert_eq!(package.read("t.csv"), new, "{name}: again");
        if code == 1 {
            let left = "1 finding has no certain cure; cargo status-docs check shows what is to be done\n";
            package.run("fix t.csv").code(1).stdout_eq("").stderr_eq(left);
            package.run("fix -q t.csv").code(1).stderr_eq("");
        }
    }
}

#[cfg(unix)]
#[test]
fn a_fixed_file_keeps_its_permissions_and_its_link() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let package = Package::none();
    package.write("real.csv", "code,name\n1O1,A\n102,B\n");
    fs::set_permissions(package.path("real.csv"), fs::Permissions::from_mode(0o640)).unwrap();
    symlink("real.csv", package.path("t.csv")).unwrap();
    package.run("fix t.csv --write").code(0);
    assert_eq!(package.read("real.csv"), "code,name\n101,A\n102,B\n");
    assert!(package.path("t.csv").is_symlink());
    assert_eq!(fs::metadata(package.path("real.csv")).unwrap().permissions().mode() & 0o777, 0o640);
}

#[test]
fn notes_stop_nothing_unless_they_are_to() {
    let package = Package::new();
    package.replace("tables/faults.csv", "Retry (s)\n", "Retry (s),Weight\n");
    package.replace("tables/faults.csv", "Check the strike.,\n", "Check the strike.,,5\n");
    package.run("check tables/faults.csv").code(0).stdout_eq(str![[r#"
note: tables/faults.csv:1:54 (cell F1): nothing reads the column "Weight" [unused_column]

1 table, 3 rows: nothing is wrong, 1 note

"#]]);
    package.run("check tables/faults.csv -q").code(0).stdout_eq("");
    package.run("check --strict").code(1);
    let document = package.json("check --format json");
    assert_eq!(document["problems"].as_array().unwrap().len(), 0);
    assert_eq!(
        (&document["notes"][0]["rule"], &document["notes"][0]["level"]),
        (&"unused_column".into(), &"note".into())
    );
    let document = package.json("check --strict --format json");
    assert_eq!((&document["problems"][0]["level"], document["notes"].as_array().unwrap().len()), (&"error".into(), 0));
    package.write("loose.csv", "code,name,Weight\n1,A,5\n");
    package.run("check loose.csv --allow unused_column").code(0).stdout_eq(str![[r"
1 table, 1 row: nothing is wrong

"]]);
    package.replace("Cargo.toml", "[package]\n", "[package]\nexclude = [\"tables\"]\n");
    let document = package.json("check tables/faults.csv --format json");
    assert_eq!(document["notes"][1]["rule"], "not_packaged");
}

#[test]
fn a_named_schema_that_no_document_registers_is_noted() {
    let item = "enum ApiError { Gone }\n";
    let named = "#[derive(StatusDocs)]\n#[status(table = Fault, with(axum, utoipa(name = \"Problem\")))]\n";
    let inline = "#[derive(StatusDocs)]\n#[status(table = Fault, with(axum, utoipa))]\n";
    let allowed = "#[derive(StatusDocs)]\n#[status(table = Fault, with(utoipa(name = \"Problem\")), allow(unregistered_schema))]\n";
    let document = |says: &str| format!("#[derive(OpenApi)] #[openapi({says})] struct Api;\n");
    let cases = [
        ("registered by nothing", named, document("paths(order)"), true),
        ("another is registered", named, document("components(schemas(Other, a::Another))"), true),
        ("a name that ends alike", named, document("components(schemas(MyApiError))"), true),
        ("a response of that name", named, document("components(responses(ApiError))"), true),
        ("registered", named, document("paths(order), components(schemas(ApiError))"), false),
        ("registered by its path", named, document("components(schemas(Other<u8>, crate::errors::ApiError))"), false),
        (
            "registered under a cfg_attr",
            named,
            "#[derive(OpenApi)] #[cfg_attr(docs, openapi(components(schemas(ApiError))))] struct Api;".to_owned(),
            false,
        ),
        (
            "the body of an operation",
            named,
            document("paths(order)") + "#[utoipa::path(get, responses((status = 500, body = ApiError)))] fn order() {}",
            false,
        ),
        (
            "registered by hand",
            named,
            document("paths(order)") + "fn components() { Builder::new().schema_from::<ApiError>(); }",
            false,
        ),
        ("no document here", named, String::new(), false),
        ("inline", inline, document("paths(order)"), false),
        ("allowed", allowed, document("paths(order)"), false),
    ];
    for (name, attribute, rest, is_noted) in cases {
        let package = Package::new();
        package.write("src/lib.rs", format!("{attribute}{item}{rest}"));
        let document = package.json("check --format json");
        let notes = document["notes"].as_array().unwrap();
        let of_rule: Vec<_> = notes.iter().filter(|note| note["rule"] == "unregistered_schema").collect();
        assert_eq!(of_rule.len(), usize::from(is_noted), "{name}: {document}");
        for note in of_rule {
            assert_eq!(
                (&note["line"], &note["column"], &note["level"]),
                (&2.into(), &43.into(), &"note".into()),
                "{name}"
            );
            assert_eq!(
                note["message"],
                "no document registers the schema of `ApiError`; add components(schemas(ApiError)) to the type that derives OpenApi",
                "{name}"
            );
        }
    }
}

#[test]
fn a_beginning_compiles_nothing_twice() {
    let package = Package::new();
    package.run("init").code(0).stdout_eq(str![[r#"
status_docs::status_table! {
    /// The codes of our device.
    #[status(csv = "tables/codes.csv")]
    pub enum Code: u16;
}

"#]]);
    package.run("check tables/codes.csv").code(0).stdout_eq(str![[r"
1 table, 3 rows: nothing is wrong

"]]);
    package.run("init").code(2);
    package.run("init ../codes.csv").code(2).stderr_eq(str![[r"
error: ../codes.csv: a build reads the files of its own package alone; name one in it

"]]);
    // Where a file is typed from elsewhere in the package, the path in code is the package's all the same.
    let inner = run(&package.path("src"), ["init", "../tables/more_codes.csv"]).code(0);
    let rust = String::from_utf8(inner.get_output().stdout.clone()).unwrap();
    assert!(rust.contains("csv = \"tables/more_codes.csv\"") && rust.contains("enum MoreCode"), "{rust}");
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let out = package.run(&format!("completions {shell}")).code(0).get_output().stdout.clone();
        assert!(String::from_utf8(out).unwrap().contains("cargo-status-docs"), "{shell}");
    }
    package.run("man -o man").code(0);
    assert!(package.read("man/cargo-status-docs-check.1").contains(".TH"));
    package.run("rules --format json").code(0);
}

#[test]
fn a_workbook_is_checked_at_its_own_places() {
    let package = Package::none();
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    sheet.set_name("Faults").unwrap();
    sheet.write(0, 0, "Fault list").unwrap();
    for (column, header) in [(0, "code"), (1, "name")] {
        sheet.write(2, column, header).unwrap();
    }
    for (row, code) in [(3, 100), (4, 101), (5, 100)] {
        sheet.write(row, 0, code).unwrap();
        sheet.write(row, 1, format!("Name{row}")).unwrap();
    }
    book.save(package.path("faults.xlsx")).unwrap();
    let document = package.json("check faults.xlsx --format json");
    let problem = &document["problems"][0];
    assert_eq!((&problem["sheet"], &problem["cell"], &problem["line"]), (&"Faults".into(), &"A6".into(), &Value::Null));
    assert!(problem["message"].as_str().unwrap().contains("row 4 (cell A4)"), "{problem}");
    let out = package.run("check faults.xlsx").code(1).get_output().stdout.clone();
    assert!(String::from_utf8(out).unwrap().contains("faults.xlsx, sheet \"Faults\", cell A6: "));
}

const SOURCE: &str = "status_docs::status_table! {
    #[status(csv = \"t.csv\")]
    pub enum Fault: u16 { level: enum Level { Low, High } = \"level\" }
}
";

/// A repository with one release.
fn repository() -> Package {
    let package = Package::none();
    package.write("Cargo.toml", MANIFEST);
    package.write("src/lib.rs", "pub mod faults;\n");
    package.write("src/faults.rs", SOURCE);
    package.write("t.csv", "code,name,reason,level\n100,DoorForced,Door forced,Low\n101,DoorHeld,Door held,High\n102,Gone,Gone @team #42,Low\n");
    package.commit("v1.0.0");
    package
}

#[test]
fn what_breaks_somebody_is_seen() {
    let enum_line = "pub enum Fault: u16 { level: enum Level { Low, High } = \"level\" }";
    let cases: [(&str, &str, &str, &str, &str, bool); 12] = [
        ("renamed", "src/faults.rs", "enum Fault", "enum Trouble", "renamed: Fault \u{2192} Trouble", true),
        (
            "less visible",
            "src/faults.rs",
            "pub enum",
            "pub(crate) enum",
            "visibility of Fault: pub \u{2192} pub(crate)",
            true,
        ),
        (
            "non_exhaustive",
            "src/faults.rs",
            "    pub enum",
            "    #[non_exhaustive]\n    pub enum",
            "Fault is #[non_exhaustive] now",
            true,
        ),
        (
            "another order",
            "src/faults.rs",
            "{ Low, High }",
            "{ High, Low }",
            "the order of level: Low, High \u{2192} High, Low",
            true,
        ),
        (
            "without",
            "src/faults.rs",
            "csv = \"t.csv\"",
            "csv = \"t.csv\", without(FromStr)",
            "taken out by without(\u{2026}): FromStr",
            true,
        ),
        (
            "another type of code",
            "src/faults.rs",
            ": u16",
            ": u32",
            "the type of the codes is another one: u16 \u{2192} u32",
            true,
        ),
        (
            "a column gone",
            "src/faults.rs",
            "level: enum Level { Low, High } = \"level\"",
            "",
            "the column level is gone",
            true,
        ),
        (
            "a code gone",
            "t.csv",
            "102,Gone,Gone @team #42,Low\n",
            "",
            "removed: 102 Gone @team #42; keep its code retired: reserved = \"102\"",
            true,
        ),
        ("a new code", "t.csv", "102,Gone", "103,New,New,Low\n102,Gone", "added: 103 New", false),
        (
            "reserved",
            "src/faults.rs",
            "csv = \"t.csv\"",
            "csv = \"t.csv\", reserved = \"200-210\"",
            "nothing changed",
            false,
        ),
        (
            "moved",
            "src/lib.rs",
            "pub mod faults;",
            "pub mod errors { #[path = \"../faults.rs\"] pub mod inner; }",
            "moved: faults::Fault \u{2192} errors::inner::Fault",
            true,
        ),
        (
            "moved, and kept",
            "src/lib.rs",
            "pub mod faults;",
            "#[path = \"faults.rs\"] pub mod inner; pub mod faults { pub use crate::inner::Fault; }",
            "nothing changed",
            false,
        ),
    ];
    assert!(SOURCE.contains(enum_line));
    for (name, file, from, to, said, is_breaking) in cases {
        let package = repository();
        package.replace(file, from, to);
        let run = package.run("diff v1.0.0");
        let out = run.get_output();
        let text = String::from_utf8(out.stdout.clone()).unwrap();
        assert!(text.contains(said), "{name}: {text}{}", String::from_utf8_lossy(&out.stderr));
        assert_eq!(out.status.code(), Some(i32::from(is_breaking)), "{name}: {text}");
    }
}

#[test]
fn what_is_intended_does_not_count() {
    let package = repository();
    package.replace("t.csv", "102,Gone,Gone @team #42,Low\n", "");
    package.run("diff v1.0.0").code(1);
    package.run("diff v1.0.0 --allow removed:102").code(0);
    package.run("diff v1.0.0 --allow Fault/removed:102").code(0);
    package
        .run("diff v1.0.0 --allow removed:101")
        .code(1)
        .stderr_eq("note: removed:101 is allowed, and did not happen\n");
    package.run("diff v1.0.0 --allow remvoed:102").code(2);
    package.write("allow.txt", "# Retired in 2.0\nremoved:102 # nobody has it\n");
    package.run("diff v1.0.0 --allow-file allow.txt").code(0);
    package.write("Cargo.toml", format!("{MANIFEST}[package.metadata.status-docs]\ndiff-allow = \"allow.txt\"\n"));
    package.run("diff v1.0.0").code(0);
    let document = package.json("diff v1.0.0 --format json");
    assert_eq!((&document["breaking"], &document["tables"][0]["changes"][0]["allowed"]), (&false.into(), &true.into()));
    let schema = fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("diff.schema.json")).unwrap();
    let schema = jsonschema::validator_for(&serde_json::from_slice(&schema).unwrap()).unwrap();
    let errors: Vec<String> = schema.iter_errors(&document).map(|error| error.to_string()).collect();
    assert_eq!(errors, [""; 0]);
}

#[test]
fn a_retired_code_stays_retired() {
    let package = repository();
    package.replace("t.csv", "102,Gone,Gone @team #42,Low\n", "");
    package.replace("src/faults.rs", "csv = \"t.csv\"", "csv = \"t.csv\", reserved = \"102\"");
    package.commit("v2.0.0");
    package.replace("src/faults.rs", ", reserved = \"102\"", "");
    package.replace("t.csv", "101,", "102,Again,Again,Low\n101,");
    let out = package.run("diff v2.0.0").code(1).get_output().stdout.clone();
    let text = String::from_utf8(out).unwrap();
    assert!(text.contains("not reserved any more: 102"), "{text}");
    assert!(text.contains("reused: 102 Again: v1.0.0: Gone"), "{text}");
}

#[test]
fn a_release_is_compared_with_the_one_before() {
    let package = repository();
    package.replace("t.csv", "101,DoorHeld", "111,DoorHeld");
    package.commit("v1.1.0-rc.1");
    let out = package.run("diff --release").code(1).get_output().stdout.clone();
    assert!(String::from_utf8(out).unwrap().contains("101 \u{2192} 111"), "a pre-release, with the release before");
    package.commit_empty("v1.10.0");
    package.commit_empty("v1.9.0");
    // By version and not by date: below 1.9.0 there is 1.0.0.
    package.run("diff --release").code(1);
    package.commit_empty("after");
    package.run("diff --release").code(0);
    let none = Package::none();
    none.write("Cargo.toml", MANIFEST);
    none.write("src/lib.rs", "");
    none.commit("nightly");
    none.run("diff --release").code(2).stderr_eq(
        "error: there is no release before this one: no tag such as v1.2.3, 1.2.3, door-controller-v1.2.3\n",
    );
}

#[test]
fn changes_are_shown_where_they_are() {
    let package = repository();
    package.replace("t.csv", "101,DoorHeld", "111,DoorHeld");
    package.run("diff v1.0.0 --format github").code(1).stdout_eq(str![[r"
::error file=t.csv,line=3::faults::Fault: renumbered: Door held: 101 → 111

"]]);
    package.run("diff v1.0.0:t.csv t.csv").code(1);
    package.run("diff v1.0.0:gone.csv t.csv").code(2);
    // A file of a revision alone is compared with what it is now.
    let here = package.run("diff v1.0.0:t.csv").code(1).get_output().stdout.clone();
    assert!(String::from_utf8(here).unwrap().contains("101 \u{2192} 111"), "the file of a revision");
    package.replace("t.csv", "102,Gone,Gone @team #42,Low\n", "");
    let out = package.run("diff v1.0.0 --format md").code(1).get_output().stdout.clone();
    let text = String::from_utf8(out).unwrap();
    assert!(text.contains("`@team` `#42`"), "{text}");
    // What is gone was after the row before it.
    let gone = package.run("diff v1.0.0 --format github").code(1).get_output().stdout.clone();
    let gone = String::from_utf8(gone).unwrap();
    assert!(gone.contains("::error file=t.csv,line=3::faults::Fault: removed: 102 Gone"), "{gone}");
}

#[test]
fn a_clone_that_lacks_a_revision_says_how_to_get_it() {
    let package = repository();
    package.replace("t.csv", "101,DoorHeld", "111,DoorHeld");
    package.commit("v2.0.0");
    package.git("branch old v1.0.0");
    let clone = Package::none();
    let url = format!("file://{}", package.root.path().unwrap().display());
    clone.git(&format!("clone -q --depth 1 {url} clone"));
    let folder = clone.path("clone");
    let shallow = "error: \"v1.0.0\" is not in this clone, which is shallow: fetch-depth: 0 (actions/checkout), or git fetch --unshallow\n";
    run(&folder, ["diff", "v1.0.0"]).code(2).stderr_eq(shallow);
    let no_release = run(&folder, ["diff", "--release"]).get_output().stderr.clone();
    assert!(String::from_utf8(no_release).unwrap().contains("this clone is shallow: fetch-depth: 0"));
    clone.git(&format!("clone -q {url} whole"));
    run(&clone.path("whole"), ["diff", "old"])
        .code(2)
        .stderr_eq("error: \"old\" is not a branch here; did you mean origin/old?\n");
}

#[test]
fn tables_of_several_targets_are_told_apart() {
    let package = Package::none();
    package.write("Cargo.toml", MANIFEST);
    package.write("t.csv", "code,name\n1,A\n");
    for program in ["server", "client"] {
        let source = "status_docs::status_table! { #[status(csv = \"t.csv\")] pub enum ErrorCode: u8; } fn main() {}";
        package.write(&format!("src/bin/{program}.rs"), source);
    }
    let several =
        "error: there are several tables; say which with --table: bin/client::ErrorCode, bin/server::ErrorCode\n";
    package.run("export --format md").code(2).stderr_eq(several);
    package.run("export --format md --table bin/server::ErrorCode").code(0);
    let document = package.json("list --format json");
    assert_eq!(document["tables"][1]["name"], "bin/server::ErrorCode");
}

#[test]
fn every_format_says_that_nothing_is_wrong() {
    let package = Package::new();
    package.run("check --format sarif").code(0);
    let document = package.json("check --format sarif");
    assert_eq!(document["runs"][0]["results"].as_array().unwrap().len(), 0);
    assert_eq!(document["version"], "2.1.0");
    let junit = package.run("check --format junit").code(0).get_output().stdout.clone();
    let junit = String::from_utf8(junit).unwrap();
    assert!(junit.contains("failures=\"0\"") && junit.matches("<testcase ").count() == 3, "{junit}");
    package.write("bad.csv", "code,name\n1,A\n1,B\n");
    package.run("check tables/faults.csv gone.csv bad.csv").code(2);
    let document = package.json("check tables/faults.csv gone.csv bad.csv --format json");
    assert_eq!(
        (document["problems"].as_array().unwrap().len(), &document["unread"][0]),
        (1, &"gone.csv: there is no such file".into())
    );
}

#[test]
fn all_findings_are_counted() {
    let package = Package::none();
    let rows: String = (0..1250).map(|row| format!("{},Name{row}\n", row % 1000)).collect();
    package.write("t.csv", format!("code,name\n{rows}"));
    let out = package.run("check t.csv --max 20").code(1).get_output().stdout.clone();
    let text = String::from_utf8(out).unwrap();
    assert!(text.ends_with("and 230 more; --max 250 shows them\n\n1 table: 250 findings\n"), "{text}");
    assert_eq!(package.json("check t.csv --format json")["problems"].as_array().unwrap().len(), 250);
}
