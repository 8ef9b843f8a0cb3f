//! An example of each rule: what stands in a sheet or a source that it finds.

use status_docs_data::Rule;

/// What the rule finds, in one line.
pub(crate) fn example(rule: Rule) -> &'static str {
    EXAMPLES.iter().find(|(id, _)| *id == rule.id()).map_or("", |(_, example)| example)
}

/// By id, in the order of the catalogue.
const EXAMPLES: &[(&str, &str)] = &[
    // Files.
    ("missing_file", "csv = \"faults.csv\", where the file is tables/faults.csv."),
    ("file_path", "csv = \"../faults.csv\", or the name of a folder."),
    ("unreadable_file", "A file that only its owner may read."),
    ("large_file", "A log of 40 MiB that was exported as the table."),
    ("workbook_file", "A workbook that was renamed to faults.csv."),
    ("foreign_file", "A file that begins with <?xml or {."),
    ("markdown_table", "| code | reason |"),
    ("lfs_pointer", "version https://git-lfs.github.com/spec/v1"),
    ("link_as_text", "A file with nothing in it but ../shared/faults.csv, which git wrote for a link."),
    ("quoted_lines", "Each line is one text in quotes: \"404,Not Found\""),
    ("wrong_encoding", "A file that a spreadsheet saved as UTF-16, or in the code page of Windows."),
    ("merge_conflict", "<<<<<<< HEAD"),
    ("empty_file", "A header, and no row below it."),
    ("too_many_rows", "70,000 rows."),
    ("too_many_columns", "A first line of 20,000 commas."),
    ("long_cell", "A cell with a whole manual in it."),
    ("cut_cell", "A cell of 32,767 characters, where a spreadsheet cuts."),
    ("lone_return", "Line ends of old Macs."),
    ("nul_character", "A cell that holds a NUL, as a fixed-width export fills up with it."),
    ("unclosed_quote", "404,\"Not Found, and no quote to the end of the file."),
    ("text_after_quote", "404,\"Not\" Found"),
    ("spaced_quote", "404, \"Not Found\""),
    ("backslash_quote", "404,\"Not \\\"Found\\\"\""),
    ("escaped_letter", "\"C:\\temp\", in a file of escape = '\\\\'."),
    ("single_quotes", "404,'Not Found, here'"),
    ("swallowed_rows", "404,\"Not Found, with the closing quote three rows below."),
    ("long_row", "404,Not Found, or moved: three cells where the header has two."),
    ("too_many_headers", "headers(\"code\", \"name\", \"tips\"), where rows have two cells."),
    ("header_elsewhere", "Two lines with a title and a date above the header."),
    ("wrong_delimiter", "code^reason"),
    // Rows.
    ("check_boxes", "FALSE in a column of check boxes, below the last row."),
    // Codes.
    ("duplicate_code", "404 on line 3 and on line 17."),
    ("several_tables", "Model A has 1, 2, 3, and Model B has 1, 2, 3."),
    ("lost_cell", "A formula that was never calculated."),
    ("copied_row", "404,Not Found on line 3, and the same on line 4."),
    ("later_row", "Two rows of 404 with other tips, and duplicates = \"alias\"."),
    ("empty_code", ",Not Found"),
    ("unreadable_code", "4O4, with the letter O; 404.5; 70000 in a table of u16."),
    ("spreadsheet_code", "2.20E+06, where the code is 22E05."),
    ("empty_phrase", "404, and nothing after it."),
    ("empty_cell", "An empty cell in a column of u8, which every row needs."),
    ("wrong_value", "maybe, in a column of yes and no; 30 s, in a column of numbers."),
    ("not_listed", "hihg, in a column whose list in code is Low, High."),
    ("wrong_class", "404 with the class Success, over the reference of HTTP."),
    ("references_disagree", "base(\"http\", \"nginx\"), where one code has two meanings."),
    // Names.
    ("no_identifier", "404,%%%"),
    ("same_name", "\"C error\" and \"C++ error\": both are CError."),
    ("same_hash", "None that anybody knows: two texts of 2^64."),
    ("not_a_name", "A name cell with Self, or 1st."),
    ("name_of_ours", "A column or a row that is called code or ALL."),
    ("taken_name", "code: u8 = \"Weight\": the enum has a method code."),
    ("alias_taken", "Two rows with the alias \"Door open\"."),
    ("reads_alike", "The alias 2 of the row 7, where 2 is a row."),
    ("alias_list", "A_OLD, A_OLDER in one cell of aliases."),
    // Texts.
    ("spreadsheet_error", "#N/A, #REF!, #VALUE!"),
    ("formula_cell", "=A2&\" failed\""),
    ("lost_character", "T\u{fffd}r, where T\u{fc}r was."),
    ("garbled_text", "T\u{c3}\u{bc}r, where T\u{fc}r was."),
    ("look_alike", "\u{410}larm, whose first letter is Cyrillic."),
    ("separate_accent", "Cafe\u{301}, whose accent is a character of its own."),
    ("curly_quotes", "\u{201c}Door open\u{201d}: the quotes are part of the text."),
    ("html_text", "Not&nbsp;Found; <b>Not Found</b>"),
    ("lost_zeros", "017, 018, 19 among text codes of three digits."),
    ("spreadsheet_date", "3-4 that became 03.Apr among text codes."),
    ("markup_code", "`E404` or **404** as a code."),
    ("several_codes", "401/403; 401 or 403."),
    ("long_number", "12345678901234500000: a spreadsheet keeps 15 digits."),
    ("no_text", "NULL, N/A or nan as a phrase."),
    // Notes.
    ("unused_column", "A column Weight that no entry of the code names."),
    ("dropped_row", "A row 599 of the file, and only = \"4xx\"."),
    ("near_duplicate", "hgh in one row of a column with high in twelve."),
    ("same_row", "Two rows of 404 that say the same, and duplicates = \"alias\"."),
    ("no_meaning", "A row without a definition, where others have one."),
    ("loose_blanks", "\"DoorHeld \", with a blank at its end."),
    ("empty_end", "Forty lines of commas below the last row."),
    ("split_alias", "The alias \"Old one; Older one\"."),
    ("unused_value", "Busy { count: u32 }, and no message with {count}."),
    ("partly_translated", "tips for a row, and an empty cell under tips:de."),
    ("html_in_text", "&amp; or \\n in a definition, which pages show as they are."),
    ("unused_allow", "allow(no_text), where no cell is NULL."),
    ("not_packaged", "include = [\"src\"], and the table is in tables/."),
    ("unregistered_schema", "utoipa(named), and no document that lists the schema."),
    // The words in code.
    ("rust_syntax", "csv = \"f.csv\" only = \"4xx\", without a comma."),
    ("word_value", "verbatim = true"),
    ("old_word", "doc_table = false, which is doc(no_table) now."),
    ("unknown_word", "delimeter = ';'"),
    ("word_twice", "csv = \"a.csv\", csv = \"b.csv\""),
    ("misplaced_word", "#[status(404)] on a field."),
    ("needs_file", "only = \"4xx\" on a derive without csv, base or table."),
    ("clashing_words", "code = 404, transparent on one variant."),
    ("unknown_rule", "allow(look_alik)"),
    ("allowed_fact", "allow(duplicate_code)"),
    ("unknown_reference", "base = \"htpp\""),
    ("code_type", "pub enum Fault: usize;"),
    ("table_attribute", "#[repr(u16)] above an enum that the table makes."),
    ("column_type", "note: String = \"Note\""),
    ("column_entry", "all: &str = \"All\", where the enum has its own ALL."),
    ("category_enum", "severity: enum Severity { Low, Low } = \"Severity\""),
    ("unknown_row", "#[status(499)], and no row has it."),
    ("missing_variant", "exhaustive, and a row 3 Refused without a variant."),
    ("wrong_discriminant", "DoorHeld = 18, where the row DoorHeld has 20."),
    ("answering_field", "transparent on two fields of one variant."),
    ("no_status", "#[derive(StatusDocs)] on a union."),
    ("hash_clash", "Two codes that no seed tells apart, which has never been seen."),
    ("bridge_word", "with(axom)"),
    ("bridge_role", "exit_code over codes above 255, without a column exit."),
    ("own_codes", "with(axum) on a table of faults 1 to 40, without http = \"HTTP\"."),
    ("no_body", "with(axum), and a row that answers 204."),
    ("success_answer", "An error that answers 200."),
    ("cell_disagrees", "404 Conflict, in a column of HTTP."),
    // Columns.
    ("missing_header", "severity = \"Sevrity\""),
    ("two_headers", "Code and Fault No. in one header."),
    ("duplicate_header", "code,reason,reason"),
    ("no_code_column", "Kennung;Text"),
    ("no_phrase_column", "code,Kurz"),
    ("bad_template", "code = \"{SPN\""),
    ("empty_part", "code = \"{SPN}-{FMI}\", and a row without FMI."),
    ("code_needed", "code = \"\" in a table whose rows need codes."),
    ("name_needed", "name = \"\" and reason = \"\", without names = \"E{code}\"."),
    ("misspelt_header", "Defintion"),
    ("not_the_code", "A column No with Aa, Ab, Ac below it."),
    ("no_header_line", "404,Not Found in the first line."),
    ("header_line_given", "headers(\"code\", \"name\"), and code,name in the file."),
    // Selections.
    ("skip_empty", "skip(\"\")"),
    ("no_such_cell", "only(\"Model\" = \"E\"), and no row is of Model E."),
    ("bad_selection", "only = \"410-404\""),
    ("bare_number", "only = \"16\" in a table of radix 16."),
    ("empty_selection", "only = \"6xx\""),
    ("idle_skip", "skip(\"Unasigned\")"),
    ("no_rows", "only = \"4xx\", skip(\"Status\" = \"final\"), and all are final."),
    ("required_cell", "required(tips), and a row without."),
    ("heading_row", "Doors and locks, alone in a line among the rows."),
    ("one_cell_row", "404;Not Found in a file with commas."),
    ("header_again", "code,reason once more on line 50."),
    ("second_table", "Another header with its rows below the first table."),
    ("drawn_line", "-----,----- below the header."),
    ("reserved_code", "reserved = \"59\", and a new row 59."),
    ("skipped_code", "A new row 3, where 3 was of a row that skip leaves out."),
    // Characters and messages.
    ("invisible_character", "A code with a zero-width space, as web pages have them."),
    ("unknown_value", "Order {idd} was not found, where the field is id."),
    ("lost_value", "Order {id} was not found, and in German: Bestellung fehlt."),
    ("message_syntax", "Order {id was not found"),
    ("message_plural", "{n, plural, one {file} other {files}}"),
    ("foreign_placeholder", "Order %s was not found; {{count}} files"),
    ("too_many_values", "130 names in braces."),
    ("no_message", "display, and no column message."),
    ("language_tag", "tips:german"),
    ("no_such_language", "tips:jp, where Japanese is ja."),
    ("language_twice", "Two columns tips:de."),
    ("default_language", "tips:de beside tips, and nothing says what language that is."),
    ("no_translation", "languages(de), and a row without a text in German."),
    ("unknown_language", "languages(fr), and columns in en and de."),
    ("two_displays", "display beside #[error(\"\u{2026}\")] of thiserror."),
];

#[cfg(test)]
mod tests {
    use status_docs_data::rule::RULES;

    use super::*;

    #[test]
    fn each_rule_has_one_example() {
        let missing: Vec<&str> = RULES.iter().filter(|rule| example(**rule).is_empty()).map(|rule| rule.id()).collect();
        assert_eq!(missing, [""; 0], "an example in command/src/print/examples.rs");
        for (at, (id, example)) in EXAMPLES.iter().enumerate() {
            assert!(Rule::from_id(id).is_some(), "{id} is no rule");
            assert!(EXAMPLES[at + 1..].iter().all(|(other, _)| other != id), "{id} is there twice");
            assert!(!example.contains('\n') && example.len() < 100, "{id}");
        }
    }
}
