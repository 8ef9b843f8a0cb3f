//! What reaches a registry: our crates with what a registry shows, and a user's crate with its own tables, which builds
//! from its package, and from vendored sources without a network.

use std::fs;
use std::path::Path;

use serde_json::Value;
use status_docs_tests::scratch::{self, Manifest, Scratch, text, toml_string, workspace};

/// What reaches a user's build.
const BUILT: [&str; 4] = ["status-docs", "status-docs-codegen", "status-docs-data", "status-docs-macros"];
/// What is published as well.
const TOOLS: [&str; 2] = ["cargo-status-docs", "status-docs-export"];

/// A crate that requests `status-docs` from the registry, as a user's does, and gets ours through its configuration: a
/// dependency with only a path cannot be packaged.
fn user(name: &str) -> Scratch {
    let scratch = Scratch::new(env!("CARGO_TARGET_TMPDIR"), name);
    let manifest = Manifest::without_ours(name).edition("2021").package("license = \"MIT\"");
    let manifest = manifest.package("description = \"Faults\"\nrepository = \"https://example.org\"");
    scratch.manifest(&manifest.dependency("status-docs = \"0.1\""));
    let ours = BUILT.map(|package| {
        let folder = match package.strip_prefix("status-docs-") {
            None => "runtime",
            Some("codegen") => "macros/codegen",
            Some(folder) => folder,
        };
        format!("{package}.path = {}\n", toml_string(&workspace().join(folder)))
    });
    scratch.write(".cargo/config.toml", format!("[patch.crates-io]\n{}", ours.concat()));
    scratch.write("tables/faults.csv", "code,reason\n1,Door Open\n2,Door Held\n");
    scratch.write(
        "src/lib.rs",
        "//! Faults.\nstatus_docs::status_table! {\n    #[status(csv = \"tables/faults.csv\")]\n    pub enum Fault: u16;\n\n    \
         #[status(csv = \"tables/shared.csv\")]\n    pub enum Shared: u16;\n}\n",
    );
    // A table outside the package is a link in it.
    let outside = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{name}-shared.csv"));
    fs::write(&outside, "code,reason\n7,Shared\n").unwrap();
    #[cfg(unix)]
    std::os::unix::fs::symlink(&outside, scratch.dir().join("tables/shared.csv")).unwrap();
    #[cfg(not(unix))]
    fs::copy(&outside, scratch.dir().join("tables/shared.csv")).unwrap();
    scratch
}

/// `cargo package` builds the crate from what it packed, where a table that was left out would be missing.
// Promise: Packages build
#[test]
fn a_crate_with_its_own_tables_builds_from_its_package() {
    let scratch = user("packaged-user");
    let listed = scratch.run(&["package", "--list", "--allow-dirty"]);
    for file in ["tables/faults.csv", "tables/shared.csv"] {
        assert!(listed.lines().any(|line| line == file), "{listed}");
    }
    scratch.run(&["package", "--allow-dirty"]);
    let unpacked = scratch.target().join("package/packaged-user-0.1.0/tables/shared.csv");
    assert!(fs::symlink_metadata(&unpacked).unwrap().is_file(), "the link is no file in the package");
    assert_eq!(fs::read_to_string(unpacked).unwrap(), "code,reason\n7,Shared\n");
}

/// With a cargo that has no registry, no cache and no network.
#[test]
fn vendored_sources_are_all_that_is_needed() {
    let scratch = user("vendored-user");
    let replaced = vendor(&scratch);
    let config = fs::read_to_string(scratch.dir().join(".cargo/config.toml")).unwrap();
    scratch.write(".cargo/config.toml", format!("{config}\n{replaced}"));
    fs::create_dir_all(scratch.dir().join("home")).unwrap();
    let mut build = scratch.cargo(&["build", "--offline", "--locked"]);
    build.env("CARGO_HOME", scratch.dir().join("home")).env("CARGO_TARGET_DIR", scratch.dir().join("target"));
    let output = build.output().unwrap();
    assert!(output.status.success(), "{}", text(&output));
}

/// Vendors the crate's dependencies, and returns the configuration for them.
///
/// Crates of other platforms are vendored too. A cache that was only used for builds lacks these, so missing crates are
/// downloaded.
fn vendor(scratch: &Scratch) -> String {
    let vendor = ["vendor", "vendor"];
    let offline = scratch.cargo(&vendor).output().unwrap();
    if offline.status.success() {
        return String::from_utf8(offline.stdout).unwrap();
    }
    scratch::output(scratch.downloading_cargo(&vendor))
}

/// Of the crates that are published.
#[test]
fn the_manifests_say_what_a_registry_shows() {
    let scratch = Scratch::new(env!("CARGO_TARGET_TMPDIR"), "manifests");
    let mut cargo = scratch.cargo(&["metadata", "--no-deps", "--format-version=1"]);
    let output = cargo.current_dir(workspace()).output().unwrap();
    let metadata: Value = serde_json::from_slice(&output.stdout).unwrap_or_else(|_| panic!("{}", text(&output)));
    let packages = metadata["packages"].as_array().unwrap();
    let published: Vec<&Value> = packages.iter().filter(|package| package["publish"].is_null()).collect();
    let mut names: Vec<&str> = published.iter().map(|package| package["name"].as_str().unwrap()).collect();
    names.sort_unstable();
    let mut wanted = [&BUILT[..], &TOOLS].concat();
    wanted.sort_unstable();
    assert_eq!(names, wanted);
    for package in published {
        let name = &package["name"];
        let is_text = |key: &str| package[key].as_str().is_some_and(|text| text.len() > 3);
        assert!(is_text("description") && is_text("rust_version"), "{name}");
        // Without one of three links, cargo warns.
        assert_eq!(package["documentation"], format!("https://docs.rs/{}", name.as_str().unwrap()));
        assert_eq!(package["license"], "MIT OR Apache-2.0", "{name}");
        // A registry accepts at most five keywords, of twenty letters each.
        let keywords = package["keywords"].as_array().unwrap();
        assert!((3..=5).contains(&keywords.len()), "{name}");
        assert!(keywords.iter().all(|keyword| keyword.as_str().unwrap().len() <= 20), "{name}");
        assert!(!package["categories"].as_array().unwrap().is_empty(), "{name}");
        let folder = Path::new(package["manifest_path"].as_str().unwrap()).parent().unwrap();
        // What changed is of interest where users name the package.
        let is_named = name == "status-docs" || name == "cargo-status-docs";
        let changes = is_named.then_some("CHANGELOG.md");
        for file in ["README.md", "LICENSE-MIT", "LICENSE-APACHE"].into_iter().chain(changes) {
            assert!(fs::read_to_string(folder.join(file)).is_ok_and(|text| text.len() > 100), "{name}: {file}");
        }
        assert_eq!(package["readme"], "README.md", "{name}");
        assert_eq!(package["metadata"]["docs"]["rs"]["all-features"], true, "{name}");
    }
}
