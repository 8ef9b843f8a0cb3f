//! The page shows every cell as text: properties over adversarial cells, parsed as rustdoc does, with its parser and
//! options.

use proptest::prelude::*;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
use status_docs_data::{
    Category, Code, CodeType, Column, IntType, Kind, Origin, Reference, Role, Row, Table, Value, Variants, Wanted,
};

use super::{Cards, DocText, Docs, card, code_span};
use status_docs_data::markdown::{escape, escape_lines, escape_note, normalise, normalise_lines};

/// A row with nothing but what every row has.
pub(super) fn row(code: &str, name: &str, reason: &str) -> Row {
    Row {
        code: Code::Text(code.to_owned()),
        name: name.to_owned(),
        reason: reason.to_owned(),
        definition: String::new(),
        tips: None,
        reference: None,
        class: None,
        aliases: Vec::new(),
        deprecation: None,
        messages: Vec::new(),
        translations: Vec::new(),
        values: Vec::new(),
        http: None,
        grpc: None,
        exit: None,
        origin: Origin::Own,
        file: "tables/faults.csv".to_owned(),
        line: 3,
        sheet_row: 2,
        name_cell: None,
    }
}

fn column(name: &str, header: &str, kind: Kind, categories: Vec<Category>) -> Column {
    Column { name: name.to_owned(), header: header.to_owned(), kind, optional: false, categories, wanted: 0 }
}

fn first_card(docs: &Docs<'_>) -> String {
    docs.variants().next().unwrap().card.page
}

fn parse(markdown: &str) -> Vec<Event<'_>> {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_SMART_PUNCTUATION;
    Parser::new_ext(markdown, options).collect()
}

/// What is read, block by block, marks of our own as `<strong>`, our breaks as line feeds; anything that a cell must
/// not become is its debug form.
fn read(markdown: &str) -> Vec<String> {
    let mut blocks = vec![String::new()];
    let mut push = |text: &str, ends: bool| {
        if let Some(block) = blocks.last_mut() {
            block.push_str(text);
        }
        if ends {
            blocks.push(String::new());
        }
    };
    for event in parse(markdown) {
        match event {
            Event::Text(text) => push(&text, false),
            Event::Code(code) => push(&format!("<code>{code}</code>"), false),
            Event::Start(Tag::Strong) => push("<b>", false),
            Event::End(TagEnd::Strong) => push("</b>", false),
            Event::Start(Tag::Emphasis) => push("<i>", false),
            Event::End(TagEnd::Emphasis) => push("</i>", false),
            Event::Start(Tag::Link { dest_url, .. }) => push(&format!("<a {dest_url}>"), false),
            Event::End(TagEnd::Link) => push("</a>", false),
            Event::HardBreak => push("\n", false),
            Event::InlineHtml(html) if &*html == "<br>" => push("\n", false),
            // The place of a code.
            Event::InlineHtml(html) if html.starts_with("<span id=\"") => push(&html, false),
            Event::InlineHtml(html) if &*html == "<span style=\"display:inline-block;min-width:14em\">" => {}
            Event::InlineHtml(html) if &*html == "</span>" => push(&html, false),
            // How blocks are nested is not compared.
            Event::Start(
                Tag::Paragraph
                | Tag::List(None)
                | Tag::Item
                | Tag::Table(_)
                | Tag::TableHead
                | Tag::TableRow
                | Tag::TableCell,
            )
            | Event::End(TagEnd::List(_) | TagEnd::Table | TagEnd::TableHead | TagEnd::TableRow) => {}
            Event::End(TagEnd::Paragraph | TagEnd::Item | TagEnd::TableCell) => push("", true),
            other => push(&format!("{other:?}"), false),
        }
    }
    blocks.retain(|block| !block.is_empty());
    blocks
}

/// Pieces that mean something to Markdown, HTML, rustdoc or a terminal.
const PIECES: [&str; 64] = [
    "```",
    "~~~",
    "    ",
    "\t",
    "\n",
    "\r\n",
    "\n\n",
    "\n    x",
    "`",
    "``",
    "<b>",
    "</b>",
    "<script>alert(1)</script>",
    "<!--",
    "-->",
    "<img src=x onerror=alert(1)>",
    "</details>",
    "[x]",
    "[x](javascript:alert(1))",
    "[",
    "](",
    "]",
    "[^1]",
    "[^1]: note",
    "[x]: y",
    "![",
    "<https://a.b>",
    "https://a.b/c",
    "www.a.b",
    "a@b.c",
    "|",
    "\\|",
    "|---|",
    "---",
    "===",
    "***",
    "* ",
    "- ",
    "+ ",
    "- [ ] ",
    "1. ",
    "1) ",
    "# ",
    "#",
    "> ",
    "*",
    "**",
    "_",
    "__",
    "~",
    "~~",
    "'",
    "\"",
    "--",
    "...",
    "&amp;",
    "&#60;",
    "\\",
    "//!",
    "*/",
    "/*",
    "{}",
    "{0}",
    "$x$",
];

/// Characters that are not seen, or that turn others around, and those that look like more.
const CHARACTERS: [char; 24] = [
    '\u{0}',
    '\u{7}',
    '\u{1b}',
    '\u{7f}',
    '\u{85}',
    '\u{a0}',
    '\u{ad}',
    '\u{200b}',
    '\u{200c}',
    '\u{200d}',
    '\u{200e}',
    '\u{202e}',
    '\u{2028}',
    '\u{2066}',
    '\u{2069}',
    '\u{feff}',
    '\u{fffd}',
    '\u{e000}',
    '\u{e0041}',
    '\u{fe0f}',
    '\u{301}',
    '\u{1f469}',
    '\u{645}',
    '\u{ff5c}',
];

fn cell() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => prop::sample::select(PIECES.to_vec()).prop_map(str::to_owned),
        2 => prop::sample::select(CHARACTERS.to_vec()).prop_map(String::from),
        2 => "[a-zA-Z0-9 ]{1,6}",
        1 => "[ -~]{1,4}",
        1 => any::<char>().prop_map(String::from),
    ];
    prop::collection::vec(piece, 1..10).prop_map(|pieces| pieces.concat())
}

/// A cell with something in it, as the check guarantees for codes and phrases.
fn filled() -> impl Strategy<Value = String> {
    cell().prop_filter("the check refuses it", |text| !normalise(text).is_empty())
}

pub(super) fn table(rows: Vec<Row>, columns: Vec<Column>, classes: Vec<Category>) -> Table {
    let mut table = Table::empty("tables/faults.csv", &Wanted::by_headers(CodeType::Text));
    table.rows = rows;
    table.columns = columns;
    table.classes = classes;
    table
}

fn category(text: &str) -> Category {
    Category { name: "Some".to_owned(), text: text.to_owned(), rows: 1 }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4_000))]

    // Promise: Text is text
    #[test]
    fn a_cell_is_text_wherever_it_stands(cell in cell()) {
        let shown = normalise(&cell);
        let escaped = escape(&cell);
        let lone = read(&escaped);
        prop_assert_eq!(lone.concat(), shown.clone());
        let in_table = read(&format!("| head |\n|---|\n| {escaped} |\n"));
        prop_assert_eq!(in_table.concat(), format!("head{shown}"));
        let in_item = read(&format!("para\n\n* `x`: {escaped}\n"));
        prop_assert_eq!(in_item.concat(), format!("para<code>x</code>: {shown}").trim_end().to_owned());
    }

    #[test]
    fn lines_are_kept_and_are_text(cell in cell()) {
        let shown = normalise_lines(&cell);
        let escaped = escape_lines(&cell);
        let lone = read(&escaped.replace('\n', "\\\n"));
        prop_assert_eq!(lone.concat(), shown.clone());
        let in_table = read(&format!("| head |\n|---|\n| {} |\n", escaped.replace('\n', "<br>")));
        prop_assert_eq!(in_table.concat(), format!("head{shown}"));
        let in_item = read(&format!("para\n\n* `x`: {}\n* y", escaped.replace('\n', "\\\n  ")));
        prop_assert_eq!(in_item.concat(), format!("para<code>x</code>: {shown}").trim_end().to_owned() + "y");
    }

    #[test]
    fn nothing_invisible_is_left(cell in cell()) {
        let shown = normalise(&cell);
        let is_hidden = |c: char| c.is_control() || matches!(c, '\u{200b}' | '\u{200e}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}');
        prop_assert!(!shown.contains(is_hidden) && !shown.contains("  "));
        prop_assert_eq!(shown.trim(), &shown);
    }

    #[test]
    fn a_card_shows_its_cells(
        code in filled(),
        reason in filled(),
        definition in cell(),
        tips in filled(),
        class in filled(),
        value in filled(),
    ) {
        let mut row = row(&code, "Some", &reason);
        row.definition.clone_from(&definition);
        row.tips = Some(tips.clone());
        row.class = Some(0);
        row.values = vec![Value::Text(value.clone())];
        let column = column("head", "Head", Kind::Text, Vec::new());
        let table = table(vec![row], vec![column], vec![category(&class)]);
        let docs = Docs::of(&table);
        let read = read(&first_card(&docs));
        let definition = normalise_lines(&definition);
        let definition = if definition.is_empty() { definition } else { format!(" \u{2014} {definition}") };
        let expected = [
            format!("<b>{} {}</b>{definition}", normalise(&code), normalise(&reason)),
            format!("<b>Tips:</b> {}", normalise_lines(&tips)),
            format!("<i>{}</i> \u{b7} row 2 of <code>tables/faults.csv</code>", normalise(&class)),
            format!("<code>head</code>: {}", normalise_lines(&value)),
        ];
        prop_assert_eq!(read, expected.map(|block| block.trim_end().to_owned()));
        // Without markup there is nothing to escape, and the file's path is not shown.
        let plain = docs.with_cards(Cards::Plain).variants().next().unwrap().card.other.unwrap();
        let expected = [
            format!("{} {}{definition}", normalise(&code), normalise(&reason)),
            format!("Tips: {}", normalise_lines(&tips)),
            normalise(&class),
            format!("head: {}", normalise_lines(&value)),
        ];
        prop_assert_eq!(plain, expected.join("\n\n"));
    }

    #[test]
    fn a_page_shows_its_cells(
        code in filled(),
        reason in filled(),
        definition in filled(),
        tips in filled(),
        class in filled(),
        value in filled(),
        header in filled(),
    ) {
        let mut row = row(&code, "Some", &reason);
        row.definition.clone_from(&definition);
        row.tips = Some(tips.clone());
        row.class = Some(0);
        row.values = vec![Value::Text(value.clone())];
        let column = column("head", &header, Kind::Text, Vec::new());
        let table = table(vec![row], vec![column], vec![category(&class)]);
        let DocText { page, other } = Docs::of(&table).page();
        // What does not look like an identifier has to be encoded; what is read is the id.
        let id = super::anchor::id(&code);
        prop_assert!(id.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"._-~%".contains(&byte)), "{id}");
        for (markdown, begin, end, line_end) in
            [(page, format!("<span id=\"{id}\">"), "</span>", "\n"), (other.unwrap(), String::new(), "", " ")]
        {
            let lines = |text: &str| normalise_lines(text).replace('\n', line_end);
            let texts = [lines(&definition), lines(&tips)];
            let before = if texts.concat().contains('\n') { "\n" } else { " " };
            let read = read(&format!("Theirs.{markdown}"));
            let mut expected = vec!["Theirs.".to_owned(), "Code".to_owned(), "Phrase".to_owned(), "Meaning".to_owned()];
            // A wide column is only on the cards.
            let is_wide = markdown.lines().nth(2).unwrap().matches(" | ").count() < 3;
            if !is_wide {
                let head = expected.last_mut().unwrap();
                head.push_str(if end.is_empty() { "" } else { end });
                expected.push(normalise(&header));
            }
            expected.push(format!("<b>{}</b>", normalise(&class)));
            expected.push(format!("{begin}<a Self::Some>{}</a>{end}", normalise(&code)));
            expected.push(normalise(&reason));
            expected.push(texts.join(&format!("{before}<b>Tips:</b> ")));
            expected.extend((!is_wide).then(|| normalise(&value)));
            prop_assert_eq!(read, expected);
        }
    }

    #[test]
    fn a_sentence_shows_its_header(header in filled()) {
        let table = table(Vec::new(), Vec::new(), Vec::new());
        let docs = Docs::of(&table);
        let column = column("head", &header, Kind::Text, Vec::new());
        let shown = format!("The column \u{201c}{}\u{201d} of <code>tables/faults.csv</code>.", normalise(&header));
        prop_assert_eq!(read(&docs.column(&column)).concat(), shown);
    }

    #[test]
    fn a_path_shows_itself(path in filled()) {
        let shown = read(&format!("of {}.", code_span(&path))).concat();
        prop_assert_eq!(shown.replace("<code>", "").replace("</code>", ""), format!("of {}.", normalise(&path)));
    }

    #[test]
    fn a_note_has_no_markup(note in filled()) {
        for event in parse(&escape_note(&note)) {
            let is_text = matches!(event, Event::Text(_) | Event::Start(Tag::Paragraph) | Event::End(TagEnd::Paragraph));
            prop_assert!(is_text, "{:?}", event);
        }
    }

    #[test]
    fn only_a_whole_url_is_a_link(cell in cell()) {
        let mut row = row("1", "Some", "Some");
        row.reference = Some(cell.clone());
        let table = table(vec![row], Vec::new(), Vec::new());
        let card = first_card(&Docs::of(&table));
        let links: Vec<String> = parse(&card).into_iter().filter_map(|event| match event {
            Event::Start(Tag::Link { dest_url, .. }) => Some(dest_url.into_string()),
            _ => None,
        }).collect();
        let is_web = cell.starts_with("http://") || cell.starts_with("https://");
        prop_assert!(links.is_empty() || (is_web && links == [cell]), "{:?}", links);
    }
}

#[test]
fn the_card_of_the_design() {
    let mut row = row("404", "NotFound", "Not Found");
    row.code = Code::Int(404);
    row.definition = "The server has nothing at the requested target.".to_owned();
    row.tips = Some("Check the device's firmware.".to_owned());
    row.reference = Some("RFC9110, Section 15.5.5".to_owned());
    let http = Reference::named("http").unwrap();
    row.origin = Origin::Reference(http);
    let mut table = table(vec![row], Vec::new(), Vec::new());
    table.origin = Origin::Reference(http);
    table.base = vec![http];
    table.code = CodeType::Int(IntType { signed: false, bits: 16 });
    let docs = Docs::of(&table);
    assert_eq!(
        first_card(&docs),
        "**404 Not Found** \u{2014} The server has nothing at the requested target.\n\n\
         **Tips:** Check the device\\'s firmware.\n\n\
         *Client Error* \u{b7} [RFC 9110 \u{a7}15.5.5](https://www.rfc-editor.org/rfc/rfc9110#section-15.5.5)"
    );
    let page = |code: &str| {
        format!(
            "\n\n| Code | Phrase | Meaning |\n|---|---|---|\n| | **Client Error** | |\n\
             | {code} | Not Found | The server has nothing at the requested target. \
             **Tips:** Check the device\\'s firmware. |\n"
        )
    };
    assert_eq!(docs.page().page, page("<span id=\"404\">[404](Self::NotFound)</span>"));
    assert_eq!(docs.page().other, Some(page("[404](Self::NotFound)")));
    assert_eq!(docs.role(Role::Tips).lines().last(), Some("From the HTTP reference."));
}

#[test]
fn several_references_are_all_named() {
    let named = |names: &[&str], is_own: bool| {
        let mut table = table(vec![row("499", "Some", "Some")], Vec::new(), Vec::new());
        table.base = names.iter().map(|name| Reference::named(name).unwrap()).collect();
        table.origin = if is_own { Origin::Own } else { Origin::Reference(table.base[0]) };
        let docs = Docs::of(&table);
        (docs.summary().page, docs.role(Role::Definition).lines().last().unwrap().to_owned())
    };
    assert_eq!(
        named(&["http", "nginx", "cloudflare"], false),
        (
            "The status codes of the HTTP reference, the nginx reference and the Cloudflare reference.".to_owned(),
            "From the HTTP reference, the nginx reference and the Cloudflare reference.".to_owned()
        )
    );
    let (summary, from) = named(&["http", "nginx"], true);
    assert_eq!(
        summary,
        "The status codes of the HTTP reference and the nginx reference, with what `tables/faults.csv` says about them."
    );
    assert_eq!(from, "From `tables/faults.csv` and, where that is silent, the HTTP reference and the nginx reference.");
}

#[test]
fn a_class_that_follows_says_so() {
    let class = |name: &str| {
        let mut table = table(vec![row("1000", "Some", "Some")], Vec::new(), Vec::new());
        table.base = vec![Reference::named(name).unwrap()];
        let docs = Docs::of(&table);
        (docs.role(Role::Class).lines().last().unwrap().to_owned(), docs.classes("class"))
    };
    assert_eq!(class("http").0, "It follows from the code\u{2019}s first digit.");
    assert_eq!(
        class("websocket"),
        ("It follows from the code.".to_owned(), "The classes of the WebSocket reference.".to_owned())
    );
}

#[test]
fn an_empty_first_column_leaves_a_list() {
    let mut row = row("1", "Some", "Some");
    row.values = vec![Value::None, Value::Bool(true), Value::Category(0)];
    let columns = vec![
        column("a", "A", Kind::Text, Vec::new()),
        column("is_b", "B", Kind::Bool, Vec::new()),
        column("c", "C", Kind::Category(Variants::Open), vec![category("High")]),
    ];
    let table = table(vec![row], columns, Vec::new());
    let card = first_card(&Docs::of(&table));
    assert_eq!(card, "**1 Some**\n\nrow 2 of `tables/faults.csv`\n\n* `is_b`: yes\n* `c`: High");
}

/// As one keeps them: `Alt+Enter` after each step.
#[test]
fn steps_keep_their_lines() {
    let mut row = row("17", "DoorForced", "Door Forced");
    row.definition = "The door opened.\nNobody had released it.".to_owned();
    row.tips = Some("1. Check the strike.\n2. Reset.".to_owned());
    row.values = vec![Value::Text("one\ntwo".to_owned())];
    let table = table(vec![row], vec![column("parts", "Parts", Kind::Text, Vec::new())], Vec::new());
    let docs = Docs::of(&table);
    assert_eq!(
        first_card(&docs),
        "**17 Door Forced** \u{2014} The door opened.\\\nNobody had released it.\n\n\
         **Tips:** 1\\. Check the strike.\\\n2\\. Reset.\n\n\
         row 2 of `tables/faults.csv`\n\n* `parts`: one\\\n  two"
    );
    let DocText { page, other } = docs.page();
    let last = |text: &str| text.lines().last().unwrap().to_owned();
    assert_eq!(
        last(&page),
        "| <span id=\"17\">[17](Self::DoorForced)</span> | Door Forced | The door opened.<br>Nobody had released it.\
         <br>**Tips:** 1\\. Check the strike.<br>2\\. Reset. |"
    );
    assert_eq!(
        last(&other.unwrap()),
        "| [17](Self::DoorForced) | Door Forced | The door opened. Nobody had released it. \
         **Tips:** 1\\. Check the strike. 2\\. Reset. |"
    );
}

#[test]
fn typed_columns_are_in_the_table_while_there_is_room() {
    let mut row = row("1", "Some", "Some");
    row.values = vec![Value::Bool(true), Value::Text("a text of some length, thirty".to_owned()), Value::Int(30)];
    let columns = vec![
        column("is_retryable", "Retry?", Kind::Bool, Vec::new()),
        column("note", "Note", Kind::Text, Vec::new()),
        column("after", "After | s", Kind::Int(IntType { signed: false, bits: 32 }), Vec::new()),
    ];
    let mut table = table(vec![row], columns, Vec::new());
    let markdown = |table: &Table| Docs::of(table).page().other.unwrap();
    assert_eq!(
        markdown(&table),
        "\n\n| Code | Phrase | Retry? | Note |\n|---|---|---|---|\n\
         | [1](Self::Some) | Some | yes | a text of some length, thirty |\n"
    );
    table.rows[0].values[1] = Value::Text("a text that leaves no room for itself".to_owned());
    assert_eq!(
        markdown(&table),
        "\n\n| Code | Phrase | Retry? | After \\| s |\n|---|---|---|---:|\n| [1](Self::Some) | Some | yes | 30 |\n"
    );
    // A column that says nothing has no place in it.
    table.rows[0].values = vec![Value::None, Value::None, Value::None];
    assert_eq!(markdown(&table), "\n\n| Code | Phrase |\n|---|---|\n| [1](Self::Some) | Some |\n");
}

#[test]
fn a_blank_cell_is_not_shown() {
    let card = |value: Value| {
        let mut row = row("1", "Some", "Some");
        row.values = vec![value];
        let table = table(vec![row], vec![column("note", "Note", Kind::Text, Vec::new())], Vec::new());
        first_card(&Docs::of(&table))
    };
    assert!(card(Value::Text("x".to_owned())).ends_with(": x"));
    for blank in ["", " ", "\u{a0}\n"] {
        assert_eq!(card(Value::Text(blank.to_owned())), card(Value::None), "{blank:?}");
    }
}

#[test]
fn a_card_leads_to_the_page_of_its_code() {
    let mut linked = row("A 1", "Some", "Some");
    let mut table = table(vec![linked.clone()], Vec::new(), Vec::new());
    table.link = Some("https://docs.example.com/e?{code}".to_owned());
    assert_eq!(
        first_card(&Docs::of(&table)),
        "**A 1 Some**\n\n<https://docs.example.com/e?A%201> \u{b7} row 2 of `tables/faults.csv`"
    );
    // Once is enough.
    linked.reference = Some("https://docs.example.com/e?A%201".to_owned());
    table.rows = vec![linked];
    assert_eq!(first_card(&Docs::of(&table)).matches("https:").count(), 1);
}

/// The compiler prints a note as it is, rustdoc reads it.
#[test]
fn notes_are_plain_where_nobody_reads_markdown() {
    let cases = [
        ("Use 410.", "Use 410.", None),
        ("use E_404 (or *new*)", "use E_404 (or \\*new\\*)", Some("use E_404 (or *new*)")),
        ("a  <b>\nc", "a \\<b> c", Some("a <b> c")),
        ("[x](javascript:y)", "\\[x\\](javascript:y)", None),
    ];
    for (note, page, other) in cases {
        let expected = DocText { page: page.to_owned(), other: other.map(str::to_owned) };
        assert_eq!(card::note(note), expected);
    }
}

#[test]
fn plain_docs_have_no_markup() {
    let mut row = row("404", "NotFound", "Not *Found*");
    row.definition = "Nothing `here`.".to_owned();
    row.reference = Some("RFC9110, Section 15.5.5".to_owned());
    row.values = vec![Value::Bool(true), Value::None, Value::Char('|')];
    let kinds = [("is_a", Kind::Bool), ("b", Kind::Text), ("c", Kind::Char)];
    let columns = kinds.map(|(name, kind)| column(name, name, kind, Vec::new())).into();
    let table = table(vec![row], columns, Vec::new());
    let docs = Docs::of(&table).with_cards(Cards::Plain);
    assert_eq!(
        docs.variants().next().unwrap().card.other.unwrap(),
        "404 Not *Found* \u{2014} Nothing `here`.\n\nRFC 9110 \u{a7}15.5.5\n\nis_a: yes\nc: |"
    );
    assert_eq!(docs.page().other, Some(String::new()));
    assert_eq!(docs.summary().other, Some("The status codes of a table.".to_owned()));
}

#[test]
fn large_tables_are_folded_then_left_out() {
    let rows = |count: usize| (0..count).map(|index| row(&index.to_string(), "Some", "Some")).collect();
    let page = |count: usize| Docs::of(&table(rows(count), Vec::new(), Vec::new())).page().page;
    assert_eq!(page(0), "");
    assert!(!page(64).contains("<details>"));
    assert!(page(65).starts_with("\n\n<details><summary>All 65 status codes</summary>\n\n|"));
    assert!(page(65).ends_with("|\n\n</details>"));
    assert!(page(2_000).starts_with("\n\n<details><summary>All 2000 status codes</summary>\n\n|"));
    assert_eq!(page(2_001), "\n\n2001 status codes; the variants are in the order of the table.");
}

#[test]
fn cards_of_a_large_table_are_short() {
    for (count, page, plain) in [
        (
            2_000,
            "**7 Held** \u{2014} It is open.\n\n**Tips:** Shut it.",
            "7 Held \u{2014} It is open.\n\nTips: Shut it.",
        ),
        (2_001, "**7 Held** \u{2014} It is open.", "7 Held \u{2014} It is open."),
    ] {
        let held =
            Row { definition: "It is open.".to_owned(), tips: Some("Shut it.".to_owned()), ..row("7", "Held", "Held") };
        let table = table(vec![held; count], Vec::new(), Vec::new());
        let first = |line: &str| line.lines().take(3).collect::<Vec<_>>().join("\n");
        assert_eq!(first(&first_card(&Docs::of(&table))), page, "{count}");
        let docs = Docs { cards: Cards::Plain, ..Docs::of(&table) };
        assert_eq!(docs.variants().next().unwrap().card.other.as_deref().map(first).as_deref(), Some(plain), "{count}");
    }
}
