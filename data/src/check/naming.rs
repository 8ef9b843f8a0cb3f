//! The names of rows in code: one finding a row where few have none, and one for all where many do.

use super::Check;
use super::template::Template;
use crate::code::Code;
use crate::diagnose;
use crate::name::{self, quote};
use crate::report::Subject;
use crate::role::Role;
use crate::sheet::Cell;

/// With more of them, rows without a usable name are one finding.
const FEW: usize = 10;

/// A row that cannot be named.
pub(super) struct Nameless<'s> {
    cell: Cell<'s>,
    what: String,
    /// The cell was in the column for names.
    has_name: bool,
}

impl<'s> Check<'_, 's> {
    /// The template of `names = "E{code}"`; one that is wrong is reported, and another takes its place so that rows
    /// have names all the same.
    pub(super) fn template(&mut self) -> Option<Template> {
        let written = self.wanted.names.as_deref()?;
        Some(Template::parse(written).unwrap_or_else(|wrong| {
            let message = format!("`names` {wrong}, as in names = \"E{{code}}\"");
            self.report.file(self.bound.file(), Subject::Word("names"), message);
            Template::default()
        }))
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
        let found = match (name, &self.template, code) {
            (None, Some(template), Some((code, cell))) => match template.name(code, cell.text) {
                name if name.starts_with(|c: char| c.is_ascii_uppercase()) => Ok(name),
                _ => Err("begins with a digit".to_owned()),
            },
            // The code that names the row is reported.
            (None, Some(_), None) => return None,
            _ => name::pascal(source.text),
        };
        let (cell, what) = match found {
            Err(why) => (source, format!("{} {why}, so it cannot be a name in code", quote(source.text))),
            Ok(identifier) => match self.unique.name(&identifier, source) {
                Ok(()) => return Some(identifier),
                Err(_) if !self.wanted.needs_names => {
                    self.ambiguous.insert(identifier);
                    return Some(String::new());
                }
                Err(clash) => clash,
            },
        };
        if !self.wanted.needs_names {
            return Some(String::new());
        }
        // A heuristic will name the letter that is to blame.
        if cell.origin.is_own() && diagnose::is_told(cell.text, self.wanted) {
            return None;
        }
        self.nameless.push(Nameless { cell, what, has_name: name.is_some() });
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
            for Nameless { cell, what, has_name } in nameless {
                let fix = if has_name { "write another name".to_owned() } else { format!("{column}{or_template}") };
                self.finding(cell, format!("{what}; {fix}"));
            }
            return;
        }
        let Some(first) = nameless.first() else { return };
        let count = nameless.len();
        let message = format!(
            "{count} rows have no name in code, this one because {}; {column}{or_template}",
            first.what.replacen(", so it cannot be a name in code", "", 1)
        );
        self.finding(first.cell, message);
    }
}
