//! Bytes → [`Sheet`]. The `csv` crate splits records and fields; a pass of our own over the same
//! text checks the quoting and yields the places, which `csv` cannot tell exactly. A property test
//! holds that both see the same records.

mod encoding;
mod scan;
mod shape;

use crate::report::Report;
use crate::sheet::{Field, RecordStart, Sheet};
use crate::source::Source;
use crate::wanted::Dialect;

/// The longest cell: 64 KiB.
pub const MAX_CELL_BYTES: usize = 64 * 1024;
/// The most rows below the header: 65,536.
pub const MAX_ROWS: usize = 65_536;

/// The most columns: 16,384, as many as a spreadsheet has.
pub const MAX_COLUMNS: usize = 16_384;

/// The delimiters that a header is searched for, the likeliest first.
const DELIMITERS: [u8; 4] = [b',', b';', b'\t', b'|'];

/// Reads a table's bytes into cells.
///
/// Whatever is wrong with the text is reported; records that a finding speaks of are marked as
/// damaged, and all others can be used.
pub fn read(source: &Source, dialect: &Dialect, report: &mut Report) -> Sheet {
    let file = source.file();
    let found_before = report.len();
    let decoded = encoding::decode(source.bytes());
    if let Some((place, message)) = decoded.wrong {
        report.at(file, place, message);
    }
    let (separator, skipped) = separator_line(&decoded.text);
    let body = decoded.text.get(skipped..).unwrap_or_default();
    let delimiter = dialect.delimiter.or(separator).unwrap_or_else(|| sniff(body));
    let first_line = if skipped > 0 { 2 } else { 1 };

    let scanned = scan::scan(body, delimiter, first_line, decoded.is_lossy, file, report);
    let mut sheet =
        Sheet { file: file.to_owned(), origin: source.origin(), decimal_comma: delimiter == b';', ..Sheet::default() };
    let beyond = split(body, delimiter, &scanned, &mut sheet);
    // A file without a readable line is not empty as well.
    if sheet.header.is_some() || report.len() == found_before {
        shape::check(&mut sheet, beyond, delimiter, report);
    }
    sheet
}

/// Excel's `sep=;` as the first line: the separator, and how many bytes the line takes. Excel does
/// not show this line, so it has no row.
fn separator_line(text: &str) -> (Option<u8>, usize) {
    let line = text.split_inclusive('\n').next().unwrap_or_default();
    let content = line.trim_end_matches(['\r', '\n']);
    let content = content.strip_prefix('"').and_then(|c| c.strip_suffix('"')).unwrap_or(content);
    let separator = match content.as_bytes() {
        [s, e, p, b'=', separator] if [s, e, p].map(u8::to_ascii_lowercase) == *b"sep" => *separator,
        _ => return (None, 0),
    };
    if separator.is_ascii_alphanumeric() || separator == b'"' {
        return (None, 0);
    }
    (Some(separator), line.len())
}

/// The delimiter that stands most often in the header, outside of quotes.
fn sniff(text: &str) -> u8 {
    let mut quoted = false;
    let mut is_blank = true;
    let mut counts = [0_usize; DELIMITERS.len()];
    for byte in text.bytes() {
        match byte {
            b'"' => quoted = !quoted,
            // The header is the first line that is not blank.
            b'\r' | b'\n' if !quoted && !is_blank => break,
            _ if !quoted => {
                for (count, delimiter) in counts.iter_mut().zip(DELIMITERS) {
                    *count += usize::from(byte == delimiter);
                }
            }
            _ => {}
        }
        is_blank = is_blank && (byte.is_ascii_whitespace() || DELIMITERS.contains(&byte));
    }
    let mut best = (0, b',');
    for (count, delimiter) in counts.into_iter().zip(DELIMITERS) {
        if count > best.0 {
            best = (count, delimiter);
        }
    }
    best.1
}

/// Lets `csv` split the text, and puts its fields beside the places that the scan found. Of rows
/// above the limit the first is kept, and the others are counted.
fn split(body: &str, delimiter: u8, scanned: &scan::Scanned, sheet: &mut Sheet) -> usize {
    let mut beyond = 0;
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter)
        .buffer_capacity(body.len().clamp(1, 1 << 16))
        .from_reader(body.as_bytes());
    let mut raw = csv::ByteRecord::new();
    sheet.text.reserve(body.len());
    sheet.fields.reserve(scanned.starts.len());
    sheet.records.reserve(scanned.records.len().min(MAX_ROWS));
    for record in &scanned.records {
        if !matches!(reader.read_byte_record(&mut raw), Ok(true)) {
            break;
        }
        let first = sheet.fields.len();
        // All fields at once: where nothing is optimised, each call counts.
        let text = std::str::from_utf8(raw.as_slice()).unwrap_or_default();
        let spans_lines = record.end.0 != record.line;
        let copied = sheet.text.len();
        sheet.text.push_str(text);
        let starts = scanned.starts.get(record.first..record.first + record.count).unwrap_or_default();
        for (index, &(line, column)) in starts.iter().enumerate() {
            let Some(range) = raw.range(index) else { break };
            let (mut start, mut end) = (copied + range.start, copied + range.end);
            let field = text.get(range).unwrap_or_default();
            if spans_lines && field.contains("\r\n") {
                // A line end of the file's, whoever checked it out: the cell is the same text everywhere.
                start = sheet.text.len();
                sheet.text.push_str(&field.trim().replace("\r\n", "\n"));
                end = sheet.text.len();
            } else if !is_trimmed(field) {
                start += field.len() - field.trim_start().len();
                end = start + field.trim().len();
            }
            sheet.fields.push(Field { start: offset(start), end: offset(end), line, column });
        }
        let count = sheet.fields.len() - first;
        let start =
            RecordStart { row: record.row, line: record.line, end: record.end, first, count, damaged: record.damaged };
        let fields = sheet.fields.get(first..).unwrap_or_default();
        let is_blank = fields.iter().all(|field| field.start == field.end);
        if is_blank && !record.damaged {
            sheet.fields.truncate(first);
        } else if sheet.header.is_none() {
            sheet.header = Some(start);
        } else if sheet.records.len() <= MAX_ROWS {
            sheet.records.push(start);
        } else {
            sheet.fields.truncate(first);
            beyond += 1;
        }
    }
    beyond
}

/// Whether there is no white space around the text; a glance at the ends suffices for nearly every cell.
fn is_trimmed(text: &str) -> bool {
    match text.as_bytes() {
        [] | [b'!'..=b'~'] | [b'!'..=b'~', .., b'!'..=b'~'] => true,
        _ => text.trim().len() == text.len(),
    }
}

fn offset(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod dialect_tests;
#[cfg(test)]
mod tests;
