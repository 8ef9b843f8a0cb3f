//! Codes and names that may stand once only, and the cell in which each stands.

use std::collections::HashMap;

use crate::model::Code;
use crate::sheet::Cell;

/// What was seen so far.
#[derive(Default)]
pub(super) struct Unique<'s> {
    pub(super) codes: HashMap<Code, Cell<'s>>,
    pub(super) names: HashMap<String, Cell<'s>>,
}

impl<'s> Unique<'s> {
    /// Notes a code, unless another row has it.
    pub(super) fn code(&mut self, code: &Code, cell: Cell<'s>) -> Result<(), String> {
        match self.codes.get(code) {
            Some(first) => Err(format!("code {code} is already used on {}", first.whereabouts())),
            None => {
                self.codes.insert(code.clone(), cell);
                Ok(())
            }
        }
    }

    /// Notes a variant's name, unless another row has it.
    pub(super) fn name(&mut self, name: &str, cell: Cell<'s>) -> Result<(), String> {
        match self.names.get(name) {
            Some(first) if first.text == cell.text => Err(format!(
                "{:?} is already the variant {name} on {}; tell them apart in a \"name\" column",
                cell.text,
                first.whereabouts()
            )),
            Some(first) => Err(format!(
                "{:?} and {:?} on {} both become the variant {name}; tell them apart in a \"name\" column",
                cell.text,
                first.text,
                first.whereabouts()
            )),
            None => {
                self.names.insert(name.to_owned(), cell);
                Ok(())
            }
        }
    }
}
