//! `export`: a table as a page, or for another language.

use std::path::{Path, PathBuf};

use similar::TextDiff;
use status_docs_codegen::Answering;
use status_docs_export::{Format, Heading, Page, Template, Variant};

use crate::Failure;
use crate::package;
use crate::path::shown;
use crate::project::Project;
use crate::select::{NoTable, Problems, Subject};
use crate::tree::Tree;

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
    /// The tables: of the package, references, or files; the only one of the package, if none is said.
    pub tables: Vec<String>,
    /// Whether all tables of all packages of the workspace are meant.
    pub is_workspace: bool,
    /// The title of the page, in place of the enum's name.
    pub title: Option<String>,
    /// What the footer says of the version; `{version}` is the package's.
    pub stamp: Option<String>,
    /// Where a mistake in a row is reported: `https://…/{file}#L{line}`.
    pub edit: Option<String>,
    /// The language of the page's own words and of the texts.
    pub language: Option<String>,
}

impl Export {
    /// The only table of the package, in that form.
    pub fn new(form: Form) -> Self {
        Self { form, tables: Vec::new(), is_workspace: false, title: None, stamp: None, edit: None, language: None }
    }

    /// One table.
    #[must_use]
    pub fn of(self, table: impl Into<String>) -> Self {
        Self { tables: vec![table.into()], ..self }
    }
}

/// A file that is to be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// From the project's folder.
    pub path: PathBuf,
    /// What it holds.
    pub text: String,
    /// What is worth knowing of its tables.
    pub notes: Vec<String>,
}

/// The text of the file.
///
/// ```no_run
/// # fn main() -> Result<(), cargo_status_docs::select::NoTable> {
/// use cargo_status_docs::{Export, Form, Format, Project, export};
///
/// let page = Export::new(Form::Format(Format::Markdown)).of("Fault");
/// let page = export(&Project::in_folder(env!("CARGO_MANIFEST_DIR")), &page)?;
/// assert_eq!(page, std::fs::read_to_string("docs/faults.md").unwrap_or_default());
/// # Ok(())
/// # }
/// ```
pub fn export(project: &Project, wanted: &Export) -> Result<String, NoTable> {
    let files = files(project, wanted, Path::new(""), false)?;
    Ok(files.into_iter().next().map(|file| file.text).unwrap_or_default())
}

/// The files of an export: one, or in a folder one for each table and an index.
pub fn files(project: &Project, wanted: &Export, output: &Path, is_folder: bool) -> Result<Vec<File>, NoTable> {
    let subjects = subjects(project, wanted)?;
    let language = wanted.language.as_deref().unwrap_or_default();
    let has_texts = |subject: &Subject| status_docs_export::has_language(&subject.table, language);
    if !language.is_empty() && !status_docs_export::speaks(language) && !subjects.iter().any(has_texts) {
        return Err(unknown_language(language, &subjects).into());
    }
    let stamp = wanted.stamp.clone().unwrap_or_default();
    let stamp = match stamp.contains("{version}").then(|| crate::entries::version(project)).flatten() {
        Some(version) => stamp.replace("{version}", &version),
        None => stamp,
    };
    let edit = wanted.edit.as_deref().unwrap_or_default();
    let page = Page { title: "", stamp: &stamp, edit, language };
    let title = wanted.title.as_deref();
    let text = match (&wanted.form, subjects.as_slice()) {
        (Form::Template(path), [subject]) => {
            let full = project.folder.join(path);
            let template = Template::from_file(&full).map_err(|error| Failure::of_file(path, &error))?;
            let variants = variants(subject, &[]);
            let subject = status_docs_export::Subject {
                table: &subject.table,
                heading: heading(subject, title),
                anchor: "",
                variants: variants.as_deref(),
            };
            let text = template.render_subject(&subject);
            text.map_err(|error| Failure::usage(error.to_string()))?
        }
        (Form::Format(format), [subject]) if !is_folder || !format.is_page() => {
            let variants = variants(subject, &[]);
            let subject = status_docs_export::Subject {
                table: &subject.table,
                heading: heading(subject, title),
                anchor: "",
                variants: variants.as_deref(),
            };
            status_docs_export::export_page(&[subject], &page, *format)
        }
        (Form::Format(format), _) if format.is_page() && is_folder => {
            return Ok(folder(&subjects, output, &Page { title: title.unwrap_or_default(), ..page }, *format));
        }
        (Form::Format(format), _) if format.is_page() => {
            let names = Names::of(&subjects);
            let page = Page { title: title.unwrap_or_default(), ..page };
            let mut addresses = Vec::new();
            for (subject, anchor) in subjects.iter().zip(&names.anchors) {
                let anchor = if *format == Format::Markdown { anchor.to_lowercase() } else { anchor.clone() };
                addresses.push((subject.name.as_str(), format!("#{anchor}")));
            }
            let variants = all_variants(&subjects, &addresses);
            status_docs_export::export_page(&names.shown(&subjects, &variants), &page, *format)
        }
        (form, _) => return Err(one_table(form, &subjects).into()),
    };
    Ok(vec![File { path: output.to_owned(), text, notes: notes(&subjects) }])
}

/// The tables that are meant, if nothing is wrong with any.
fn subjects(project: &Project, wanted: &Export) -> Result<Vec<Subject>, NoTable> {
    if wanted.is_workspace {
        let (manifest, packages) = package::workspace(&Tree::Disk, &project.root(), &project.selection)?;
        let packages = packages.into_iter().map(|package| package.name).collect();
        let selection = package::Selection { manifest: Some(manifest), packages };
        return Project { selection, ..project.clone() }.subjects();
    }
    if wanted.tables.is_empty() {
        return Ok(vec![project.subject(None)?]);
    }
    let mut subjects = Vec::new();
    let mut problems = Vec::new();
    for table in &wanted.tables {
        match project.subject(Some(table)) {
            Ok(subject) => subjects.push(subject),
            Err(NoTable::Problems(Problems(found))) => problems.extend(found),
            Err(failure) => return Err(failure),
        }
    }
    if problems.is_empty() { Ok(subjects) } else { Err(NoTable::Problems(Problems(problems))) }
}

fn heading<'s>(subject: &'s Subject, title: Option<&'s str>) -> Heading<'s> {
    Heading { name: &subject.name, title: title.unwrap_or(&subject.title), about: &subject.about }
}

/// What tables are called beside one another: by their modules, where their names are not enough.
struct Names {
    titles: Vec<String>,
    anchors: Vec<String>,
}

impl Names {
    fn of(subjects: &[Subject]) -> Self {
        let mut names = Self { titles: Vec::new(), anchors: Vec::new() };
        for subject in subjects {
            let is_unique = subjects.iter().filter(|other| other.name == subject.name).count() < 2;
            let title = if is_unique { &subject.title } else { &subject.path };
            let mut anchor = if is_unique { subject.name.clone() } else { subject.path.replace("::", "-") };
            while names.anchors.contains(&anchor) {
                anchor.push_str("-2");
            }
            names.titles.push(title.clone());
            names.anchors.push(anchor);
        }
        names
    }

    fn shown<'s>(
        &'s self,
        subjects: &'s [Subject],
        variants: &'s [Option<Vec<Variant<'s>>>],
    ) -> Vec<status_docs_export::Subject<'s>> {
        let mut shown = Vec::new();
        for (((subject, title), anchor), variants) in subjects.iter().zip(&self.titles).zip(&self.anchors).zip(variants)
        {
            let heading = heading(subject, Some(title));
            let variants = variants.as_deref();
            shown.push(status_docs_export::Subject { table: &subject.table, heading, anchor, variants });
        }
        shown
    }
}

/// A page for each table, and an index.
fn folder(subjects: &[Subject], output: &Path, page: &Page<'_>, format: Format) -> Vec<File> {
    let names = Names::of(subjects);
    let mut files = Vec::new();
    let mut listed = Vec::new();
    let mut addresses = Vec::new();
    for (subject, anchor) in subjects.iter().zip(&names.anchors) {
        // The index has that name, on systems that ignore the case as well.
        let name = if anchor.eq_ignore_ascii_case("index") { "index-table" } else { anchor.as_str() };
        addresses.push((subject.name.as_str(), format!("{name}.{}", format.extension())));
    }
    let variants = all_variants(subjects, &addresses);
    for (subject, (_, name)) in names.shown(subjects, &variants).into_iter().zip(&addresses) {
        let name = name.clone();
        let text = status_docs_export::export_page(&[subject], &Page { title: "", ..*page }, format);
        files.push(File { path: output.join(&name), text, notes: Vec::new() });
        listed.push((name, subject));
    }
    let text = status_docs_export::index(&listed, page, format);
    files.push(File { path: output.join(format!("index.{}", format.extension())), text, notes: notes(subjects) });
    files
}

/// The variants of each, with the addresses of types that are among them.
fn all_variants<'s>(subjects: &'s [Subject], addresses: &[(&str, String)]) -> Vec<Option<Vec<Variant<'s>>>> {
    subjects.iter().map(|subject| variants(subject, addresses)).collect()
}

/// What an error type says for each of its variants.
fn variants<'s>(subject: &'s Subject, addresses: &[(&str, String)]) -> Option<Vec<Variant<'s>>> {
    let mut all = Vec::new();
    for variant in subject.variants.as_ref()? {
        let (row, inner) = match &variant.answer {
            Answering::Row(code) => (subject.table.rows.iter().position(|row| row.code == *code), ""),
            Answering::Inner(inner) | Answering::Field(inner) => (None, inner.as_str()),
        };
        let last = inner.rsplit("::").next().unwrap_or(inner);
        let address = addresses.iter().find(|(name, _)| *name == last && !last.is_empty());
        all.push(Variant {
            name: &variant.name,
            row,
            reason: variant.reason.as_deref(),
            definition: variant.definition.as_deref(),
            tips: variant.tips.as_deref(),
            inner,
            address: address.map(|(_, address)| address.clone()).unwrap_or_default(),
        });
    }
    Some(all)
}

/// What is worth knowing of the tables: the rows of an error type's own table that no variant has.
fn notes(subjects: &[Subject]) -> Vec<String> {
    let mut notes = Vec::new();
    for subject in subjects {
        let Some(variants) = &subject.variants else { continue };
        let mut missing = Vec::new();
        for row in subject.table.rows.iter().filter(|row| row.origin.is_own()) {
            if !variants.iter().any(|variant| variant.answer == Answering::Row(row.code.clone())) {
                missing.push(format!("{} {}", subject.table.notation.show(&row.code), row.name_or_phrase()));
            }
        }
        let (count, name) = (missing.len(), &subject.name);
        if count == 0 {
            continue;
        }
        let more = if count > 5 { format!(", and {} more", count - 5) } else { String::new() };
        missing.truncate(5);
        let rows = if count == 1 { "a row".to_owned() } else { format!("{count} rows") };
        notes.push(format!("{name} has no variant for {rows}: {}{more}", missing.join(", ")));
    }
    notes
}

fn one_table(form: &Form, subjects: &[Subject]) -> Failure {
    let what = match form {
        Form::Format(format) => format!("--format {format}"),
        Form::Template(path) => format!("--template {}", shown(path)),
    };
    let paths: Vec<&str> = subjects.iter().map(|subject| subject.path.as_str()).collect();
    Failure::usage(format!(
        "{what} writes one table, and md and html several; say which with --table: {}",
        paths.join(", ")
    ))
}

fn unknown_language(language: &str, subjects: &[Subject]) -> Failure {
    let spoken: Vec<&str> = status_docs_export::languages().collect();
    let mut tags: Vec<&str> = Vec::new();
    for tag in subjects.iter().flat_map(|subject| &subject.table.languages).flatten() {
        if !tags.contains(&tag.as_str()) {
            tags.push(tag);
        }
    }
    let texts = if tags.is_empty() {
        "and the table says no language".to_owned()
    } else {
        format!("the texts in {}", tags.join(", "))
    };
    Failure::usage(format!(
        "neither the page nor the table is in {language:?}: the page's own words are there in {}, {texts}",
        spoken.join(", ")
    ))
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
