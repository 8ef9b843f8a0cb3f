//! `init`: a first table, and the Rust that makes an enum of it.

use std::io::Write;
use std::path::{Path, PathBuf};

use status_docs_data::name;

use crate::Failure;
use crate::path::shown;
use crate::project::Project;
use crate::tree::normal;

/// What was begun.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Started {
    /// The Rust to paste.
    pub rust: String,
    /// What to do next.
    pub next: String,
}

/// Three rows of a device that nobody has.
const TABLE: &str = "\
code,name,reason,definition,tips
100,LidOpen,Lid open,The lid was opened while the mixer was running.,Close the lid and press Start.
101,BowlMissing,Bowl missing,No bowl is in its place.,Put the bowl in until it clicks.
102,MotorHot,Motor hot,The motor is above 90 degrees and has stopped.,Let it cool for ten minutes. Call us if it happens again.
";

/// Writes a first table to a file that is not there yet.
pub fn init(project: &Project, file: &Path) -> Result<Started, Failure> {
    let root = project.root();
    let typed = shown(file);
    let outside =
        || Failure::usage(format!("{typed}: a build reads the files of its own package alone; name one in it"));
    let path = normal(&root.join(file)).ok_or_else(outside)?;
    // The folder that paths in code begin in.
    let home = package_of(&path).unwrap_or(root);
    let inner = path.strip_prefix(&home).map_err(|_| outside())?;
    if path.exists() {
        return Err(Failure::usage(format!(
            "{typed}: the file is there already, and is not overwritten; name another one"
        )));
    }
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder).map_err(|error| Failure::of_file(file, &error))?;
    }
    // What has come there meanwhile, or a link that leads nowhere, is not overwritten either.
    let written = std::fs::File::create_new(&path).and_then(|mut file| file.write_all(TABLE.as_bytes()));
    written.map_err(|error| Failure::of_file(file, &error))?;
    let stem = file.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
    let singular = stem.strip_suffix('s').filter(|stem| stem.len() > 2 && !stem.ends_with('s')).unwrap_or(&stem);
    let enum_name = name::pascal(singular).unwrap_or_else(|_| "Code".to_owned());
    let rust = format!(
        "status_docs::status_table! {{\n    /// The codes of our device.\n    #[status(csv = {:?})]\n    pub enum {enum_name}: u16;\n}}\n",
        shown(inner)
    );
    let next = format!(
        "{typed} is written; put your codes into it.\nNext: cargo add status-docs, paste what is printed into src/lib.rs, and run cargo status-docs check.\n"
    );
    Ok(Started { rust, next })
}

/// The folder of the package that a file is in. A workspace's manifest without a package has no sources.
fn package_of(path: &Path) -> Option<PathBuf> {
    for folder in path.ancestors().skip(1) {
        let Ok(manifest) = std::fs::read_to_string(folder.join("Cargo.toml")) else { continue };
        let is_package = manifest.lines().any(|line| line.trim_start().starts_with("[package]"));
        return is_package.then(|| folder.to_owned());
    }
    None
}
