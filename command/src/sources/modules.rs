//! Where the file of a `mod name;` is.

use std::path::{Path, PathBuf};

use syn::{Attribute, Expr, Lit, Meta};

use super::attributes::effective;
use crate::tree::normal;

/// The folder in which the modules of a file, or of a module within it, are looked for.
#[derive(Clone, Debug)]
pub(super) struct Directory {
    folder: PathBuf,
    /// Whether a module within the file is open.
    is_inline: bool,
}

impl Directory {
    /// That of a root file, and of one that a `#[path]` names: its own folder.
    pub(super) fn of_root(file: &Path) -> Self {
        Self { folder: file.parent().unwrap_or(file).to_owned(), is_inline: false }
    }

    /// That of a module's own file: a folder of its name beside it, unless it is `mod.rs`.
    fn of_module(file: &Path) -> Self {
        let is_mod = file.file_name().is_some_and(|name| name == "mod.rs");
        let folder = if is_mod { file.parent().unwrap_or(file).to_owned() } else { file.with_extension("") };
        Self { folder, is_inline: false }
    }

    /// Within `mod name { … }`, which may have a `#[path]`.
    pub(super) fn enter(&mut self, name: &str, path: Option<&String>) {
        self.folder.push(path.map_or(name, |path| path));
        self.is_inline = true;
    }

    /// The files that a `mod name;` may be in, each with the folder of its own modules.
    pub(super) fn candidates(&self, file: &Path, name: &str, attrs: &[Attribute]) -> Vec<(PathBuf, Self)> {
        // A path is relative to the folder of the file, or of the module within it.
        let base = if self.is_inline { &self.folder } else { file.parent().unwrap_or(file) };
        let named = paths(attrs).into_iter().filter_map(|path| normal(&base.join(path)));
        let mut all: Vec<(PathBuf, Self)> = named.map(|path| (path.clone(), Self::of_root(&path))).collect();
        // What a cfg_attr says may not be so.
        let is_certain = attrs.iter().any(|attr| attr.path().is_ident("path"));
        if !is_certain {
            let default = [self.folder.join(format!("{name}.rs")), self.folder.join(name).join("mod.rs")];
            all.extend(default.map(|path| (path.clone(), Self::of_module(&path))));
        }
        all
    }
}

/// The paths that `#[path = "…"]` gives, or would.
pub(super) fn paths(attrs: &[Attribute]) -> Vec<String> {
    let metas = attrs.iter().flat_map(effective);
    let path = |meta: Meta| match meta {
        Meta::NameValue(meta) if meta.path.is_ident("path") => match meta.value {
            Expr::Lit(literal) => match literal.lit {
                Lit::Str(path) => Some(path.value()),
                _ => None,
            },
            _ => None,
        },
        _ => None,
    };
    metas.filter_map(path).collect()
}
