//! The distinct cells of a column whose cells name variants.

use std::collections::HashMap;

use crate::model::Category;
use crate::name;
use crate::sheet::Cell;

/// Distinct cells in the order in which they appear.
#[derive(Default)]
pub(super) struct Categories {
    found: Vec<Category>,
    by_text: HashMap<String, usize>,
    by_name: HashMap<String, usize>,
}

impl Categories {
    /// The index of the cell's category, a new one if the text was not seen yet.
    pub(super) fn index(&mut self, cell: Cell<'_>) -> Result<usize, String> {
        if let Some(&index) = self.by_text.get(cell.text) {
            if let Some(category) = self.found.get_mut(index) {
                category.rows += 1;
            }
            return Ok(index);
        }
        let name = name::pascal(cell.text).map_err(|why| {
            format!(
                "{:?} {why}, so no variant can be named after it; write it with ASCII letters and digits",
                cell.text
            )
        })?;
        if let Some(other) = self.by_name.get(&name).and_then(|&index| self.found.get(index)) {
            return Err(format!(
                "{:?} and {:?} both become the variant {name}; write them alike, or tell them apart",
                cell.text, other.text
            ));
        }
        let index = self.found.len();
        self.by_text.insert(cell.text.to_owned(), index);
        self.by_name.insert(name.clone(), index);
        self.found.push(Category { name, text: cell.text.to_owned(), rows: 1 });
        Ok(index)
    }

    pub(super) fn into_vec(self) -> Vec<Category> {
        self.found
    }
}
