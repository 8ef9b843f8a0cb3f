//! Heuristics about how a file was written, over tables that are otherwise good.

use crate::finding::Subject;
use crate::kind;
use crate::refusal::{Fault, FileFault};
use crate::report::Report;
use crate::role::Role;
use crate::rule::Rule;
use crate::schema::Bound;
use crate::sheet::{Cell, Record, Sheet};
use crate::trust::Trust;
use crate::wanted::Wanted;

/// How many UTF-16 units Excel keeps of a cell.
const EXCEL_KEEPS: usize = 32_767;

/// Takes the rows out that are below the table and have nothing but words for false, as a spreadsheet writes a column
/// of check boxes that was filled down too far.
pub(crate) fn take_check_boxes_out(sheet: &mut Sheet, wanted: &Wanted, report: &mut Report) {
    let expected = super::search::Expected::of(wanted);
    let Some(code) = sheet.header().and_then(|header| expected.code_column(header)) else { return };
    let mut kept = sheet.records.len();
    while let Some(record) = kept.checked_sub(1).and_then(|last| sheet.record(last)) {
        if !record.text(code).is_empty() || !has_only_false(record) {
            break;
        }
        kept -= 1;
    }
    let (Some(first), Some(last)) = (sheet.record(kept), sheet.records.last()) else { return };
    if kept == 0 || wanted.allows(Rule::CheckBoxes) {
        return;
    }
    let Some(cell) = first.cells().find(|cell| !cell.text.is_empty()) else { return };
    let fault = FileFault::CheckBoxes { first: first.row(), last: last.row, word: cell.text.to_owned() };
    refuse(cell, fault, report);
    sheet.records.truncate(kept);
}

fn has_only_false(record: Record<'_>) -> bool {
    if record.trust() != Trust::Sound {
        return false;
    }
    // What a program writes for false; 0 and n may be anything.
    record.cells().all(|cell| cell.text.is_empty() || (cell.text.len() > 1 && kind::boolean(cell.text) == Some(false)))
}

/// Finds columns whose texts are all between apostrophes: these are quotes to the program that wrote the file. Whether
/// there is one; what else is wrong in the rows may come of it.
pub(crate) fn find_single_quotes(bound: &Bound<'_>, wanted: &Wanted, report: &mut Report) -> bool {
    if wanted.dialect.quote == Some(b'\'') || wanted.allows(Rule::SingleQuotes) {
        return false;
    }
    for column in bound.own.read_columns() {
        let mut first = None;
        let mut quoted = 0;
        for row in &bound.rows {
            let Some(cell) = row.own.map(|record| record.cell(column)).filter(|cell| !cell.text.is_empty()) else {
                continue;
            };
            if cell.text.len() < 2 || !cell.text.starts_with('\'') || !cell.text.ends_with('\'') {
                quoted = 0;
                break;
            }
            first = first.or(Some(cell));
            quoted += 1;
        }
        if let Some(cell) = first.filter(|_| quoted > 1) {
            refuse(cell, FileFault::Apostrophes, report);
            return true;
        }
    }
    false
}

/// Finds texts that are exactly as long as Excel lets them be, of the columns that are read.
pub(crate) fn find_cut_cells(bound: &Bound<'_>, wanted: &Wanted, report: &mut Report) {
    if !bound.own.sheet.has_long_records || wanted.allows(Rule::CutCell) {
        return;
    }
    let columns = bound.own.read_columns();
    for row in &bound.rows {
        let Some(record) = row.own else { continue };
        for column in &columns {
            let cell = record.cell(*column);
            if cell.text.len() >= EXCEL_KEEPS && cell.text.encode_utf16().count() == EXCEL_KEEPS {
                refuse(cell, FileFault::CutCell, report);
            }
        }
    }
}

fn refuse(cell: Cell<'_>, fault: FileFault, report: &mut Report) {
    report.refuse(cell.file, Some(cell.place), Subject::Table, Fault::File(fault));
}

/// Empties the cells that the user says hold nothing, in every column but those of the code, the name and the phrase.
pub(crate) fn empty_cells(sheet: &mut Sheet, kept: &[usize], wanted: &Wanted) {
    let texts = &wanted.dialect.empty;
    for record in &sheet.records {
        for index in 0..record.count {
            let field = sheet.fields.get(record.first + index).copied();
            let is_nothing = |text: &str| texts.iter().any(|nothing| nothing.trim() == text);
            if kept.contains(&index) || !field.is_some_and(|field| is_nothing(sheet.text_of(&field))) {
                continue;
            }
            if let Some(field) = sheet.fields.get_mut(record.first + index) {
                field.end = field.start;
            }
        }
    }
}

/// The columns in which a text that stands for nothing is a text.
pub(crate) fn named_columns(bound: &Bound<'_>) -> Vec<usize> {
    let mut named = Vec::new();
    for role in [Role::Code, Role::Name, Role::Reason] {
        named.extend(bound.own.role(role));
    }
    named
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{rows, table, wanted};
    use crate::{CodeType, Dialect};

    /// The ids of what is found.
    fn rules(text: &str, wanted: &Wanted) -> Vec<String> {
        let ids =
            |said: &String| said.split('\n').next().unwrap().rsplit_once('[').map_or("-", |(_, id)| id).to_owned();
        table(text, wanted).1.iter().map(ids).collect()
    }

    #[test]
    fn what_looks_like_damage_and_what_does_not() {
        let long = |length: usize| format!("code,name,tips\n1,Aa,{}\n2,Bb,\n", "x".repeat(length));
        let [cut, shorter, longer] = [EXCEL_KEEPS, EXCEL_KEEPS - 1, EXCEL_KEEPS + 1].map(long);
        let unread = format!("code,name,notes\n1,Aa,{}\n", "x".repeat(EXCEL_KEEPS));
        let wide = format!("code,name,tips\n1,Aa,{}\n", "\u{e9}".repeat(EXCEL_KEEPS));
        let pairs = format!("code,name,tips\n1,Aa,{}x\n", "\u{1f525}".repeat(EXCEL_KEEPS / 2));
        let boxes = format!("code,name,done\n1,Aa,TRUE\n{}", ",,FALSE\n".repeat(40));
        // name, text, the ids of what is found
        let cases: Vec<(&str, &str, &[&str])> = vec![
            ("a phrase in apostrophes", "code,name\n1,'Door'\n2,'Lock'\n", &["single_quotes]"]),
            ("tabs, and headers in apostrophes", "'Code'\t'Name'\n'1'\t'Door'\n'2'\t'Lock'\n", &["single_quotes]"]),
            ("tips in apostrophes, one empty", "code,name,tips\n1,Aa,'x'\n2,Bb,\n3,Cc,'y'\n", &["single_quotes]"]),
            ("codes in apostrophes", "code,name\n'1',Aa\n'2',Bb\n", &["single_quotes]"]),
            ("one cell in apostrophes", "code,name,tips\n1,Aa,'x'\n2,Bb,y\n", &[]),
            ("the only cell in apostrophes", "code,name,tips\n1,Aa,'x'\n2,Bb,\n", &[]),
            ("a command's name", "code,name,tips\n1,Aa,'kill' failed\n2,Bb,'stop' failed\n", &[]),
            ("words within", "code,name,tips\n1,Aa,It's 'on'\n2,Bb,It's 'off'\n", &[]),
            ("a column that nobody reads", "code,name,notes\n1,Aa,'x'\n2,Bb,'y'\n", &[]),
            ("cut by Excel", &cut, &["cut_cell]"]),
            ("cut by Excel, letters of two bytes", &wide, &["cut_cell]"]),
            ("cut by Excel, characters of two units", &pairs, &["cut_cell]"]),
            ("a character less", &shorter, &[]),
            ("a character more", &longer, &[]),
            ("a long cell that nobody reads", &unread, &[]),
            ("check boxes below the table", &boxes, &["check_boxes]"]),
            ("one check box", "code,name,done\n1,Aa,TRUE\n,,FALSCH\n", &["check_boxes]"]),
            // It lacks its code; that it has no phrase either is no further finding.
            ("a check box that is set", "code,name,done\n1,Aa,TRUE\n,,TRUE\n", &["-"]),
            ("a row with a code", "code,name,done\n1,Aa,TRUE\n7,,FALSE\n", &["-"]),
            ("codes that are words", "code,name\n1,Aa\n2,FALSE\n", &[]),
        ];
        for (name, text, expected) in cases {
            let found = rules(text, &wanted("u16"));
            let found: Vec<&str> = found.iter().map(String::as_str).collect();
            assert_eq!(found, expected, "{name}");
        }
    }

    #[test]
    fn what_is_meant_is_allowed() {
        let boxes = "code,name,done\n1,Aa,TRUE\n,,FALSE\n";
        let cases = [
            ("apostrophes", Rule::SingleQuotes, "code,name\n1,'Door'\n2,'Lock'\n".to_owned(), 0),
            ("a long text", Rule::CutCell, format!("code,name,tips\n1,Aa,{}\n", "x".repeat(EXCEL_KEEPS)), 0),
            // Then it is a row without a code.
            ("check boxes", Rule::CheckBoxes, boxes.to_owned(), 1),
        ];
        for (name, rule, text, left) in cases {
            let allowing = Wanted { allow: vec![rule], ..wanted("u16") };
            assert_eq!(table(&text, &allowing).1.len(), left, "{name}");
            assert_eq!(table(&text, &wanted("u16")).1.len(), 1, "{name}");
        }
    }

    #[test]
    fn check_boxes_are_one_finding_and_the_rows_above_are_read() {
        let text = format!("code,name,done\n1,Aa,TRUE\n\n{}", ",,FALSE\n".repeat(40));
        let (found, said) = table(text, &wanted("u16"));
        assert_eq!(rows(&found), ["1 Aa"]);
        assert_eq!(
            said,
            [
                "t.csv:4:3 (cell C4): rows 4 to 43 have nothing but FALSE: check boxes below the table; delete these rows \
              [check_boxes]"
            ]
        );
    }

    #[test]
    fn apostrophes_are_quotes_where_the_user_says_so() {
        let dialect = Dialect { quote: Some(b'\''), ..Dialect::default() };
        let quoting = Wanted { dialect, code: CodeType::Text, ..wanted("u8") };
        let (found, said) = table("'code','name','tips'\n'E1','Door, open','It''s \"on\"'\n'E2',Lock,\n", &quoting);
        assert_eq!(said, [""; 0]);
        assert_eq!(rows(&found), ["E1 DoorOpen", "E2 Lock"]);
        assert_eq!(found.rows[0].tips.as_deref(), Some("It's \"on\""));
    }

    #[test]
    fn cells_that_stand_for_nothing_are_empty() {
        let dialect = Dialect { empty: vec!["-".to_owned(), "N/A".to_owned()], ..Dialect::default() };
        let emptying = Wanted { dialect, ..wanted("u8").column("retry: Option<u8>").column("weight: f64") };
        let text = "code,name,definition,tips,retry,weight\n1,-,Opens.,- push,-,1.5\n2,N/A,-,N/A,N/A,2.5\n";
        let (found, said) = table(text, &Wanted { names: Some("E{code}".to_owned()), ..emptying.clone() });
        // A name is never nothing, and neither is a phrase: what gives no identifier is named after its code.
        assert_eq!((said, found.rows[0].reason.as_str()), (vec![], "-"));
        let text = "code,name,definition,tips,retry,weight\n1,A,Opens.,- push,-,1.5\n2,B,-,N/A,N/A,2.5\n";
        let (good, said) = table(text, &emptying);
        assert_eq!(said, [""; 0]);
        assert_eq!((good.rows[0].tips.as_deref(), good.rows[1].tips.as_deref()), (Some("- push"), None));
        assert_eq!((good.rows[1].definition.as_str(), found.rows[1].name.as_str()), ("", "NA"));
        // Without the word, a column of numbers says which cell is none.
        let plain = Wanted { dialect: Dialect::default(), ..emptying };
        assert!(table(text, &plain).1.iter().any(|said| said.contains("(cell E2)")));
    }
}
