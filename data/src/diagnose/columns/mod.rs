//! Columns whose headers do not say enough: a file without a header line, a code or a phrase without a column, a header
//! that is misspelt. What is missing is guessed, so that the user's code finds its names while the sheet is corrected.

mod guess;
mod headerless;
mod unused;

use crate::finding::Subject;
use crate::refusal::HeaderFault;
use crate::report::Report;
use crate::role::{Role, fold};
use crate::rule::Rule;
use crate::schema::{Binding, Bound, Headers, Opened, header_position};
use crate::sheet::{COMPOSED, Sheet};
use crate::trust::Trust;
use crate::wanted::{Pick, Told, Wanted};

/// Guesses what the headers of a sheet do not say, and reports it. `below` are the sheets that it is laid over.
pub(crate) fn look(opened: &mut Opened<'_>, below: &[Sheet], wanted: &Wanted, report: &mut Report) {
    let Opened { binding, headers, found, first, has_header_line } = opened;
    let sheet = binding.sheet;
    let is_asked = sheet.origin.is_own() && binding.header_trust == Trust::Sound;
    if let Some(column) = headerless_code(binding, headers, wanted).filter(|_| is_asked) {
        let columns = headerless::Columns::guess(headers, sheet, column);
        headers.refuse(column, columns.fault(sheet, wanted.told()), report);
        binding.header_trust = Trust::Guessed;
        binding.guess(columns.roles());
        *first = sheet.header();
    } else if binding.role(Role::Code).is_none() {
        let guessed = guess_code(headers, sheet, wanted);
        if !wanted.has_header(Role::Code) {
            found.refuse(&sheet.file, None, Subject::Table, no_code(headers, guessed).into());
        }
        let probable = probable_phrase(binding, headers);
        binding.guess(guessed.map(|column| (Role::Code, column)));
        // All that is missing is said at once.
        let is_named = |role: Role| binding.role(role).is_some() || wanted.is_mapped(role);
        let probable = probable.filter(|column| Some(*column) != guessed);
        // Where no code is anywhere, the line may be no header at all.
        let is_header = guessed.is_some() && headers.count() > 1;
        if below.is_empty() && is_header && !is_named(Role::Name) && !is_named(Role::Reason) {
            found.refuse(&sheet.file, None, Subject::Table, no_phrase(headers, probable).into());
            binding.guess(probable.map(|column| (Role::Reason, column)));
        }
    } else if is_asked {
        if let Some(fault) = no_codes_there(binding, headers, wanted) {
            headers.refuse(binding.role(Role::Code).unwrap_or_default(), fault, found);
            binding.trust = Trust::Guessed;
        }
        misspelt(binding, headers, wanted, found);
    }
    let Some(code) = binding.role(Role::Code) else { return };
    if sheet.is_header_given && !wanted.allows(Rule::HeaderLineGiven) && headerless::is_header_line(sheet, code) {
        *has_header_line = true;
        if let Some(row) = sheet.records().next() {
            let cell = row.cell(code);
            report.trusting(binding.trust, |report| {
                report.refuse(cell.file, Some(cell.place), Subject::Table, HeaderFault::HeaderLineGiven.into());
            });
        }
    }
}

/// Says that no column has a phrase or a name, if none has.
pub(crate) fn tell_no_phrase(bound: &Bound<'_>, wanted: &Wanted, report: &mut Report) {
    if !bound.lacks_phrase(wanted) {
        return;
    }
    if let Some(headers) = headers_of(bound, wanted) {
        let fault = no_phrase(&headers, probable_phrase(&bound.own, &headers));
        report.refuse(bound.file(), None, Subject::Table, fault.into());
    }
}

/// Takes the column that is probably meant for the phrase's. False if there is none.
pub(crate) fn guess_phrase(bound: &mut Bound<'_>, wanted: &Wanted) -> bool {
    let guess = headers_of(bound, wanted).and_then(|headers| probable_phrase(&bound.own, &headers));
    let Some(column) = guess else { return false };
    bound.own.guess([(Role::Reason, column)]);
    bound.trust = Trust::Guessed;
    true
}

fn headers_of<'s>(bound: &Bound<'s>, wanted: &Wanted) -> Option<Headers<'s>> {
    Some(Headers::new(bound.own.sheet, bound.own.sheet.header()?, wanted.told()))
}

/// The column that probably has the codes, of a sheet where no header says so.
fn guess_code(headers: &Headers<'_>, sheet: &Sheet, wanted: &Wanted) -> Option<usize> {
    let free: Vec<(usize, &str)> = headers.free().collect();
    guess::close_to(&free, &[Role::Code]).or_else(|| guess::code_column(&free, sheet, wanted.code))
}

/// That a sheet has no code column.
fn no_code(headers: &Headers<'_>, guess: Option<usize>) -> HeaderFault {
    let guess = guess.and_then(|column| headers.text(column)).map(str::to_owned);
    let mut taken = headers.taken(|folded, _| Role::Code.rank(folded) == Some(0));
    if taken.is_none() && guess.is_none() {
        taken = headers.taken(|_, text| guess::sounds_like_code(text));
    }
    HeaderFault::NoColumn { role: Role::Code, guess, taken, all: headers.all(), told: headers.told }
}

/// That a table has no column for the phrase.
fn no_phrase(headers: &Headers<'_>, guess: Option<usize>) -> HeaderFault {
    let guess = guess.and_then(|column| headers.text(column)).map(str::to_owned);
    let is_name = guess.as_ref().is_some_and(|header| fold(header).ends_with("name"));
    let role = if is_name { Role::Name } else { Role::Reason };
    HeaderFault::NoColumn { role, guess, taken: None, all: headers.all(), told: headers.told }
}

/// The column that probably has the phrases, of a table where no header says so.
fn probable_phrase(binding: &Binding<'_>, headers: &Headers<'_>) -> Option<usize> {
    let (code, definition) = (binding.role(Role::Code), binding.role(Role::Definition));
    let is_used = |column: usize| {
        let roles = binding.roles.iter().flatten().filter(|role| Some(**role) != definition);
        roles.chain(binding.columns.iter().flatten()).any(|used| *used == column)
    };
    let is_description = |column: &usize| headers.folded(*column) == Some("description");
    let free: Vec<(usize, &str)> = headers.free().collect();
    definition
        .filter(is_description)
        .or_else(|| guess::close_to(&free, &[Role::Reason, Role::Name]))
        .or_else(|| guess::phrase_column(&free, binding.sheet, code.unwrap_or_default(), definition, is_used))
}

/// A code that was found by a header which only sounds like one, and that is none in any row.
fn no_codes_there(binding: &Binding<'_>, headers: &Headers<'_>, wanted: &Wanted) -> Option<HeaderFault> {
    let column = binding.role(Role::Code)?;
    let folded = headers.folded(column)?;
    let is_new = Role::Code.rank(folded) == Some(1) && !matches!(folded, "number" | "id");
    if !is_new || wanted.has_header(Role::Code) {
        return None;
    }
    let mut first = None;
    for record in binding.sheet.records().filter(|record| record.trust() != Trust::Guessed) {
        let cell = record.cell(column);
        if cell.text.is_empty() {
            continue;
        }
        if wanted.code_in(&cell).is_ok() {
            return None;
        }
        first = first.or(Some(cell.text.to_owned()));
    }
    let header = binding.header(column)?.text.to_owned();
    Some(HeaderFault::NoCodesThere { header, cell: first?, told: wanted.told() })
}

/// The column whose header is a code, of a file without a header line.
fn headerless_code(binding: &Binding<'_>, headers: &Headers<'_>, wanted: &Wanted) -> Option<usize> {
    let sheet = binding.sheet;
    if sheet.is_header_given || wanted.allows(Rule::NoHeaderLine) {
        return None;
    }
    match binding.role(Role::Code) {
        Some(column) if column >= COMPOSED => None,
        Some(column) => {
            let header = binding.header(column)?.text;
            headerless::is_code(header, sheet, column, wanted.code).then_some(column)
        }
        None => headerless::code_column(headers, sheet, wanted.code),
    }
}

/// Headers that look like a misspelt one of a role. Only where the user can say that they are not.
fn misspelt(binding: &Binding<'_>, headers: &Headers<'_>, wanted: &Wanted, report: &mut Report) {
    if wanted.told() == Told::Words || wanted.allows(Rule::MisspeltHeader) {
        return;
    }
    let missing =
        unused::missing(|role| binding.role(role).is_some() || wanted.is_mapped(role) || wanted.replaces(role));
    // What chooses rows is known.
    let mut picked = Vec::new();
    for pick in wanted.only.iter().chain(&wanted.skip) {
        if let Pick::Cell { header, .. } = pick {
            picked.extend(header_position(binding.sheet, header));
        }
    }
    let is_used = |column: usize| binding.roles.contains(&Some(column)) || picked.contains(&column);
    for (column, known) in unused::misspelt(headers, &missing, is_used) {
        let header = binding.header(column).map_or("", |header| header.text);
        headers.refuse(column, unused::fault(header, known, wanted.told()), report);
    }
}
