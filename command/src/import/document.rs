//! JSON, YAML and TOML: the one place in a document that holds a table → a grid. Scalars are what the file says.

use super::grid::Grid;

/// A value of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Node {
    Null,
    /// As it is written, or what is within quotes; and whether it is a text.
    Scalar(String, bool),
    List(Vec<Node>),
    /// Keys in their order.
    Object(Vec<(String, Node)>),
}

impl Node {
    fn is_object(&self) -> bool {
        matches!(self, Self::Object(_))
    }

    fn is_scalar(&self) -> bool {
        matches!(self, Self::Null | Self::Scalar(..))
    }

    /// As JSON, for what has no columns of its own.
    fn json(&self) -> String {
        match self {
            Self::Null => "null".to_owned(),
            Self::Scalar(text, true) => serde_json::to_string(text).unwrap_or_default(),
            Self::Scalar(text, false) => text.clone(),
            Self::List(items) => {
                let items: Vec<String> = items.iter().map(Self::json).collect();
                format!("[{}]", items.join(","))
            }
            Self::Object(entries) => {
                let quoted = |key: &String| serde_json::to_string(key).unwrap_or_default();
                let entries: Vec<String> =
                    entries.iter().map(|(key, value)| format!("{}:{}", quoted(key), value.json())).collect();
                format!("{{{}}}", entries.join(","))
            }
        }
    }
}

/// The tables of a document: an object of texts only if there is nothing better.
pub(super) fn grids(root: &Node) -> Vec<Grid> {
    let (mut better, mut texts) = (Vec::new(), Vec::new());
    find(root, String::new(), &mut better, &mut texts);
    if better.is_empty() { texts } else { better }
}

fn find(node: &Node, path: String, better: &mut Vec<Grid>, texts: &mut Vec<Grid>) {
    match node {
        Node::List(items) if items.iter().filter(|item| item.is_object()).count() * 2 > items.len() => {
            better.push(of_objects(items, path));
        }
        Node::List(items) if is_list_of_lists(items) => better.push(of_lists(items, path)),
        Node::List(items) => {
            for (index, item) in items.iter().enumerate() {
                find(item, format!("{path}[{index}]"), better, texts);
            }
        }
        Node::Object(entries) if is_keyed(entries) => better.push(of_keyed(entries, path)),
        Node::Object(entries) => {
            if !entries.is_empty() && entries.iter().all(|(_, value)| matches!(value, Node::Scalar(..))) {
                texts.push(of_texts(entries, path.clone()));
            }
            for (key, value) in entries {
                let inner = if path.is_empty() { key.clone() } else { format!("{path}.{key}") };
                find(value, inner, better, texts);
            }
        }
        Node::Null | Node::Scalar(..) => {}
    }
}

fn is_list_of_lists(items: &[Node]) -> bool {
    let is_row = |item: &Node| matches!(item, Node::List(cells) if cells.iter().all(Node::is_scalar));
    items.len() > 1 && items.iter().all(is_row)
}

/// An object whose values are objects, each with something that is not an object again.
fn is_keyed(entries: &[(String, Node)]) -> bool {
    let is_row =
        |value: &Node| matches!(value, Node::Object(fields) if fields.iter().any(|(_, field)| field.is_scalar()));
    !entries.is_empty() && entries.iter().all(|(_, value)| is_row(value))
}

/// Rows whose columns are found on the way.
#[derive(Default)]
struct Columns {
    headers: Vec<String>,
    grid: Grid,
}

impl Columns {
    fn put(&mut self, row: &mut Vec<String>, header: &str, text: String) {
        let column = self.headers.iter().position(|known| known == header).unwrap_or_else(|| {
            self.headers.push(header.to_owned());
            self.headers.len() - 1
        });
        if row.len() <= column {
            row.resize(column + 1, String::new());
        }
        if let Some(cell) = row.get_mut(column) {
            *cell = text;
        }
    }

    fn fields(&mut self, row: &mut Vec<String>, prefix: &str, fields: &[(String, Node)], place: &str) {
        for (key, value) in fields {
            let header = if prefix.is_empty() { key.clone() } else { format!("{prefix}.{key}") };
            match value {
                Node::Null => self.put(row, &header, String::new()),
                Node::Scalar(text, _) => self.put(row, &header, text.clone()),
                Node::Object(inner) if !inner.is_empty() => self.fields(row, &header, inner, place),
                Node::List(items) if items.iter().all(Node::is_scalar) => {
                    let texts = items.iter().filter_map(|item| match item {
                        Node::Scalar(text, _) => Some(text.as_str()),
                        _ => None,
                    });
                    let joined = texts.collect::<Vec<_>>().join(" | ");
                    self.put(row, &header, joined);
                }
                deeper => {
                    self.put(row, &header, deeper.json());
                    self.grid.said.change("what is nested deeper is written as JSON", format!("{header} of {place}"));
                }
            }
        }
    }

    fn finish(mut self, path: String) -> Grid {
        let width = self.headers.len();
        for row in &mut self.grid.rows {
            row.resize(width, String::new());
        }
        self.grid.rows.insert(0, self.headers);
        self.grid.name = path;
        self.grid
    }
}

fn of_objects(items: &[Node], path: String) -> Grid {
    let mut columns = Columns::default();
    for (index, item) in items.iter().enumerate() {
        let place = format!("{path}[{index}]");
        match item {
            Node::Object(fields) => {
                let mut row = Vec::new();
                columns.fields(&mut row, "", fields, &place);
                columns.grid.rows.push(row);
            }
            Node::Null => {}
            other => columns.grid.said.lose(place, format!("this is not an object like the others: {}", other.json())),
        }
    }
    columns.finish(path)
}

fn of_lists(items: &[Node], path: String) -> Grid {
    let mut rows = Vec::new();
    for item in items {
        let Node::List(cells) = item else { continue };
        let mut row = Vec::new();
        for cell in cells {
            row.push(match cell {
                Node::Scalar(text, _) => text.clone(),
                _ => String::new(),
            });
        }
        rows.push(row);
    }
    Grid { name: path, rows, ..Grid::default() }
}

/// What the column of the keys is called.
fn key_header(entries: &[(String, Node)]) -> &'static str {
    let has = |name: &str| {
        let is_in = |value: &Node| matches!(value, Node::Object(fields) if fields.iter().any(|(key, _)| key == name));
        entries.iter().any(|(_, value)| is_in(value))
    };
    let is_number = |text: &str| {
        let digits = text.strip_prefix('-').unwrap_or(text);
        let hex = digits.strip_prefix("0x").or_else(|| digits.strip_prefix("0X"));
        let is_hex = hex.is_some_and(|hex| !hex.is_empty() && hex.bytes().all(|b| b.is_ascii_hexdigit()));
        is_hex || (!digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit()))
    };
    if entries.iter().all(|(key, _)| is_number(key)) && !has("code") {
        "code"
    } else if !has("name") {
        "name"
    } else {
        "key"
    }
}

fn of_keyed(entries: &[(String, Node)], path: String) -> Grid {
    let mut columns = Columns::default();
    let header = key_header(entries);
    for (key, value) in entries {
        let mut row = Vec::new();
        columns.put(&mut row, header, key.clone());
        if let Node::Object(fields) = value {
            columns.fields(&mut row, "", fields, key);
        }
        columns.grid.rows.push(row);
    }
    columns.finish(path)
}

fn of_texts(entries: &[(String, Node)], path: String) -> Grid {
    let mut rows = vec![vec![key_header(entries).to_owned(), "reason".to_owned()]];
    for (key, value) in entries {
        if let Node::Scalar(text, _) = value {
            rows.push(vec![key.clone(), text.clone()]);
        }
    }
    Grid { name: path, rows, ..Grid::default() }
}
