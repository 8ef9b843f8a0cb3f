//! For people: the sentence of the macro, and the line that it is about, as the compiler shows one.

use std::collections::HashMap;
use std::path::PathBuf;

use annotate_snippets::{Level, Renderer, Snippet};

use crate::path::shown;
use crate::problem::{Asked, Problem};
use crate::project::Project;
use crate::sources::Remark;

/// Shows problems, and reads each file once for their lines.
pub(crate) struct Shown<'p> {
    project: &'p Project,
    renderer: Renderer,
    files: HashMap<PathBuf, Vec<String>>,
}

/// Lines of a table may be long; beside what is meant, so much of one is shown.
const WIDTH: usize = 120;

impl<'p> Shown<'p> {
    pub(crate) fn new(project: &'p Project) -> Self {
        Self { project, renderer: Renderer::styled().term_width(WIDTH), files: HashMap::new() }
    }

    pub(crate) fn problem(&mut self, problem: &Problem) -> String {
        let sentence = visible(&problem.sentence());
        let level = match problem.level {
            crate::problem::Level::Error => Level::Error,
            crate::problem::Level::Note => Level::Note,
        };
        let mut message = level.title(&sentence);
        let line = self.line(problem);
        if let Some((number, line)) = &line {
            let extent = extent(line, problem.column.unwrap_or(1));
            let snippet = Snippet::source(line).line_start(*number).annotation(level.span(extent));
            message = message.snippet(snippet);
        }
        let help = problem.help.as_deref().map(visible);
        if let Some(help) = &help {
            message = message.footer(Level::Help.title(help));
        }
        let asked = problem.asked.as_ref().filter(|asked| problem.file.as_ref() != Some(&asked.file)).map(|asked| {
            let table = problem.table.as_deref().unwrap_or_default();
            format!("`{table}` asks for it at {}:{}:{}", shown(&asked.file), asked.line, asked.column)
        });
        if let Some(asked) = &asked {
            message = message.footer(Level::Note.title(asked));
        }
        format!("{}\n", self.renderer.render(message))
    }

    /// A note: its sentence alone.
    pub(crate) fn note(&self, note: &Problem) -> String {
        let sentence = visible(&note.sentence());
        format!("{}\n", self.renderer.render(Level::Note.title(&sentence)))
    }

    pub(crate) fn skipped(&self, remark: &Remark) -> String {
        let Asked { file, line, column } = Asked::of(&remark.place, &self.project.root());
        let sentence = format!("{}:{line}:{column}: {}", shown(&file), visible(&remark.message));
        format!("{}\n", self.renderer.render(Level::Note.title(&sentence)))
    }

    /// The line that a problem is about, and its number.
    fn line(&mut self, problem: &Problem) -> Option<(usize, String)> {
        let (file, number) = (problem.file.as_ref()?, usize::try_from(problem.line?).ok()?);
        let path = self.project.root().join(file);
        let lines = self.files.entry(path).or_insert_with_key(|path| {
            let bytes = std::fs::read(path).unwrap_or_default();
            // A workbook, or UTF-16: nobody reads that.
            if bytes.contains(&0) {
                return Vec::new();
            }
            String::from_utf8_lossy(&bytes).trim_start_matches('\u{feff}').lines().map(visible).collect()
        });
        Some((number, lines.get(number.checked_sub(1)?)?.clone()))
    }
}

/// A text that cannot change the terminal; as many characters as before.
fn visible(text: &str) -> String {
    text.chars().map(|c| if c.is_control() && c != '\t' { '\u{fffd}' } else { c }).collect()
}

/// The bytes of the cell that begins at a column, or of the word there in a Rust file.
fn extent(line: &str, column: u32) -> std::ops::Range<usize> {
    let skipped = usize::try_from(column).unwrap_or(1).saturating_sub(1);
    let start = line.char_indices().nth(skipped).map_or(line.len(), |(at, _)| at);
    let rest = line.get(start..).unwrap_or_default();
    let end = match rest.strip_prefix('"') {
        // To the quote that ends it; two of them are one within.
        Some(quoted) => {
            let mut inner = quoted.char_indices().peekable();
            let mut end = rest.len();
            while let Some((at, c)) = inner.next() {
                if c == '"' && inner.next_if(|(_, next)| *next == '"').is_none() {
                    end = at + 2;
                    break;
                }
            }
            end
        }
        None => rest.find([',', ';', '\t', '|']).unwrap_or(rest.len()),
    };
    let end = start + rest.get(..end).map_or(0, |cell| cell.trim_end().len());
    start..end.max(start)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_is_marked_whole() {
        let marked = |line: &str, column: u32| line[extent(line, column)].to_owned();
        assert_eq!(marked("18,Door Held,maybe", 1), "18");
        assert_eq!(marked("18,Door Held,maybe", 4), "Door Held");
        assert_eq!(marked("18,Door Held,maybe ", 14), "maybe");
        assert_eq!(marked("18,\"a, \"\"b\"\"\",c", 4), "\"a, \"\"b\"\"\"");
        assert_eq!(marked("18,\"open", 4), "\"open");
        assert_eq!(marked("T\u{fc}r;\u{95e8};x", 5), "\u{95e8}");
        assert_eq!(marked("18,,x", 4), "");
        assert_eq!(marked("18", 9), "");
        assert_eq!(marked("", 1), "");
    }

    #[test]
    fn no_text_reaches_the_terminal_as_a_command() {
        assert_eq!(visible("a\u{1b}[31mb\u{7}\tc"), "a\u{fffd}[31mb\u{fffd}\tc");
    }
}
