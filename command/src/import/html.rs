//! Tables of an HTML page. End tags may be missing, as HTML allows.

use html5gum::emitters::default::DefaultEmitter;
use html5gum::{StartTag, Token, Tokenizer};

use super::grid::{Grid, Region};
use super::markdown::{link, tidy};

/// The tables of a page, each by its caption or the heading above it.
pub(super) fn grids(text: &str) -> Vec<Grid> {
    let mut emitter = DefaultEmitter::default();
    emitter.naively_switch_states(true);
    let mut page = Page::default();
    for token in Tokenizer::new_with_emitter(text, emitter) {
        let Ok(token) = token;
        match token {
            Token::StartTag(tag) => page.start(&tag),
            Token::EndTag(tag) => page.end(&String::from_utf8_lossy(&tag.name)),
            Token::String(text) => page.text(&String::from_utf8_lossy(&text)),
            Token::Comment(_) | Token::Doctype(_) | Token::Error(_) => {}
        }
    }
    while !page.open.is_empty() {
        page.end("table");
    }
    // A frame of one row is not a table of codes, if there is another one.
    let is_table = |grid: &Grid| grid.rows.len() > 1;
    if page.grids.iter().any(is_table) {
        page.grids.retain(is_table);
    }
    page.grids
}

#[derive(Default)]
struct Page {
    grids: Vec<Grid>,
    heading: String,
    is_in_heading: bool,
    /// Within script or style.
    muted: usize,
    /// Tables within tables.
    open: Vec<Table>,
}

#[derive(Default)]
struct Table {
    grid: Grid,
    caption: Option<String>,
    is_in_caption: bool,
    cell: Option<Cell>,
    is_row_open: bool,
    /// How many rows each column is still covered from above.
    covered: Vec<usize>,
}

struct Cell {
    text: String,
    columns: usize,
    rows: usize,
    links: Vec<(String, usize)>,
}

const MUTE: [&str; 4] = ["script", "style", "template", "noscript"];

fn attribute(tag: &StartTag<()>, name: &[u8]) -> Option<String> {
    tag.attributes
        .iter()
        .find(|(key, _)| key.as_slice() == name)
        .map(|(_, value)| String::from_utf8_lossy(value).into_owned())
}

impl Page {
    fn start(&mut self, tag: &StartTag<()>) {
        const MOST: usize = 1000;
        let name = String::from_utf8_lossy(&tag.name).into_owned();
        if MUTE.contains(&name.as_str()) {
            self.muted += usize::from(!tag.self_closing);
            return;
        }
        if is_heading(&name) && self.open.is_empty() {
            self.heading.clear();
            self.is_in_heading = true;
        }
        if name == "table" {
            let grid = Grid { name: tidy(&spaced(&self.heading)), ..Grid::default() };
            return self.open.push(Table { grid, ..Table::default() });
        }
        let Some(table) = self.open.last_mut() else { return };
        match name.as_str() {
            "caption" => {
                table.caption = Some(String::new());
                table.is_in_caption = true;
            }
            "thead" | "tbody" | "tfoot" => table.end_row(),
            "tr" => {
                table.end_row();
                table.begin_row();
            }
            "td" | "th" => {
                table.end_cell();
                if !table.is_row_open {
                    table.begin_row();
                }
                let span =
                    |name: &[u8]| attribute(tag, name).and_then(|text| text.trim().parse().ok()).unwrap_or(1_usize);
                let (columns, rows) = (span(b"colspan").clamp(1, MOST), span(b"rowspan").min(MOST));
                // None means to the end of the table's part.
                let rows = if rows == 0 { MOST } else { rows };
                table.cell = Some(Cell { text: String::new(), columns, rows, links: Vec::new() });
            }
            "br" | "p" | "li" | "div" | "dd" | "dt" | "hr" => table.line(),
            "a" => {
                if let Some(cell) = &mut table.cell {
                    cell.links.push((attribute(tag, b"href").unwrap_or_default(), cell.text.len()));
                }
            }
            "img" => table.push(&attribute(tag, b"alt").unwrap_or_default()),
            _ => {}
        }
    }

    fn end(&mut self, name: &str) {
        if MUTE.contains(&name) {
            self.muted = self.muted.saturating_sub(1);
            return;
        }
        if is_heading(name) {
            self.is_in_heading = false;
        }
        if name == "table" {
            let Some(mut table) = self.open.pop() else { return };
            table.end_row();
            if let Some(caption) =
                table.caption.map(|caption| tidy(&spaced(&caption))).filter(|caption| !caption.is_empty())
            {
                table.grid.name = caption;
            }
            table.grid.rows.retain(|row| !row.is_empty());
            return self.grids.push(table.grid);
        }
        let Some(table) = self.open.last_mut() else { return };
        match name {
            "caption" => table.is_in_caption = false,
            "td" | "th" => table.end_cell(),
            "tr" | "thead" | "tbody" | "tfoot" => table.end_row(),
            "p" | "li" | "div" | "ul" | "ol" => table.line(),
            "a" => {
                if let Some(cell) = &mut table.cell {
                    if let Some((address, start)) = cell.links.pop() {
                        link(&mut cell.text, start, &address);
                    }
                }
            }
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        if self.muted > 0 {
            return;
        }
        match self.open.last_mut() {
            Some(table) if table.is_in_caption => table.caption.get_or_insert_default().push_str(text),
            Some(table) => table.push(&spaced(text)),
            None if self.is_in_heading => self.heading.push_str(text),
            None => {}
        }
    }
}

fn is_heading(name: &str) -> bool {
    matches!(name, "h1" | "h2" | "h3" | "h4" | "h5" | "h6")
}

/// White space as a page shows it: one space.
fn spaced(text: &str) -> String {
    let mut spaced = String::new();
    for c in text.chars() {
        let is_blank = matches!(c, ' ' | '\t' | '\n' | '\r' | '\x0c');
        if !is_blank {
            spaced.push(c);
        } else if !spaced.ends_with(' ') {
            spaced.push(' ');
        }
    }
    spaced
}

impl Table {
    fn begin_row(&mut self) {
        self.grid.rows.push(Vec::new());
        self.is_row_open = true;
        self.cover();
    }

    /// Cells from above that reach into this row are passed over; their texts are filled in with the merged ones.
    fn cover(&mut self) {
        let Some(row) = self.grid.rows.last_mut() else { return };
        while let Some(left) = self.covered.get_mut(row.len()).filter(|left| **left > 0) {
            *left -= 1;
            row.push(String::new());
        }
    }

    fn end_cell(&mut self) {
        let Some(cell) = self.cell.take() else { return };
        let at = self.grid.rows.len().saturating_sub(1);
        let Some(row) = self.grid.rows.last_mut() else { return };
        let first = row.len();
        row.push(tidy(&cell.text.replace(" \n", "\n").replace("\n ", "\n")));
        row.extend((1..cell.columns).map(|_| String::new()));
        let last = first + cell.columns - 1;
        if self.covered.len() <= last {
            self.covered.resize(last + 1, 0);
        }
        for left in self.covered.iter_mut().take(last + 1).skip(first) {
            *left = cell.rows - 1;
        }
        if cell.columns > 1 || cell.rows > 1 {
            self.grid.merged.push(Region { rows: (at, at + cell.rows - 1), columns: (first, last) });
        }
        self.cover();
    }

    fn end_row(&mut self) {
        self.end_cell();
        self.is_row_open = false;
    }

    fn line(&mut self) {
        if let Some(cell) = &mut self.cell {
            cell.text.push('\n');
        }
    }

    fn push(&mut self, text: &str) {
        if let Some(cell) = &mut self.cell {
            let is_doubled = cell.text.ends_with([' ', '\n']) || cell.text.is_empty();
            cell.text.push_str(if is_doubled { text.trim_start_matches(' ') } else { text });
        }
    }
}
