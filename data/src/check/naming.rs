//! The names of rows in code: one finding a row where few have none, and one for all where many do.

use std::collections::HashSet;

use super::hash::FastHash;
use super::template::Template;
use super::{Check, verbatim};
use crate::code::Code;
use crate::diagnose;
use crate::name::{self, quote};
use crate::report::Subject;
use crate::role::Role;
use crate::rule::Rule;
use crate::sheet::Cell;

/// With more of them, rows without a usable name are one finding.
pub(super) const FEW: usize = 10;

/// A row that cannot be named.
pub(super) struct Nameless<'s> {
    cell: Cell<'s>,
    what: String,
    /// The cell was in the column for names.
    has_name: bool,
    rule: Rule,
}

impl<'s> Check<'_, 's> {
    /// The template of `names = "E{code}"`; one that is wrong is reported, and another takes its place so that rows
    /// have names all the same.
    pub(super) fn template(&mut self) -> Option<Template> {
        let written = self.wanted.names.as_deref()?;
        Some(Template::parse(written, self.wanted.verbatim).unwrap_or_else(|wrong| {
            let message = format!("`names` {wrong}, as in names = \"E{{code}}\"");
            self.of_file(Rule::WordValue, Subject::Word("names"), message);
            Template::default()
        }))
    }

    /// Whether rows without a name of their own are named after their codes.
    pub(super) fn names_rows(&self) -> bool {
        self.template.is_some() && self.wanted.needs_names
    }

    /// Finds the names that several rows would have, where such rows are named after their codes: all of them, so that
    /// sorting the sheet changes no name.
    pub(super) fn survey_names(&mut self) {
        self.is_verbatim = self.wanted.verbatim && self.has_names_for_verbatim();
        if !self.names_rows() || !self.bound.has_role(Role::Name) {
            return;
        }
        let (mut codes, mut names) = (HashSet::<Code, FastHash>::default(), HashSet::<String, FastHash>::default());
        for row in &self.bound.rows {
            let code = self.bound.cell(row, Role::Code).and_then(|cell| self.wanted.code_in(&cell).ok());
            let is_later = code.is_some_and(|code| !codes.insert(code));
            let Some(cell) = self.bound.cell(row, Role::Name).filter(|cell| !cell.text.is_empty() && !is_later) else {
                continue;
            };
            if let Ok(name) = self.identifier_of(&cell) {
                if !names.insert(name.clone()) {
                    self.shared.insert(name);
                }
            }
        }
    }

    /// Whether there is a column for names, or a pattern, which `verbatim` needs; if not, that is said once.
    fn has_names_for_verbatim(&mut self) -> bool {
        if !self.wanted.needs_names || self.template.is_some() || self.bound.has_role(Role::Name) {
            return true;
        }
        let mut headers = Vec::new();
        for cell in self.bound.own.sheet.header().into_iter().flat_map(super::super::sheet::Record::cells) {
            if !cell.text.is_empty() {
                headers.push(quote(cell.text));
            }
        }
        let message = format!(
            "`verbatim` needs a column for the names; the headers are {}; map one: name = \"\u{2026}\"",
            headers.join(", ")
        );
        self.of_file(Rule::NotAName, Subject::Word("verbatim"), message);
        false
    }

    /// The name in code that a cell becomes; otherwise why it becomes none.
    fn identifier_of(&self, cell: &Cell<'_>) -> Result<String, (Rule, String)> {
        if self.is_verbatim && cell.origin.is_own() {
            return match verbatim::identifier(cell.text) {
                Ok(name) => match self.name_of_ours(name) {
                    Some(what) => Err((Rule::NameOfOurs, format!("{} is also {what}", quote(name)))),
                    None => Ok(name.to_owned()),
                },
                Err(why) => Err((Rule::NotAName, format!("{} {why}", quote(cell.text)))),
            };
        }
        name::pascal(cell.text)
            .map_err(|why| (Rule::NoIdentifier, format!("{} {why}, so it cannot be a name in code", quote(cell.text))))
    }

    /// What an item that this table emits is, of that name.
    pub(super) fn name_of_ours(&self, name: &str) -> Option<String> {
        verbatim::name_of_ours(name, self.wanted, self.bound)
    }

    /// The name of a row after its code.
    fn after_code(&self, code: &Code, cell: &Cell<'_>) -> Result<String, (Rule, String)> {
        let Some(template) = &self.template else { return Err((Rule::NoIdentifier, String::new())) };
        let name = template.name(code, cell.text);
        if self.is_verbatim {
            let why = |why: String| (Rule::NotAName, format!("{} {why}", quote(&name)));
            return verbatim::identifier(&name).map(str::to_owned).map_err(why);
        }
        if name.starts_with(|c: char| c.is_ascii_uppercase()) {
            return Ok(name);
        }
        // What is said is about the cell that the name would stand for.
        Err((Rule::NoIdentifier, String::new()))
    }

    /// The identifier of a row; `None` if there is none, which is noted. A table for a derive needs none, and then it
    /// is empty.
    pub(super) fn identifier(
        &mut self,
        name: Option<Cell<'s>>,
        phrase: Cell<'s>,
        code: Option<&(Code, Cell<'s>)>,
    ) -> Option<String> {
        let source = name.unwrap_or(phrase);
        let found = match (name, code) {
            (Some(name), _) => match self.identifier_of(&name) {
                Ok(identifier) if !self.shared.contains(&identifier) => Ok(identifier),
                // The code that names the row is reported.
                _ if self.names_rows() && code.is_none() => return None,
                _ if self.names_rows() => {
                    self.spare = Some(name);
                    code.map_or(Ok(String::new()), |(code, cell)| self.after_code(code, cell))
                }
                wrong => wrong,
            },
            (None, Some((code, cell))) if self.template.is_some() => self.after_code(code, cell),
            (None, None) if self.template.is_some() => return None,
            _ if self.is_verbatim && phrase.origin.is_own() && self.wanted.needs_names => {
                Err((Rule::NotAName, "the row has no name, and verbatim takes none from the phrase".to_owned()))
            }
            _ => self.identifier_of(&phrase),
        };
        let (cell, rule, what) = match found {
            Err((_, what)) if what.is_empty() => {
                let what = format!("{} begins with a digit, so it cannot be a name in code", quote(source.text));
                (source, Rule::NoIdentifier, what)
            }
            Err((rule, what)) => (source, rule, what),
            Ok(identifier) => match self.unique.name(&identifier, source) {
                Ok(()) => return Some(identifier),
                Err(_) if !self.wanted.needs_names => {
                    self.ambiguous.insert(identifier);
                    return Some(String::new());
                }
                Err((cell, what)) => (cell, Rule::SameName, what),
            },
        };
        if !self.wanted.needs_names {
            return Some(String::new());
        }
        // A heuristic will name the letter that is to blame.
        if cell.origin.is_own() && diagnose::is_told(cell.text, self.wanted) {
            return None;
        }
        self.nameless.push(Nameless { cell, what, has_name: name.is_some(), rule });
        None
    }

    /// Reports the rows without a name.
    pub(super) fn nameless(&mut self) {
        let nameless = std::mem::take(&mut self.nameless);
        let header = self.bound.role_header(Role::Name).map(|header| quote(header.text));
        let column = match &header {
            Some(header) => format!("write a name in column {header}"),
            None => "add a column \"name\" and write one there".to_owned(),
        };
        let or_template = match self.wanted.names {
            None => ", or name rows after their codes with names = \"E{code}\"",
            Some(_) => "",
        };
        if nameless.len() <= FEW {
            for Nameless { cell, what, has_name, rule } in nameless {
                let ours = || format!(", or leave ours out with without({})", cell.text);
                let fix = match rule {
                    Rule::NameOfOurs => format!("write another name{}", ours()),
                    Rule::NotAName if has_name => {
                        format!("write another name{}", or_template.replace("name rows after their codes with ", ""))
                    }
                    Rule::NotAName => "write one, or add names = \"E{code}\"".to_owned(),
                    _ if has_name => format!("write another name{or_template}"),
                    _ => format!("{column}{or_template}"),
                };
                self.finding(rule, cell, format!("{what}; {fix}"));
            }
            return;
        }
        let Some(first) = nameless.first() else { return };
        let count = nameless.len();
        let message = format!(
            "{count} rows have no name in code, this one because {}; {column}{or_template}",
            first.what.replacen(", so it cannot be a name in code", "", 1)
        );
        self.finding(first.rule, first.cell, message);
    }
}
