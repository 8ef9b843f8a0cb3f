//! Tables that try to be anything but text, in every cell, in the headers and in the path.

use std::collections::HashSet;
use std::fmt::Write;

use crate::crates::{doctests, document, scratch};
use crate::html::{Page, Row, blocks};

/// Without spaces at the ends and without ` | `, which the table itself reads.
const PIECES: [&str; 68] = [
    "```\nassert!(false);\n```",
    "```rust\npanic!()\n```",
    "~~~\npanic!()\n~~~",
    "x\n\n    panic!();\n\ny",
    "`",
    "``code``",
    "<b>bold</b>",
    "<script>window.hostile=1</script>",
    "<img src=x onerror=\"window.hostile=1\">",
    "<!--",
    "-->",
    "</details>",
    "</td></table>",
    "<id>",
    "[x](javascript:window.hostile=1)",
    "[x]",
    "[`Vec`]",
    "[x][y]",
    "[x]: https://a.b",
    "[^1]",
    "[^1]: note",
    "![x](https://a.b/c.png)",
    "<https://a.b>",
    "https://a.b/c",
    "http://a.b",
    "www.a.b",
    "a@b.c",
    "javascript:alert(1)",
    "data:text/html,<script>window.hostile=1</script>",
    "a|b",
    "|---|---|",
    "\\|",
    "\\",
    "\\\\",
    "---",
    "===",
    "***",
    "* item",
    "- item",
    "+ item",
    "- [ ] task",
    "1. one",
    "1) one",
    "# head",
    "head\n====",
    "> quote",
    "*it*",
    "**bold**",
    "_it_",
    "__bold__",
    "~~gone~~",
    "it's \"so\" -- and --- ...",
    "(c) (tm)",
    "&amp; &#60; &copy;",
    "//! inner",
    "/// outer",
    "*/ fn main() {}",
    "/* open",
    "{} {0} {x:?}",
    "$x$ $crate",
    "\u{202e}abc\u{202c}",
    "zero\u{200b}width",
    "\u{2066}iso\u{2069}",
    "\u{1f469}\u{200d}\u{1f467} \u{1f3f3}\u{fe0f}",
    "a\u{301}\u{645}\u{6cc}\u{200c}\u{634}",
    "\u{7}bell\u{1b}[31m",
    "soft\u{ad}hyphen\u{feff}",
    "r\"#\"# 'c' \\u{41} \\n",
];

const PATH: &str = "tables/[x] `h` <b>.csv";
const HEADERS: &str =
    "Key [x](y),Name,\"Say | <b>\",`Mean`ing,**Tips**,Reference,Class,Gone?,\"Value\u{a0}~~x~~\",Kind";
const CLASSES: [&str; 3] = ["Class [x](javascript:a)", "<i>Group</i> | two", "*Third* `class`"];

/// The cells of a table that the macro reads.
struct Cells {
    code: String,
    reason: String,
    definition: String,
    tips: String,
    reference: String,
    value: String,
}

/// Every piece by itself, then combined with others; the same on each run.
fn cells(rows: usize) -> Vec<Cells> {
    let mut state = 20_u32;
    let mut next = move |bound: usize| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (state >> 8) as usize % bound
    };
    let mut cell = |row: usize| {
        if row < PIECES.len() {
            return PIECES[(row * 7) % PIECES.len()].to_owned();
        }
        let pieces: Vec<&str> = (0..=next(3)).map(|_| PIECES[next(PIECES.len())]).collect();
        pieces.join(["", " ", "\n", "\n\n"][next(4)])
    };
    (0..rows)
        .map(|row| Cells {
            // Unique, with the special characters still in front.
            code: visible(&format!("{} {row}", if row < PIECES.len() { PIECES[row].to_owned() } else { cell(row) })),
            reason: visible(&cell(row)),
            definition: cell(row + 1),
            tips: cell(row + 2),
            reference: cell(row + 3),
            value: cell(row + 4),
        })
        .collect()
}

/// A text that a code or a phrase may be: invisible characters are findings there.
fn visible(text: &str) -> String {
    let is_invisible = |c: char| {
        c.is_control() || matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{206f}' | '\u{feff}')
    };
    text.replace(is_invisible, " ")
}

fn csv(cells: &[Cells]) -> String {
    let mut csv = format!("{HEADERS}\n");
    let quote = |text: &str| format!("\"{}\"", text.replace('"', "\"\""));
    for (row, cells) in cells.iter().enumerate() {
        let gone = if row % 5 == 0 { &cells.tips } else { "" };
        let class = CLASSES[row % CLASSES.len()];
        let texts = [&cells.reason, &cells.definition, &cells.tips, &cells.reference, class, gone, &cells.value, class];
        let texts: Vec<String> = texts.into_iter().map(quote).collect();
        let _ = writeln!(csv, "{},V{row},{}", quote(&cells.code), texts.join(","));
    }
    csv
}

/// What a reader sees of a cell.
fn shown(text: &str) -> String {
    let is_hidden = |c: char| "\u{202e}\u{202c}\u{200b}\u{2066}\u{2069}\u{7}\u{1b}\u{ad}\u{feff}".contains(c);
    let words: Vec<&str> = text.split_whitespace().collect();
    words.join(" ").replace(is_hidden, "\u{fffd}")
}

/// The same for a cell that keeps its lines.
fn lines(text: &str) -> String {
    let lines: Vec<String> = text.split('\n').map(shown).filter(|line| !line.is_empty()).collect();
    lines.join("\n")
}

// Promise: Text is text
#[test]
fn every_cell_is_shown_as_text() {
    for (name, rows) in [("hostile-pages", 60), ("hostile-folded", 400)] {
        let cells = cells(rows);
        let attribute =
            format!("#[status(csv = {PATH:?}, warn_deprecated, allow(html_text, separate_accent, several_codes))]");
        let scratch = scratch(
            name,
            &format!(
                "//! Hostile in every cell.\n#![deny(missing_docs, warnings, rustdoc::all)]\n\
                 status_docs::status_table! {{\n{attribute}\npub enum Hostile: str {{\n\
                 code = \"Key [x](y)\", reason = \"Say | <b>\", definition = \"`Mean`ing\", tips = \"**Tips**\",\n\
                 deprecated = \"Gone?\", value: &str = \"Value\u{a0}~~x~~\", kind: enum Kind = \"Kind\",\n}}\n}}\n"
            ),
        );
        scratch.write(PATH, csv(&cells));
        let docs = document(&scratch, name);
        assert_eq!(doctests(&scratch), 0, "a cell became a doctest");

        let page = docs.page("enum.Hostile.html");
        cards(&page, &cells);
        table(&page, &cells);
        markup(&page);
        for file in ["enum.HostileClass.html", "enum.Kind.html", "index.html"] {
            markup(&docs.page(file));
        }
        let index = docs.page("index.html");
        assert!(index.texts("dd").contains(&format!("The status codes of {PATH}.")));
        let kind = docs.page("enum.Kind.html");
        let first = kind.all("section.variant")[0].attr("id").unwrap();
        let rows = rows.div_ceil(CLASSES.len());
        assert_eq!(blocks(kind.docs_of(first).unwrap()), [format!("{}, in {rows} rows of the table.", CLASSES[0])]);
    }
}

fn cards(page: &Page, cells: &[Cells]) {
    for (row, cells) in cells.iter().enumerate() {
        let card = page.docs_of(&format!("variant.V{row}")).unwrap_or_else(|| panic!("V{row} has no card"));
        let class = CLASSES[row % CLASSES.len()];
        let place = format!("{class} · {} · row {} of {PATH}", shown(&cells.reference), row + 2);
        let expected = [
            format!("{} {} — {}", shown(&cells.code), shown(&cells.reason), lines(&cells.definition)),
            format!("Tips: {}", lines(&cells.tips)),
            place,
            format!("value: {}", lines(&cells.value)),
            format!("kind: {class}"),
        ];
        assert_eq!(blocks(card), expected, "V{row}");
    }
}

fn table(page: &Page, cells: &[Cells]) {
    let rows = page.rows();
    assert_eq!(rows.len(), cells.len() + CLASSES.len());
    let mut ids = HashSet::new();
    for Row { id, href, cells: shown_cells } in rows {
        let Some(href) = href else {
            assert!(CLASSES.contains(&shown_cells[1].as_str()), "{shown_cells:?}");
            continue;
        };
        let row: usize = href.strip_prefix("enum.Hostile.html#variant.V").unwrap().parse().unwrap();
        let Cells { code, reason, definition, tips, .. } = &cells[row];
        let gone = if row % 5 == 0 { " (deprecated)" } else { "" };
        let (definition, tips) = (lines(definition), lines(tips));
        let is_lined = definition.contains('\n') || tips.contains('\n');
        let texts = format!("{definition}{}Tips: {tips}", if is_lined { "\n" } else { " " });
        let kind = CLASSES[row % CLASSES.len()].to_owned();
        assert_eq!(shown_cells, [shown(code), format!("{}{gone}", shown(reason)), texts, kind], "V{row}");
        assert!(ids.insert(id.unwrap()), "V{row} has the place of another row");
    }
}

/// The docs contain no markup that we do not write ourselves.
fn markup(page: &Page) {
    const OURS: [&str; 18] = [
        "p", "strong", "em", "code", "ul", "li", "a", "div", "table", "thead", "tbody", "tr", "th", "td", "details",
        "summary", "wbr", "br",
    ];
    for element in page.all(".docblock *, .item-info .deprecated *, dd *") {
        let name = element.value().name();
        assert!(OURS.contains(&name) || name == "span", "a cell became <{name}>: {}", element.html());
    }
    for link in page.all(".docblock a, .item-info a") {
        // Rustdoc's "Read more" link of a trait whose page it does not know has no target.
        let Some(href) = link.attr("href") else { continue };
        let is_ours = href.starts_with("enum.Hostile.html#variant.V")
            || href.starts_with("enum.Hostile.html#method.")
            || href.starts_with("#variant.")
            || href.starts_with("https://doc.rust-lang.org/");
        // The only cells of ours that are one URL and nothing else.
        assert!(is_ours || ["https://a.b/c", "http://a.b"].contains(&href), "a cell became a link to {href}");
    }
}
