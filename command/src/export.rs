//! `export`: a table as a page, or for another language.

use std::path::PathBuf;

use similar::TextDiff;
use status_docs_export::{Format, Heading, Template};

use crate::Failure;
use crate::project::Project;
use crate::select::NoTable;

/// How a table is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Form {
    /// As one of the formats.
    Format(Format),
    /// As a template of the user's says, whose path is relative to the project's folder.
    Template(PathBuf),
}

/// What is to be written.
#[derive(Clone, Debug)]
pub struct Export {
    /// How.
    pub form: Form,
    /// The table: of the package, a reference, or a file; the only one of the package, if it is not said.
    pub table: Option<String>,
    /// The title of the page, in place of the enum's name.
    pub title: Option<String>,
}

/// The text of the file.
///
/// ```no_run
/// # fn main() -> Result<(), cargo_status_docs::select::NoTable> {
/// use cargo_status_docs::{Export, Form, Format, Project, export};
///
/// let page = Export { form: Form::Format(Format::Markdown), table: Some("Fault".to_owned()), title: None };
/// let page = export(&Project::in_folder(env!("CARGO_MANIFEST_DIR")), &page)?;
/// assert_eq!(page, std::fs::read_to_string("docs/faults.md").unwrap_or_default());
/// # Ok(())
/// # }
/// ```
pub fn export(project: &Project, wanted: &Export) -> Result<String, NoTable> {
    let subject = project.subject(wanted.table.as_deref())?;
    let title = wanted.title.as_deref().unwrap_or(&subject.title);
    let heading = Heading { name: &subject.name, title, about: &subject.about };
    match &wanted.form {
        Form::Format(format) => Ok(status_docs_export::export(&subject.table, &heading, *format)),
        Form::Template(path) => {
            let full = project.folder.join(path);
            let template = Template::from_file(&full).map_err(|error| Failure::of_file(path, &error))?;
            let text = template.render(&subject.table, &heading);
            Ok(text.map_err(|error| Failure::usage(error.to_string()))?)
        }
    }
}

/// How a file differs from what it should be, as a patch would say it; `None` if it does not.
pub fn difference(file: &str, is: &str, should_be: &str) -> Option<String> {
    // Line ends that git's autocrlf changed are not a difference.
    let is = is.replace("\r\n", "\n");
    if is == should_be {
        return None;
    }
    let diff = TextDiff::from_lines(is.as_str(), should_be);
    Some(diff.unified_diff().context_radius(2).header(file, "what it should be").to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_difference_is_a_patch() {
        assert_eq!(difference("a.md", "a\r\nb\r\n", "a\nb\n"), None);
        let patch = difference("a.md", "a\nb\nc\n", "a\nB\nc\n").unwrap();
        assert_eq!(patch, "--- a.md\n+++ what it should be\n@@ -1,3 +1,3 @@\n a\n-b\n+B\n c\n");
    }
}
