use crate::{heading, tables};

/// Its compiler and what it makes of the texts are asked in `.ci/extra ts`.
#[test]
fn numbers_that_javascript_would_round_are_of_its_large_kind() {
    let text = status_docs_export::typescript(&tables::wide(), &heading("Wide"));
    for line in [
        "  Least: -9223372036854775808n,\n",
        "  Zero: 0n,\n",
        "    readonly mask: bigint | null;\n",
        "    values: { mask: 18446744073709551615n },\n",
        "export function isWide(code: bigint): code is Wide {\n",
    ] {
        assert!(text.contains(line), "{line}");
    }
}

#[test]
fn no_cell_ends_a_comment_or_starts_a_tag() {
    let text = status_docs_export::typescript(&tables::hostile(), &heading("Hostile"));
    let mut is_comment = false;
    for line in text.lines() {
        let trimmed = line.trim();
        let body = trimmed.trim_start_matches("/**").trim_end_matches("*/");
        if is_comment || trimmed.starts_with("/**") {
            assert!(!body.contains("*/") && !body.trim_start_matches([' ', '*']).starts_with('@'), "{line}");
            assert!(!body.contains("{@"), "{line}");
        }
        if trimmed.starts_with("/**") {
            is_comment = true;
        }
        if trimmed.ends_with("*/") {
            is_comment = false;
        }
    }
    assert!(!is_comment);
}

#[test]
fn a_row_without_a_name_is_called_after_its_code() {
    let text = status_docs_export::typescript(&tables::nameless(), &heading("Nameless"));
    for line in ["  Code1_: \"1\",\n", "  Codea_2d_b: \"a-b\",\n", "  Codea_20_b: \"a b\",\n", "  Code1: \"9\",\n"] {
        assert!(text.contains(line), "{line}{text}");
    }
    let page = status_docs_export::markdown(&tables::nameless(), &heading("Nameless"));
    assert!(page.contains("\n100 %\n") && page.contains("\n**Other** (`Code1`)\n"), "{page}");
}

#[test]
fn messages_are_functions_of_their_values() {
    let text = status_docs_export::typescript(&tables::languages(), &heading("ApiError"));
    let (_, messages) = text.split_once("\n/** What is said of each row").unwrap();
    let expected = "export interface ApiErrorMessages {
  readonly Missing: (values: { readonly id: string | number; readonly warehouse: string | number }) => string;
  readonly Busy: () => string;
}

const apiErrorMessagesDefault: ApiErrorMessages = {
  Missing: (values) => \"Order \" + values.id + \" was not found in \" + values.warehouse,
  Busy: () => \"Busy, wait\",
};

/** The messages in each language; one that has no message of its own says that of the default language. */
export const apiErrorMessages: { readonly [language in \"en\" | \"de\" | \"zh-Hant\" | \"zh-TW\"]: ApiErrorMessages } = {
  en: apiErrorMessagesDefault,
  de: {
    ...apiErrorMessagesDefault,
    Missing: (values) => \"In \" + values.warehouse + \" fehlt \" + values.id + \" {x}\",
  },
  \"zh-Hant\": apiErrorMessagesDefault,
  \"zh-TW\": apiErrorMessagesDefault,
};
";
    assert!(messages.ends_with(expected), "{messages}");
    let hostile = status_docs_export::typescript(&tables::hostile_messages(), &heading("Said"));
    for line in [
        "  readonly Braces: (values: { readonly \"0\": string | number; readonly gr\u{f6}\u{df}e: string | number }) => string;".replace("gr\u{f6}\u{df}e", "\"gr\u{f6}\u{df}e\""),
        "  Braces: (values) => \"`${1}` \\\"x\\\" */ \" + values[\"0\"] + values[\"gr\u{f6}\u{df}e\"],".to_owned(),
        "  Silent: () => \"No {braces}\",".to_owned(),
        "  und: saidMessagesDefault,".to_owned(),
    ] {
        assert!(hostile.contains(&line), "{line}\n{hostile}");
    }
    // Nothing of it where the table has no messages.
    assert!(!status_docs_export::typescript(&tables::faults(), &heading("Fault")).contains("Messages"));
}
