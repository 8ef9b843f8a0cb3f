//! A table with findings as the user's code needs it while the build fails: the rows that have findings are there too, as
//! far as their names can be read.

use crate::code::{Code, CodeType};
use crate::index::Index;
use crate::kind::{Kind, Value, Variants};
use crate::model::{Category, Lost, Row, Table};
use crate::reference::Origin;
use crate::role::Role;

impl Table {
    /// Puts the lost rows among the others, each with its name and a code that no other row has. Only for code that
    /// names them: what a lost row says is not what the file says.
    pub fn recover(&mut self) {
        let lost = std::mem::take(&mut self.lost);
        let (mut codes, mut names) = (Index::new(), Index::new());
        for row in &self.rows {
            codes.add(row.code.clone());
            names.add(row.name.clone());
            for alias in &row.aliases {
                if let Some(name) = &alias.name {
                    names.add(name.clone());
                }
            }
        }
        if lost.is_empty() {
            if self.rows.is_empty() {
                // Enums without variants would make code that follows unreachable.
                let _ = (self.any_class(), self.any_values());
            }
            return;
        }
        let class = self.any_class();
        let Some(values) = self.any_values() else { return };
        let mut next = match self.rows.first().map(|row| &row.code) {
            Some(Code::Int(code)) => *code,
            _ => 0,
        };
        for Lost { name, reason, code } in lost {
            if names.has(name.as_str()) {
                continue;
            }
            let own = code.filter(|code| !codes.has(code));
            let Some(code) = own.or_else(|| free_code(self.code, &codes, &name, &mut next)) else { return };
            codes.add(code.clone());
            names.add(name.clone());
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
    fn any_class(&mut self) -> Option<usize> {
        if let Some(row) = self.rows.first() {
            return row.class.map(|_| 0);
        }
        if self.has(Role::Class) && self.reference().is_none() && self.classes.is_empty() {
            self.classes.push(missing());
        }
        (!self.classes.is_empty()).then_some(0)
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
fn free_code(of: CodeType, taken: &Index<'_>, name: &str, next: &mut i128) -> Option<Code> {
    let CodeType::Int(int) = of else {
        let mut text = name.to_owned();
        while taken.has(text.as_str()) {
            text.push('_');
        }
        return Some(Code::Text(text));
    };
    let (least, greatest) = (int.min(), int.max());
    // One more than there are rows: one of these is free.
    for _ in 0..=taken.len() {
        let code = *next;
        *next = if code < greatest { code + 1 } else { least };
        if !taken.has(Code::Int(code)) && (least..=greatest).contains(&code) {
            return Some(Code::Int(code));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use std::fmt::Write;

    use crate::testing::{table, wanted};
    use crate::wanted::{Duplicates, Wanted};

    /// Code and name of each row once the lost ones are back.
    fn recovered(text: &str, wanted: &Wanted) -> String {
        let (mut table, findings) = table(text, wanted);
        assert!(!findings.is_empty(), "{text}");
        table.recover();
        let mut rows = String::new();
        for row in &table.rows {
            let _ = write!(rows, "{} {}, ", row.code, row.name);
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
            let _ = writeln!(text, "{code},N{code}");
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
