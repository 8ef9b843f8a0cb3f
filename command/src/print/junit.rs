//! `JUnit`'s XML: a suite for each file, a case for each table, a failure for each finding.

use std::fmt::Write;

use crate::check::Checked;
use crate::path::shown;
use crate::problem::Problem;

type Case<'p> = (String, Vec<&'p Problem>);

/// Files with their tables, and these with what is wrong with them.
#[derive(Default)]
struct Suites<'p>(Vec<(String, Vec<Case<'p>>)>);

fn put<'p>(suites: &mut Vec<(String, Vec<Case<'p>>)>, file: String, table: &str, problem: Option<&'p Problem>) {
    let at = suites.iter().position(|(name, _)| *name == file).unwrap_or_else(|| {
        suites.push((file, Vec::new()));
        suites.len() - 1
    });
    let Some((_, cases)) = suites.get_mut(at) else { return };
    let case = cases.iter().position(|(name, _)| name == table).unwrap_or_else(|| {
        cases.push((table.to_owned(), Vec::new()));
        cases.len() - 1
    });
    if let Some((_, problems)) = cases.get_mut(case) {
        problems.extend(problem);
    }
}

pub(crate) fn checked(checked: &Checked) -> String {
    let mut suites = Suites::default();
    let mut put = |file: String, table: &str, problem| put(&mut suites.0, file, table, problem);
    let mut names = std::collections::HashMap::new();
    for table in &checked.looked_at {
        let file = table.file.as_deref().map_or_else(|| "(a reference)".to_owned(), shown);
        let short = table.name.rsplit("::").next().unwrap_or_default().to_owned();
        names.insert((file.clone(), short), table.name.clone());
        put(file, &table.name, None);
    }
    for problem in &checked.problems {
        let file = problem.file.as_deref().map(shown).unwrap_or_default();
        let table = problem.table.as_deref().unwrap_or("sources");
        let name = names.get(&(file.clone(), table.to_owned())).cloned();
        put(file, name.as_deref().unwrap_or(table), Some(problem));
    }
    for failure in &checked.unread {
        let text = failure.to_string();
        let file = text.split(": ").next().unwrap_or_default().to_owned();
        put(file, "cannot be read", None);
    }
    let failures = checked.problems.len();
    let errors = checked.unread.len();
    let mut xml = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    let tests: usize = suites.0.iter().map(|(_, cases)| cases.len()).sum();
    let _ = writeln!(
        xml,
        "<testsuites name=\"cargo-status-docs\" tests=\"{tests}\" failures=\"{failures}\" errors=\"{errors}\">"
    );
    for (file, cases) in &suites.0 {
        let failures: usize = cases.iter().map(|(_, problems)| problems.len()).sum();
        let unread = checked.unread.iter().find(|failure| failure.to_string().starts_with(&format!("{file}: ")));
        let unread = unread.filter(|_| cases.iter().any(|(name, _)| name == "cannot be read"));
        let _ = writeln!(
            xml,
            "  <testsuite name=\"{}\" tests=\"{}\" failures=\"{failures}\" errors=\"{}\">",
            escaped(file),
            cases.len(),
            usize::from(unread.is_some())
        );
        for (name, problems) in cases {
            let open = format!("    <testcase classname=\"{}\" name=\"{}\"", escaped(file), escaped(name));
            let error = unread.filter(|_| name == "cannot be read");
            if problems.is_empty() && error.is_none() {
                let _ = writeln!(xml, "{open}/>");
                continue;
            }
            let _ = writeln!(xml, "{open}>");
            for problem in problems {
                let rule = problem.rule.map(|rule| format!(" type=\"{rule}\"")).unwrap_or_default();
                let help = problem.help.as_ref().map(|help| format!("\nhelp: {help}")).unwrap_or_default();
                let place = format!("{}{}{help}", problem.place(), problem.message);
                let _ = writeln!(
                    xml,
                    "      <failure message=\"{}\"{rule}>{}</failure>",
                    escaped(&problem.message),
                    escaped(&place)
                );
            }
            if let Some(error) = error {
                let _ = writeln!(xml, "      <error message=\"{}\"/>", escaped(&error.to_string()));
            }
            let _ = writeln!(xml, "    </testcase>");
        }
        let _ = writeln!(xml, "  </testsuite>");
    }
    xml + "</testsuites>\n"
}

/// A text within XML 1.0; what that cannot hold is shown as U+FFFD.
fn escaped(text: &str) -> String {
    let mut escaped = String::new();
    for c in text.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\n' => escaped.push_str("&#10;"),
            '\t' => escaped.push_str("&#9;"),
            '\r' => escaped.push_str("&#13;"),
            c if c < ' ' || matches!(c, '\u{fffe}' | '\u{ffff}') => escaped.push('\u{fffd}'),
            c => escaped.push(c),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_xml_cannot_hold_is_replaced() {
        assert_eq!(escaped("a<b>&\"c\"\u{1}\u{ffff}\n"), "a&lt;b&gt;&amp;&quot;c&quot;\u{fffd}\u{fffd}&#10;");
    }
}
