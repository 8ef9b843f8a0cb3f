//! The one door: from the bytes of a file to a checked table.

mod reading;

use crate::check::{Named, check_rows};
use crate::diagnose;
use crate::diagnose::file as doctor;
#[cfg(feature = "readers")]
use crate::finding::Finding;
use crate::finding::Subject;
use crate::index::Index;
use crate::kind::{Kind, Variants};
use crate::model::Table;
use crate::reference::{Origin, Reference};
use crate::refusal::WordFault;
use crate::report::Report;
use crate::role::Role;
#[cfg(feature = "readers")]
use crate::rule::Rule;
use crate::schema::{self, Bound, Picked};
use crate::sheet::Sheet;
use crate::source::Source;
use crate::trust::Trust;
use crate::wanted::Wanted;
use crate::{compose, only, overlay, required, reserved};

/// Reads and checks the table that the user wants: the file, laid over the references of [`Wanted::base`] if there
/// are any. `None` if no table could be read, which is in the report then.
///
/// Everything that is wrong is reported, and the table has the rows that are good.
pub fn compile(source: &Source, wanted: &Wanted, report: &mut Report) -> Option<Table> {
    let table = table_of(source, wanted, report);
    diagnose::explain(wanted, report);
    #[cfg(feature = "readers")]
    if source.origin().is_own() && !report.is_empty() {
        let delimiter = reading::read(source, wanted, &mut Report::new()).delimiter;
        diagnose::cures::attach(source, delimiter, wanted, &findings_of, report);
    }
    #[cfg(feature = "readers")]
    unused_allows(source, wanted, report);
    table
}

/// Reads a table's bytes into cells, as [`Wanted::dialect`] says, and else as the file looks: see [`compile`].
pub fn read(source: &Source, wanted: &Wanted, report: &mut Report) -> Sheet {
    let sheet = reading::read(source, wanted, report);
    diagnose::explain(wanted, report);
    sheet
}

/// What is found in a table.
#[cfg(feature = "readers")]
fn findings_of(source: &Source, wanted: &Wanted) -> Report {
    let mut report = Report::new();
    table_of(source, wanted, &mut report);
    diagnose::explain(wanted, &mut report);
    report
}

/// Notes each `allow` that allows nothing in this table: without it, the table has no finding of that rule.
#[cfg(feature = "readers")]
fn unused_allows(source: &Source, wanted: &Wanted, report: &mut Report) {
    // What these find is not seen here.
    const OF_OTHERS: [Rule; 2] = [Rule::SuccessAnswer, Rule::NotPackaged];
    if !report.is_empty() || wanted.allows(Rule::UnusedAllow) {
        return;
    }
    for rule in wanted.allow.iter().filter(|rule| !OF_OTHERS.contains(rule)) {
        let mut without = wanted.clone();
        without.allow.retain(|other| other != rule);
        let mut other = findings_of(source, &without);
        let notes = other.take_notes();
        let (findings, _) = other.into_most(usize::MAX);
        if !findings.iter().chain(&notes).any(|finding| finding.rule == *rule) {
            let message = format!("`allow({rule})` allows nothing in this table; take it out");
            let note = Finding::of_file(source.file(), Rule::UnusedAllow, message);
            report.note(Finding { subject: Subject::Word("allow"), ..note });
        }
    }
}

/// The same, and what is wrong is not explained yet.
fn table_of(source: &Source, wanted: &Wanted, report: &mut Report) -> Option<Table> {
    report.show_file(source.file(), source.shown());
    if let Some(reference) = wanted.reference().filter(|reference| !reference.fits(wanted.code)) {
        let fault = WordFault::CodeType { reference, code: wanted.code };
        report.refuse(source.file(), None, Subject::Table, fault.into());
        return None;
    }
    let mut sheets = Sheets::read(source, wanted, report);
    let read = report.len();
    if !wanted.dialect.empty.is_empty() {
        sheets.empty_cells(wanted);
    }
    let mut bound = sheets.bind(wanted, report)?;
    if doctor::find_single_quotes(&bound, wanted, report) {
        bound.trust = bound.trust.max(Trust::Suspect);
    }
    doctor::find_cut_cells(&bound, wanted, report);
    let (read_trust, columns_trust) = (report.trust(), bound.own.trust);
    let table = report.trusting(bound.trust, |report| checked(&mut bound, wanted, read_trust, report));
    #[cfg(feature = "readers")]
    diagnose::notes::edges(source.bytes(), &bound, wanted, &table, report);
    sheets.forget_suspects(source.file(), read, report);
    Some(if columns_trust == Trust::Guessed { table.with_all_roles(wanted) } else { table })
}

/// The table of bound rows; how far the file can be relied on says whether a row that is not there is missing.
fn checked(bound: &mut Bound<'_>, wanted: &Wanted, file: Trust, report: &mut Report) -> Table {
    only::select(bound, wanted, file, report);
    reserved::check(bound, wanted, report);
    required::check(bound, wanted, report);
    diagnose::columns::tell_no_phrase(bound, wanted, report);
    diagnose::take_spoilt_out(bound, wanted, report);
    let http = names_http_statuses(wanted).then(|| Reference::named("http").and_then(table_of_reference)).flatten();
    let named = Named { http: http.as_ref(), table: table_of_reference };
    let (mut table, seen) = check_rows(bound, wanted, named, report);
    diagnose::look_at_rows(bound, wanted, &seen, report);
    if bound.lacks_phrase(wanted) && diagnose::columns::guess_phrase(bound, wanted) {
        // So that the user's code finds its variants, as it will once the column has its header.
        (table, _) = report.provisional(|report| check_rows(bound, wanted, named, report));
    }
    table.trust = bound.trust;
    #[cfg(feature = "readers")]
    diagnose::notes::look(bound, wanted, &table, report);
    table
}

/// The sheets of a table, the lowest first; the last one is the user's, if there is a file.
struct Sheets(Vec<Sheet>);

impl Sheets {
    fn read(source: &Source, wanted: &Wanted, report: &mut Report) -> Self {
        let references = wanted.base.iter().map(|reference| read_reference(reference));
        let mut sheets: Vec<Sheet> = references.collect();
        if source.origin().is_own() {
            let mut own = reading::read(source, wanted, report);
            let trust = own.header().map_or(Trust::Sound, |header| header.trust());
            report.trusting(trust, |report| compose::compose(&mut own, wanted, report));
            sheets.push(own);
        }
        Self(sheets)
    }

    /// Empties the cells that hold nothing: which columns may have some is known only when they are bound.
    fn empty_cells(&mut self, wanted: &Wanted) {
        let named = self.bind(wanted, &mut Report::new()).map(|bound| doctor::named_columns(&bound));
        let own = self.0.last_mut().filter(|sheet| sheet.origin.is_own());
        if let (Some(named), Some(sheet)) = (named, own) {
            doctor::empty_cells(sheet, &named, wanted);
        }
    }

    /// A row with bytes that were wrong in the file is in the table if nothing else is wrong with it. If something
    /// is, it may come of the guess at these bytes, which are reported.
    fn forget_suspects(&self, file: &str, read: usize, report: &mut Report) {
        if report.len() == read {
            return;
        }
        let own = self.0.last().filter(|sheet| sheet.origin.is_own());
        let mut lines = Index::new();
        for record in own.into_iter().flat_map(Sheet::records) {
            if record.trust() == Trust::Suspect {
                lines.add(record.line());
            }
        }
        if !lines.is_empty() {
            report.retain_after(read, |found_in, place| {
                let line = place.map(|place| place.line);
                found_in != Some(file) || line.is_none_or(|line| !lines.has(line))
            });
        }
    }

    fn bind(&self, wanted: &Wanted, report: &mut Report) -> Option<Bound<'_>> {
        let of_reference = wanted
            .reference()
            .map(|reference| Wanted { asked: wanted.asked_of_references(), ..Wanted::reference_table(reference) });
        let mut bound: Option<Bound<'_>> = None;
        let count = self.0.len();
        for (index, sheet) in self.0.iter().enumerate() {
            // What the user says about roles and columns is about the topmost sheet.
            let all = wanted;
            let wanted = of_reference.as_ref().filter(|_| index + 1 < count).unwrap_or(wanted);
            // Where that is a reference, it is about those below it too.
            let below = if sheet.origin.is_own() { &[] } else { self.0.get(..index).unwrap_or_default() };
            let picked = schema::of_sheet(&self.0, index, all);
            let own = bind(sheet, below, wanted, &picked, report)?;
            bound = Some(match bound {
                Some(base) if sheet.origin.is_own() => overlay::join(base, own, all),
                Some(base) => overlay::merge(base, own, all),
                None => own,
            });
        }
        bound
    }
}

/// Binds the columns of a sheet and takes its rows; what its headers do not say is guessed.
pub(crate) fn bind<'s>(
    sheet: &'s Sheet,
    below: &[Sheet],
    wanted: &Wanted,
    picked: &[Picked<'_>],
    report: &mut Report,
) -> Option<Bound<'s>> {
    let mut opened = schema::open(sheet, below, wanted)?;
    diagnose::columns::look(&mut opened, below, wanted, report);
    let mut bound = schema::bind(opened, picked, wanted, report)?;
    report.trusting(bound.trust, |report| diagnose::headings::take_out(&mut bound, wanted, report));
    Some(bound)
}

/// A reference is read without a finding, which a test holds.
fn read_reference(reference: &'static Reference) -> Sheet {
    reading::read(&Source::reference(reference), &Wanted::reference_table(reference), &mut Report::new())
}

fn names_http_statuses(wanted: &Wanted) -> bool {
    wanted.columns.iter().any(|column| column.kind == Kind::Category(Variants::HttpStatus))
}

fn table_of_reference(reference: &'static Reference) -> Option<Table> {
    compile(&Source::reference(reference), &Wanted::reference_table(reference), &mut Report::new())
}

impl Table {
    /// A table without rows, for where none could be read: it has all roles, so that what the user's code asks of
    /// it is there.
    pub fn empty(file: &str, wanted: &Wanted) -> Self {
        crate::check::empty(file, Origin::Own, wanted)
    }

    /// The table of a header that was guessed, with what the user's code may ask of the one that is meant; a class,
    /// which each row would need, as it is.
    fn with_all_roles(mut self, wanted: &Wanted) -> Self {
        let all = Self::empty("", wanted).roles;
        for ((slot, name), role) in self.roles.iter_mut().zip(all).zip(Role::ALL) {
            if slot.is_none() && role != Role::Class {
                *slot = name;
            }
        }
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[cfg(feature = "readers")]
    #[test]
    fn an_allow_that_allows_nothing_is_noted() {
        let notes = |text: &str, allow: &[Rule]| {
            let wanted = Wanted { allow: allow.to_vec(), ..wanted("u8") };
            let mut report = Report::new();
            compile(&Source::from_bytes("t.csv", text), &wanted, &mut report);
            let said: Vec<String> = report.take_notes().iter().map(ToString::to_string).collect();
            assert!(report.is_empty(), "{text}");
            said
        };
        let unused = "t.csv: `allow(no_text)` allows nothing in this table; take it out [unused_allow]";
        let plain = "code,name,tips\n1,A,Look.\n2,B,Look.\n";
        assert_eq!(notes(plain, &[Rule::NoText]), [unused]);
        assert_eq!(notes(plain, &[Rule::NoText, Rule::UnusedAllow]), [""; 0]);
        assert_eq!(notes("code,name,tips\n1,A,N/A\n2,B,Look.\n", &[Rule::NoText]), [""; 0]);
        // A note is allowed as well.
        assert_eq!(notes("code,name,Weight\n1,A,7\n", &[Rule::UnusedColumn]), [""; 0]);
    }
    use crate::testing::{table, wanted};

    fn roles(table: &Table) -> String {
        table.roles.iter().flatten().map(String::as_str).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn a_table_that_cannot_be_read_has_all_that_may_be_asked_of_it() {
        let usual = "code name reason definition tips reference class aliases deprecated";
        let cases = [
            (wanted("u8"), usual.to_owned()),
            (Wanted { asked: vec![Role::Http], ..wanted("u8") }, format!("{usual} http")),
            (wanted("u8").role(Role::Grpc, "Status"), format!("{usual} grpc")),
            // A column takes the place of the role whose method it has.
            (wanted("u8").column("tips: bool"), usual.replace(" tips", "")),
            (wanted("u8").column("exit: u8"), usual.to_owned()),
        ];
        for (wanted, expected) in cases {
            assert_eq!(roles(&Table::empty("t.csv", &wanted)), expected);
        }
    }

    #[test]
    fn a_guessed_table_has_the_roles_that_the_right_header_may_have() {
        let of = |text: &str| {
            let (table, findings) = table(text, &wanted("u8"));
            assert_eq!(findings.len(), 1, "{text}");
            (roles(&table), table.trust == Trust::Guessed)
        };
        let cases = [
            ("Kode,Reason\n1,A\n", "Kode name Reason definition tips reference aliases deprecated"),
            // A class is there only if the header says so: each row would need one.
            ("Kode,Reason,Group\n1,A,B\n", "Kode name Reason definition tips reference Group aliases deprecated"),
            // All but the phrase has the right header.
            ("Code,Reson\n1,A\n", "Code Reson"),
        ];
        for (text, expected) in cases {
            assert_eq!(of(text), (expected.to_owned(), true), "{text}");
        }
        assert_eq!(roles(&table("Code,Reason\n1,A\n", &wanted("u8")).0), "Code Reason");
    }
}
