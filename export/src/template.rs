//! Any other language: a template of the user's, over the document that `schema.json` describes.

use std::fmt;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use heck::{ToKebabCase, ToLowerCamelCase, ToPascalCase, ToShoutySnakeCase, ToSnakeCase};
use minijinja::value::ValueKind;
use minijinja::{AutoEscape, Environment, Error, ErrorKind, UndefinedBehavior, Value};
use status_docs_data::Table;

use crate::json::Document;
use crate::view::View;
use crate::written::{LITERALS, comment_line, escape_hidden, lines};
use crate::{Heading, Page, Subject};

/// A template for minijinja, and the templates beside it that it includes.
///
/// It knows the JSON document, property for property, and nothing else: no clock, no environment, nothing random. An
/// unknown variable is an error. In a template whose name ends in `.html` or `.xml`, texts are escaped.
#[derive(Debug)]
pub struct Template {
    name: String,
    folder: PathBuf,
    text: String,
}

/// Why a template does not give a text: its file and line, and what is wrong there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TemplateError(String);

impl fmt::Display for TemplateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for TemplateError {}

impl Template {
    /// Reads a template. What it includes is looked for beside it.
    pub fn from_file(path: &Path) -> io::Result<Self> {
        let text = fs::read_to_string(path)?;
        Ok(Self::new(&path.to_string_lossy().replace('\\', "/"), &text))
    }

    /// A template by its text, and by the path that messages name it by.
    pub fn new(path: &str, text: &str) -> Self {
        let folder = Path::new(path).parent().map(Path::to_owned).unwrap_or_default();
        Self { name: path.to_owned(), folder, text: text.to_owned() }
    }

    /// The text of the file.
    pub fn render(&self, table: &Table, heading: &Heading<'_>) -> Result<String, TemplateError> {
        self.render_subject(&Subject { table, heading: *heading, anchor: "", variants: None })
    }

    /// The same of a table or an error type.
    pub fn render_subject(&self, subject: &Subject<'_>) -> Result<String, TemplateError> {
        let view: View<'_> = subject.view(&Page::default(), true);
        let document = Value::from_serialize(Document::of(&view));
        self.rendered(&document)
    }

    fn rendered(&self, document: &Value) -> Result<String, TemplateError> {
        let environment = self.environment();
        let template = environment.template_from_named_str(&self.name, &self.text);
        let rendered = template.and_then(|template| template.render(document));
        rendered.map_err(|error| self.explained(&error, document))
    }

    fn environment(&self) -> Environment<'static> {
        let mut environment = Environment::new();
        environment.set_undefined_behavior(UndefinedBehavior::Strict);
        environment.set_keep_trailing_newline(true);
        environment.set_debug(true);
        environment.set_auto_escape_callback(|name| {
            let name = name.trim_end_matches(".j2").trim_end_matches(".jinja");
            let is_markup = [".html", ".htm", ".xml"].iter().any(|end| name.ends_with(end));
            if is_markup { AutoEscape::Html } else { AutoEscape::None }
        });
        let folder = self.folder.clone();
        environment.set_loader(move |name| beside(&folder, name));
        environment.add_filter("pascal", |text: &str| text.to_pascal_case());
        environment.add_filter("camel", |text: &str| text.to_lower_camel_case());
        environment.add_filter("snake", |text: &str| text.to_snake_case());
        environment.add_filter("screaming", |text: &str| text.to_shouty_snake_case());
        environment.add_filter("kebab", |text: &str| text.to_kebab_case());
        environment.add_filter("quote", quote);
        environment.add_filter("comment", comment);
        environment.add_filter("tojson", tojson);
        environment
    }

    /// With the place, and with the name that is not known.
    fn explained(&self, error: &Error, document: &Value) -> TemplateError {
        let mut error = error;
        // What is wrong in a template that is included is said by the one that includes it, too.
        while let Some(inner) = std::error::Error::source(error).and_then(|source| source.downcast_ref::<Error>()) {
            error = inner;
        }
        let file = match error.name() {
            Some(name) if name != self.name => self.folder.join(name).to_string_lossy().replace('\\', "/"),
            _ => self.name.clone(),
        };
        let line = error.line().map(|line| format!(":{line}")).unwrap_or_default();
        let why = match error.kind() {
            ErrorKind::UndefinedError => self.undefined(error, document),
            kind => error.detail().map_or_else(|| kind.to_string(), str::to_owned),
        };
        TemplateError(format!("{file}{line}: {why}"))
    }

    /// `there is no "nmae" here; did you mean "name"?`
    fn undefined(&self, error: &Error, document: &Value) -> String {
        let source = error.template_source().unwrap_or(&self.text);
        let Some(name) = error.range().and_then(|range| expression(source, range)) else {
            return error.detail().unwrap_or("a variable is not defined").to_owned();
        };
        let last = name.rsplit('.').next().unwrap_or(name);
        let mut known = Vec::new();
        names(document, &mut known);
        let meant = status_docs_data::name::closest(last, known.iter().map(String::as_str));
        let hint = meant.filter(|meant| *meant != last).map(|meant| format!("; did you mean {meant}?"));
        format!("`{name}` is not defined{}", hint.unwrap_or_default())
    }
}

/// What is written at a place, or before it where that is a filter.
fn expression(source: &str, range: std::ops::Range<usize>) -> Option<&str> {
    let before = source.get(..range.start)?.trim_end();
    let seen = source.get(range)?.trim_matches(|c: char| c == '{' || c == '}' || c.is_whitespace());
    match before.strip_suffix('|') {
        Some(filtered) => filtered.trim_end().rsplit(|c: char| c.is_whitespace() || "{(,".contains(c)).next(),
        None => seen.split('|').next().map(str::trim),
    }
}

/// A template by its name, from a folder and those below it.
fn beside(folder: &Path, name: &str) -> Result<Option<String>, Error> {
    let is_inside = name.split('/').all(|part| !matches!(part, "" | "." | "..") && !part.contains(['\\', ':']));
    let refused = |why: String| Error::new(ErrorKind::InvalidOperation, why);
    if !is_inside {
        return Err(refused(format!("{name:?} is not beside the template: include reads from its folder alone")));
    }
    let path = folder.join(name);
    let is_below = || Some(path.canonicalize().ok()?.starts_with(root(folder).canonicalize().ok()?));
    match fs::read_to_string(&path) {
        Ok(_) if is_below() != Some(true) => {
            Err(refused(format!("{name:?} leads out of the template's folder, from which alone include reads")))
        }
        Ok(text) => Ok(Some(text)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(refused(format!("{name:?} cannot be read: {error}"))),
    }
}

fn root(folder: &Path) -> &Path {
    if folder.as_os_str().is_empty() { Path::new(".") } else { folder }
}

/// All names that a document has, at any depth.
fn names(value: &Value, found: &mut Vec<String>) {
    if value.kind() == ValueKind::Map {
        for key in value.try_iter().into_iter().flatten() {
            let name = key.to_string();
            if !found.contains(&name) {
                found.push(name);
            }
            names(&value.get_item(&key).unwrap_or_default(), found);
        }
    } else if value.kind() == ValueKind::Seq {
        // All items of a list are of one kind.
        names(&value.get_item_by_index(0).unwrap_or_default(), found);
    }
}

/// `{{ row.reason | quote("go") }}`
fn quote(text: &Value, language: &str) -> Result<Value, Error> {
    let Some(literal) = LITERALS.iter().find(|literal| literal.name == language) else {
        let known: Vec<&str> = LITERALS.iter().map(|literal| literal.name).collect();
        let why = format!("quote knows no {language:?}; it knows {}", known.join(", "));
        return Err(Error::new(ErrorKind::InvalidOperation, why));
    };
    Ok(Value::from_safe_string((literal.quote)(&shown(text)?)))
}

/// `{{ row.definition | comment("// ") }}`: each line of the text after that beginning; nothing of an empty one.
fn comment(text: &Value, beginning: &str) -> Result<String, Error> {
    let mut comment = String::new();
    for line in lines(&shown(text)?) {
        if !comment.is_empty() {
            comment.push('\n');
        }
        comment.push_str(beginning);
        comment.push_str(&comment_line(&line));
    }
    Ok(comment)
}

/// A text, or a number in the words that a text has it in; nothing for null.
fn shown(value: &Value) -> Result<String, Error> {
    if value.is_undefined() {
        return Err(Error::from(ErrorKind::UndefinedError));
    }
    Ok(if value.is_none() { String::new() } else { value.to_string() })
}

/// As JSON, on one line, without invisible characters.
fn tojson(value: &Value) -> Result<Value, Error> {
    if value.is_undefined() {
        return Err(Error::from(ErrorKind::UndefinedError));
    }
    let json = serde_json::to_string(value)
        .map_err(|error| Error::new(ErrorKind::BadSerialization, format!("this is not a value of JSON: {error}")))?;
    Ok(Value::from_safe_string(escape_hidden(&json)))
}
