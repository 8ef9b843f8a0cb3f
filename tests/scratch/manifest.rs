//! The `Cargo.toml` of a scratch crate.

use std::fmt::{self, Display, Formatter};
use std::path::Path;

use super::workspace;

/// A package in a workspace of its own, of edition 2024, that depends on `status-docs` by its path.
#[derive(Clone, Debug)]
pub struct Manifest {
    name: String,
    edition: String,
    package: String,
    dependencies: Vec<String>,
    sections: String,
}

impl Manifest {
    /// A crate that has what every user has.
    #[must_use]
    pub fn new(name: &str) -> Self {
        Self::without_ours(name).dependency(&ours_as("status-docs"))
    }

    /// A crate that does not depend on `status-docs`, or not by that name.
    #[must_use]
    pub fn without_ours(name: &str) -> Self {
        Self {
            name: name.to_owned(),
            edition: "2024".to_owned(),
            package: String::new(),
            dependencies: Vec::new(),
            sections: String::new(),
        }
    }

    /// Another edition.
    #[must_use]
    pub fn edition(mut self, edition: &str) -> Self {
        edition.clone_into(&mut self.edition);
        self
    }

    /// Adds a line to `[package]`.
    #[must_use]
    pub fn package(mut self, line: &str) -> Self {
        self.package.push_str(line);
        self.package.push('\n');
        self
    }

    /// Adds a line to `[dependencies]`.
    #[must_use]
    pub fn dependency(mut self, line: &str) -> Self {
        self.dependencies.push(line.to_owned());
        self
    }

    /// Adds a section, including its header.
    #[must_use]
    pub fn section(mut self, text: &str) -> Self {
        self.sections.push('\n');
        self.sections.push_str(text);
        self.sections.push('\n');
        self
    }
}

impl Display for Manifest {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let Self { name, edition, package, dependencies, sections } = self;
        let dependencies = dependencies.join("\n");
        write!(
            f,
            "[package]\nname = \"{name}\"\nversion = \"0.1.0\"\nedition = \"{edition}\"\n{package}\n\
             [workspace]\n\n[dependencies]\n{dependencies}\n{sections}"
        )
    }
}

/// `status-docs` as a dependency, under that name or another.
#[must_use]
pub fn ours_as(name: &str) -> String {
    let package = if name == "status-docs" { "" } else { "package = \"status-docs\", " };
    format!("{name} = {{ {package}path = {} }}", toml_string(&workspace().join("runtime")))
}

/// A path as a TOML string.
#[must_use]
pub fn toml_string(path: &Path) -> String {
    format!("{:?}", path.to_string_lossy())
}
