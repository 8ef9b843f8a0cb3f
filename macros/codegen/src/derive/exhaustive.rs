//! `exhaustive`: every row has its variant, and a variant's number is its row's code.

use std::collections::HashMap;

use status_docs_data::{Code, Notation, Row, Rule, Table};
use syn::spanned::Spanned;
use syn::{Expr, Lit, UnOp};

use super::answer::Answer;
use super::input::{DeriveRequest, Variant};
use crate::attr::Errors;

/// At most this many missing rows are shown.
const SHOWN: usize = 20;

/// The variants in the order of the table, if each row has one of its own and none has a field.
pub(super) fn check<'r>(
    request: &'r DeriveRequest,
    table: &Table,
    answers: &[Answer<'r>],
    errors: &mut Errors,
) -> Option<Vec<&'r Variant>> {
    let word = request.exhaustive.as_ref()?;
    // The index of each row's variant.
    let mut variants: HashMap<&Code, usize> = HashMap::new();
    let mut is_table = true;
    for (index, (variant, answer)) in request.variants.iter().zip(answers).enumerate() {
        match answer {
            Answer::Row(named) => {
                check_discriminant(variant, named.row, table.notation, errors);
                is_table &= variants.insert(&named.row.code, index).is_none() && variant.is_fieldless;
            }
            Answer::Inner(_) | Answer::Field(_) => is_table = false,
        }
    }
    let missing: Vec<&Row> = table.rows.iter().filter(|row| !variants.contains_key(&row.code)).collect();
    if !missing.is_empty() {
        errors.at(Rule::MissingVariant, word.span(), describe(&missing, table.notation));
        return None;
    }
    if !is_table {
        return None;
    }
    table.rows.iter().map(|row| request.variants.get(*variants.get(&row.code)?)).collect()
}

/// All rows without a variant, in one sentence.
fn describe(missing: &[&Row], notation: Notation) -> String {
    let rows = missing.iter().take(SHOWN).map(|row| {
        let (name, code) = (row.name_or_phrase(), notation.show(&row.code));
        if row.origin.is_own() {
            format!("{name} ({code}, {}:{})", row.file, row.line)
        } else {
            format!("{name} ({code})")
        }
    });
    let rows: Vec<String> = rows.collect();
    let more = match missing.len().saturating_sub(SHOWN) {
        0 => String::new(),
        more => format!(" and {more} more"),
    };
    let (count, each) = match missing.len() {
        1 => ("1 row has".to_owned(), "it"),
        count => (format!("{count} rows have"), "each"),
    };
    format!("{count} no variant: {}{more}; add a variant for {each}", rows.join(", "))
}

fn check_discriminant(variant: &Variant, row: &Row, notation: Notation, errors: &mut Errors) {
    let Some(expression) = &variant.discriminant else { return };
    if let (Code::Int(code), Some(written)) = (&row.code, literal(expression)) {
        if written != *code {
            let (written, code) = (notation.show(&Code::Int(written)), discriminant(*code, notation));
            let message = format!(
                "`{}` is {written} here, and its row {} has the code {code}; write {code}",
                variant.ident,
                row.name_or_phrase()
            );
            errors.at(Rule::WrongDiscriminant, expression.span(), message);
        }
    }
}

/// A code as a discriminant of its type: the raw bits of a negative code would be out of the type's range.
fn discriminant(code: i128, notation: Notation) -> String {
    if code < 0 { code.to_string() } else { notation.show(&Code::Int(code)) }
}

/// The value of a discriminant that is written as a literal; other expressions are left to the compiler.
fn literal(expression: &Expr) -> Option<i128> {
    match expression {
        Expr::Lit(literal) => match &literal.lit {
            Lit::Int(int) => int.base10_parse().ok(),
            Lit::Byte(byte) => Some(i128::from(byte.value())),
            _ => None,
        },
        Expr::Unary(unary) if matches!(unary.op, UnOp::Neg(_)) => literal(&unary.expr).map(|value| -value),
        Expr::Paren(paren) => literal(&paren.expr),
        Expr::Group(group) => literal(&group.expr),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use syn::parse_quote;

    #[test]
    fn literals_are_read_and_other_expressions_are_left_to_the_compiler() {
        let group = |expr: Expr| {
            let group_token = syn::token::Group::default();
            Expr::Group(syn::ExprGroup { attrs: Vec::new(), group_token, expr: Box::new(expr) })
        };
        let cases: [(Expr, Option<i128>); 9] = [
            (parse_quote!(7), Some(7)),
            (parse_quote!(0x1F), Some(31)),
            (parse_quote!(-7), Some(-7)),
            (parse_quote!((-7)), Some(-7)),
            (parse_quote!(b'a'), Some(97)),
            (group(parse_quote!(7)), Some(7)),
            (parse_quote!(!7), None),
            (parse_quote!('a'), None),
            (parse_quote!(CODE), None),
        ];
        for (expression, value) in cases {
            assert_eq!(literal(&expression), value);
        }
    }

    #[test]
    fn a_negative_code_is_a_discriminant_without_its_bits() {
        let hex = Notation::Hex { width: Some(8), upper: true, bits: 32, bare: false };
        for (code, written) in [(-7, "-7"), (0, "0x00000000"), (7, "0x00000007")] {
            assert_eq!(discriminant(code, hex), written);
        }
    }
}
