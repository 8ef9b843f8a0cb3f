//! Notes: what is probable and legal in a table without findings. `check` alone says them, so a user's build has none of
//! this.

use std::collections::{BTreeMap, BTreeSet};

use super::cures::Text;
use super::lints::has_html;
use crate::finding::{Edit, Finding, Place, Subject};
use crate::kind::{Kind, Variants};
use crate::model::Table;
use crate::name::quote;
use crate::report::Report;
use crate::role::Role;
use crate::rule::Rule;
use crate::schema::{Bound, header_position};
use crate::sheet::Record;
use crate::text;
use crate::wanted::{Pick, Wanted};

/// So many rows are named, of which a note is true.
const NAMED: usize = 3;

/// Looks at a table that was read.
pub(crate) fn look(bound: &Bound<'_>, wanted: &Wanted, table: &Table, report: &mut Report) {
    if !bound.own.sheet.origin.is_own() || !report.is_empty() {
        return;
    }
    let mut notes = Notes { bound, wanted, found: Vec::new() };
    notes.unused_columns();
    notes.dropped_rows();
    notes.near_duplicates(table);
    notes.same_rows();
    notes.no_meaning();
    notes.html_in_texts();
    notes.partly_translated(table);
    for note in notes.found {
        report.note(note);
    }
}

/// What nobody reads, each with its cure: blanks after codes and names, empty rows and columns at the end; and several
/// aliases with something else than a bar between them.
pub(crate) fn edges(text: &[u8], bound: &Bound<'_>, wanted: &Wanted, table: &Table, report: &mut Report) {
    let text = &Text::new(text, bound.own.sheet.delimiter);
    blanks(text, bound, wanted, report);
    let cuts = super::cures::empty_ends(text, bound);
    let is_own = bound.own.sheet.origin.is_own() && report.is_empty();
    if let (Some((place, _)), true) = (cuts.first(), is_own && !wanted.allows(Rule::EmptyEnd)) {
        let fix = cuts.iter().map(|(_, edit)| edit.clone()).collect();
        let message = "there are empty rows or columns at the end".to_owned();
        report.note(note(bound, *place, Rule::EmptyEnd, message, fix));
    }
    if is_own && !wanted.allows(Rule::SplitAlias) {
        split_aliases(text, bound, table, report);
    }
}

/// Cells of several aliases that a bar would keep apart for everybody.
fn split_aliases(text: &Text<'_>, bound: &Bound<'_>, table: &Table, report: &mut Report) {
    let mut known = BTreeSet::new();
    for row in &table.rows {
        for alias in &row.aliases {
            known.insert(alias.phrase.as_str());
        }
    }
    for row in &bound.rows {
        let Some(cell) = bound.cell(row, Role::Aliases).filter(|cell| cell.origin.is_own()) else { continue };
        if text::has_one_of(cell.text, "|\n") {
            continue;
        }
        let mut parts = Vec::new();
        for part in cell.text.split([';', '\u{ff1b}', ',', '/']) {
            parts.push(part.trim());
        }
        // As the table has them: else they are one alias.
        if parts.len() > 1 && parts.iter().all(|part| known.contains(part)) {
            let fix = super::cures::bars(text, cell.place, &parts).into_iter().collect();
            let message = format!("these are {} aliases: {}", parts.len(), parts.join(" | "));
            report.note(note(bound, Some(cell.place), Rule::SplitAlias, message, fix));
        }
    }
}

fn blanks(text: &Text<'_>, bound: &Bound<'_>, wanted: &Wanted, report: &mut Report) {
    if !bound.own.sheet.origin.is_own() || !report.is_empty() || wanted.allows(Rule::LooseBlanks) {
        return;
    }
    let cuts = super::cures::blanks(text, bound);
    if let (Some((place, _)), false) = (cuts.first(), cuts.is_empty()) {
        let (mut places, mut is_header) = (Vec::new(), false);
        let header = bound.own.sheet.header().map(|header| header.line());
        for (place, _) in &cuts {
            if !places.contains(place) {
                places.push(*place);
            }
            is_header |= place.is_some_and(|place| Some(place.line) == header);
        }
        let count = places.len();
        let cells = if count == 1 { "a cell has blanks".to_owned() } else { format!("{count} cells have blanks") };
        let what = if is_header { "around a header, or after a code or a name" } else { "after a code or a name" };
        let mut fix = Vec::new();
        for (_, edit) in &cuts {
            fix.push(edit.clone());
        }
        report.note(note(bound, *place, Rule::LooseBlanks, format!("{cells} {what}"), fix));
    }
}

fn note(bound: &Bound<'_>, place: Option<Place>, rule: Rule, message: String, fix: Vec<Edit>) -> Finding {
    let file = bound.own.sheet.file.clone();
    Finding { place, subject: Subject::Table, fix, ..Finding::of_file(file, rule, message) }
}

struct Notes<'n, 's> {
    bound: &'n Bound<'s>,
    wanted: &'n Wanted,
    found: Vec<Finding>,
}

impl Notes<'_, '_> {
    fn add(&mut self, place: Option<Place>, rule: Rule, message: String) {
        if !self.wanted.allows(rule) {
            self.found.push(note(self.bound, place, rule, message, Vec::new()));
        }
    }

    /// The columns that `skip`, `only`, or a template reads.
    fn named(&self) -> Vec<usize> {
        let sheet = self.bound.own.sheet;
        let mut named = Vec::new();
        for pick in self.wanted.only.iter().chain(&self.wanted.skip) {
            if let Pick::Cell { header, .. } = pick {
                named.extend(header_position(sheet, header));
            }
        }
        for composed in &sheet.composed {
            named.extend(&composed.named);
        }
        named
    }

    fn unused_columns(&mut self) {
        let own = &self.bound.own;
        let Some(header) = own.sheet.header() else { return };
        let mut width = header.width();
        for record in own.sheet.records() {
            width = width.max(record.width());
        }
        let named = self.named();
        for column in 0..width {
            let of_languages = own.languages.columns.iter().map(|(.., column)| column);
            let mut read = own.roles.iter().flatten().chain(own.columns.iter().flatten()).chain(of_languages);
            let is_read = read.any(|read| *read == column);
            let cell = header.cell(column);
            let is_called_nothing = own.sheet.is_header_given && cell.text.is_empty();
            if is_read || is_called_nothing || named.contains(&column) {
                continue;
            }
            let mut filled = own.sheet.records().filter(|record| !record.text(column).is_empty());
            let Some(first) = filled.next() else { continue };
            if cell.text.is_empty() {
                let message = "nothing reads this column, which has cells and no header".to_owned();
                self.add(Some(first.cell(column).place), Rule::UnusedColumn, message);
            } else {
                let place = (!own.sheet.is_header_given).then_some(cell.place);
                self.add(place, Rule::UnusedColumn, format!("nothing reads the column {}", quote(cell.text)));
            }
        }
    }

    /// Rows of one's own that `only` drops, though a row over a reference is there to be seen.
    fn dropped_rows(&mut self) {
        let by_column = self.wanted.only.iter().any(|pick| matches!(pick, Pick::Cell { .. }));
        if self.bound.base.is_none() || by_column {
            return;
        }
        let dropped = &self.bound.left.dropped;
        let Some(first) = dropped.first() else { return };
        let mut named = Vec::new();
        for row in dropped {
            named.push(format!("{} ({})", row.code.text, row.text));
        }
        let (listed, rows) = (listed(&named), if named.len() == 1 { "a row" } else { "rows" });
        self.add(Some(first.code.place), Rule::DroppedRow, format!("`only` drops {rows} of this file: {listed}"));
    }

    /// A value that is one letter from one with more rows.
    fn near_duplicates(&mut self, table: &Table) {
        for column in table.columns.iter().filter(|column| column.kind == Kind::Category(Variants::Open)) {
            for rare in &column.categories {
                let mut best = None;
                for common in &column.categories {
                    if common.rows > rare.rows && is_near(&rare.text, &common.text) {
                        best = Some(common);
                    }
                }
                let Some(common) = best else { continue };
                let index = self.bound.own.columns.get(column.wanted).copied().flatten();
                let record = index
                    .and_then(|index| self.bound.own.sheet.records().find(|record| record.text(index) == rare.text));
                let place = record.zip(index).map(|(record, index)| record.cell(index).place);
                let rows = |count: usize| if count == 1 { "1 row".to_owned() } else { format!("{count} rows") };
                let message = format!(
                    "{} is in {}, {} in {}; is it a typing error?",
                    quote(&rare.text),
                    rows(rare.rows),
                    quote(&common.text),
                    rows(common.rows)
                );
                self.add(place, Rule::NearDuplicate, message);
            }
        }
    }

    /// Later rows with a code that another row has, where `duplicates` takes them in.
    /// Rows that share a code: which are merged, and what of a later one nobody reads.
    fn same_rows(&mut self) {
        if self.wanted.duplicates.is_none() {
            return;
        }
        let mut first = BTreeMap::new();
        let (mut named, mut dropped, mut place) = (Vec::new(), BTreeSet::new(), None);
        for row in &self.bound.rows {
            let Some(cell) = self.bound.cell(row, Role::Code) else { continue };
            let Ok(code) = self.wanted.code_in(&cell) else { continue };
            match first.get(&code.to_string()) {
                Some((line, kept)) => {
                    place = place.or(Some(cell.place));
                    named.push(format!("{} (line {line} and line {})", cell.text, cell.place.line));
                    if let (Some(kept), Some(later)) = (kept, row.own) {
                        self.add_dropped(*kept, later, &mut dropped);
                    }
                }
                None => {
                    first.insert(code.to_string(), (cell.place.line, row.own));
                }
            }
        }
        if named.is_empty() {
            return;
        }
        let mut message = format!("later rows are merged into the first with their code: {}", listed(&named));
        if !dropped.is_empty() {
            let header = self.bound.own.sheet.header();
            let mut headers = Vec::new();
            for column in dropped {
                headers.push(quote(header.map_or("", |header| header.text(column))));
            }
            message = format!("{message}; what they say otherwise is dropped, in {}", headers.join(", "));
        }
        self.add(place, Rule::SameRow, message);
    }

    /// Adds the columns that are read, and in which a later row says something else than the one that is kept.
    fn add_dropped(&self, kept: Record<'_>, later: Record<'_>, dropped: &mut BTreeSet<usize>) {
        let own = &self.bound.own;
        let mut read: Vec<usize> = own.columns.iter().flatten().copied().collect();
        for role in Role::ALL {
            if !matches!(role, Role::Code | Role::Name | Role::Reason | Role::Aliases) {
                read.extend(own.role(role));
            }
        }
        for column in read {
            let text = later.text(column);
            if !text.is_empty() && text != kept.text(column) {
                dropped.insert(column);
            }
        }
    }

    /// Definitions and tips with a wiki's HTML, which is shown as it is: once a column.
    fn html_in_texts(&mut self) {
        let own = &self.bound.own;
        if !has_html(&own.sheet.text) {
            return;
        }
        let mut columns = Vec::new();
        for role in [Role::Definition, Role::Tips, Role::Reference] {
            columns.extend(own.role(role));
        }
        for (typed, column) in self.wanted.columns.iter().zip(&own.columns) {
            if typed.kind == Kind::Text {
                columns.extend(*column);
            }
        }
        for column in columns {
            let (mut first, mut cells) = (None, 0);
            for row in &self.bound.rows {
                let Some(record) = row.own.filter(|record| record.origin().is_own()) else { continue };
                let Some(found) = super::html_in(record.text(column)) else { continue };
                first = first.or(Some((record.cell(column).place, found)));
                cells += 1;
            }
            let Some((place, found)) = first else { continue };
            let more = if cells == 1 { String::new() } else { format!("; {cells} cells of the column have such") };
            let message = format!("{found} is shown as it is here, not as HTML or a line break{more}");
            self.add(Some(place), Rule::HtmlInText, message);
        }
    }

    /// Texts that a language has a column for and no cell, where languages are to be complete; once for each of them.
    fn partly_translated(&mut self, table: &Table) {
        if self.wanted.languages.is_empty() {
            return;
        }
        let languages = &self.bound.own.languages;
        for (role, language, column) in languages.columns.iter().filter(|(role, ..)| *role != Role::Message) {
            let tags = table.languages.get(*language).cloned().unwrap_or_default();
            let is_wanted = |named: &String| crate::language::canonical(named).is_some_and(|tag| tags.contains(&tag));
            if !self.wanted.languages.iter().any(is_wanted) {
                continue;
            }
            let (mut named, mut place) = (Vec::new(), None);
            for row in &self.bound.rows {
                let Some(record) = row.own.filter(|record| record.origin().is_own()) else { continue };
                let cell = record.cell(*column);
                if cell.text.is_empty() && !self.bound.own.is_empty(record, *role) {
                    place = place.or(Some(cell.place));
                    named.push(self.bound.text(row, Role::Code).to_owned());
                }
            }
            if !named.is_empty() {
                let tag = tags.first().map_or("", String::as_str);
                let rows = if named.len() == 1 { "a row has" } else { "rows have" };
                let what = if *role == Role::Tips { "tips that are".to_owned() } else { format!("a {role} that is") };
                self.add(
                    place,
                    Rule::PartlyTranslated,
                    format!("{rows} {what} not there in {tag}: {}", listed(&named)),
                );
            }
        }
    }

    /// Rows that say neither what they mean nor what to do, where most rows do.
    fn no_meaning(&mut self) {
        let has = |role: Role| self.bound.has_role(role);
        if !has(Role::Definition) && !has(Role::Tips) {
            return;
        }
        let (mut named, mut place, mut count) = (Vec::new(), None, 0);
        for row in &self.bound.rows {
            let is_own = row.own.is_some_and(|record| record.origin().is_own());
            if !is_own {
                continue;
            }
            count += 1;
            let is_silent =
                self.bound.text(row, Role::Definition).is_empty() && self.bound.text(row, Role::Tips).is_empty();
            if let (true, Some(code)) = (is_silent, self.bound.cell(row, Role::Code)) {
                place = place.or(Some(code.place));
                named.push(code.text.to_owned());
            }
        }
        if !named.is_empty() && named.len() * 2 < count {
            let what = match (has(Role::Definition), has(Role::Tips)) {
                (true, true) => "neither a definition nor tips",
                (true, false) => "no definition",
                _ => "no tips",
            };
            let rows = if named.len() == 1 { "a row has" } else { "rows have" };
            self.add(place, Rule::NoMeaning, format!("{rows} {what}: {}", listed(&named)));
        }
    }
}

/// The first of them, and how many there are.
fn listed(named: &[String]) -> String {
    let mut listed = String::new();
    for text in named.iter().take(NAMED) {
        if !listed.is_empty() {
            listed.push_str(", ");
        }
        listed.push_str(text);
    }
    listed + &super::alike::and_more(named.len().saturating_sub(NAMED))
}

/// Whether two values are one letter apart, and not by what tells values apart: numbers, `P1` and `P2`, `Axis X` and
/// `Axis Y`.
fn is_near(one: &str, other: &str) -> bool {
    let (one, other) = (one.to_lowercase(), other.to_lowercase());
    let short = |text: &str| text.chars().count() <= 3;
    if (short(&one) && short(&other)) || strsim::osa_distance(&one, &other) != 1 {
        return false;
    }
    let of_one: Vec<&str> = one.split_whitespace().collect();
    let of_other: Vec<&str> = other.split_whitespace().collect();
    if of_one.len() != of_other.len() {
        // `Door held` and `Doorheld`.
        return true;
    }
    for (a, b) in of_one.iter().zip(&of_other) {
        let has_digit = |text: &str| text::has_digit(text);
        if a != b && ((a.chars().count() <= 2 && b.chars().count() <= 2) || has_digit(a) || has_digit(b)) {
            return false;
        }
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compile;
    use crate::reference::Reference;
    use crate::source::Source;
    use crate::testing::wanted;
    use crate::wanted::Duplicates;

    fn said(text: &str, wanted: &Wanted) -> Vec<String> {
        let mut report = Report::new();
        let _ = compile(&Source::from_bytes("t.csv", text), wanted, &mut report);
        report.take_notes().iter().map(ToString::to_string).collect()
    }

    #[test]
    fn each_note_and_its_innocents() {
        let open = || wanted("u16").column("severity: enum");
        let levels = "code,name,severity\n1,A,high\n2,B,high\n3,C,hgh\n4,D,low\n";
        let cases: Vec<(&str, &str, Wanted, &[&str])> = vec![
            (
                "a column that nothing reads",
                "code,name,Weight\n1,A,5\n",
                wanted("u16"),
                &["t.csv:1:11 (cell C1): nothing reads the column \"Weight\" [unused_column]"],
            ),
            (
                "columns of languages",
                "code,name,tips,tips:de\n1,A,x,y\n",
                Wanted { languages: vec!["en".to_owned()], ..wanted("u16") },
                &[],
            ),
            ("an empty column", "code,name,Weight\n1,A,\n", wanted("u16"), &[]),
            ("allowed", "code,name,Weight\n1,A,5\n", Wanted { allow: vec![Rule::UnusedColumn], ..wanted("u16") }, &[]),
            (
                "a column that skip reads",
                "code,name,State\n1,A,old\n2,B,new\n",
                Wanted {
                    skip: vec![Pick::Cell { header: "State".to_owned(), cell: "old".to_owned() }],
                    ..wanted("u16")
                },
                &[],
            ),
            (
                "a typing error",
                levels,
                open(),
                &[
                    "t.csv:4:5 (cell C4): \"hgh\" is in 1 row, \"high\" in 2 rows; is it a typing error? [near_duplicate]",
                ],
            ),
            ("numbered values", "code,name,severity\n1,A,Pump 1\n2,B,Pump 1\n3,C,Pump 2\n", open(), &[]),
            ("short values", "code,name,severity\n1,A,on\n2,B,on\n3,C,or\n", open(), &[]),
            ("as many rows", "code,name,severity\n1,A,high\n2,B,nigh\n", open(), &[]),
            (
                "a row without a meaning",
                "code,name,definition\n1,A,x\n2,B,y\n3,C,\n",
                wanted("u16"),
                &["t.csv:4:1 (cell A4): a row has no definition: 3 [no_meaning]"],
            ),
            (
                "a text that is partly translated",
                "code,name,tips,tips:de,reason,reason:de\n1,A,x,,a,b\n2,B,y,z,a,\n3,C,,,a,b\n4,D,x,,a,b\n",
                Wanted { languages: vec!["en".to_owned(), "de".to_owned()], ..wanted("u16") },
                &[
                    "t.csv:2:7 (cell D2): rows have tips that are not there in de: 1, 4 [partly_translated]",
                    "t.csv:3:11 (cell F3): a row has a reason that is not there in de: 2 [partly_translated]",
                    "t.csv:4:1 (cell A4): a row has no tips: 3 [no_meaning]",
                ],
            ),
            (
                "a language that need not be complete",
                "code,name,tips,tips:de\n1,A,x,\n",
                Wanted { languages: vec!["en".to_owned()], ..wanted("u16") },
                &[],
            ),
            (
                "a wiki's HTML in definitions, once",
                "code,name,definition\n1,A,Fish &amp; chips\n2,B,x<br>y\n3,C,AT&T\n",
                wanted("u16"),
                &[
                    "t.csv:2:5 (cell C2): &amp; is shown as it is here, not as HTML or a line break; 2 cells of the column have such [html_in_text]",
                ],
            ),
            (
                "a program's line break in a typed text",
                "code,name,steps\n1,A,1. Stop\\n2. Go\n",
                wanted("u16").column("steps: &str"),
                &["t.csv:2:5 (cell C2): \\n is shown as it is here, not as HTML or a line break [html_in_text]"],
            ),
            (
                "no HTML",
                "code,name,definition\n1,A,AT&T; R&D\n2,B,a < b and <id> > c\n3,C,C:\\new; \\d+\n",
                wanted("u16"),
                &[],
            ),
            ("most rows without one", "code,name,definition\n1,A,x\n2,B,\n3,C,\n", wanted("u16"), &[]),
        ];
        for (name, text, wanted, expected) in cases {
            assert_eq!(said(text, &wanted), expected, "{name}");
        }
    }

    #[test]
    fn what_is_dropped_or_merged_is_said() {
        let http = Reference::named("http").unwrap();
        let over = Wanted { only: vec![Pick::from("4xx")], ..Wanted::reference_table(http) };
        let rows = "code,name,reason\n404,NotFound,Not Found\n599,Late,Late\n";
        assert_eq!(
            said(rows, &over),
            ["t.csv:3:1 (cell A3): `only` drops a row of this file: 599 (Late) [dropped_row]"]
        );
        let first = Wanted { duplicates: Some(Duplicates::First), ..wanted("u16") };
        let merged = "code,name\n1,A\n2,B\n1,C\n";
        assert_eq!(
            said(merged, &first),
            [
                "t.csv:4:1 (cell A4): later rows are merged into the first with their code: 1 (line 2 and line 4) [same_row]"
            ]
        );
    }

    #[test]
    fn a_table_with_findings_has_no_notes() {
        assert_eq!(said("code,name,Weight\n1,A,5\n1,B,6\n", &wanted("u16")), [""; 0]);
    }
}
