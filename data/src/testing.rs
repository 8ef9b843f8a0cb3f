//! What the tests of several rooms share: from a text to a table and the sentences about it.

use crate::code::{CodeType, IntType};
use crate::kind::{Kind, Variants};
use crate::model::Table;
use crate::reference::Reference;
use crate::report::Report;
use crate::role::Role;
use crate::rule::Rule;
use crate::sheet::Sheet;
use crate::source::Source;
use crate::wanted::{Wanted, WantedColumn};
use crate::{compile, read};

/// A table of codes of that type (`u16`, `str`), all roles by their headers.
pub(crate) fn wanted(code: &str) -> Wanted {
    Wanted::by_headers(IntType::named(code).map_or(CodeType::Text, CodeType::Int))
}

impl Wanted {
    /// With a role mapped to a header.
    pub(crate) fn role(mut self, role: Role, header: &str) -> Self {
        self.roles.push((role, header.to_owned()));
        self
    }

    /// With a typed column: `retry: Option<u32> = "Retry (s)"`, the header left out if it follows from the name.
    pub(crate) fn column(mut self, column: &str) -> Self {
        let (column, header) = match column.split_once(" = ") {
            Some((column, header)) => (column, Some(header.trim_matches('"').to_owned())),
            None => (column, None),
        };
        let (name, kind) = column.split_once(": ").unwrap();
        let inner = kind.strip_prefix("Option<").and_then(|kind| kind.strip_suffix('>'));
        let kind = match inner.unwrap_or(kind) {
            "&str" => Kind::Text,
            "enum" => Kind::Category(Variants::Open),
            plain => Kind::named(plain).unwrap(),
        };
        self.columns.push(WantedColumn { name: name.to_owned(), header, kind, optional: inner.is_some() });
        self
    }
}

/// The names of the methods that the macros emit.
pub(crate) const TAKEN: [(&str, Option<Role>); 9] = [
    ("code", None),
    ("name", None),
    ("reason", None),
    ("from_code", None),
    ("from_reason", None),
    ("definition", Some(Role::Definition)),
    ("tips", Some(Role::Tips)),
    ("reference", Some(Role::Reference)),
    ("class", Some(Role::Class)),
];

pub(crate) fn sheet(file: &str, text: impl AsRef<[u8]>, report: &mut Report) -> Sheet {
    read(&Source::from_bytes(file, text.as_ref()), &wanted("u16"), report)
}

/// The table of a text, which findings call `t.csv`; an empty one if there is none.
pub(crate) fn table(text: impl AsRef<[u8]>, wanted: &Wanted) -> (Table, Vec<String>) {
    compiled("t.csv", text, wanted)
}

/// The HTTP reference with a text laid over it.
pub(crate) fn over_http(text: &str, wanted: &Wanted) -> (Table, Vec<String>) {
    let wanted = Wanted { base: vec![http()], ..wanted.clone() };
    compiled("own.csv", text, &wanted)
}

pub(crate) fn http() -> &'static Reference {
    Reference::named("http").unwrap()
}

fn compiled(file: &str, text: impl AsRef<[u8]>, wanted: &Wanted) -> (Table, Vec<String>) {
    let wanted = Wanted { taken: TAKEN.to_vec(), ..wanted.clone() };
    let mut report = Report::new();
    let table = compile(&Source::from_bytes(file, text.as_ref()), &wanted, &mut report);
    (table.unwrap_or_else(|| Table::empty(file, &wanted)), sentences(report))
}

/// What is said, without how it is switched off; of rules that have a case in the catalogue without the id, which the
/// tests there hold, and without Rust's cure.
pub(crate) fn sentences(mut report: Report) -> Vec<String> {
    // What a room refuses that is asked alone.
    crate::diagnose::explain(&wanted("u16"), &mut report);
    let mut said = Vec::new();
    for finding in report.into_findings() {
        let allowing = crate::diagnose::allowing(finding.rule).map_or(String::new(), |help| format!("\nhelp: {help}"));
        let mut sentence = finding.to_string().replacen(&allowing, "", 1);
        let is_plain = matches!(finding.rule, Rule::WordValue | Rule::WrongClass | Rule::ReferencesDisagree);
        if is_plain || crate::catalogue_tests::has_case(finding.rule) {
            sentence.truncate(sentence.find("\nhelp: ").unwrap_or(sentence.len()));
            sentence = sentence.replacen(&format!(" [{}]", finding.rule), "", 1);
        }
        said.push(sentence);
    }
    said
}

/// The ids of the rules that a text breaks, each once, in the order of the catalogue.
pub(crate) fn ids(text: impl AsRef<[u8]>, wanted: &Wanted) -> Vec<&'static str> {
    let wanted = Wanted { taken: TAKEN.to_vec(), ..wanted.clone() };
    let mut report = Report::new();
    compile(&Source::from_bytes("t.csv", text.as_ref()), &wanted, &mut report);
    let mut found = Vec::new();
    for finding in report.into_findings() {
        found.push(finding.rule);
    }
    found.sort();
    found.dedup();
    found.into_iter().map(crate::Rule::id).collect()
}

/// The sentences without the rule and the cure in Rust, of which a test speaks apart.
pub(crate) fn without_rules(said: &[String]) -> Vec<String> {
    let mut plain = Vec::new();
    for sentence in said {
        let line = sentence.split('\n').next().unwrap();
        let is_rule = |rule: &str| rule.ends_with(']') && Rule::from_id(&rule[..rule.len() - 1]).is_some();
        plain.push(line.rsplit_once(" [").filter(|(_, rule)| is_rule(rule)).map_or(line, |(line, _)| line).to_owned());
    }
    plain
}

/// `404 NotFound` for each row.
pub(crate) fn rows(table: &Table) -> Vec<String> {
    table.rows.iter().map(|row| format!("{} {}", row.code, row.name)).collect()
}
