//! Files that have the name of a table and are something else: said at once, instead of what is wrong with each line.

use crate::refusal::Foreign;
use crate::text;

/// What a file is that is not a table.
pub(crate) fn kind(text: &str) -> Option<Foreign> {
    let text = text.trim_start();
    // Nearly every table begins with a letter.
    if text.starts_with(|first: char| first.is_ascii_alphabetic() && first != 'v') && !is_path(text) {
        return has_rule(text.lines().nth(1)?).then_some(Foreign::Markdown);
    }
    if text.starts_with('"') && are_quoted_lines(text) {
        return Some(Foreign::QuotedLines);
    }
    if let Some(foreign) = by_its_beginning(text) {
        return Some(foreign);
    }
    if is_path(text) {
        return Some(Foreign::Link(text.trim_end().to_owned()));
    }
    let mut lines = text.lines();
    let is_markdown =
        lines.next().is_some_and(|line| line.starts_with('|') || line.starts_with('#')) && lines.take(12).any(has_rule);
    is_markdown.then_some(Foreign::Markdown)
}

/// What a file is whose first line is not a header: a table within a Markdown page, or YAML.
pub(super) fn kind_of_lines(text: &str) -> Option<Foreign> {
    let mut lines = text.lines().filter(|line| !line.trim().is_empty()).take(40);
    if lines.clone().any(|line| line.trim_start().starts_with('|') && has_rule(line)) {
        return Some(Foreign::Markdown);
    }
    let first = lines.next()?;
    let is_yaml = first.trim_end() == "---" || (first.starts_with("- ") && first.contains(": "));
    is_yaml.then_some(Foreign::Yaml)
}

fn by_its_beginning(text: &str) -> Option<Foreign> {
    const BEGINNINGS: [(&str, Foreign); 10] = [
        ("<!doctype", Foreign::Html),
        ("<html", Foreign::Html),
        ("<head", Foreign::Html),
        ("<table", Foreign::Html),
        ("<!--", Foreign::Html),
        ("<?xml", Foreign::Xml),
        ("%pdf-", Foreign::Pdf),
        ("{\\rtf", Foreign::Rtf),
        ("version https://git-lfs.github.com", Foreign::LfsPointer),
        ("+--", Foreign::Drawn),
    ];
    for (beginning, foreign) in BEGINNINGS {
        if text.get(..beginning.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(beginning)) {
            return Some(foreign);
        }
    }
    is_json(text).then_some(Foreign::Json)
}

fn is_json(text: &str) -> bool {
    let then = |rest: &str, is_next: fn(char) -> bool| rest.trim_start().starts_with(is_next);
    match text.as_bytes().first() {
        Some(b'{') => text.get(1..).is_some_and(|rest| then(rest, |c| matches!(c, '"' | '}'))),
        Some(b'[') => text.get(1..).is_some_and(|rest| then(rest, |c| matches!(c, '"' | '{' | '['))),
        _ => false,
    }
}

/// `../../shared/faults.csv`: one line, and the name of a table's file.
fn is_path(text: &str) -> bool {
    let path = text.trim_end();
    let is_table = |extension: &str| {
        path.len()
            .checked_sub(extension.len())
            .and_then(|start| path.get(start..))
            .is_some_and(|end| end.eq_ignore_ascii_case(extension))
    };
    path.len() < 4_096
        && [".csv", ".tsv", ".tab", ".txt"].iter().any(|extension| is_table(extension))
        && !text::has_one_of(path, "\n,;\t|\"")
}

/// `"code,reason"` over `"1,Door Open"`: each line is one cell with as many separators in it.
fn are_quoted_lines(text: &str) -> bool {
    let within = |line: &'_ str| -> Option<String> {
        let cell = line.trim_end().strip_prefix('"')?.strip_suffix('"')?.replace("\"\"", "");
        (!cell.contains('"')).then_some(cell)
    };
    let mut lines = text.lines();
    let Some((header, first)) = lines.next().and_then(within).zip(lines.next().and_then(within)) else { return false };
    [',', ';', '\t', '|'].iter().any(|&delimiter| header.contains(delimiter) && first.contains(delimiter))
        && lines.filter(|line| !line.is_empty()).take(20).all(|line| within(line).is_some())
}

/// The line under the header of a Markdown table: `|---|:--:|`.
fn has_rule(line: &str) -> bool {
    let line = line.trim();
    line.contains('|') && line.contains("--") && text::all(line, |byte| matches!(byte, '|' | '-' | ':' | ' '))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_a_table_is_called_by_its_name() {
        let cases = [
            ("<!DOCTYPE html>\n<html>", Foreign::Html),
            ("\n  <HTML lang=en>", Foreign::Html),
            ("<?xml version=\"1.0\"?>", Foreign::Xml),
            ("[{\"code\": 1}]", Foreign::Json),
            ("{\n  \"codes\": []}", Foreign::Json),
            ("[\n  [1, \"A\"]]", Foreign::Json),
            ("%PDF-1.7", Foreign::Pdf),
            ("{\\rtf1", Foreign::Rtf),
            ("version https://git-lfs.github.com/spec/v1\noid sha256:4d\nsize 12\n", Foreign::LfsPointer),
            ("| code | reason |\n|------|:------:|\n| 1 | A |", Foreign::Markdown),
            ("code | reason\n--- | ---\n1 | A", Foreign::Markdown),
            ("# Faults\n\nOf the door.\n\n| code | reason |\n|---|---|\n", Foreign::Markdown),
            ("+------+------+\n| code | name |", Foreign::Drawn),
            ("../../docs/faults.csv", Foreign::Link("../../docs/faults.csv".to_owned())),
            ("\"code,name\"\r\n\"1,A\"\r\n\"2,\"\"B, C\"\"\"\r\n", Foreign::QuotedLines),
            ("\"code;name\"\n\"1;A\"", Foreign::QuotedLines),
            ("faults.CSV\n", Foreign::Link("faults.CSV".to_owned())),
        ];
        for (text, foreign) in cases {
            assert_eq!(kind(text), Some(foreign), "{text:?}");
        }
    }

    #[test]
    fn a_path_is_no_longer_than_a_system_takes() {
        let path = |length: usize| format!("{}.csv", "a".repeat(length - 4));
        assert!(is_path(&path(4_095)) && !is_path(&path(4_096)));
    }

    #[test]
    fn lines_under_a_heading_are_a_table_all_the_same() {
        let cases = [
            ("Faults\n\n| code | name |\n|---|---|\n", Some(Foreign::Markdown)),
            ("|Foo|Bar|\n|1|A|\n", None),
            ("Faults\nFoo|Bar\n--|--\n1|A\n", None),
            ("Version: 2\nFoo,Bar\n", None),
            ("- Faults -\nFoo,Bar\n", None),
            ("", None),
        ];
        for (text, expected) in cases {
            assert_eq!(kind_of_lines(text), expected, "{text:?}");
        }
        for text in ["---\ncodes:\n", "\n- code: 1\n  name: A\n"] {
            assert_eq!(kind_of_lines(text), Some(Foreign::Yaml), "{text:?}");
        }
    }

    #[test]
    fn what_is_a_table_is_read() {
        for text in [
            "code,reason\n1,A\n",
            "",
            "code",
            "[Code],[Name]\n1,A\n",
            "{code},{name}\n",
            "<none>,A\n",
            "|code|reason|\n|1|A|\n",
            "code|reason\n1|--\n",
            "# comment\ncode,reason\n1,A\n",
            "version,name\n1,A\n",
            "file\na.csv\n",
            "code,file.csv",
            "-1,A\n-2,B\n",
            "code;reason\n-;-\n",
            "\"code\",\"reason\"\n\"1\",\"A\"\n",
            "\"code\"\n\"1\"\n",
            "\"Code, or number\"\n\"1\"\n",
            "\"a,b\"\n\"1,A\"\n2,B\n",
            "\"a,b\"\n",
            "\"a,b",
        ] {
            assert_eq!(kind(text), None, "{text:?}");
        }
    }
}
