//! Facts that nearly always have one cause where they are many: a column that is the wrong one, or was never filled.

use super::Check;
use super::naming::FEW;
use crate::diagnose;
use crate::name::quote;
use crate::refusal::Fault;
use crate::role::Role;
use crate::rule::Rule;
use crate::sheet::Cell;

impl<'s> Check<'_, 's> {
    /// Keeps what is wrong with a cell, to be said with what is wrong with others of its column.
    pub(super) fn one_of_many(&mut self, cell: Cell<'s>, rule: Rule, message: String, help: Option<String>) {
        self.many.push((cell, rule, message, help));
    }

    /// Reports these cells: each, or the first of a column for all of them where they are many.
    pub(super) fn report_many(&mut self) {
        let mut many = std::mem::take(&mut self.many);
        while let Some((first, rule, ..)) = many.first() {
            let (column, rule) = (first.place.cell.map(|cell| cell.column), *rule);
            let mut alike = Vec::new();
            many.retain(|one| {
                let is_alike = one.1 == rule && one.0.place.cell.map(|cell| cell.column) == column;
                if is_alike {
                    alike.push(one.clone());
                }
                !is_alike
            });
            let is_one = alike.len() > FEW && (rule != Rule::UnreadableCode || self.are_words(&alike));
            let more = if is_one { self.and_others(rule, &alike) } else { String::new() };
            for (cell, rule, message, help) in alike.into_iter().take(if is_one { 1 } else { usize::MAX }) {
                self.refuse(cell, Fault::Said { rule, message: message + &more, help });
            }
        }
    }

    /// Whether no row has a code, and what is there in place of codes has no digit.
    fn are_words(&self, alike: &[(Cell<'s>, Rule, String, Option<String>)]) -> bool {
        let has_digit = |text: &str| text.bytes().any(|byte| byte.is_ascii_digit());
        self.unique.has_no_codes() && !alike.iter().any(|(cell, ..)| has_digit(cell.text))
    }

    fn and_others(&self, rule: Rule, alike: &[(Cell<'s>, Rule, String, Option<String>)]) -> String {
        if rule == Rule::UnreadableCode {
            let header = self.bound.role_header(Role::Code).map_or("", |header| header.text);
            let header = quote(header);
            return format!("; no cell below {header} is one: if it is not the column of the codes, say which is");
        }
        let cells: Vec<Cell<'s>> = alike.iter().map(|(cell, ..)| *cell).collect();
        diagnose::and_others(cells.len(), &cells)
    }
}
