//! The catalogue of rules: every finding has one, and this is the only list of them.
//!
//! A rule is an id, what it finds, what to do about it, and whether it is a fact. A heuristic says which valid table it
//! could hit, and `allow(id)` lets that table pass. The long texts are for readers of the catalogue: a user's build
//! compiles ids and levels alone.

use std::fmt;

/// What a rule is certain of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// It cannot be otherwise: two rows with one code, a cell that is not a number.
    Fact,
    /// Probable; `allow(id)` switches it off for a table that is meant as it is.
    Heuristic,
    /// Probable and legal: only `check` says it, and stops nothing.
    Note,
}

/// What a rule is about, for people who look it up.
#[cfg(feature = "readers")]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct About {
    /// What it finds, in one sentence.
    pub finds: &'static str,
    /// What to do about it.
    pub cure: &'static str,
    /// Of a heuristic, the valid table that it could hit; else empty.
    pub hits: &'static str,
}

/// Declares the rules: the variant, its id and level, and with the feature `readers` what it is about.
macro_rules! rules {
    ($($rule:ident $id:literal $level:ident, $finds:literal, $cure:literal $(, $hits:literal)?;)*) => {
        /// What a finding is an instance of.
        #[allow(missing_docs, reason = "each is described where it is declared")]
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Rule { $($rule,)* }

        /// All rules, in the order of the catalogue.
        pub static RULES: &[Rule] = &[$(Rule::$rule,)*];

        impl Rule {
            /// What `allow(…)`, findings and `explain` call it.
            pub const fn id(self) -> &'static str {
                match self { $(Self::$rule => $id,)* }
            }

            /// How certain it is.
            pub const fn level(self) -> Level {
                match self { $(Self::$rule => Level::$level,)* }
            }

            /// What it is about.
            #[cfg(feature = "readers")]
            pub const fn about(self) -> About {
                match self { $(Self::$rule => About { finds: $finds, cure: $cure, hits: concat!("", $($hits)?) },)* }
            }
        }
    };
}

// A rule: its name here, its id, its level; what it finds; what to do; for a heuristic the valid table that it could hit.
rules! {
    // The file.
    MissingFile "missing_file" Fact,
        "There is no such file.",
        "Write its path relative to the package's Cargo.toml.";
    FilePath "file_path" Fact,
        "The path leads nowhere that a build may read from.",
        "Move the table into the package, and write its path relative to the package's Cargo.toml.";
    UnreadableFile "unreadable_file" Fact,
        "The file cannot be read.",
        "Check its permissions.";
    LargeFile "large_file" Fact,
        "The file has more than 16 MiB.",
        "Split it, or drop columns.";
    WorkbookFile "workbook_file" Fact,
        "The file is a workbook, not a CSV.",
        "Save it as \"CSV UTF-8\", or let `cargo status-docs import` write the CSV.";
    ForeignFile "foreign_file" Fact,
        "The file is something else than a table: an HTML page, JSON, a PDF.",
        "Export the table as CSV.";
    MarkdownTable "markdown_table" Fact,
        "The file is a Markdown table.",
        "Write its rows as CSV.";
    LfsPointer "lfs_pointer" Fact,
        "Git keeps the file elsewhere (LFS), and it is not here yet.",
        "Fetch it with `git lfs pull`.";
    LinkAsText "link_as_text" Fact,
        "The file was a link to another one, and git wrote it out as text.",
        "Copy the table itself to its place, or let git make links (core.symlinks).";
    QuotedLines "quoted_lines" Fact,
        "Each line is in quotes as a whole, and so one cell.",
        "Take these quotes out, and write those that are doubled within them once.";
    WrongEncoding "wrong_encoding" Fact,
        "The file is in another encoding than UTF-8.",
        "Save it as \"CSV UTF-8\".";
    MergeConflict "merge_conflict" Heuristic,
        "A conflict that git left to a person is still in the file.",
        "Keep one side of it, and take the lines with the markers out.",
        "A table in which a cell shows such a conflict, line by line.";
    EmptyFile "empty_file" Fact,
        "The file has no rows.",
        "Write a header, such as \"code,reason,definition\", and a row for each code.";
    TooManyRows "too_many_rows" Fact,
        "The file has more than 65,536 rows.",
        "Split it.";
    TooManyColumns "too_many_columns" Fact,
        "A row has more than 16,384 columns, which is where spreadsheets end.",
        "Look for the quote or the delimiter that made the row so long.";
    LongCell "long_cell" Fact,
        "A cell has more than 64 KiB.",
        "Shorten it.";
    CutCell "cut_cell" Heuristic,
        "A cell has exactly the 32,767 characters that Excel keeps.",
        "Type the end of the text again.",
        "A text that happens to be as long as Excel's limit.";

    // How cells are separated and quoted.
    LoneReturn "lone_return" Fact,
        "A carriage return is alone, in a file whose lines end otherwise.",
        "Save the file with line ends LF or CRLF.";
    NulCharacter "nul_character" Fact,
        "There is a NUL character.",
        "Take it out, or save the file as \"CSV UTF-8\".";
    UnclosedQuote "unclosed_quote" Fact,
        "A quote is never closed.",
        "Close it at the end of the cell, or take it out.";
    TextAfterQuote "text_after_quote" Fact,
        "There is text after a closing quote.",
        "Close the quote at the end of the cell, and write a quote within the text twice.";
    SpacedQuote "spaced_quote" Fact,
        "There is a space between a quote and the end of its cell.",
        "Take it out.";
    BackslashQuote "backslash_quote" Fact,
        "A quote within quotes is written with a backslash.",
        "Write it twice, or say that the file does so: `escape`.";
    EscapedLetter "escaped_letter" Fact,
        "A letter after the escape means nothing here.",
        "Write the escape itself twice.";
    SingleQuotes "single_quotes" Heuristic,
        "Texts are between two apostrophes in place of quotes.",
        "Save the file with \" as the text delimiter, or say so: `quote`.",
        "A column in which each text is quoted, apostrophes and all.";
    SwallowedRows "swallowed_rows" Heuristic,
        "A quote closes some lines below, on what looks like a row of its own.",
        "Close it at the end of its cell, or take it out.",
        "A cell of several lines that look like rows, such as an example of a CSV.";
    LongRow "long_row" Fact,
        "A row has more cells than the header.",
        "Put quotes around a text with a delimiter in it.";
    TooManyHeaders "too_many_headers" Fact,
        "More headers are given than any row has cells.",
        "Give each column one, from the left.";
    HeaderElsewhere "header_elsewhere" Fact,
        "The header is in another line.",
        "Delete what is above it, or say which line it is: `header_line`.";
    WrongDelimiter "wrong_delimiter" Fact,
        "Something else separates the cells.",
        "Say what does: `delimiter`.";

    // Rows.
    CheckBoxes "check_boxes" Heuristic,
        "Rows below the table have nothing but FALSE: check boxes.",
        "Delete these rows.",
        "Rows that lost their codes.";

    // Codes.
    DuplicateCode "duplicate_code" Fact,
        "Two rows have the same code.",
        "Give one of them another code; if both names are right, write one in a column \"aliases\", or use `duplicates`.";
    SeveralTables "several_tables" Fact,
        "The rows of several tables are in one file, so that codes repeat.",
        "Keep those of one, `only(\"Model\" = \"A\")`, or make codes of several columns, `code = \"{Model}-{Code}\"`.";
    LostCell "lost_cell" Fact,
        "A cell of a workbook could not be carried over.",
        "Open the workbook in a spreadsheet, mend the cell that is named, and save it.";

    // Rows and their cells.
    CopiedRow "copied_row" Fact,
        "A row is there twice, cell for cell.",
        "Take the copy out.";
    LaterRow "later_row" Fact,
        "A later row with the same code says something else, which would be lost as it becomes an alias.",
        "Write the same in both rows, or use `duplicates = \"first\"`.";
    EmptyCode "empty_code" Fact,
        "A row has no code.",
        "Write the code, or leave the row out.";
    UnreadableCode "unreadable_code" Fact,
        "A cell is not a code of the table's type.",
        "Write the code as the finding says.";
    SpreadsheetCode "spreadsheet_code" Heuristic,
        "A text code looks like what a spreadsheet writes for a number, or like a trick against it.",
        "Format the column as text and type the code again.",
        "Text codes such as 2.20E+06 and '01.";
    EmptyPhrase "empty_phrase" Fact,
        "A row has neither phrase nor name.",
        "Fill the cell, or name such rows after their codes with `names`.";
    EmptyCell "empty_cell" Fact,
        "A cell is empty in a column of which each row needs one.",
        "Fill it, or let the column be an `Option`.";
    WrongValue "wrong_value" Fact,
        "A cell is not of its column's type.",
        "Write the value as the finding says.";
    NotListed "not_listed" Fact,
        "A cell is none of the values that its column may have.",
        "Write one of the list, or add it to the list.";
    WrongClass "wrong_class" Fact,
        "A row's class is not the one of its code.",
        "Write the class of the code, or leave the cell empty.";
    ReferencesDisagree "references_disagree" Fact,
        "Two references call one code differently.",
        "Write the phrase in a row of your own.";
    NoIdentifier "no_identifier" Fact,
        "A text gives no name in code.",
        "Write a name with ASCII letters and digits, or use `names`.";
    SameName "same_name" Fact,
        "Two texts become the same name in code.",
        "Write one of them differently.";
    SameHash "same_hash" Fact,
        "Two texts have the same hash of 64 bits, which lookups tell texts apart by.",
        "Change one of the two phrases, and report it.";
    NotAName "not_a_name" Fact,
        "A cell cannot be a name in code as it is written, which `verbatim` asks for.",
        "Write another name, or use `names`.";
    NameOfOurs "name_of_ours" Fact,
        "A name in code is that of an item which the table emits.",
        "Write another name, or leave ours out with `without`.";
    TakenName "taken_name" Fact,
        "A column has the name of a method that the enum has.",
        "Give the column another name, and keep its header with `= \"\u{2026}\"`.";
    AliasTaken "alias_taken" Fact,
        "An alias is already the phrase, the name or an alias of another row.",
        "Take it out of one of them.";
    ReadsAlike "reads_alike" Fact,
        "A text is read as another row than the one that it is shown for.",
        "Write it differently.";
    AliasList "alias_list" Heuristic,
        "A cell may be one alias with a comma in it, or several.",
        "Write | between several.",
        "Aliases with commas between words that begin with capitals.";
    SpreadsheetError "spreadsheet_error" Heuristic,
        "A cell has a spreadsheet's error in place of its value.",
        "Correct the formula, or type what the cell should say.",
        "A table of a spreadsheet's errors.";
    FormulaCell "formula_cell" Heuristic,
        "A cell has a formula in place of its result.",
        "Show results, and export again.",
        "A table that explains formulas.";
    LostCharacter "lost_character" Heuristic,
        "A text has U+FFFD in it, the sign for a character that was lost.",
        "Type it again.",
        "A table of characters.";
    GarbledText "garbled_text" Heuristic,
        "A text was decoded wrongly.",
        "Open the original as UTF-8 and export it again.",
        "Texts that show what wrong decoding looks like.";

    // Cells of tables that are otherwise good.
    LookAlike "look_alike" Heuristic,
        "A letter or a dash is of another script than the rest of its word, and looks the same.",
        "Type the word again.",
        "Codes that are written with an en dash or a minus sign on purpose.";
    SeparateAccent "separate_accent" Heuristic,
        "A letter with an accent is written as two characters, where one exists.",
        "Type the letter again.",
        "A table of the characters themselves.";
    CurlyQuotes "curly_quotes" Heuristic,
        "A whole text is between typographic quotes, which are part of it.",
        "Take the quotes out.",
        "Titles that are quoted on purpose.";
    HtmlText "html_text" Heuristic,
        "A name, a phrase or an alias has HTML or an escaped line break in it.",
        "Write the text as people read it.",
        "A table of HTML's entities and tags.";
    LostZeros "lost_zeros" Heuristic,
        "A code of digits is shorter than the others, some of which begin with a zero.",
        "Format the column as text and write the zeros.",
        "Codes of two lengths, of which the longer ones happen to begin with a zero.";
    SpreadsheetDate "spreadsheet_date" Heuristic,
        "A cell looks like a date among cells that are none: a spreadsheet made it of 1.2 or 3-4.",
        "Format the column as text and type the cell again.",
        "Codes and versions of which a few are dates.";
    MarkupCode "markup_code" Heuristic,
        "Each code is between the marks of Markdown or HTML, and nobody sends them.",
        "Take the marks out of the sheet.",
        "Codes that are sent with asterisks.";
    SeveralCodes "several_codes" Heuristic,
        "A cell has several codes in it.",
        "Write a row for each.",
        "Codes that are lists themselves.";
    LongNumber "long_number" Heuristic,
        "A number has more than 15 digits, and zeros after these: a spreadsheet rounded it.",
        "Format the column as Text, then type the number again.",
        "Numbers that end in zeros.";
    NoText "no_text" Heuristic,
        "A text says that there is none: `N/A`, `-`, `TBD`, `NULL`.",
        "Leave the cell empty.",
        "Texts that a program compares with these words.";

    // Notes, which `check` alone says.
    UnusedColumn "unused_column" Note,
        "Nothing reads a column.",
        "Name it in the body of the table, call it \"\" in `headers`, or take it out of the sheet.";
    DroppedRow "dropped_row" Note,
        "`only` drops a row of one's own over a reference.",
        "Add its code to `only`, or take the row out of the sheet.";
    NearDuplicate "near_duplicate" Note,
        "A value is one letter from another one with more rows.",
        "Correct it, or list the values in the body, so that another one is a finding.";
    SameRow "same_row" Note,
        "A later row has the code of another one, and `duplicates` merges them.",
        "Keep one row of each code.";
    NoMeaning "no_meaning" Note,
        "A row says neither what it means nor what to do, and most rows do.",
        "Fill its definition or its tips.";
    LooseBlanks "loose_blanks" Note,
        "There are blanks after a code or a name.",
        "Take them out; `cargo status-docs fix` does.";
    EmptyEnd "empty_end" Note,
        "There are empty rows or columns at the end.",
        "Take them out; `cargo status-docs fix` does.";
    SplitAlias "split_alias" Note,
        "A cell has several aliases with a semicolon, a comma or a slash between them.",
        "Write | between them; `cargo status-docs fix` does.";
    UnusedValue "unused_value" Note,
        "A name of values(…) is shown by no message.",
        "Take it out, or show it.";
    PartlyTranslated "partly_translated" Note,
        "A text has no translation in a language that its column is kept in.",
        "Write it.";
    HtmlInText "html_in_text" Note,
        "A definition, tips or another text has HTML or an escaped line break in it, which is shown as it is.",
        "Write the text as people read it.";
    UnusedAllow "unused_allow" Note,
        "An `allow` allows nothing in its table.",
        "Take it out.";
    NotPackaged "not_packaged" Note,
        "The CSV is not in the package, so that the packaged crate would not build.",
        "Add the file to `include`, or take it out of `exclude` and .gitignore.";
    UnregisteredSchema "unregistered_schema" Note,
        "A type has a schema with a name of its own, and no type that derives OpenApi registers it: the document then \
         refers to a schema that it does not have.",
        "Add `components(schemas(…))` with the type's name to the type that derives OpenApi.";

    // In Rust code: attributes, the body of a table, derives.
    RustSyntax "rust_syntax" Fact,
        "What is written in an attribute or in the body of a table is not of their grammar.",
        "Write it as the documentation of the word shows.";
    WordValue "word_value" Fact,
        "A word takes another value than the one that it was given.",
        "Write the word as the finding shows it.";
    OldWord "old_word" Fact,
        "A word is written as an earlier edition had it.",
        "Write it as the finding shows.";
    UnknownWord "unknown_word" Fact,
        "There is no such word, role, impl or option at this place.",
        "Write one of the names that the finding lists.";
    WordTwice "word_twice" Fact,
        "Something is given twice.",
        "Keep one.";
    MisplacedWord "misplaced_word" Fact,
        "A word is written where it has no meaning.",
        "Write it where the finding says.";
    NeedsFile "needs_file" Fact,
        "A word is about a file, and there is no file.",
        "Add `csv = \"…\"`, or take the word out.";
    ClashingWords "clashing_words" Fact,
        "Two words exclude each other.",
        "Keep one.";
    UnknownRule "unknown_rule" Fact,
        "`allow` names a rule that does not exist.",
        "Write the id as it stands at the end of a finding's first line.";
    AllowedFact "allowed_fact" Fact,
        "`allow` names a fact, which cannot be switched off.",
        "Mend the table, or use the word that the finding names.";
    UnknownReference "unknown_reference" Fact,
        "`base` names no reference, or references that cannot be laid over one another.",
        "Write one of the references that the finding lists.";
    CodeType "code_type" Fact,
        "The type of the codes is missing, or is not one that these codes can have.",
        "Write one of u8 to u64, i8 to i64, or str.";
    TableAttribute "table_attribute" Fact,
        "An attribute of the language stands where everything else depends on it.",
        "Take it out, or write the table twice, each under its own `#[cfg(…)]`.";
    ColumnType "column_type" Fact,
        "A column of the body has a type that no cell can have, or needs a file.",
        "Write a type that the documentation lists.";
    ColumnEntry "column_entry" Fact,
        "An entry of the body is not one of a role with its header, or of a column with its type.",
        "Write it as the finding shows.";
    CategoryEnum "category_enum" Fact,
        "The enum of a column has a name or variants that cannot be emitted.",
        "Write the name or the list as the finding says.";
    UnknownRow "unknown_row" Fact,
        "A variant or a word names a row that the table does not have.",
        "Name a row by its code, its name or an alias.";
    MissingVariant "missing_variant" Fact,
        "The enum is `exhaustive`, and a row has no variant.",
        "Add a variant for each row that the finding names.";
    WrongDiscriminant "wrong_discriminant" Fact,
        "A variant's discriminant is not the code of its row.",
        "Write the code.";
    AnsweringField "answering_field" Fact,
        "`transparent` or `code` is not on exactly one field that can answer.",
        "Write the word on the field that answers.";
    NoStatus "no_status" Fact,
        "The type cannot have a status.",
        "Derive it on an enum or a struct.";
    HashClash "hash_clash" Fact,
        "Two different texts of the table cannot be told apart by the lookup.",
        "Change one of the texts.";
    BridgeWord "bridge_word" Fact,
        "An entry of `with(…)` is not one that the bridge takes.",
        "Write it as the finding shows.";
    BridgeRole "bridge_role" Fact,
        "A bridge does not know what a row answers.",
        "Add the column, or fill the cell, that the finding names.";

    // What services answer.
    OwnCodes "own_codes" Fact,
        "A service would answer codes of the table's own as HTTP statuses: a device's 404 as Not Found.",
        "Say which column has the status, http = \"HTTP\"; if the codes are HTTP's, that is their own column.";
    NoBody "no_body" Fact,
        "An answer with a body would have a status whose answers have none (1xx, 204, 205, 304): a client reads the body as \
         the next answer.",
        "Keep such rows out, only = \"4xx, 5xx\", or give them another status.";
    SuccessAnswer "success_answer" Heuristic,
        "An error would be answered with a status below 400, which clients take for a success.",
        "Name a row from 400 on.",
        "An error type whose redirection is an answer, such as 302 for somebody who has to sign in first.";
    CellDisagrees "cell_disagrees" Fact,
        "A cell has a number and a name that are not of one status: 404 Conflict.",
        "Keep one of the two.";

    // Headers.
    MissingHeader "missing_header" Fact,
        "A header that is named in code is not in the table.",
        "Correct the header in the sheet, or the name in code.";

    TwoHeaders "two_headers" Fact,
        "Two headers could be the one that is meant.",
        "Rename one, or say which one is meant.";
    DuplicateHeader "duplicate_header" Fact,
        "Two columns have the same header.",
        "Give each column a header of its own.";
    NoCodeColumn "no_code_column" Fact,
        "No column has the codes.",
        "Name the column of the codes \"code\", or say which one it is.";
    NoPhraseColumn "no_phrase_column" Fact,
        "No column has a name or a phrase for each row.",
        "Name the column of the phrases \"reason\", or say which one it is.";
    BadTemplate "bad_template" Fact,
        "What is written like a template of headers is none.",
        "Write headers between braces, as in `code = \"{SPN}-{FMI}\"`.";
    EmptyPart "empty_part" Fact,
        "A cell of which the code is made is empty, and others are not.",
        "Fill the cell.";
    CodeNeeded "code_needed" Fact,
        "The code is said to have no column.",
        "Every row needs a code: name its column, or leave `code` out.";
    NameNeeded "name_needed" Fact,
        "Neither the name nor the phrase has a column.",
        "Name rows after their codes with `names`.";
    MisspeltHeader "misspelt_header" Heuristic,
        "A header that nothing uses looks like a known one.",
        "Correct the header.",
        "A column of its own with such a header.";
    NotTheCode "not_the_code" Fact,
        "A header sounds like that of the codes, and no cell below it is one.",
        "Say which column has the codes.";
    NoHeaderLine "no_header_line" Heuristic,
        "The first line looks like a row.",
        "Write a header above it, or say what the columns are with `headers`.",
        "A table whose header over the codes is a number.";
    HeaderLineGiven "header_line_given" Heuristic,
        "The first line is a header, and `headers` gives others.",
        "Take `headers` out.",
        "A table of words whose first code is \"code\".";

    // Which rows there are.
    SkipEmpty "skip_empty" Fact,
        "An empty text in `only` or `skip` chooses nothing.",
        "To choose rows by an empty cell, name its column: `skip(\"Header\" = \"\")`.";
    NoSuchCell "no_such_cell" Fact,
        "No row has the cell that an entry of `only` or `skip` names.",
        "Write the cell as the sheet has it, or take the entry out.";
    BadSelection "bad_selection" Fact,
        "A text is not a selection of codes.",
        "Write codes (`200`), classes (`4xx`) or ranges (`300-304`), separated by commas.";
    BareNumber "bare_number" Fact,
        "A number without `0x` selects codes of a table whose codes are hexadecimal.",
        "Write `0x` before it.";
    EmptySelection "empty_selection" Fact,
        "An entry of `only` selects no row.",
        "Correct the entry, or take it out.";
    IdleSkip "idle_skip" Fact,
        "An entry of `skip` is the text of no row.",
        "Correct the entry, or take it out.";
    NoRows "no_rows" Fact,
        "`only` and `skip` leave no row.",
        "Keep at least one row.";
    RequiredCell "required_cell" Fact,
        "A row has no cell where `required` asks for one.",
        "Fill the cell.";
    HeadingRow "heading_row" Heuristic,
        "A row is a heading, a note, a total, or says the types of the columns.",
        "Take the row out, or leave it out with `skip`.",
        "A table of words as codes, some of which stand alone in their row.";
    OneCellRow "one_cell_row" Heuristic,
        "All of a row is in one cell.",
        "Separate its cells as those of the header are.",
        "Text codes with a comma in them that stand alone in their row.";
    HeaderAgain "header_again" Heuristic,
        "A row repeats the header.",
        "Take the row out.",
        "A table of the words that its header has.";
    SecondTable "second_table" Heuristic,
        "A row looks like the header of a second table.",
        "Put the other table into a file of its own.",
        "A table of words, with a row whose cells are the words of a header.";
    DrawnLine "drawn_line" Heuristic,
        "A row only draws a line.",
        "Take the row out.",
        "Text codes that are dashes.";
    ReservedCode "reserved_code" Fact,
        "A row has a code that `reserved` keeps from all rows.",
        "Take another code.";
    SkippedCode "skipped_code" Heuristic,
        "A row has the code of a row that `skip` leaves out.",
        "Take another code; a code that is retired still arrives from old devices.",
        "A list that keeps the obsolete name beside the new one, both with the same code.";

    InvisibleCharacter "invisible_character" Fact,
        "A text has a character that nobody sees.",
        "Type the text again.";

    // Messages and languages.
    UnknownValue "unknown_value" Fact,
        "A message shows a value that the variant does not have.",
        "Write the name of one of its fields, or name the value with values(…).";
    LostValue "lost_value" Heuristic,
        "A translation does not show a value that the default message shows.",
        "Write the value where it belongs; {-name} says that it is left out on purpose.",
        "A language that says it without the value.";
    MessageSyntax "message_syntax" Fact,
        "The braces of a message are not those of a value.",
        "Write {name} for a value, and {{ and }} for braces that are shown.";
    MessagePlural "message_plural" Fact,
        "A message has the syntax of plurals or selections.",
        "Word it so that it fits any number: \"Files: {count}\".";
    ForeignPlaceholder "foreign_placeholder" Heuristic,
        "A message writes a value as another tool does: `%{id}`, `$id`, `<id>`.",
        "Write `{id}`.",
        "A text that shows such a sign beside the name of a field.";
    TooManyValues "too_many_values" Fact,
        "The messages of a row show more than 126 different values.",
        "Show fewer.";
    NoMessage "no_message" Fact,
        "Messages are asked for, and no column has them.",
        "Name a column \"message\", or say which it is.";
    LanguageTag "language_tag" Heuristic,
        "After the colon of a header stands no language.",
        "Write a tag, such as message:de.",
        "A header such as \"Message: internal\".";
    NoSuchLanguage "no_such_language" Fact,
        "A tag of two letters is not a language; often it is a country.",
        "Write the language: Japanese is ja.";
    LanguageTwice "language_twice" Fact,
        "A role has two columns in one language.",
        "Keep one of the two.";
    DefaultLanguage "default_language" Fact,
        "Some columns say their language, and one without a tag does not.",
        "Write the tag after its header, or name the languages.";
    NoTranslation "no_translation" Fact,
        "A row has no message in a language that must be complete.",
        "Write it.";
    UnknownLanguage "unknown_language" Fact,
        "A language that must be complete has no column.",
        "Add the column, or take the language out.";
    TwoDisplays "two_displays" Fact,
        "Both the table and an `#[error]` write what a type displays.",
        "Keep one of the two.";
}

impl Rule {
    /// The rule of that id.
    pub fn from_id(id: &str) -> Option<Self> {
        RULES.iter().copied().find(|rule| rule.id() == id)
    }

    /// Whether `allow(…)` can switch it off.
    pub fn can_be_allowed(self) -> bool {
        self.level() != Level::Fact
    }
}

impl fmt::Display for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.id())
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn ids_are_in_snake_case_with_an_underscore_and_unique() {
        let mut known = BTreeSet::new();
        for rule in RULES {
            let id = rule.id();
            assert!(id.contains('_') && id.bytes().all(|b| b.is_ascii_lowercase() || b == b'_'), "{id}");
            assert!(known.insert(id), "{id} is there twice");
            assert_eq!(Rule::from_id(id), Some(*rule));
        }
    }

    #[cfg(feature = "readers")]
    #[test]
    fn a_rule_says_what_it_finds_and_a_heuristic_what_it_could_hit() {
        for rule in RULES {
            let About { finds, cure, hits } = rule.about();
            assert!(finds.ends_with('.') && cure.ends_with('.'), "{rule}");
            assert_eq!(hits.is_empty(), rule.level() != Level::Heuristic, "{rule}");
        }
    }
}
