//! The names of rows in code.

use super::template::Template;
use super::{Check, verbatim};
use crate::code::Code;
use crate::finding::Subject;
use crate::index::Index;
use crate::name;
use crate::refusal::{NameFault, NoName, WordFault};
use crate::role::Role;
use crate::sheet::Cell;
use crate::text;

impl<'s> Check<'_, 's> {
    /// The template of `names = "E{code}"`; one that is wrong is reported, and another takes its place so that rows
    /// have names all the same.
    pub(super) fn template(&mut self) -> Option<Template> {
        let written = self.wanted.names.as_deref()?;
        Some(Template::parse(written, self.wanted.verbatim).unwrap_or_else(|why| {
            self.refuse_table(Subject::Word("names"), WordFault::Names { why });
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
        let (mut codes, mut names) = (Index::new(), Index::new());
        for row in &self.bound.rows {
            let code = self.bound.cell(row, Role::Code).and_then(|cell| self.wanted.code_in(&cell).ok());
            let is_later = code.is_some_and(|code| !codes.add(code));
            let Some(cell) = self.bound.cell(row, Role::Name).filter(|cell| !cell.text.is_empty() && !is_later) else {
                continue;
            };
            if let Ok(name) = self.identifier_of(&cell) {
                if !names.add(name.clone()) {
                    self.shared.add(name);
                }
            }
        }
    }

    /// Whether there is a column for names, or a pattern, which `verbatim` needs; if not, that is said once.
    fn has_names_for_verbatim(&mut self) -> bool {
        if self.template.is_some() || self.bound.has_role(Role::Name) {
            return true;
        }
        let mut headers = Vec::new();
        for cell in self.bound.own.sheet.header().into_iter().flat_map(super::super::sheet::Record::cells) {
            if !cell.text.is_empty() {
                headers.push(cell.text.to_owned());
            }
        }
        self.refuse_table(Subject::Word("verbatim"), WordFault::Verbatim { headers });
        false
    }

    /// The name in code that a cell becomes; otherwise why it becomes none.
    pub(super) fn identifier_of(&self, cell: &Cell<'_>) -> Result<String, NoName> {
        if !self.is_verbatim || !cell.origin.is_own() {
            return name::pascal(cell.text).map_err(NoName::Identifier);
        }
        let name = verbatim::identifier(cell.text)?;
        match verbatim::name_of_ours(name, self.wanted, self.bound) {
            Some(what) => Err(NoName::Ours(what)),
            None => Ok(name.to_owned()),
        }
    }

    /// The name of a row after its code.
    pub(super) fn after_code(&self, code: &Code, cell: &Cell<'_>) -> Result<String, (String, NoName)> {
        let name = self.template.as_ref().map_or_else(String::new, |template| template.name(code, cell.text));
        if self.is_verbatim {
            return match verbatim::identifier(&name) {
                Ok(_) => Ok(name),
                Err(why) => Err((name, why)),
            };
        }
        if text::begins(&name, |c| c.is_ascii_uppercase()) {
            return Ok(name);
        }
        // What is said is about the cell that the name would stand for.
        Err((String::new(), NoName::Identifier("begins with a digit".to_owned())))
    }

    /// The identifier of a row; `None` if there is none, which is noted. A table for a derive needs none, and then it
    /// is empty.
    pub(super) fn identifier(
        &mut self,
        name: Option<Cell<'s>>,
        phrase: Cell<'s>,
        code: Option<&(Code, Cell<'s>)>,
    ) -> Option<String> {
        let mut source = name.unwrap_or(phrase);
        let of_cell = |cell: &Cell<'_>| self.identifier_of(cell).map_err(|why| (cell.text.to_owned(), why));
        let found = match (name, code) {
            (Some(name), _) => match of_cell(&name) {
                Ok(identifier) if !self.shared.has(identifier.as_str()) => Ok(identifier),
                // The code that names the row is reported.
                _ if self.names_rows() && code.is_none() => return None,
                shared if self.names_rows() => {
                    // A name that several rows have leads to none of them.
                    self.spare = shared.is_err().then_some(name);
                    code.map_or(Ok(String::new()), |(code, cell)| self.after_code(code, cell))
                }
                wrong => wrong,
            },
            (None, Some((code, cell))) if self.template.is_some() => {
                // A pattern that makes no name of this code.
                source = if self.is_verbatim { *cell } else { source };
                self.after_code(code, cell)
            }
            (None, None) if self.template.is_some() => return None,
            _ if self.is_verbatim && phrase.origin.is_own() && self.wanted.needs_names => {
                Err((String::new(), NoName::Missing))
            }
            _ => of_cell(&phrase),
        };
        let (cell, text, why) = match found {
            Err((text, why)) if text.is_empty() => (source, source.text.to_owned(), why),
            Err((text, why)) => (source, text, why),
            Ok(identifier) => match self.unique.name(&identifier, source) {
                Ok(()) => return Some(identifier),
                Err(_) if !self.wanted.needs_names => {
                    self.ambiguous.add(identifier);
                    return Some(String::new());
                }
                Err((cell, why)) => (cell, cell.text.to_owned(), why),
            },
        };
        let is_ours = matches!(why, NoName::Ours(_));
        if !self.wanted.needs_names && (name.is_none() || !matches!(why, NoName::Verbatim { .. })) {
            return Some(String::new());
        }
        let header = self.bound.role_header(Role::Name).map(|header| header.text.to_owned());
        let (has_name, has_pattern) = (name.is_some(), self.wanted.names.is_some());
        self.refuse(cell, NameFault::Row { text, why, header, has_name, has_pattern });
        if !self.wanted.needs_names {
            return Some(String::new());
        }
        // The variant is there all the same, so that code that names it has no further errors.
        (is_ours && self.unique.name(cell.text, cell).is_ok()).then(|| cell.text.to_owned())
    }
}
