//! What is wrong with languages and values, at its cell; the arrow at the word, or at the variant if its fields decide.

use status_docs::StatusDocs;

#[derive(StatusDocs)]
#[status(csv = "tables/language_country.csv", code = u8, display, languages("en", "ja"))]
enum Country {
    Held { id: u8 },
}

#[derive(StatusDocs)]
#[status(csv = "tables/language_word.csv", code = u8, display)]
enum Word {
    Held { id: u8 },
}

#[derive(StatusDocs)]
#[status(csv = "tables/language_word.csv", code = u8, display, allow(language_tag))]
enum Allowed {
    Held { id: u8 },
}

#[derive(StatusDocs)]
#[status(csv = "tables/language_twice.csv", code = u8, display)]
enum Twice {
    Held { id: u8 },
}

#[derive(StatusDocs)]
#[status(csv = "tables/language_default.csv", code = u8, messages)]
enum NoDefault {
    Held { id: u8 },
}

#[derive(StatusDocs)]
#[status(csv = "tables/language_default.csv", code = u8, display, languages("en", "de", "dr"))]
enum Unknown {
    Held { id: u8 },
}

#[derive(StatusDocs)]
#[status(csv = "tables/language_values.csv", code = u8, display)]
enum Values {
    Held { id: u8, place: u8 },
    Many { id: u8 },
    Form { id: u8 },
}

#[derive(StatusDocs)]
#[status(csv = "tables/language_values.csv", code = u8, display, only = "3", allow(foreign_placeholder, lost_value))]
enum Innocent {
    Form { id: u8 },
}

#[derive(StatusDocs)]
#[status(csv = "tables/language_default.csv", code = u8, display, columns(message("jp") = "message:de"))]
enum Named {
    Held { id: u8 },
}

#[derive(StatusDocs)]
#[status(csv = "tables/language_default.csv", code = u8, display, languages("en", "de"), default = Held)]
enum Several {
    Held { id: u8 },
    One,
    Two { name: u8 },
    Three,
    Four,
}

#[derive(StatusDocs)]
#[status(csv = "tables/language_default.csv", code = u8, languages("en"), display)]
enum Displayed {
    Held { id: u8 },
}

impl std::fmt::Display for Displayed {
    fn fmt(&self, _: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        Ok(())
    }
}

fn main() {
    // No follow-up.
    println!("{} {}", Country::Held { id: 1 }, Values::Many { id: 1 });
}
