//! Text codes: SQLSTATE as `PostgreSQL` has it.

use std::collections::BTreeSet;

use status_docs::status_table;

status_table! {
    /// SQLSTATE codes.
    #[status(csv = "tables/postgres-errcodes.csv")]
    pub enum SqlState: str {
        code = "SQLSTATE",
        reason = "Condition",
        class: enum SqlClass = "Class",
        severity: enum SqlSeverity = "Severity",
    }
}

const TABLE: &str = include_str!("../tables/postgres-errcodes.csv");

#[test]
fn every_row_is_found() {
    super::every_row_is_found::<SqlState>();
}

#[test]
fn every_code_is_found_and_every_other_one_is_not() {
    let codes: BTreeSet<&str> = TABLE.lines().skip(1).filter_map(|line| line.split(',').next()).collect();
    assert!(codes.len() > 200);
    assert_eq!(SqlState::COUNT, codes.len());
    for code in &codes {
        assert_eq!(SqlState::from_code(code).unwrap().code(), *code);
    }
    // All texts that differ from a code in one character, and some others.
    let letters = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz ";
    for code in &codes {
        for at in 0..code.len() {
            for letter in letters.chars() {
                let other = format!("{}{letter}{}", &code[..at], &code[at + 1..]);
                assert_eq!(SqlState::from_code(&other).is_some(), codes.contains(other.as_str()), "{other}");
            }
        }
        assert_eq!(SqlState::from_code(&code[1..]), None);
        assert_eq!(SqlState::from_code(&format!("{code}0")), None);
    }
}

#[test]
fn codes_keep_their_zeros_and_their_case() {
    const SUCCESS: Option<SqlState> = SqlState::from_code("00000");
    assert_eq!(SUCCESS, Some(SqlState::SuccessfulCompletion));
    assert_eq!(SqlState::SuccessfulCompletion.code(), "00000");
    assert_eq!(SqlState::FeatureNotSupported.code(), "0A000");
    assert_eq!(SqlState::from_code("0a000"), None);
    assert_eq!("0a000".parse::<SqlState>().map_err(drop), Err(()));
    assert_eq!(SqlState::FeatureNotSupported.to_string(), "0A000 feature not supported");
    let received = String::from("23505");
    assert_eq!(SqlState::try_from(received.as_str()), Ok(SqlState::UniqueViolation));
    assert_eq!(SqlState::try_from("x").unwrap_err().to_string(), "x is not a code of SqlState");
    assert_eq!(<&str>::from(SqlState::UniqueViolation), "23505");
    assert_eq!(SqlState::UniqueViolation.class().as_str(), "Integrity Constraint Violation");
    assert_eq!(SqlState::UniqueViolation.severity(), SqlSeverity::Error);
}
