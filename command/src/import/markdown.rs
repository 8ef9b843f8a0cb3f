//! Tables within Markdown, as GitHub reads them.

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use super::grid::{Grid, Origin};

/// The tables of a text, each by the heading above it.
pub(super) fn grids(text: &str) -> Vec<Grid> {
    let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH;
    let mut reader = Reader { text, ..Reader::default() };
    for (event, range) in Parser::new_ext(text, options).into_offset_iter() {
        reader.event(event, range.start);
    }
    reader.grids
}

#[derive(Default)]
struct Reader<'t> {
    text: &'t str,
    grids: Vec<Grid>,
    /// The last heading, and whether it is open.
    heading: String,
    is_in_heading: bool,
    /// The table that is open.
    grid: Option<Grid>,
    /// The cell that is open.
    cell: Option<String>,
    /// Addresses of the links that are open, and where their texts begin.
    links: Vec<(String, usize)>,
}

impl Reader<'_> {
    fn event(&mut self, event: Event<'_>, at: usize) {
        match event {
            Event::Start(Tag::Heading { .. }) => {
                self.heading.clear();
                self.is_in_heading = true;
            }
            Event::End(TagEnd::Heading(_)) => self.is_in_heading = false,
            Event::Start(Tag::Table(_)) => {
                self.grid = Some(Grid { name: self.heading.trim().to_owned(), ..Grid::default() });
            }
            Event::End(TagEnd::Table) => self.grids.extend(self.grid.take()),
            Event::Start(Tag::TableHead | Tag::TableRow) => {
                let line = 1 + self.text.bytes().take(at).filter(|byte| *byte == b'\n').count();
                if let Some(grid) = &mut self.grid {
                    grid.rows.push(Vec::new());
                    let Origin { rows, .. } = &mut grid.origin;
                    rows.push(u32::try_from(line).unwrap_or(u32::MAX));
                }
            }
            Event::Start(Tag::TableCell) => self.cell = Some(String::new()),
            Event::End(TagEnd::TableCell) => {
                let cell = self.cell.take().map(|cell| tidy(&cell)).unwrap_or_default();
                if let Some(row) = self.grid.as_mut().and_then(|grid| grid.rows.last_mut()) {
                    row.push(cell);
                }
            }
            Event::Start(Tag::Link { dest_url, .. }) => {
                let start = self.cell.as_ref().map_or(0, String::len);
                self.links.push((dest_url.into_string(), start));
            }
            Event::End(TagEnd::Link) => {
                if let (Some((address, start)), Some(cell)) = (self.links.pop(), &mut self.cell) {
                    link(cell, start, &address);
                }
            }
            Event::Text(text) | Event::Code(text) => self.push(&text),
            Event::InlineHtml(tag) => self.push(line_break(&tag)),
            Event::SoftBreak | Event::HardBreak => self.push("\n"),
            _ => {}
        }
    }

    fn push(&mut self, text: &str) {
        if let Some(cell) = &mut self.cell {
            cell.push_str(text);
        } else if self.is_in_heading {
            self.heading.push_str(text);
        }
    }
}

/// The address after the text of a link, where the text is not the address.
pub(super) fn link(cell: &mut String, start: usize, address: &str) {
    let text = cell.get(start..).unwrap_or_default().trim().to_owned();
    let is_web = address.starts_with("http://") || address.starts_with("https://");
    let bare = |text: &str| text.trim_end_matches('/').replace("https://", "").replace("http://", "");
    if is_web && bare(&text) != bare(address) {
        if !text.is_empty() {
            cell.push(' ');
        }
        cell.push_str(address);
    }
}

/// A tag that begins a line.
fn line_break(tag: &str) -> &'static str {
    let name: String = tag.trim_start_matches(['<', '/']).chars().take_while(char::is_ascii_alphanumeric).collect();
    if ["br", "p", "li"].contains(&name.to_ascii_lowercase().as_str()) { "\n" } else { "" }
}

/// Lines without blanks at their ends, and none that is empty.
pub(super) fn tidy(text: &str) -> String {
    let lines: Vec<&str> = text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    lines.join("\n")
}
