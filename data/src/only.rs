//! A part of a table: `only = "4xx, 200, 300-304"` and `skip("Reserved")`. Before rows are checked, so that
//! those that are not kept have no findings.

use crate::code::{Code, CodeType};
use crate::finding::Subject;
use crate::number;
use crate::refusal::RowFault;
use crate::report::Report;
use crate::role::Role;
use crate::schema::{Bound, BoundRow, SkipTexts};
use crate::text;
use crate::trust::Trust;
use crate::wanted::{Pick, Wanted};

/// What one entry of a selection asks for.
pub(crate) enum Entry {
    /// `404`, `-2`, `23505`.
    Exact(Code),
    /// `300-304`, both ends included.
    Range(i128, i128),
    /// `08*`, of text codes.
    Prefix(String),
}

impl Entry {
    fn parse(text: &str, is_integer: bool) -> Option<Self> {
        if !is_integer {
            return Some(match text.strip_suffix('*').filter(|prefix| !prefix.is_empty()) {
                Some(prefix) => Self::Prefix(prefix.to_owned()),
                None => Self::Exact(Code::Text(text.to_owned())),
            });
        }
        if let Some(code) = number(text) {
            return Some(Self::Exact(Code::Int(code)));
        }
        let digits = text.trim_end_matches(['x', 'X']);
        let wild = u32::try_from(text.len() - digits.len()).ok()?;
        if (1..=18).contains(&wild) && text::is_number(digits) {
            let span = 10_i128.checked_pow(wild)?;
            let first = digits.parse::<i128>().ok()?.checked_mul(span)?;
            return Some(Self::Range(first, first + (span - 1)));
        }
        // The dash after the first character: a leading one is a sign.
        let dash = text.get(1..)?.find('-')? + 1;
        let (first, last) = (text.get(..dash)?, text.get(dash + 1..)?);
        Some(Self::Range(number(first.trim())?, number(last.trim())?))
    }

    pub(crate) fn selects(&self, code: &Code) -> bool {
        match (self, code) {
            (Self::Exact(wanted), code) => wanted == code,
            (Self::Range(first, last), Code::Int(code)) => first <= code && code <= last,
            (Self::Prefix(prefix), Code::Text(code)) => code.starts_with(prefix),
            (Self::Range(..), Code::Text(_)) | (Self::Prefix(_), Code::Int(_)) => false,
        }
    }

    /// Whether it selects any code of a range.
    fn meets(&self, (from, to): (i128, i128)) -> bool {
        match self {
            Self::Exact(Code::Int(code)) => (from..=to).contains(code),
            Self::Range(first, last) => *first <= to && from <= *last,
            Self::Exact(Code::Text(_)) | Self::Prefix(_) => false,
        }
    }
}

/// An entry of `only` where nothing is known of the table: what it selects of integers, and of texts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// The first and the last integer.
    pub range: Option<(i128, i128)>,
    /// The text, or with `is_prefix` how it begins.
    pub text: String,
    /// Whether the entry ends in `*`.
    pub is_prefix: bool,
}

impl Reading {
    /// What an entry says.
    pub fn new(entry: &str) -> Self {
        let range = match Entry::parse(entry, true) {
            Some(Entry::Exact(Code::Int(code))) => Some((code, code)),
            Some(Entry::Range(first, last)) => Some((first, last)),
            _ => None,
        };
        match Entry::parse(entry, false) {
            Some(Entry::Prefix(text)) => Self { range, text, is_prefix: true },
            _ => Self { range, text: entry.to_owned(), is_prefix: false },
        }
    }
}

/// A number as the table's cells may have it, and with leading zeros, which do no harm here.
fn number(text: &str) -> Option<i128> {
    number::plain_integer(text).or_else(|| text.parse().ok())
}

/// Leaves out the rows that no entry of `only` selects, and those that `skip` names. What selects or names nothing is a
/// finding.
pub(crate) fn select(bound: &mut Bound<'_>, wanted: &Wanted, file: Trust, report: &mut Report) {
    // What is said if rows are left; if none is, that is all that is said.
    let mut idle: Vec<(Subject, RowFault)> = Vec::new();
    let kept = keep(bound, wanted, file, &mut idle, report);
    skip(bound, wanted, &kept, &mut idle, report);
    if bound.rows.is_empty() && bound.left.is_any() && file == Trust::Sound {
        let (only, skip) = (bound.left.by_only, bound.left.by_skip);
        let subject = if only > skip { Subject::Only } else { Subject::Word("skip") };
        let is_text = wanted.code == CodeType::Text && wanted.only.iter().any(|pick| matches!(pick, Pick::Text(_)));
        report.refuse(bound.file(), None, subject, RowFault::NothingLeft { only, skip, is_text }.into());
        idle.retain(|(_, fault)| matches!(fault, RowFault::SkipsNothing { .. }));
    }
    // What an entry means that cannot be read, another one may miss.
    for (subject, fault) in idle {
        report.refuse(bound.file(), None, subject, fault.into());
    }
}

/// Which rows `only` keeps. A row whose code cannot be read is kept, and is reported, unless it is a range that is left
/// out altogether.
fn keep(
    bound: &mut Bound<'_>,
    wanted: &Wanted,
    file: Trust,
    idle: &mut Vec<(Subject, RowFault)>,
    report: &mut Report,
) -> Vec<bool> {
    let Selection { entries, is_readable } = Selection::of(bound.file(), "only", &wanted.only, wanted, report);
    if !is_readable {
        bound.trust = Trust::Guessed;
    }
    if entries.is_empty() {
        return vec![true; bound.rows.len()];
    }
    let is_integer = !matches!(wanted.code, CodeType::Text);
    let mut codes: Vec<Option<Code>> = Vec::with_capacity(bound.rows.len());
    let mut kept = Vec::with_capacity(bound.rows.len());
    // A row that cannot be read may be the one that an entry means.
    let mut is_whole = file == Trust::Sound;
    for row in &bound.rows {
        let code = code_of(bound, row, wanted);
        let range = number::range_of(bound.text(row, Role::Code), wanted.radix).filter(|_| is_integer);
        let is_elsewhere = range.is_some_and(|range| !entries.iter().any(|entry| entry.selects.meets(range)));
        let is_unread = code.is_none() && !is_elsewhere;
        is_whole &= !is_unread;
        kept.push(is_unread);
        codes.push(code);
    }
    for entry in &entries {
        let mut found = false;
        for (kept, code) in kept.iter_mut().zip(&codes) {
            if code.as_ref().is_some_and(|code| entry.selects.selects(code)) {
                *kept = true;
                found = true;
            }
        }
        if !found && is_whole {
            let fault = RowFault::SelectsNothing { word: "only", entry: entry.text.to_owned(), is_text: !is_integer };
            idle.push((Subject::Entry("only", entry.index), fault));
        }
    }
    kept
}

/// Leaves out the rows that `only` does not keep, and those whose name or phrase `skip` has, in any ASCII case and with or
/// without parentheses.
fn skip(
    bound: &mut Bound<'_>,
    wanted: &Wanted,
    kept: &[bool],
    idle: &mut Vec<(Subject, RowFault)>,
    report: &mut Report,
) {
    for (index, pick) in wanted.skip.iter().enumerate() {
        if matches!(pick, Pick::Text(text) if text.trim().is_empty()) {
            let subject = Subject::Entry("skip", index);
            report.refuse(bound.file(), None, subject, RowFault::EmptyText { word: "skip" }.into());
        }
    }
    let texts = SkipTexts::new(wanted);
    let mut rows = Vec::with_capacity(bound.rows.len());
    for (row, kept) in std::mem::take(&mut bound.rows).into_iter().zip(kept) {
        let mut entry = None;
        if !texts.is_empty() {
            for role in [Role::Name, Role::Reason] {
                entry = entry.or_else(|| texts.entry_of(bound.text(&row, role)));
            }
        }
        if let Some(entry) = entry {
            bound.left.uses(entry);
        }
        if !kept {
            bound.left.by_only += 1;
            #[cfg(feature = "readers")]
            bound.left.dropped.extend(bound.skipped(&row));
        } else if entry.is_some() {
            bound.left.by_skip += 1;
            if let Some(skipped) = bound.skipped(&row) {
                bound.left.skipped.push(skipped);
            }
        } else {
            rows.push(row);
        }
    }
    bound.rows = rows;
    for (index, pick) in wanted.skip.iter().enumerate() {
        match pick {
            Pick::Text(text)
                if !text.trim().is_empty() && !bound.left.used.iter().any(|used| texts.are_alike(*used, index)) =>
            {
                idle.push((Subject::Entry("skip", index), RowFault::SkipsNothing { text: text.clone() }));
            }
            Pick::Text(_) | Pick::Cell { .. } => {}
        }
    }
}

/// The code of a row; `None` if its cell cannot be read.
pub(crate) fn code_of(bound: &Bound<'_>, row: &BoundRow<'_>, wanted: &Wanted) -> Option<Code> {
    let cell = bound.cell(row, Role::Code).filter(|cell| !cell.text.is_empty())?;
    wanted.code_in(&cell).ok()
}

/// An entry as the user wrote it.
struct Written<'o> {
    /// Which text of the word it is in.
    index: usize,
    text: &'o str,
    selects: Entry,
}

/// Codes that are selected.
pub(crate) struct Selection<'o> {
    entries: Vec<Written<'o>>,
    /// Whether each entry can be read; what cannot is reported.
    is_readable: bool,
}

impl<'o> Selection<'o> {
    fn of(file: &str, word: &'static str, picks: &'o [Pick], wanted: &Wanted, report: &mut Report) -> Self {
        let mut selection = Self { entries: Vec::new(), is_readable: true };
        for (index, pick) in picks.iter().enumerate() {
            let Pick::Text(codes) = pick else { continue };
            let subject = Subject::Entry(word, index);
            if codes.trim().is_empty() {
                report.refuse(file, None, subject, RowFault::EmptyText { word }.into());
                selection.is_readable = false;
            } else {
                selection.append(file, word, (index, codes, subject), wanted, report);
            }
        }
        selection
    }

    /// Those of a word that is one text.
    pub(crate) fn of_text(
        file: &str,
        word: &'static str,
        codes: &'o str,
        subject: Subject,
        wanted: &Wanted,
        report: &mut Report,
    ) -> Self {
        let mut selection = Self { entries: Vec::new(), is_readable: true };
        if codes.trim().is_empty() {
            let fault = RowFault::NotASelection { word, entry: String::new() };
            report.refuse(file, None, subject, fault.into());
        } else {
            selection.append(file, word, (0, codes, subject), wanted, report);
        }
        selection
    }

    fn append(
        &mut self,
        file: &str,
        word: &'static str,
        (index, codes, subject): (usize, &'o str, Subject),
        wanted: &Wanted,
        report: &mut Report,
    ) {
        for text in codes.split(',').map(str::trim) {
            match entry(text, word, wanted) {
                Ok(selects) => self.entries.push(Written { index, text, selects }),
                Err(fault) => {
                    report.refuse(file, None, subject, fault.into());
                    self.is_readable = false;
                }
            }
        }
    }

    /// Whether it selects a code.
    pub(crate) fn has(&self, code: &Code) -> bool {
        self.entries.iter().any(|entry| entry.selects.selects(code))
    }
}

pub(crate) fn entry(text: &str, word: &'static str, wanted: &Wanted) -> Result<Entry, RowFault> {
    let entry = text.to_owned();
    if text.is_empty() {
        return Err(RowFault::StrayComma { word });
    }
    if wanted.radix && is_bare(text) {
        let digits = text.trim_start_matches('-');
        let of = |radix| u128::from_str_radix(digits, radix).ok();
        let (hex, decimal) = (of(16), of(10));
        return Err(RowFault::BareNumber {
            word,
            entry,
            hex: hex.map(|number| (format!("0x{digits}"), number)),
            decimal: decimal.map(|number| (format!("0x{number:X}"), number)),
        });
    }
    match Entry::parse(text, !matches!(wanted.code, CodeType::Text)) {
        Some(Entry::Range(first, last)) if first > last => {
            Err(RowFault::Backwards { word, entry, first: first.to_string(), last: last.to_string() })
        }
        Some(selects) => Ok(selects),
        None => Err(RowFault::NotASelection { word, entry }),
    }
}

/// Whether a selection of hexadecimal codes has a number without `0x`.
fn is_bare(text: &str) -> bool {
    let is_digits = |text: &str| {
        let digits = text.trim().trim_start_matches('-').to_ascii_lowercase();
        text::begins(&digits, |c| c.is_ascii_hexdigit())
            && !digits.starts_with("0x")
            && text::all(&digits, |byte| byte.is_ascii_hexdigit() || byte == 'x')
    };
    let ends = text.get(1..).and_then(|rest| rest.find('-')).and_then(|dash| text.split_at_checked(dash + 1));
    match ends {
        Some((first, last)) => is_digits(first) || is_digits(last.trim_start_matches('-')),
        None => is_digits(text),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kind::Value;
    use crate::model::Category;
    use crate::rule::Rule;
    use crate::testing::{rows, table, wanted};

    const FAULTS: &str = "code,reason,Sev,Class\n-2,Open,low,Door\n-1,Shut,high,Door\n7,Lost,low,Key\n40,A,mid,X\n49,B,low,Key\n\
                          404,C,high,Z\n410,D,low,Key";

    fn selecting(code: &str, only: &str) -> Wanted {
        Wanted { only: vec![only.into()], ..wanted(code) }
    }

    /// The rows that remain and what is said, of integer codes.
    fn select_of(only: &str) -> (String, Vec<String>) {
        let (part, findings) = table(FAULTS, &selecting("i32", only).column("sev: enum"));
        (rows(&part).join(", "), findings)
    }

    #[test]
    fn codes_classes_and_ranges_select_rows_in_the_order_of_the_table() {
        let cases = [
            ("404", "404 C"),
            ("410, 404,404", "404 C, 410 D"),
            ("4xx", "404 C, 410 D"),
            ("4X", "40 A, 49 B"),
            ("40x", "404 C"),
            ("404 - 410", "404 C, 410 D"),
            ("8-49", "40 A, 49 B"),
            ("-1", "-1 Shut"),
            ("-2--1", "-2 Open, -1 Shut"),
            ("-1-7", "-1 Shut, 7 Lost"),
            ("0x194", "404 C"),
            ("0x7-0x28,-0x1", "-1 Shut, 7 Lost, 40 A"),
            ("007", "7 Lost"),
            ("404-404", "404 C"),
            ("0x", "7 Lost"),
        ];
        for (only, remain) in cases {
            assert_eq!(select_of(only), (remain.to_owned(), vec![]), "{only}");
        }
    }

    #[test]
    fn what_selects_nothing_is_a_finding() {
        const ALL: &str = "-2 Open, -1 Shut, 7 Lost, 40 A, 49 B, 404 C, 410 D";
        const EMPTY: &str = "an empty text selects nothing; to keep rows by an empty cell write only(\"Header\" = \"\") \
                             [skip_empty]";
        let none = |entry: &str| format!("t.csv: {entry:?} in `only` selects no row of the table [empty_selection]");
        let nothing = "t.csv: no row is left: `only` leaves out all 7 rows [no_rows]".to_owned();
        let junk = |entry: &str| {
            format!(
                "t.csv: {entry:?} in `only` is not a selection; write codes (200), classes (4xx) or ranges (300-304), \
                 separated by commas [bad_selection]"
            )
        };
        let cases = [
            ("", ALL, format!("t.csv: {EMPTY}")),
            (" ", ALL, format!("t.csv: {EMPTY}")),
            (
                "404,",
                "404 C",
                "t.csv: `only` has a comma with nothing beside it; take the comma out [bad_selection]".to_owned(),
            ),
            ("404, 405", "404 C", none("405")),
            ("5xx", "", nothing.clone()),
            ("300-304, 500", "", nothing),
            ("410-404", ALL, "t.csv: \"410-404\" in `only` runs backwards; write 404-410 [bad_selection]".to_owned()),
            ("4xx; 5xx", ALL, junk("4xx; 5xx")),
            ("xxx", ALL, junk("xxx")),
            ("x4", ALL, junk("x4")),
            ("-", ALL, junk("-")),
            ("4-", ALL, junk("4-")),
            ("-4xx", ALL, junk("-4xx")),
            ("4xxxxxxxxxxxxxxxxxxx", ALL, junk("4xxxxxxxxxxxxxxxxxxx")),
            ("\u{ff14}xx", ALL, junk("\u{ff14}xx")),
            ("4xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx", ALL, junk("4xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx")),
            ("170141183460469231731687303715884105728", ALL, junk("170141183460469231731687303715884105728")),
        ];
        for (only, remain, said) in cases {
            assert_eq!(select_of(only), (remain.to_owned(), vec![said]), "{only}");
        }
    }

    #[test]
    fn text_codes_are_compared_exactly() {
        let states = "code,reason\n00000,A\n4xx,B\n1-3,C\n23505,D";
        for (only, remain, said) in [
            ("23505, 4xx", "4xx B, 23505 D", vec![]),
            ("1-3", "1-3 C", vec![]),
            (
                "0",
                "",
                vec![
                    "t.csv: no row is left: `only` leaves out all 4 rows; text codes are compared exactly, and 08* is all that begin with 08 [no_rows]",
                ],
            ),
        ] {
            let (part, findings) = table(states, &selecting("str", only));
            assert_eq!(
                (rows(&part).join(", "), findings),
                (remain.to_owned(), said.iter().map(ToString::to_string).collect())
            );
        }
    }

    #[test]
    fn categories_are_those_of_the_rows_that_are_kept() {
        let (part, findings) = table(FAULTS, &selecting("i32", "-1, 7, 49").column("sev: enum"));
        assert_eq!(findings, [""; 0]);
        let names = |categories: &[Category]| {
            categories.iter().map(|category| format!("{} {}", category.name, category.rows)).collect::<Vec<_>>()
        };
        assert_eq!(names(&part.classes), ["Door 1", "Key 2"]);
        assert_eq!(names(&part.columns[0].categories), ["High 1", "Low 2"]);
        let indexes: Vec<_> = part.rows.iter().map(|row| (row.class, row.values[0].clone())).collect();
        assert_eq!(
            indexes,
            [(Some(0), Value::Category(0)), (Some(1), Value::Category(1)), (Some(1), Value::Category(1))]
        );
    }

    #[test]
    fn text_codes_are_selected_by_how_they_begin() {
        let (part, findings) = table("code,name\n08006,A\n0A000,B\n08P01,C\n", &selecting("str", "08*"));
        assert_eq!((rows(&part).join(", "), findings), ("08006 A, 08P01 C".to_owned(), vec![]));
    }

    #[test]
    fn a_range_that_is_left_out_altogether_is_not_a_wrong_code() {
        let text = "code,reason\n1,A\n9,B\n10,Unassigned\n11,Unassigned\n20-29,Reserved\n3xx,Reserved\n";
        let (part, findings) = table(text, &selecting("u16", "1-9"));
        assert_eq!((rows(&part).join(", "), findings.len()), ("1 A, 9 B".to_owned(), 0));
        for meets in ["1-9, 25", "1-9, 20-24", "9, 12-20", "29-40"] {
            let (_, findings) = table(text, &selecting("u16", meets));
            assert_eq!(
                findings,
                [
                    "t.csv:6:1 (cell A6): \"20-29\" is not a whole number; a row has one code: leave such rows out, or write a row \
                  for each"
                ],
                "{meets}"
            );
        }
    }

    #[test]
    fn rows_that_are_skipped_are_not_checked() {
        let skipping =
            |texts: &[&str]| Wanted { skip: texts.iter().map(|text| Pick::from(*text)).collect(), ..wanted("u8") };
        let text = "code,reason\n1,A\n2,(Unassigned)\n3,unassigned\n10-19,Reserved (see 4)\n,Reserved\n4,B\n";
        let (part, findings) = table(text, &skipping(&["Unassigned", "reserved"]));
        assert_eq!((rows(&part).join(", "), findings), ("1 A, 4 B".to_owned(), vec![]));
        let both = skipping(&["Reserved", "Reserved (see 4)"]);
        assert_eq!(table("code,reason\n1,A\n2,Reserved (see 4)\n", &both).1, [""; 0]);
        let (_, findings) = table("code,reason\n1,A\n", &skipping(&["Unassigned"]));
        assert_eq!(
            findings,
            ["t.csv: \"Unassigned\" in `skip` is the name or the phrase of no row; take it out [idle_skip]"]
        );
    }

    #[test]
    fn nothing_is_said_of_rows_that_are_not_kept() {
        let said = |text: &str, only: &str| table(text, &selecting("u8", only)).1;
        assert_eq!(said("code,reason\n1,A\n2,\n3,A", "1"), [""; 0]);
        // A row that is wrong is not missed as well, and neither is one whose code cannot be read.
        assert_eq!(
            said("code,reason\n1,A\n2,", "2"),
            ["t.csv:3:3 (cell B3): the cell is empty, in column \"reason\"; fill it"]
        );
        assert_eq!(
            said("code,reason\n1,A\n2,\"B\n3,C\n", "3"),
            [
                "t.csv:3:3 (cell B3): the quote that opens here is never closed; close it at the end of the cell, or take it \
                 out [unclosed_quote]",
            ]
        );
        assert_eq!(
            said("code,reason\n1,A\nx,B", "1, 2"),
            ["t.csv:3:1 (cell A3): \"x\" is not a whole number; write a whole number from 0 to 255"]
        );
    }

    /// `4xx`, or `Model = A`: entries of `only` or `skip`.
    fn picks(entries: &[&str]) -> Vec<Pick> {
        let pick = |entry: &&str| match entry.split_once(" = ") {
            Some((header, cell)) => Pick::Cell { header: header.to_owned(), cell: cell.to_owned() },
            None => Pick::from(*entry),
        };
        entries.iter().map(pick).collect()
    }

    const MODELS: &str = "Model,Site,code,reason\nA,North,1,Open\nB,North,1,Shut\nA,South,2,Lost\nC,North,2,Found\n\
                          D  Plus,,3,Held\na,west,x,Odd\n";

    #[test]
    fn rows_are_chosen_by_other_columns_before_anything_is_checked() {
        struct Case(
            &'static str,
            &'static [&'static str],
            &'static [&'static str],
            &'static str,
            &'static [&'static str],
        );
        const NO_CELL: &str = "t.csv: no row has \"E\" in column \"Model\"; its cells are \"A\", \"B\", \"C\", \"D  Plus\", \"a\" [no_such_cell]";
        const NO_HEADER: &str = "t.csv: there is no header \"Modell\"; did you mean \"Model\"? [missing_header]";
        const ODD: &str = "t.csv:7:8 (cell C7): \"x\" is not a whole number; write a whole number from 0 to 255";
        let cases = [
            Case("one value", &["Model = B"], &[], "1 Shut", &[]),
            Case("any ASCII case", &["model = c"], &[], "2 Found", &[]),
            Case("a row that is kept is checked", &["Model = A"], &[], "1 Open, 2 Lost", &[ODD]),
            Case("several values of a column: any", &["Model = B", "Model = D Plus"], &[], "1 Shut, 3 Held", &[]),
            Case("several columns: all", &["Model = A", "Site = South"], &[], "2 Lost", &[]),
            Case("codes and a column", &["2-3", "Site = North"], &[], "2 Found", &[]),
            Case("an empty cell", &["Site = "], &[], "3 Held", &[]),
            Case("skip takes any", &[], &["Model = a", "Site = North"], "3 Held", &[]),
            Case("only and skip", &["Site = North"], &["Model = A", "Model = B"], "2 Found", &[]),
            Case("a cell that no row has", &["Model = E"], &[], "", &[NO_CELL]),
            Case("a header that is not there", &["Modell = A", "Site = North"], &[], "", &[NO_HEADER]),
            Case("the same of skip", &[], &["Modell = A"], "", &[NO_HEADER]),
            Case(
                "no row fits all",
                &["Model = B", "Site = South"],
                &[],
                "",
                &["t.csv: no row is left: `only` leaves out all 6 rows [no_rows]"],
            ),
            Case(
                "both leave out",
                &["Model = B", "Model = C"],
                &["Site = North"],
                "",
                &["t.csv: no row is left: `only` leaves out 4 rows, and `skip` leaves out 2 rows [no_rows]"],
            ),
            Case(
                "an empty text beside a column",
                &[],
                &["", "Model = A"],
                "1 Shut, 2 Found, 3 Held",
                &[
                    "t.csv: an empty text skips nothing; to leave rows out by an empty cell write skip(\"Header\" = \"\") [skip_empty]",
                ],
            ),
        ];
        for Case(name, only, skip, kept, said) in cases {
            let (part, findings) = table(
                MODELS,
                &Wanted { only: picks(only), skip: picks(skip), allow: vec![Rule::SkippedCode], ..wanted("u8") },
            );
            assert_eq!(findings, said, "{name}");
            let is_known =
                !said.iter().any(|said| said.contains("[no_such_cell]") || said.contains("[missing_header]"));
            if is_known {
                assert_eq!(rows(&part).join(", "), kept, "{name}");
            }
            assert_eq!(part.trust == Trust::Guessed, !is_known, "{name}");
        }
    }

    #[test]
    fn an_entry_that_leads_to_nothing_is_where_it_is_written() {
        let wanted = Wanted { only: picks(&["1", "Model = Z"]), skip: picks(&["Shut", "Sight = "]), ..wanted("u8") };
        let mut report = Report::new();
        crate::compile(&crate::Source::from_bytes("t.csv", MODELS), &wanted, &mut report);
        let mut subjects: Vec<Subject> = report.into_findings().iter().map(|finding| finding.subject).collect();
        subjects.sort_unstable();
        assert_eq!(subjects, [Subject::Entry("only", 1), Subject::Entry("skip", 1)]);
    }

    #[test]
    fn a_file_is_chosen_from_before_it_is_laid_over_a_reference() {
        let own = "Model,code,tips,reason\nA,404,Of A.,\nB,404,Of B.,\nB,599,,Gone Fishing\n";
        let tips = |only: &[&str], skip: &[&str]| {
            let wanted = Wanted { only: picks(only), skip: picks(skip), ..wanted("u16") };
            let (table, findings) = crate::testing::over_http(own, &wanted);
            assert_eq!(findings, [""; 0], "{only:?} {skip:?}");
            let tips = table.rows.iter().find(|row| row.name == "NotFound").and_then(|row| row.tips.clone());
            (tips.unwrap_or_default(), table.rows.len())
        };
        let plain = crate::testing::over_http("code,tips\n200,A\n", &wanted("u16")).0;
        let plain = plain.rows.iter().find(|row| row.name == "NotFound").unwrap().tips.clone().unwrap_or_default();
        let cases: [(&[&str], &[&str], &str, usize); 4] = [
            (&["Model = A"], &[], "Of A.", 62),
            (&["Model = B"], &[], "Of B.", 63),
            (&[], &["Model = B"], "Of A.", 62),
            (&["4xx, 5xx", "Model = B"], &["Not Found", "Gone Fishing"], &plain, 40),
        ];
        for (only, skip, expected, count) in cases {
            let (tips, rows) = tips(only, skip);
            if skip.len() < 2 {
                assert_eq!((tips.as_str(), rows), (expected, count), "{only:?} {skip:?}");
            } else {
                assert!(rows < 50 && tips.is_empty(), "{only:?} {skip:?}");
            }
        }
    }

    #[test]
    fn a_heading_is_skipped_by_its_first_cell() {
        struct Case(&'static str, &'static str, &'static str, &'static [&'static str], &'static str);
        let cases = [
            Case(
                "a type row and a heading",
                "u8",
                "id,title\nint,string\nDrives,\n1,Runs\n",
                &["int", "drives"],
                "1 Runs",
            ),
            Case("a code beside it", "u8", "Area,Code,Title\nDrives,,\nDrives,1,Runs\n", &["Drives"], "1 Runs"),
            Case(
                "text codes with digits",
                "str",
                "Code,Title\nDrives,\nE1,Runs\nE2,Stands\n",
                &["Drives"],
                "E1 Runs, E2 Stands",
            ),
            Case("a range that is not a code", "u8", "Code,Title\n10-19,\n1,Runs\n", &["10-19"], "1 Runs"),
            Case("a class of codes by its name", "u16", "Code,Title\n1xx,Info\n100,Runs\n", &["Info"], "100 Runs"),
        ];
        for Case(name, code, text, skip, kept) in cases {
            let (part, findings) = table(text, &Wanted { skip: picks(skip), ..wanted(code) });
            assert_eq!((rows(&part).join(", "), findings), (kept.to_owned(), vec![]), "{name}");
        }
        // Not where the row has a code.
        let (_, findings) =
            table("Area,Code,Title\nDrives,1,Runs\n", &Wanted { skip: picks(&["Drives"]), ..wanted("u8") });
        assert_eq!(
            findings,
            ["t.csv: \"Drives\" in `skip` is the name or the phrase of no row; take it out [idle_skip]"]
        );
        // And `only` alone does not hide a code that cannot be read.
        let (_, findings) = table("Code,Title\n1O5,Runs\n1,Stands\n", &Wanted { only: picks(&["1"]), ..wanted("u8") });
        assert_eq!(findings.len(), 1);
    }

    #[test]
    fn a_bare_number_is_neither_hexadecimal_nor_decimal() {
        let said = |only: &str, text: &str| {
            let wanted = Wanted { only: picks(&[only]), radix: true, ..wanted("u16") };
            table(text, &wanted).1
        };
        let text = "Code,Title\n10,Runs\n16,Stands\n1F,Falls\n";
        let bare = |entry: &str, write: &str| {
            vec![format!("t.csv: {entry:?} in `only` may be hexadecimal or decimal; write {write} [bare_number]")]
        };
        assert_eq!(said("0x16, 0x10", text), [""; 0]);
        assert_eq!(said("0x10-0x1F", text), [""; 0]);
        assert_eq!(said("16", text), bare("16", "0x16 (22), or 0x10 (16)"));
        assert_eq!(said("5", text), bare("5", "0x5 (5)"));
        assert_eq!(said("1F", text), bare("1F", "0x1F (31)"));
        assert_eq!(said("10-1F", text), bare("10-1F", "0x before each number"));
        assert_eq!(said("0x10-1F", text), bare("0x10-1F", "0x before each number"));
        assert_eq!(said("1xx", text), bare("1xx", "0x before each number"));
        // Without `radix`, the cells have the mark, and a number is decimal.
        let wanted = Wanted { only: picks(&["16"]), ..wanted("u16") };
        let (part, findings) = table("Code,Title\n0x10,Runs\n", &wanted);
        assert_eq!((rows(&part), findings), (vec!["16 Runs".to_owned()], vec![]));
    }
}
