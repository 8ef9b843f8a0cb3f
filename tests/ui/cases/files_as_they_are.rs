use status_docs::status_table;

// If a file needs a word and is read without it, the finding names that word.
status_table! {
    #[status(csv("tables/panel.csv", delimiter = ';'))]
    pub enum NoHeaderLine: u8 { code = "Code (hex)", reason = "Meaning", definition = "Text" }

    #[status(csv("tables/panel.csv", delimiter = ';', header_line = 2))]
    pub enum NoEscape: u8 { code = "Code (hex)", reason = "Meaning" }

    #[status(csv("tables/panel.csv", delimiter = ';', header_line = 2, escape = '\\'))]
    pub enum NoRadix: u8 { code = "Code (hex)", reason = "Meaning", definition = "Text" }

    #[status(csv("tables/panel.csv", delimiter = ';', header_line = 2, escape = '\\', radix = 16))]
    pub enum NoNames: u8 { code = "Code (hex)", reason = "Meaning", definition = "Text" }

    #[status(csv("tables/panel.csv", delimiter = ';', header_line = 2, escape = '\\', radix = 16))]
    #[status(names = "E{cod}", skip("Unasigned", "Door open"), only = "0x40", link = "https://example.com/")]
    pub enum Misspelt: u8 { code = "Code (hex)", reason = "Meaning", definition = "Text" }

    #[status(csv = "tables/errno.csv")]
    pub enum NoHeaders: u8;

    #[status(csv("tables/errno.csv", headers("code", "name", "reason")))]
    pub enum Twice: u8;

    #[status(csv("tables/good.csv", headers("code", "name"), header_line = 9))]
    pub enum Contrary: u16;

    #[status(csv("tables/good.csv", header_line = 9))]
    pub enum Beyond: u16;
}

fn main() {}
