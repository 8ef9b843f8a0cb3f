//! A typed column of HTTP's statuses answers what a column `http` does.

use crate::code::Code;
use crate::kind::{Kind, Value, Variants};
use crate::model::{Column, Row, Table};

/// Gives each row the HTTP status in the first such column, if there is one, and returns its header.
pub(super) fn answer(columns: &[Column], rows: &mut [Row], http: &Table) -> Option<String> {
    let is_http = |column: &Column| column.kind == Kind::Category(Variants::HttpStatus);
    let index = columns.iter().position(is_http)?;
    let column = columns.get(index)?;
    let mut codes = vec![None; column.categories.len()];
    for (code, category) in codes.iter_mut().zip(&column.categories) {
        for row in &http.rows {
            if let (true, Code::Int(number)) = (row.name == category.name, &row.code) {
                *code = u16::try_from(*number).ok();
            }
        }
    }
    for row in rows {
        if let Some(Value::Category(category)) = row.values.get(index) {
            row.http = codes.get(*category).copied().flatten();
        }
    }
    Some(column.header.clone())
}
