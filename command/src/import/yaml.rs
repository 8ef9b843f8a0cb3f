//! YAML, with its scalars as they are written: `010` and `no` are what they look like.

use std::collections::HashMap;

use saphyr_parser::{Event, Parser, ScalarStyle, Span};

use super::document::Node;

/// References to anchors may make much of little.
const MOST: usize = 1_000_000;

pub(super) fn parse(text: &str) -> Result<Node, String> {
    let mut reader = Reader { events: Parser::new_from_str(text), anchors: HashMap::new(), made: 0 };
    let mut documents = Vec::new();
    loop {
        match reader.next()? {
            (Event::StreamEnd, _) => break,
            (Event::StreamStart | Event::DocumentStart(_) | Event::DocumentEnd | Event::Nothing, _) => {}
            (event, span) => documents.push(reader.node(event, span, 0)?),
        }
    }
    match documents.len() {
        1 => Ok(documents.swap_remove(0)),
        _ => Ok(Node::List(documents)),
    }
}

struct Reader<'t> {
    events: Parser<'t, saphyr_parser::StrInput<'t>>,
    anchors: HashMap<usize, (Node, usize)>,
    made: usize,
}

impl<'t> Reader<'t> {
    fn next(&mut self) -> Result<(Event<'t>, Span), String> {
        match self.events.next() {
            Some(Ok(event)) => Ok(event),
            Some(Err(error)) => Err(format!("this is not YAML: line {}: {}", error.marker().line(), error.info())),
            None => Ok((Event::StreamEnd, Span::default())),
        }
    }

    fn node(&mut self, event: Event<'t>, span: Span, depth: usize) -> Result<Node, String> {
        const DEEPEST: usize = 128;
        let line = span.start.line();
        self.made += 1;
        if depth > DEEPEST || self.made > MOST {
            return Err(format!("line {line}: this is nested too deeply"));
        }
        let before = self.made;
        let (node, anchor) = match event {
            Event::Scalar(text, style, anchor, _) => (scalar(&text, style), anchor),
            Event::Alias(anchor) => {
                let (node, size) = self.anchors.get(&anchor).cloned().ok_or(format!("line {line}: no such anchor"))?;
                self.made += size;
                (node, 0)
            }
            Event::SequenceStart(anchor, _) => {
                let mut items = Vec::new();
                loop {
                    match self.next()? {
                        (Event::SequenceEnd, _) => break,
                        (event, span) => items.push(self.node(event, span, depth + 1)?),
                    }
                }
                (Node::List(items), anchor)
            }
            Event::MappingStart(anchor, _) => (self.mapping(depth)?, anchor),
            _ => (Node::Null, 0),
        };
        if anchor > 0 {
            self.anchors.insert(anchor, (node.clone(), self.made - before + 1));
        }
        Ok(node)
    }

    fn mapping(&mut self, depth: usize) -> Result<Node, String> {
        let mut entries: Vec<(String, Node)> = Vec::new();
        let mut inherited = Vec::new();
        loop {
            let (event, span) = self.next()?;
            if matches!(event, Event::MappingEnd) {
                break;
            }
            let line = span.start.line();
            let key = match self.node(event, span, depth + 1)? {
                Node::Scalar(text, _) => text,
                Node::Null => String::new(),
                _ => return Err(format!("line {line}: a key is not a text")),
            };
            let (event, span) = self.next()?;
            let value = self.node(event, span, depth + 1)?;
            if key == "<<" {
                inherited.push(value);
            } else if entries.iter().any(|(known, _)| *known == key) {
                return Err(format!("line {line}: the key {key:?} is there twice in one object"));
            } else {
                entries.push((key, value));
            }
        }
        for value in inherited {
            let all = if let Node::List(items) = value { items } else { vec![value] };
            for item in all {
                let Node::Object(fields) = item else { continue };
                for (key, value) in fields {
                    if !entries.iter().any(|(known, _)| *known == key) {
                        entries.push((key, value));
                    }
                }
            }
        }
        Ok(Node::Object(entries))
    }
}

fn scalar(text: &str, style: ScalarStyle) -> Node {
    match style {
        ScalarStyle::Plain if matches!(text, "" | "~" | "null" | "Null" | "NULL") => Node::Null,
        ScalarStyle::Plain => Node::Scalar(text.to_owned(), false),
        _ => Node::Scalar(text.to_owned(), true),
    }
}
