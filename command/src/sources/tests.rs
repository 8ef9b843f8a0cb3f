use std::fs;

use super::*;

/// What is found in a package whose files these are: the tables by their paths, and the notes and errors by their
/// lines.
fn look(files: &[(&str, &str)], others: &[&str]) -> (Vec<String>, Vec<String>) {
    let root = snapbox::dir::DirRoot::mutable_temp().unwrap();
    let folder = root.path().unwrap();
    for (file, text) in files {
        let path = folder.join(file);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    let targets = vec![folder.join("src/lib.rs")];
    let package = Package { name: "p".to_owned(), folder: folder.to_owned(), targets };
    let others: Vec<String> = others.iter().map(|&name| name.to_owned()).collect();
    let sources = find(&Tree::Disk, &package, &Names::with(&others));
    let found = sources.found.iter().map(Found::path).collect();
    let said = sources.skipped.iter().chain(&sources.errors);
    (found, said.map(|remark| format!("{}: {}", remark.place.line, remark.message)).collect())
}

fn table(name: &str) -> String {
    format!("status_docs::status_table! {{ #[status(csv = \"t.csv\")] pub enum {name}: u8; }}\n")
}

const NONE: [&str; 0] = [];

#[test]
fn modules_are_where_the_compiler_finds_them() {
    let a = &*table("A");
    let cases: [(&str, &str, &str); 10] = [
        ("mod a;", "src/a.rs", "a::A"),
        ("mod a;", "src/a/mod.rs", "a::A"),
        ("pub(crate) mod r#type;", "src/type.rs", "type::A"),
        ("#[path = \"other/b.rs\"] mod a;", "src/other/b.rs", "a::A"),
        ("#[cfg(windows)] mod a;", "src/a.rs", "a::A"),
        ("#[cfg_attr(unix, path = \"b.rs\")] mod a;", "src/b.rs", "a::A"),
        ("#[cfg_attr(unix, path = \"b.rs\")] mod a;", "src/a.rs", "a::A"),
        ("mod a { mod b; }", "src/a/b.rs", "a::b::A"),
        ("mod a { #[path = \"c.rs\"] mod b; }", "src/a/c.rs", "a::b::A"),
        ("#[path = \"x\"] mod a { mod b; }", "src/x/b.rs", "a::b::A"),
    ];
    for (lib, file, expected) in cases {
        let (found, said) = look(&[("src/lib.rs", lib), (file, a)], &[]);
        assert_eq!((found, said), (vec![expected.to_owned()], vec![]), "{lib}, {file}");
    }
    let nested = [("src/lib.rs", "mod a;"), ("src/a.rs", "mod b;"), ("src/a/b.rs", "mod c;"), ("src/a/b/c.rs", a)];
    assert_eq!(look(&nested, &[]).0, ["a::b::c::A"]);
    // A file that is declared twice, and one that declares itself.
    let twice = [("src/lib.rs", "mod a; #[path = \"a.rs\"] mod b;"), ("src/a.rs", a)];
    assert_eq!(look(&twice, &[]).0, ["a::A"]);
    let circle = [("src/lib.rs", "#[path = \"lib.rs\"] mod a;")];
    assert_eq!(look(&circle, &[]), (vec![], vec![]));
    // One that no module declares, and one that is not there.
    assert_eq!(look(&[("src/lib.rs", ""), ("src/a.rs", a)], &[]).0, NONE);
    assert_eq!(look(&[("src/lib.rs", "\nmod gone;")], &[]).1, ["2: the file of `mod gone` is not there"]);
    assert_eq!(look(&[("src/lib.rs", "#[cfg(made)] mod gone;")], &[]).1, NONE);
}

#[test]
fn text_that_looks_like_a_call_is_none() {
    let cases = [
        "// status_table! { pub enum A: u8; }",
        "/* status_table! { pub enum A: u8; } /* nested */ */",
        "/// ```\n/// status_docs::status_table! { pub enum A: u8; }\n/// ```\npub struct S;",
        "//! ```\n//! status_docs::status_table! {}\n//! ```",
        "const S: &str = \"status_table! { pub enum A: u8; }\";",
        "const S: &str = r##\"status_table! { \"# }\"##;",
        "const S: &[u8] = br#\"status_table!{}\"#;",
        "fn status_table() {} fn f() { status_table(); }",
        "status_tables! { pub enum A: u8; }",
        "#[derive(StatusDoc)] enum A { B }",
    ];
    for lib in cases {
        assert_eq!(look(&[("src/lib.rs", lib)], &[]), (vec![], vec![]), "{lib}");
    }
}

#[test]
fn calls_are_found_wherever_they_are() {
    let cases: [(&str, &str); 6] = [
        ("status_table!();", "HttpStatus"),
        ("::status_docs::status_table!();", "HttpStatus"),
        ("fn f() { status_table! { #[status(csv = \"t.csv\")] enum A: u8; } }", "A"),
        ("impl S { fn f() { if true { status_table! { #[status(csv = \"t.csv\")] enum A: u8; } } } }", "A"),
        ("#[derive(Debug, status_docs::StatusDocs)] #[status(csv = \"t.csv\", code = u8)] enum A { B }", "A"),
        ("#[cfg_attr(docs, derive(StatusDocs))] #[status(csv = \"t.csv\", code = u8)] enum A { B }", "A"),
    ];
    for (lib, expected) in cases {
        assert_eq!(look(&[("src/lib.rs", lib)], &[]), (vec![expected.to_owned()], vec![]), "{lib}");
    }
}

#[test]
fn another_name_is_one_that_was_said() {
    let lib = "use status_docs::status_table as codes; codes! { #[status(csv = \"t.csv\")] enum A: u8; }\n\
               #[derive(facade::Docs)] #[status(csv = \"t.csv\", code = u8)] enum B { C }";
    assert_eq!(look(&[("src/lib.rs", lib)], &[]).0, NONE);
    assert_eq!(look(&[("src/lib.rs", lib)], &["codes"]).0, ["A"]);
    assert_eq!(look(&[("src/lib.rs", lib)], &["codes", "Docs"]).0, ["A", "B"]);
}

#[test]
fn what_only_a_compiler_knows_is_skipped_and_said() {
    let a = &*table("A");
    let included: [(&str, &str, &str); 2] = [
        ("src/a.rs", a, "1: \"a.rs\" is included, and not looked into; declare it as a module"),
        ("src/a.rs", "fn f() {}", ""),
    ];
    for (file, text, expected) in included {
        let (found, said) = look(&[("src/lib.rs", "include!(\"a.rs\");"), (file, text)], &[]);
        assert_eq!((found, said.concat()), (vec![], expected.to_owned()), "{text}");
    }
    let expanded = format!("// @generated\n{a}");
    assert_eq!(look(&[("src/lib.rs", "include!(\"a.rs\");"), ("src/a.rs", &expanded)], &[]), (vec![], vec![]));
    let cases: [(&str, &str); 5] = [
        ("include!(concat!(env!(\"OUT_DIR\"), \"/a.rs\"));", "only a build knows which one it is"),
        ("macro_rules! m { ($n:ident) => { status_table! { enum $n: u8; } } }", "it is within macro_rules!"),
        ("cfg_if! { if #[cfg(unix)] { status_table! { enum A: u8; } } }", "it is within cfg_if!"),
        ("m! { #[derive(StatusDocs)] enum A { B } }", "it is within m!"),
        ("#[derive(StatusDocs)] #[cfg_attr(unix, status(csv = \"t.csv\"))] enum A { B }", "cfg_attr"),
    ];
    for (lib, expected) in cases {
        let (found, said) = look(&[("src/lib.rs", lib)], &[]);
        assert!(found.is_empty() && said.len() == 1 && said[0].contains(expected), "{lib}: {found:?} {said:?}");
    }
}
