use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;
use status_docs_export::{Format, Template, export};

use crate::{all, heading, tables};

fn rendered(text: &str) -> Result<String, String> {
    let template = Template::new("templates/codes.txt.j2", text);
    template.render(&tables::faults(), &heading("Fault")).map_err(|error| error.to_string())
}

#[test]
fn the_context_is_the_document() {
    let each = "{{ name }} {{ codeType }}\n{% for row in rows %}{{ row.shownCode }} {{ row.code }} {{ row.name }} \
                {{ row.values.severity }} {{ row.values.weight }}{% if row.deprecated %} deprecated{% endif %}\n{% endfor %}";
    let expected = "Fault u16\n0x11 17 DoorForced High 0.5\n0x12 18 DoorHeld Low -2.0\n\
                    0x2A 42 ReaderOffline High 1000.0 deprecated\n0x04 4 Error Low 0.0 deprecated\n";
    assert_eq!(rendered(each).unwrap(), expected);
    assert_eq!(
        rendered("{{ rows[0].links|length }} {{ version }} {{ rows[0].deprecationNote is none }}\n").unwrap(),
        "1 1 True\n"
    );
    assert_eq!(
        rendered("{% for column in rows[0].values %}{{ column }},{% endfor %}").unwrap(),
        "retry_after,is_retryable,severity,team,weight,letter,note,"
    );
}

/// A template that writes the whole context writes the JSON export.
#[test]
fn no_property_is_missing() {
    for (file, name, table) in all(300) {
        let properties = "{\"version\": {{ version|tojson }}, \"name\": {{ name|tojson }}, \"title\": {{ title|tojson }}, \
                          \"about\": {{ about|tojson }}, \"file\": {{ file|tojson }}, \"reference\": {{ reference|tojson }}, \
                          \"codeType\": {{ codeType|tojson }}, {% if languages is defined %}\"languages\": {{ languages|tojson }}, {% endif %}\"columns\": {{ columns|tojson }}, \"rows\": {{ rows|tojson }}}";
        let text = Template::new("t.txt", properties).render(&table, &heading(name)).unwrap();
        let json: Value = serde_json::from_str(&text).unwrap();
        let exported: Value = serde_json::from_str(&export(&table, &heading(name), Format::Json)).unwrap();
        assert_eq!(json, exported, "{file}");
    }
}

#[test]
fn filters_write_names_literals_and_comments() {
    for (case, template, expected) in [
        ("pascal", "{{ 'door held-open' | pascal }}", "DoorHeldOpen"),
        ("camel", "{{ 'DoorHeld' | camel }}", "doorHeld"),
        ("snake", "{{ 'DoorHeld' | snake }}", "door_held"),
        ("screaming", "{{ 'DoorHeld' | screaming }}", "DOOR_HELD"),
        ("kebab", "{{ 'DoorHeld' | kebab }}", "door-held"),
        ("quote c", "{{ 'a\"\\n\u{fc}1' | quote('c') }}", "\"a\\\"\\n\\303\\2741\""),
        ("quote js", "{{ 'a\"\u{2028}' | quote('js') }}", "\"a\\\"\\u2028\""),
        ("quote json", "{{ 'a\\\\' | quote(\"json\") }}", "\"a\\\\\""),
        ("quote go", "{{ '\u{202e}x' | quote('go') }}", "\"\\u202ex\""),
        ("quote xml", "{{ '<&>' | quote('xml') }}", "\"&lt;&amp;&gt;\""),
        ("quote of nothing", "{{ rows[1].tips | quote('go') }}", "\"\""),
        (
            "comment",
            "{{ rows[0].tips | comment('// ') }}",
            "// 1. Check the strike.\n// 2. Check the cable that leads to it.",
        ),
        ("comment of nothing", "[{{ rows[1].tips | comment('// ') }}]", "[]"),
        ("comment that would not end", "{{ 'a */ b \\\\' | comment(' * ') }}", " * a * / b \\ ."),
        ("tojson", "{{ rows[1].aliases | tojson }}", "[\"Held Open\",\"propped\"]"),
        ("e", "{{ '<b>' | e }}", "&lt;b&gt;"),
    ] {
        assert_eq!(rendered(template).as_deref(), Ok(expected), "{case}");
    }
}

#[test]
fn texts_are_escaped_where_they_would_be_markup() {
    let page = Template::new("page.html", "<p>{{ about }}</p>{{ name | quote('js') }}");
    let written = page.render(&tables::faults(), &heading("Fault")).unwrap();
    assert!(written.contains("&lt;b&gt;about&lt;&#x2f;b&gt;"), "{written}");
    assert!(written.ends_with("\"Fault\""), "{written}");
}

#[test]
fn what_is_wrong_is_said_with_its_line() {
    for (case, template, expected) in [
        ("a variable", "a\nb\n{{ nmae }}\n", "templates/codes.txt.j2:3: `nmae` is not defined; did you mean name?"),
        (
            "a property",
            "{% for row in rows %}\n{{ row.shownCod }}\n{% endfor %}",
            "templates/codes.txt.j2:2: `row.shownCod` is not defined; did you mean shownCode?",
        ),
        (
            "a column",
            "\n{{ rows[0].values.severty|upper }}",
            "templates/codes.txt.j2:2: `rows[0].values.severty` is not defined; did you mean severity?",
        ),
        ("in an if", "{% if zzz %}{% endif %}", "templates/codes.txt.j2:1: `zzz` is not defined"),
        (
            "in a loop",
            "\n\n{% for x in rowz %}{% endfor %}",
            "templates/codes.txt.j2:3: `rowz` is not defined; did you mean rows?",
        ),
        ("into a filter of ours", "{{ zzz | quote('c') }}", "templates/codes.txt.j2:1: `zzz` is not defined"),
        ("a filter", "{{ name | shout }}", "templates/codes.txt.j2:1: filter shout is unknown"),
        (
            "a language",
            "{{ name | quote('cobol') }}",
            "templates/codes.txt.j2:1: quote knows no \"cobol\"; it knows c, js, json, go, python, xml",
        ),
        ("the clock", "{{ now() }}", "templates/codes.txt.j2:1: now is unknown"),
    ] {
        assert_eq!(rendered(template).unwrap_err(), expected, "{case}");
    }
    let error = rendered("x\n{% for row in rows %}").unwrap_err();
    assert!(error.starts_with("templates/codes.txt.j2:2: "), "{error}");
}

#[test]
fn include_reads_beside_the_template_and_nothing_above() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("templates");
    fs::create_dir_all(folder.join("inner/parts")).unwrap();
    fs::write(folder.join("above.txt"), "above").unwrap();
    fs::write(folder.join("inner/parts/row.txt"), "{{ row.name }}\n").unwrap();
    fs::write(folder.join("inner/wrong.txt"), "\n{{ nmae }}").unwrap();
    let write = |name: &str, text: &str| -> PathBuf {
        let path = folder.join("inner").join(name);
        fs::write(&path, text).unwrap();
        path
    };
    let render = |text: &str| {
        let template = Template::from_file(&write("main.txt", text)).unwrap();
        template.render(&tables::faults(), &heading("Fault")).map_err(|error| error.to_string())
    };
    let all = render("{% for row in rows %}{% include 'parts/row.txt' %}{% endfor %}").unwrap();
    assert_eq!(all, "DoorForced\nDoorHeld\nReaderOffline\nError\n");
    let inner = folder.join("inner").to_string_lossy().replace('\\', "/");
    assert_eq!(
        render("{% include 'wrong.txt' %}").unwrap_err(),
        format!("{inner}/wrong.txt:2: `nmae` is not defined; did you mean name?")
    );
    for name in ["../above.txt", "parts/../../above.txt", "/etc/hostname", "./main.txt", "none.txt"] {
        let error = render(&format!("\n{{% include '{name}' %}}")).unwrap_err();
        assert!(error.starts_with(&format!("{inner}/main.txt:2: ")) && error.contains(name), "{error}");
    }
    #[cfg(unix)]
    {
        let link = folder.join("inner/link.txt");
        let _ = fs::remove_file(&link);
        std::os::unix::fs::symlink("../above.txt", &link).unwrap();
        let error = render("{% include 'link.txt' %}").unwrap_err();
        assert!(error.contains("leads out of"), "{error}");
    }
}

/// The templates that people begin with: each table has a file, in which each row is.
#[test]
fn the_examples_write_every_table() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples");
    for file in ["codes.go.j2", "codes.swift.j2"] {
        let template = Template::from_file(&folder.join(file)).unwrap();
        for (name, title, table) in all(300) {
            let written =
                template.render(&table, &heading(title)).unwrap_or_else(|error| panic!("{file}, {name}: {error}"));
            for row in &table.rows {
                // A text code may have quotes in it, which each language escapes its own way.
                let code = match &row.code {
                    status_docs_data::Code::Int(code) => format!("= {code}\n"),
                    status_docs_data::Code::Text(_) => "= \"".to_owned(),
                };
                assert!(written.contains(&code), "{file}, {name}: {code}");
            }
        }
        let faults = template.render(&tables::faults(), &heading("Fault")).unwrap();
        expect_test::expect_file![folder.join(format!("../tests/formats/snapshots/{}", file.trim_end_matches(".j2")))]
            .assert_eq(&faults);
    }
}
