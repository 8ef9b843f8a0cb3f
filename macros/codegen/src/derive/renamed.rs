//! Under which name the user's crate knows the runtime crate: a derive cannot ask, and the compiler's error about
//! `::status_docs` does not say what to write. The compiler's own arguments name each dependency and its file.

use std::ffi::OsString;

/// The file of the runtime crate: `libstatus_docs-1f3a.rmeta`, `libstatus_docs.rlib`.
const LIBRARY: &str = "libstatus_docs";

/// Its name in the compiler's arguments, if that is another one, and none has the usual name.
pub(crate) fn renamed(arguments: impl Iterator<Item = OsString>) -> Option<String> {
    let mut renamed = None;
    let mut is_extern = false;
    for argument in arguments {
        let argument = argument.to_string_lossy();
        let value = match argument.strip_prefix("--extern=") {
            Some(value) => Some(value),
            None if is_extern => Some(argument.as_ref()),
            None => None,
        };
        is_extern = argument == "--extern";
        let Some((name, file)) = value.map(|value| value.split_once('=').unwrap_or((value, ""))) else { continue };
        // With options before it: `priv:codes`.
        let name = name.rsplit(':').next().unwrap_or(name);
        if name == "status_docs" {
            return None;
        }
        let file = file.rsplit(['/', '\\']).next().unwrap_or(file);
        let is_ours = file.strip_prefix(LIBRARY).is_some_and(|rest| rest.starts_with(['-', '.']));
        let is_name = name.chars().all(|c| c.is_alphanumeric() || c == '_') && !name.is_empty();
        if is_ours && is_name {
            renamed = Some(name.to_owned());
        }
    }
    renamed
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_says_which_dependency_is_ours() {
        let cases: [(&str, &[&str], Option<&str>); 9] = [
            ("the usual name", &["--extern", "status_docs=/t/libstatus_docs-1f.rmeta"], None),
            ("another one", &["--extern", "codes=/t/libstatus_docs-1f.rmeta"], Some("codes")),
            ("in one argument", &["--extern=codes=/t/libstatus_docs.rlib"], Some("codes")),
            ("with options", &["--extern", "priv,noprelude:codes=t\\libstatus_docs-1f.rlib"], Some("codes")),
            ("both", &["--extern", "codes=/t/libstatus_docs-1f.rlib", "--extern", "status_docs=/x.rlib"], None),
            (
                "others",
                &["--extern", "status_docs_macros=/t/libstatus_docs_macros-1f.so", "--extern", "proc_macro"],
                None,
            ),
            ("a file of another name", &["--extern", "codes=/t/libmystatus_docs-1f.rlib"], None),
            ("no dependency", &["codes=/t/libstatus_docs-1f.rlib", "--crate-name", "codes"], None),
            ("an editor's", &[], None),
        ];
        for (name, arguments, expected) in cases {
            assert_eq!(renamed(arguments.iter().map(OsString::from)).as_deref(), expected, "{name}");
        }
    }
}
