//! Rows with findings: while the build fails, those whose names can be read stay variants, so that code that names them,
//! or matches all of them, has no error of its own.

use std::collections::HashSet;

use super::Check;
use super::hash::FastHash;
use crate::code::{Code, CodeType};
use crate::kind::{Kind, Value, Variants};
use crate::model::{Category, Lost, Row, Table};
use crate::reference::Origin;
use crate::role::Role;
use crate::schema::BoundRow;
use crate::sheet::Cell;
use crate::text;
use crate::trust::Trust;

impl<'c, 's> Check<'c, 's> {
    /// Notes a row that is not kept, if it has a name that is not the cell that was spoilt.
    pub(super) fn lose(&mut self, row: &'c BoundRow<'s>, spoilt: Option<Cell<'s>>) {
        let is_guessed = self.bound.record(row).is_none_or(|record| record.trust() == Trust::Guessed);
        if !self.wanted.needs_names || is_guessed || self.is_later_row {
            return;
        }
        let code_cell = self.bound.cell(row, Role::Code).filter(|cell| !cell.text.is_empty());
        let code = code_cell.as_ref().and_then(|cell| self.wanted.code_in(cell).ok());
        let filled = |role: Role| self.bound.cell(row, role).filter(|cell| !cell.text.is_empty());
        let (name_cell, reason_cell) = (filled(Role::Name), filled(Role::Reason));
        let mut name = None;
        if let Some(cell) = name_cell.or(reason_cell.filter(|_| !self.is_verbatim)) {
            let is_spoilt = spoilt.is_some_and(|spoilt| spoilt.place == cell.place);
            name = self.identifier_of(&cell).ok().filter(|name| !is_spoilt && !self.shared.contains(name));
        }
        if let (None, Some(code), Some(cell)) = (&name, &code, &code_cell) {
            name = self.after_code(code, cell).ok();
        }
        let Some(name) = name else { return };
        let phrase = reason_cell.or(name_cell).and_then(|cell| text::phrase(cell.text).ok());
        let reason = phrase.map_or_else(|| name.clone(), |phrase| phrase.into_owned());
        self.lost.push(Lost { name, reason, code });
    }
}

impl Table {
    /// Puts the lost rows among the others, each with its name and a code that no other row has. Only for code that
    /// names them: what a lost row says is not what the file says.
    pub fn recover(&mut self) {
        let lost = std::mem::take(&mut self.lost);
        let (mut codes, mut names) = (HashSet::<Code, FastHash>::default(), HashSet::<String, FastHash>::default());
        for row in &self.rows {
            codes.insert(row.code.clone());
            names.insert(row.name.clone());
            names.extend(row.aliases.iter().filter_map(|alias| alias.name.clone()));
        }
        if lost.is_empty() {
            if self.rows.is_empty() {
                // Enums without variants would make code that follows unreachable.
                let _ = (self.any_class(), self.any_values());
            }
            return;
        }
        let (Some(class), Some(values)) = (self.any_class(), self.any_values()) else { return };
        let mut next = match self.rows.first().map(|row| &row.code) {
            Some(Code::Int(code)) => *code,
            _ => 0,
        };
        for Lost { name, reason, code } in lost {
            if names.contains(&name) {
                continue;
            }
            let own = code.filter(|code| !codes.contains(code));
            let Some(code) = own.or_else(|| free_code(self.code, &codes, &name, &mut next)) else { return };
            codes.insert(code.clone());
            names.insert(name.clone());
            self.rows.push(Row {
                code,
                name,
                name_cell: None,
                reason,
                definition: String::new(),
                tips: None,
                reference: None,
                class,
                aliases: Vec::new(),
                messages: Vec::new(),
                translations: Vec::new(),
                deprecation: None,
                // What a bridge can answer.
                http: self.has(Role::Http).then_some(500),
                grpc: self.has(Role::Grpc).then_some(2),
                exit: self.has(Role::Exit).then_some(1),
                values: values.clone(),
                origin: Origin::Own,
                file: self.file.clone(),
                line: 0,
                sheet_row: 0,
            });
        }
    }

    /// A class that a lost row may have.
    fn any_class(&mut self) -> Option<Option<usize>> {
        if let Some(row) = self.rows.first() {
            return Some(row.class.map(|_| 0));
        }
        if self.has(Role::Class) && self.reference().is_none() && self.classes.is_empty() {
            self.classes.push(missing());
        }
        Some((!self.classes.is_empty()).then_some(0))
    }

    /// Values that a lost row may have; `None` if the variants of a column are not known here.
    fn any_values(&mut self) -> Option<Vec<Value>> {
        let mut values = Vec::with_capacity(self.columns.len());
        let mut are_known = true;
        for column in &mut self.columns {
            let Kind::Category(variants) = &column.kind else {
                values.push(Value::None);
                continue;
            };
            if column.categories.is_empty() && matches!(variants, Variants::Open) {
                column.categories.push(missing());
            }
            are_known &= column.optional || !column.categories.is_empty();
            values.push(if column.optional { Value::None } else { Value::Category(0) });
        }
        are_known.then_some(values)
    }
}

fn missing() -> Category {
    Category { name: "Missing".to_owned(), text: String::new(), rows: 1 }
}

/// A code that no row has, from `next` on; `None` if all are taken.
fn free_code(of: CodeType, taken: &HashSet<Code, FastHash>, name: &str, next: &mut i128) -> Option<Code> {
    let CodeType::Int(int) = of else {
        let mut text = name.to_owned();
        while taken.contains(&Code::Text(text.clone())) {
            text.push('_');
        }
        return Some(Code::Text(text));
    };
    let (least, greatest) = (int.min(), int.max());
    // One more than there are rows: one of these is free.
    for _ in 0..=taken.len() {
        let code = *next;
        *next = if code < greatest { code + 1 } else { least };
        if !taken.contains(&Code::Int(code)) && (least..=greatest).contains(&code) {
            return Some(Code::Int(code));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use crate::testing::{table, wanted};
    use crate::wanted::{Duplicates, Wanted};

    /// Code and name of each row once the lost ones are back.
    fn recovered(text: &str, wanted: &Wanted) -> String {
        let (mut table, findings) = table(text, wanted);
        assert!(!findings.is_empty(), "{text}");
        table.recover();
        let mut rows = String::new();
        for row in &table.rows {
            rows.push_str(&format!("{} {}, ", row.code, row.name));
            assert!(!row.reason.is_empty() && row.values.len() == table.columns.len(), "{text}");
            for (value, column) in row.values.iter().zip(&table.columns) {
                if let crate::Value::Category(category) = value {
                    assert!(*category < column.categories.len(), "{text}");
                }
            }
            assert!(row.class.is_none_or(|class| class < table.classes.len()), "{text}");
        }
        rows
    }

    #[test]
    fn a_row_whose_name_can_be_read_comes_back() {
        let typed = || wanted("u8").column("sev: enum");
        let cases = [
            ("an empty code", "code,name\n1,A\n,B\n", wanted("u8"), "1 A, 2 B, "),
            ("one that is no number", "code,name\n1,A\nx,B\n3,C\n", wanted("u8"), "1 A, 3 C, 2 B, "),
            ("one that is taken", "code,name\n1,A\n1,B\n", wanted("u8"), "1 A, 2 B, "),
            ("no row is good", "code,name\nx,A\ny,B\n", wanted("u8"), "0 A, 1 B, "),
            ("from the greatest code, the next is the least", "code,name\n255,A\nx,B\n", wanted("u8"), "255 A, 0 B, "),
            ("its own code, if another cell is wrong", "code,name,sev\n1,A,low\n7,B,\n", typed(), "1 A, 7 B, "),
            ("a column without any cell", "code,name,sev\n7,B,\n", typed(), "7 B, "),
            ("a class", "code,name,class\n1,A,x\n7,B,\n", wanted("u8"), "1 A, 7 B, "),
            ("a class without any cell", "code,name,class\n7,B,\n", wanted("u8"), "7 B, "),
            ("a phrase is the name", "code,reason\nx,Door held\n", wanted("u8"), "0 DoorHeld, "),
            ("a name that is none", "code,name\n1,A\n2,7up\n", wanted("u8"), "1 A, "),
            ("a spreadsheet's error is none", "code,name\n1,A\n2,#REF!\n", wanted("u8"), "1 A, "),
            ("a name that a good row has", "code,name\n1,A\n2,A\n", wanted("u8"), "1 A, "),
            ("a name that another row has as an alias", "code,name,aliases\n1,A,B\nx,B,\n", wanted("u8"), "1 A, 2 B, "),
            ("texts", "code,name\nE1,A\nE1,B\n,C\n", wanted("str"), "E1 A, B B, C C, "),
            (
                "what gives its names to another row is no row",
                "code,name\n1,A\n1,B\nx,C\n",
                Wanted { duplicates: Some(Duplicates::Alias), ..wanted("u8") },
                "1 A, 2 C, ",
            ),
            (
                "verbatim takes no phrase",
                "code,name,reason\n1,A,x\n,,Two\n",
                Wanted { verbatim: true, ..wanted("u8") },
                "1 A, ",
            ),
        ];
        for (name, text, wanted, expected) in cases {
            assert_eq!(recovered(text, &wanted), expected, "{name}");
        }
    }

    #[test]
    fn where_no_code_is_free_a_row_stays_lost() {
        let mut text = "code,name\n".to_owned();
        for code in 0..256 {
            text.push_str(&format!("{code},N{code}\n"));
        }
        let rows = recovered(&(text + "x,Lost\n"), &wanted("u8"));
        assert!(rows.ends_with("255 N255, "), "{rows}");
    }

    #[test]
    fn what_the_file_says_has_no_lost_rows() {
        let (table, findings) = table("code,name\n1,A\n2,B\n", &wanted("u8"));
        assert!(findings.is_empty() && table.lost.is_empty());
    }
}
