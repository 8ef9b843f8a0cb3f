//! What a file is: by what it holds, and only then by what it is called.

use std::io::Cursor;
use std::path::Path;

/// What a file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Workbook(Workbook),
    Csv,
    Json,
    Yaml,
    Toml,
    Markdown,
    Html,
    C,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Workbook {
    Xlsx,
    Xls,
    Ods,
}

impl Kind {
    /// What a table of it is called in a sentence.
    pub(super) fn table(self) -> &'static str {
        match self {
            Self::Workbook(_) => "sheet",
            _ => "table",
        }
    }
}

/// Extensions, and what a text with one of them is.
const EXTENSIONS: [(&str, Kind); 23] = [
    ("csv", Kind::Csv),
    ("tsv", Kind::Csv),
    ("tab", Kind::Csv),
    ("psv", Kind::Csv),
    ("json", Kind::Json),
    ("yaml", Kind::Yaml),
    ("yml", Kind::Yaml),
    ("toml", Kind::Toml),
    ("md", Kind::Markdown),
    ("markdown", Kind::Markdown),
    ("mdx", Kind::Markdown),
    ("html", Kind::Html),
    ("htm", Kind::Html),
    ("xhtml", Kind::Html),
    ("h", Kind::C),
    ("hh", Kind::C),
    ("hpp", Kind::C),
    ("hxx", Kind::C),
    ("inc", Kind::C),
    ("c", Kind::C),
    ("cc", Kind::C),
    ("cpp", Kind::C),
    ("cxx", Kind::C),
];

const WORKBOOKS: [&str; 5] = ["xlsx", "xlsm", "xls", "ods", "xlsb"];

/// A ZIP archive begins so, and so does the container of old workbooks and of those with a password.
const ZIP: &[u8] = b"PK\x03\x04";
const CONTAINER: &[u8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";

pub(super) fn kind(file: &Path, bytes: &[u8]) -> Result<Kind, String> {
    let extension = file.extension().map(|extension| extension.to_string_lossy().to_lowercase()).unwrap_or_default();
    if bytes.starts_with(ZIP) {
        return archive(bytes).map(Kind::Workbook);
    }
    if bytes.starts_with(CONTAINER) {
        // A stream's name is UTF-16.
        let name: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
        if bytes.windows(name.len()).any(|window| window == name) {
            return Err(PASSWORD.to_owned());
        }
        return Ok(Kind::Workbook(Workbook::Xls));
    }
    let start = text(bytes).unwrap_or_else(|| String::from_utf8_lossy(bytes).into_owned());
    let start = start.trim_start();
    let lower: String = start.chars().take(512).collect::<String>().to_lowercase();
    let is_html =
        ["<!doctype html", "<html", "<table", "<meta", "<head", "<body"].iter().any(|tag| lower.starts_with(tag));
    if is_html {
        return Ok(Kind::Html);
    }
    if WORKBOOKS.contains(&extension.as_str()) {
        // Programs save CSV files under the names of workbooks.
        return if bytes.is_empty() || bytes.contains(&0) || extension != "xls" {
            Err(format!("this is not a workbook (.{extension} is a ZIP archive, and this is none); save it again"))
        } else {
            Ok(Kind::Csv)
        };
    }
    if let Some((_, kind)) = EXTENSIONS.iter().find(|(known, _)| *known == extension) {
        return Ok(*kind);
    }
    Ok(by_content(start))
}

pub(super) const PASSWORD: &str = "the workbook has a password; save it without one";

/// What a text is whose name says nothing.
fn by_content(text: &str) -> Kind {
    if text.starts_with(['{', '[']) && super::json::parse(text).is_ok() {
        return Kind::Json;
    }
    let mut lines = text.lines().map(str::trim);
    if lines
        .clone()
        .any(|line| line.starts_with("#define ") || line.starts_with("enum ") || line.starts_with("typedef enum"))
    {
        return Kind::C;
    }
    // The line below a header of Markdown: dashes between bars.
    let is_rule = |line: &str| line.contains("--") && line.contains('|') && line.chars().all(|c| "|-: \t".contains(c));
    if lines.any(is_rule) {
        return Kind::Markdown;
    }
    Kind::Csv
}

/// Which workbook an archive is, by the files in it.
fn archive(bytes: &[u8]) -> Result<Workbook, String> {
    let archive = zip::ZipArchive::new(Cursor::new(bytes))
        .map_err(|error| format!("the workbook is damaged ({error}); save it again"))?;
    let has = |name: &str| archive.index_for_name(name).is_some();
    if has("xl/workbook.xml") {
        Ok(Workbook::Xlsx)
    } else if has("xl/workbook.bin") {
        Err("an .xlsb workbook is not read; save it as .xlsx".to_owned())
    } else if has("content.xml") {
        Ok(Workbook::Ods)
    } else {
        // Another program may have named its parts otherwise.
        let is_renamed = archive.file_names().any(|name| name.ends_with("workbook.xml"));
        if is_renamed { Ok(Workbook::Xlsx) } else { Err("this is a ZIP archive, but not a workbook".to_owned()) }
    }
}

/// UTF-8, or UTF-16 with a byte order mark.
pub(super) fn text(bytes: &[u8]) -> Option<String> {
    let wide = |bytes: &[u8], read: fn([u8; 2]) -> u16| {
        let units: Vec<u16> =
            bytes.chunks(2).map(|pair| read([*pair.first().unwrap_or(&0), *pair.get(1).unwrap_or(&0)])).collect();
        String::from_utf16(&units).ok()
    };
    match bytes {
        [0xff, 0xfe, rest @ ..] => wide(rest, u16::from_le_bytes),
        [0xfe, 0xff, rest @ ..] => wide(rest, u16::from_be_bytes),
        [0xef, 0xbb, 0xbf, rest @ ..] => String::from_utf8(rest.to_vec()).ok(),
        bytes => String::from_utf8(bytes.to_vec()).ok(),
    }
}
