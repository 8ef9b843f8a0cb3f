use status_docs::{StatusDocs, status_table};

// One cause, one finding: whatever the rest of the crate uses of these tables still exists.
status_table! {
    #[status(csv = "tables/good.csv")]
    pub enum NoTips: u16 { tips = "Support steps", class = "class", aliases = "Also", deprecated = "Old" }

    #[status(csv = "tables/good.csv")]
    pub enum NoColumn: u16 { retry: Option<u32> = "Retry (s)", team: enum Team = "Team", kind: enum Kind { Low, High } = "Kind" }

    #[status(csv = "tables/no_code.csv")]
    pub enum NoCode: u16 { retry: bool, sort: enum Sort { A, B } }

    #[status(csv = "tables/no_phrase.csv")]
    pub enum NoPhrase: u16;

    #[status(csv = "tables/latin.csv")]
    pub enum Latin: u16 { severity: enum Severity = "Sev" }

    #[status(csv = "tables/nowhere.csv", each = unknown)]
    pub enum Nowhere: str { owner: crate::Owner = "Owner" }
}

#[derive(StatusDocs)]
#[status(csv = "tables/latin.csv", code = u16, exhaustive)]
pub enum Received {
    Known,
    Other(#[status(code)] u16),
}

pub enum Owner {
    Field,
}

fn asked<T: status_docs::StatusTable + std::fmt::Display + std::error::Error>() -> usize {
    T::iter().filter(|row| row.tips().is_none()).count()
}

fn main() {
    let of_good = |row: NoTips| (row.tips(), row.definition(), row.class() == NoTipsClass::Door, row.aliases(), row.deprecation());
    let _ = (of_good, NoTips::COUNT);
    let _ = |row: NoColumn| (row.retry(), row.team().as_str(), row.kind() > Kind::Low);
    let _ = |row: NoCode| (row.retry(), row.sort() == Sort::A, row.definition(), row.reason());
    let _ = (NoCode::One, NoPhrase::DoorOpen.reason(), asked::<NoPhrase>());
    let _ = |row: Latin| (row.severity().to_string(), row.name());
    let _ = |row: Nowhere| (row.owner(), row.code(), row.aliases(), row.deprecation());
    let _ = (asked::<NoTips>(), asked::<NoColumn>(), asked::<NoCode>(), asked::<Latin>(), asked::<Nowhere>());
    let _: Result<Nowhere, _> = "x".parse();
    let _ = (Received::from(7), Received::Known.code());
}
