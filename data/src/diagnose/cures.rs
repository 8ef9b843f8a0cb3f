//! Cures that are certain: ranges of a file's bytes, and what to put there. `fix` applies exactly these; a user's build
//! has none of this.
//!
//! Whatever looks like a cure is tried: the file is read again with it, and it counts only if its finding goes away
//! and no other one comes.

use std::collections::BTreeSet;
use std::io::BufRead;

use crate::finding::{Edit, Finding, Place};
use crate::report::Report;
use crate::role::Role;
use crate::schema::Bound;
use crate::source::Source;
use crate::text;
use crate::wanted::Wanted;

/// So many findings are tried to be cured: each costs a reading.
const MOST: usize = 60;

/// What is found, but for the words: a cure elsewhere may change a count in them.
type Seen = BTreeSet<(Option<u32>, String, &'static str)>;

fn seen(findings: &[Finding]) -> Seen {
    let mut seen = Seen::new();
    for finding in findings {
        let cell = finding.place.and_then(|place| place.cell).map(|cell| cell.to_string());
        let what =
            cell.unwrap_or_else(|| if finding.place.is_some() { String::new() } else { finding.message.clone() });
        seen.insert((finding.place.map(|place| place.line), what, finding.rule.id()));
    }
    seen
}

/// Reads a file again and says what is found.
pub(crate) type Again<'a> = &'a dyn Fn(&Source, &Wanted) -> Report;

/// Gives the findings about a file, whose cells a delimiter separates, their cures.
pub(crate) fn attach(source: &Source, delimiter: u8, wanted: &Wanted, again: Again<'_>, report: &mut Report) {
    if !source.origin().is_own() || report.is_empty() {
        return;
    }
    let bytes = source.bytes();
    let text = Text::new(bytes, delimiter);
    let before = seen(report.found());
    let mut candidates: Vec<(usize, Vec<Edit>)> = Vec::new();
    for (index, finding) in report.found().iter().enumerate().take(MOST) {
        if finding.file.as_deref() == Some(source.file()) {
            for edits in text.candidates(finding) {
                candidates.push((index, edits));
            }
        }
    }
    let mut accepted: Vec<(usize, Vec<Edit>)> = Vec::new();
    let mut left = before;
    for (index, edits) in candidates {
        let is_done = accepted.iter().any(|(done, others)| *done == index || others == &edits);
        if is_done {
            continue;
        }
        let mut all: Vec<Edit> = accepted.iter().flat_map(|(_, edits)| edits.clone()).collect();
        all.extend(edits.iter().cloned());
        let Some(cured) = apply(bytes, &all) else { continue };
        let after = seen(again(&Source::from_bytes(source.file(), cured), wanted).found());
        // One at least goes, and none comes.
        if after.len() < left.len() && after.is_subset(&left) {
            left = after;
            accepted.push((index, edits));
        }
    }
    let findings = report.found_mut();
    for (index, edits) in accepted {
        if let Some(finding) = findings.get_mut(index) {
            finding.fix = edits;
        }
    }
}

/// The bytes with edits applied; `None` if two of them overlap, or one is outside.
pub fn apply(bytes: &[u8], edits: &[Edit]) -> Option<Vec<u8>> {
    let mut sorted: Vec<&Edit> = edits.iter().collect();
    sorted.sort_by_key(|edit| (edit.start, edit.end));
    sorted.dedup();
    let (mut applied, mut at) = (Vec::new(), 0);
    for edit in sorted {
        applied.extend_from_slice(bytes.get(at..edit.start)?);
        applied.extend_from_slice(edit.text.as_bytes());
        at = edit.end;
    }
    applied.extend_from_slice(bytes.get(at..)?);
    Some(applied)
}

/// The text of a file, and where its lines begin.
pub(crate) struct Text<'t> {
    bytes: &'t [u8],
    lines: Vec<usize>,
    /// The bytes of a mark at the beginning, which are in no column.
    mark: usize,
    delimiter: u8,
}

impl<'t> Text<'t> {
    pub(crate) fn new(bytes: &'t [u8], delimiter: u8) -> Self {
        let mark = if bytes.starts_with(b"\xef\xbb\xbf") { 3 } else { 0 };
        Self { bytes, lines: lines(bytes), mark, delimiter }
    }

    fn slice(&self, start: usize, end: usize) -> &'t str {
        self.bytes.get(start..end).and_then(|bytes| std::str::from_utf8(bytes).ok()).unwrap_or_default()
    }

    /// The bytes of a line, without its end.
    fn line(&self, line: u32) -> Option<(usize, usize)> {
        let index = usize::try_from(line).ok()?.checked_sub(1)?;
        let start = *self.lines.get(index)?;
        let next = self.lines.get(index + 1).copied().unwrap_or(self.bytes.len());
        let mut end = next;
        while end > start && matches!(self.bytes.get(end - 1), Some(b'\r' | b'\n')) {
            end -= 1;
        }
        Some((if index == 0 { start + self.mark } else { start }, end))
    }

    /// The byte of a place.
    fn offset(&self, place: Place) -> Option<usize> {
        let (start, end) = self.line(place.line)?;
        let skipped = usize::try_from(place.column).ok()?.checked_sub(1)?;
        let line = self.slice(start, end);
        let inner = line.char_indices().nth(skipped).map_or(line.len(), |(at, _)| at);
        Some(start + inner)
    }

    /// The bytes of an unquoted cell, without the blanks around it, or what is between its quotes.
    fn cell(&self, place: Place) -> Option<(usize, usize)> {
        let start = self.offset(place)?;
        let (_, line_end) = self.line(place.line)?;
        let rest = self.slice(start, line_end);
        let quoted = rest.strip_prefix('"').and_then(|inner| inner.split_once('"'));
        if let Some((inner, _)) = quoted {
            return Some((start + 1, start + 1 + inner.len()));
        }
        let end = rest.find(char::from(self.delimiter)).unwrap_or(rest.len());
        let cell = rest.get(..end)?;
        let lead = cell.len() - cell.trim_start().len();
        Some((start + lead, start + cell.trim_end().len()))
    }

    /// The blanks around an unquoted cell.
    fn around(&self, place: Place, cuts: &mut Vec<(Option<Place>, Edit)>) {
        let (Some((start, end)), Some((line_start, line_end))) = (self.cell(place), self.line(place.line)) else {
            return;
        };
        let is_blank = |c: char| matches!(c, ' ' | '\u{a0}');
        let is_edge = |rest: &str, at: Option<char>| rest.is_empty() || at == Some(char::from(self.delimiter));
        let (before, after) = (self.slice(line_start, start), self.slice(end, line_end));
        let (left, right) = (before.trim_end_matches(is_blank), after.trim_start_matches(is_blank));
        if left.len() < before.len() && is_edge(left, left.chars().next_back()) {
            cuts.push((Some(place), Edit { start: line_start + left.len(), end: start, text: String::new() }));
        }
        if right.len() < after.len() && is_edge(right, right.chars().next()) {
            let length = after.len() - right.len();
            cuts.push((Some(place), Edit { start: end, end: end + length, text: String::new() }));
        }
    }

    /// What might cure a finding.
    fn candidates(&self, finding: &Finding) -> Vec<Vec<Edit>> {
        let mut all = Vec::new();
        if let Some(edit) = self.utf16() {
            all.push(vec![edit]);
            return all;
        }
        let Some(place) = finding.place else { return all };
        if let Some((start, end)) = self.cell(place) {
            let cell = self.slice(start, end);
            for text in [digits(cell), hexadecimal(cell), header(cell, &finding.message)].into_iter().flatten() {
                all.push(vec![Edit { start, end, text }]);
            }
        }
        all.extend(self.curly_quotes(place.line));
        all.extend(self.escaped_quotes());
        all.extend(self.separators());
        all
    }

    /// UTF-16 with its mark as UTF-8.
    fn utf16(&self) -> Option<Edit> {
        let (body, is_little) = match self.bytes {
            [0xff, 0xfe, 0, 0, ..] => return None,
            [0xff, 0xfe, body @ ..] => (body, true),
            [0xfe, 0xff, body @ ..] => (body, false),
            _ => return None,
        };
        let mut units = Vec::new();
        for pair in body.chunks(2) {
            let pair = <[u8; 2]>::try_from(pair).ok()?;
            units.push(if is_little { u16::from_le_bytes(pair) } else { u16::from_be_bytes(pair) });
        }
        Some(Edit { start: 0, end: self.bytes.len(), text: String::from_utf16(&units).ok()? })
    }

    /// Typographic quotes around whole cells of a line, one of which has the delimiter in it.
    fn curly_quotes(&self, line: u32) -> Option<Vec<Edit>> {
        let (start, end) = self.line(line)?;
        let text = self.slice(start, end);
        let delimiter = char::from(self.delimiter);
        let mut edits = Vec::new();
        let mut at = 0;
        while let Some(open) = text.get(at..)?.find(['\u{201c}', '\u{201e}']).map(|open| at + open) {
            let inner_start = open + '\u{201c}'.len_utf8();
            let rest = text.get(inner_start..)?;
            let Some(length) = text::find_one_of(rest, "\u{201d}\u{201c}") else { break };
            let close = inner_start + length;
            let after = close + '\u{201d}'.len_utf8();
            let is_whole = (open == 0 || text.get(..open)?.ends_with(delimiter))
                && (after == text.len() || text.get(after..)?.starts_with(delimiter));
            if is_whole && !text.get(inner_start..close)?.contains('"') {
                edits.push(Edit { start: start + open, end: start + inner_start, text: "\"".to_owned() });
                edits.push(Edit { start: start + close, end: start + after, text: "\"".to_owned() });
            }
            at = after;
        }
        (!edits.is_empty()).then_some(edits)
    }

    /// `\"` as `""`, in the whole file.
    fn escaped_quotes(&self) -> Option<Vec<Edit>> {
        let mut edits = Vec::new();
        for (at, pair) in self.bytes.windows(2).enumerate() {
            if pair == b"\\\"" {
                edits.push(Edit { start: at, end: at + 1, text: "\"".to_owned() });
            }
        }
        (!edits.is_empty()).then_some(edits)
    }

    /// Semicolons in the rows of a file whose header has another delimiter, where they give every row the header's width.
    fn separators(&self) -> Option<Vec<Edit>> {
        let (start, end) = self.line(1)?;
        let header = self.slice(start, end);
        let delimiter = [',', '\t', '|'].into_iter().find(|delimiter| header.contains(*delimiter))?;
        let width = header.matches(delimiter).count();
        if text::has_one_of(header, ";\"") {
            return None;
        }
        let mut edits = Vec::new();
        for number in 2..=u32::try_from(self.lines.len()).unwrap_or(u32::MAX) {
            let Some((start, end)) = self.line(number) else { continue };
            let line = self.slice(start, end);
            if line.trim().is_empty() || line.matches(delimiter).count() == width {
                continue;
            }
            if line.matches(';').count() != width || line.contains(['"', delimiter]) {
                return None;
            }
            for (at, _) in line.match_indices(';') {
                edits.push(Edit { start: start + at, end: start + at + 1, text: delimiter.to_string() });
            }
        }
        (!edits.is_empty()).then_some(edits)
    }
}

/// Where lines begin; `\n`, `\r\n` and a lone `\r` end one.
fn lines(bytes: &[u8]) -> Vec<usize> {
    let (mut lines, mut at) = (vec![0], 0);
    if !bytes.contains(&b'\r') {
        // What the standard library searches by words.
        let mut rest = bytes;
        while let Ok(length @ 1..) = rest.skip_until(b'\n') {
            at += length;
            if bytes.get(at - 1) == Some(&b'\n') {
                lines.push(at);
            }
        }
        return lines;
    }
    for line in bytes.split_inclusive(|byte| matches!(byte, b'\n' | b'\r')) {
        at += line.len();
        let is_half = line.ends_with(b"\r") && bytes.get(at) == Some(&b'\n');
        if line.ends_with(b"\n") || (line.ends_with(b"\r") && !is_half) {
            lines.push(at);
        }
    }
    lines
}

/// `1O1`, `l01`, full-width digits, a blank between digits: the number that is meant.
fn digits(cell: &str) -> Option<String> {
    let mut number = String::new();
    for c in cell.chars() {
        match c {
            'O' | 'o' => number.push('0'),
            'l' | 'I' => number.push('1'),
            '\u{ff10}'..='\u{ff19}' => {
                number.push(char::from_digit(u32::from(c) - 0xff10, 10)?);
            }
            ' ' | '\u{a0}' | '\u{202f}' => {}
            c => number.push(c),
        }
    }
    let plain = number.strip_prefix('-').unwrap_or(&number);
    let had_digit = text::has(cell, |c| c.is_ascii_digit() || ('\u{ff10}'..='\u{ff19}').contains(&c));
    let is_number = text::is_number(plain);
    (is_number && had_digit && number != cell).then_some(number)
}

/// `1F` with its `0x`, where it cannot be decimal.
fn hexadecimal(cell: &str) -> Option<String> {
    let is_hex = text::all(cell, |b| b.is_ascii_hexdigit()) && text::has(cell, |b| b.is_ascii_alphabetic());
    let has_digit = text::has_digit(cell);
    (is_hex && has_digit).then(|| format!("0x{cell}"))
}

/// The header that a finding says is probably meant, in the case of the one that is there.
fn header(cell: &str, message: &str) -> Option<String> {
    let (_, meant) = message.split_once("did you mean \"")?;
    let (meant, rest) = meant.split_once('"')?;
    // One or the other is not certain.
    if rest.starts_with(" or ") || cell.is_empty() {
        return None;
    }
    let first = cell.chars().next()?;
    let mut letters = meant.chars();
    let start = letters.next()?;
    Some(if first.is_uppercase() { start.to_uppercase().chain(letters).collect() } else { meant.to_owned() })
}

/// The blanks around unquoted headers, and those after unquoted codes and names, each with its place.
pub(crate) fn blanks(text: &Text<'_>, bound: &Bound<'_>) -> Vec<(Option<Place>, Edit)> {
    let mut cuts = Vec::new();
    if let Some(header) = bound.own.sheet.header().filter(|_| !bound.own.sheet.is_header_given) {
        for cell in header.cells().filter(|cell| !cell.text.is_empty()) {
            text.around(cell.place, &mut cuts);
        }
    }
    for record in bound.own.sheet.records() {
        for role in [Role::Code, Role::Name] {
            let Some(column) = bound.own.roles.get(role as usize).copied().flatten() else { continue };
            if column >= record.width() {
                continue;
            }
            let place = record.cell(column).place;
            let (Some((_, end)), Some((_, line_end))) = (text.cell(place), text.line(place.line)) else { continue };
            let rest = text.slice(end, line_end);
            let length = rest.len() - rest.trim_start_matches([' ', '\u{a0}']).len();
            let after = rest.get(length..).unwrap_or_default();
            let is_end = after.is_empty() || after.starts_with(char::from(text.delimiter));
            if length > 0 && is_end {
                cuts.push((Some(place), Edit { start: end, end: end + length, text: String::new() }));
            }
        }
    }
    cuts
}

/// Empty rows and columns at the end of a file, with the place of the first one.
pub(crate) fn empty_ends(text: &Text<'_>, bound: &Bound<'_>) -> Vec<(Option<Place>, Edit)> {
    let sheet = bound.own.sheet;
    let mut cuts = Vec::new();
    let Some(header) = sheet.header().filter(|_| !sheet.is_header_given) else { return cuts };
    // As wide as what is in it.
    let (mut used, mut width) = (0, 0);
    for record in sheet.records().chain([header]) {
        width = width.max(record.width());
        let mut filled = 0;
        for column in 0..record.width() {
            if !record.text(column).is_empty() {
                filled = column + 1;
            }
        }
        used = used.max(filled);
    }
    if used < width && used > 0 {
        // The reader takes empty headers at the end off.
        if let Some((start, end)) = text.line(header.line()) {
            let line = text.slice(start, end);
            let kept = line.trim_end_matches([char::from(text.delimiter), ' ']).len();
            if line.len() > kept && header.width() <= used {
                let place = header.cell(header.width()).place;
                cuts.push((Some(place), Edit { start: start + kept, end, text: String::new() }));
            }
        }
        for record in sheet.records().chain([header]) {
            if record.width() <= used {
                continue;
            }
            let place = record.cell(used).place;
            let (Some(start), Some((_, end))) = (text.offset(place), text.line(place.line)) else { continue };
            let is_bare = text.slice(start, end).chars().all(|c| c == char::from(text.delimiter) || c == ' ');
            if is_bare && start > 0 {
                cuts.push((Some(place), Edit { start: start - 1, end, text: String::new() }));
            }
        }
    }
    cuts.extend(text.empty_rows());
    cuts
}

impl Text<'_> {
    /// The lines at the end that hold nothing but delimiters.
    fn empty_rows(&self) -> Option<(Option<Place>, Edit)> {
        let mut first = None;
        for number in (2..=u32::try_from(self.lines.len()).ok()?).rev() {
            let (start, end) = self.line(number)?;
            let line = self.slice(start, end);
            let is_last = start == self.bytes.len();
            if !line.chars().all(|c| c == char::from(self.delimiter) || c.is_whitespace()) {
                break;
            }
            if !is_last {
                first = Some((number, start));
            }
        }
        let (line, start) = first?;
        // A quoted cell may end in such lines.
        let is_within_quotes = self.bytes.iter().take(start).filter(|byte| **byte == b'"').count() % 2 == 1;
        let place = Place { line, column: 1, cell: None };
        (!is_within_quotes).then(|| (Some(place), Edit { start, end: self.bytes.len(), text: String::new() }))
    }
}

/// The bytes of a cell of aliases with a bar between them.
pub(crate) fn bars(text: &Text<'_>, place: Place, parts: &[&str]) -> Option<Edit> {
    let (start, end) = text.cell(place)?;
    let is_plain = !text.slice(start, end).contains('"') && parts.iter().all(|part| !part.contains('|'));
    is_plain.then(|| Edit { start, end, text: parts.join(" | ") })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compile;
    use crate::testing::wanted;

    /// What becomes of a file.
    fn cured(text: impl Into<Vec<u8>>, wanted: &Wanted) -> String {
        let bytes = text.into();
        let mut report = Report::new();
        let _ = compile(&Source::from_bytes("t.csv", bytes.clone()), wanted, &mut report);
        let mut edits: Vec<Edit> = report.take_notes().into_iter().flat_map(|note| note.fix).collect();
        let (findings, _) = report.into_most(usize::MAX);
        edits.extend(findings.into_iter().flat_map(|finding| finding.fix));
        String::from_utf8_lossy(&apply(&bytes, &edits).unwrap()).into_owned()
    }

    #[test]
    fn what_is_certain_is_cured_and_nothing_else() {
        let utf16: Vec<u8> = [0xfeff_u16]
            .into_iter()
            .chain("code,name\r\n1,T\u{fc}r\r\n".encode_utf16())
            .flat_map(u16::to_le_bytes)
            .collect();
        assert_eq!(cured(utf16, &wanted("u16")), "code,name\r\n1,T\u{fc}r\r\n");
        let cases = [
            ("a letter among digits", "code,name\r\n1O1,A\r\nl02,B\r\n", "code,name\r\n101,A\r\n102,B\r\n"),
            ("full-width digits", "code,name\n\u{ff11}01,A\n", "code,name\n101,A\n"),
            ("a blank between digits", "code,name\n1 01,A\n", "code,name\n101,A\n"),
            ("another row's code", "code,name\n1O1,A\n101,B\n", "code,name\n1O1,A\n101,B\n"),
            ("a group of thousands", "code,name\n1.000,A\n", "code,name\n1.000,A\n"),
            (
                "hexadecimal without its mark",
                "code,name\n0x10,A\n1F,B\n0x12,C\n",
                "code,name\n0x10,A\n0x1F,B\n0x12,C\n",
            ),
            ("a misspelt header", "code,name,Defintion\n1,A,x\n", "code,name,Definition\n1,A,x\n"),
            ("other separators", "code,name\n1;A\n2;B\n", "code,name\n1,A\n2,B\n"),
            (
                "typographic quotes around a cell",
                "code,name,definition,tips\n1,A,\u{201c}held, too long\u{201d},x\n",
                "code,name,definition,tips\n1,A,\"held, too long\",x\n",
            ),
            (
                "quotes that are escaped otherwise",
                "code,name,definition\n1,A,\"a \\\"b\\\" c\"\n",
                "code,name,definition\n1,A,\"a \"\"b\"\" c\"\n",
            ),
            ("blanks after codes and names", "code,name,tips\n1 ,A  ,x \n", "code,name,tips\n1,A,x \n"),
            ("empty columns at the end", "code,name,,\n1,A,,\n2,B,,\n", "code,name\n1,A\n2,B\n"),
            ("empty rows at the end", "code,name\n1,A\n,\n\n,\n", "code,name\n1,A\n"),
            ("an empty row between", "code,name\n1,A\n,\n2,B\n", "code,name\n1,A\n,\n2,B\n"),
            ("what is right", "code,name,tips\n1,A,x\n", "code,name,tips\n1,A,x\n"),
        ];
        for (name, text, expected) in cases {
            assert_eq!(cured(text, &wanted("u16")), expected, "{name}");
            assert_eq!(cured(expected, &wanted("u16")), expected, "{name}, a second time");
        }
    }
}
