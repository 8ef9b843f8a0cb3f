use status_docs_data::{CodeType, RULES, Reference, Report, Row, Source, Table, Wanted, WantedColumn, compile};

use crate::{heading, tables};

fn read(text: &str, wanted: &Wanted) -> Table {
    let mut report = Report::new();
    let table = compile(&Source::from_bytes("t.csv", text), wanted, &mut report);
    let findings: Vec<String> = report.into_findings().iter().map(ToString::to_string).collect();
    assert_eq!(findings, [""; 0], "{text}");
    table.unwrap()
}

/// As the table's source would name its columns now: by the headers that the export writes.
fn wanted_of(table: &Table) -> Wanted {
    let mut wanted = Wanted::by_headers(table.code);
    wanted.allow = RULES.iter().copied().filter(|rule| rule.can_be_allowed()).collect();
    wanted.needs_names = table.rows.iter().all(|row| !row.name.is_empty());
    for role in status_docs_data::Role::ALL {
        let is_asked = table.has(role) || (role == status_docs_data::Role::Message && !table.languages.is_empty());
        if role.is_on_request() && is_asked {
            wanted.asked.push(role);
        }
    }
    for column in &table.columns {
        wanted.columns.push(WantedColumn {
            name: column.name.clone(),
            header: Some(column.name.clone()),
            kind: column.kind.clone(),
            optional: column.optional,
        });
    }
    wanted
}

/// What a row says, wherever it is from.
fn said(table: &Table, row: &Row) -> String {
    let class = row.class.and_then(|class| table.classes.get(class)).map(|class| &class.text);
    let aliases: Vec<&str> = row.aliases.iter().map(|alias| &*alias.phrase).collect();
    let mut values = Vec::new();
    for (value, column) in row.values.iter().zip(&table.columns) {
        values.push(match value {
            status_docs_data::Value::Category(index) => column.categories[*index].text.clone(),
            value => format!("{value:?}"),
        });
    }
    format!(
        "{:?} {} {:?} {:?} {:?} {:?} {class:?} {aliases:?} {:?} {:?} {:?} {:?} {values:?}",
        row.code,
        row.name,
        row.reason,
        row.definition,
        row.tips,
        row.reference,
        row.deprecation,
        row.http,
        row.grpc,
        row.exit
    )
}

#[test]
fn it_compiles_to_the_same_rows() {
    for (file, name, table) in crate::all(600) {
        let text = status_docs_export::export(&table, &heading(name), status_docs_export::Format::Csv);
        if table.rows.is_empty() {
            assert_eq!(text, "code,name,reason,definition,tips,reference,class,aliases,deprecated\n", "{file}");
            continue;
        }
        let again = read(&text, &wanted_of(&table));
        assert_eq!(again.notation, table.notation, "{file}");
        assert_eq!(again.rows.len(), table.rows.len(), "{file}");
        for (row, before) in again.rows.iter().zip(&table.rows) {
            let mut now = said(&again, row);
            let before = said(&table, before);
            // The class of a reference's codes follows from them, and is a column now.
            if table.reference().is_some() {
                now = now.split(" None ").next().unwrap().to_owned();
                now = now.split(" Some(\"").next().unwrap().to_owned();
                assert!(before.starts_with(&now), "{file}: {now}\n{before}");
                continue;
            }
            assert_eq!(now, before, "{file}");
        }
        // What was written is written once more as it is.
        let view = crate::heading(name);
        assert_eq!(status_docs_export::export(&again, &view, status_docs_export::Format::Csv), text, "{file}");
    }
}

#[test]
fn the_header_has_the_roles_that_the_table_has() {
    let header = |table: &Table| {
        let text = status_docs_export::export(table, &heading("X"), status_docs_export::Format::Csv);
        text.lines().next().unwrap().to_owned()
    };
    assert_eq!(
        header(&tables::faults()),
        "code,name,reason,definition,tips,reference,class,aliases,deprecated,retry_after,is_retryable,severity,team,\
         weight,letter,note"
    );
    assert_eq!(header(&tables::wide()), "code,name,reason,mask");
    assert_eq!(
        header(&tables::reference("http")),
        "code,name,reason,definition,tips,reference,class,aliases,deprecated"
    );
}

/// The codes of a table that is laid over a reference are all there.
#[test]
fn an_overlay_is_one_table() {
    let table = tables::overlay();
    let text = status_docs_export::export(&table, &heading("CameraStatus"), status_docs_export::Format::Csv);
    let again = read(&text, &Wanted::by_headers(CodeType::Int(status_docs_data::IntType::named("u16").unwrap())));
    assert_eq!(again.rows.len(), table.rows.len());
    assert!(again.rows.len() > Reference::named("http").map_or(0, |_| 60));
    let changed = again.rows.iter().find(|row| row.name == "NotFound").unwrap();
    assert_eq!(changed.tips.as_deref(), Some("Update it."));
}
