//! A typed column of HTTP's statuses answers what a column `http` does.

use std::collections::HashMap;

use crate::code::Code;
use crate::kind::{Kind, Value, Variants};
use crate::model::{Column, Row, Table};

/// Gives each row the HTTP status in the first such column, if there is one, and returns its header.
pub(super) fn answer(columns: &[Column], rows: &mut [Row], http: &Table) -> Option<String> {
    let is_http = |column: &Column| column.kind == Kind::Category(Variants::HttpStatus);
    let index = columns.iter().position(is_http)?;
    let column = columns.get(index)?;
    let codes: HashMap<&str, u16> = http
        .rows
        .iter()
        .filter_map(|row| match row.code {
            Code::Int(code) => Some((row.name.as_str(), u16::try_from(code).ok()?)),
            Code::Text(_) => None,
        })
        .collect();
    for row in rows {
        if let Some(Value::Category(category)) = row.values.get(index) {
            row.http = column.categories.get(*category).and_then(|category| codes.get(category.name.as_str())).copied();
        }
    }
    Some(column.header.clone())
}
