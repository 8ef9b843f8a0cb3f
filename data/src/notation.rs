//! How the codes of a table are written, so that what people read is what the sheet says.

use crate::code::{Code, CodeType};
use crate::number;
use crate::wanted::Wanted;

/// How integer codes are shown: on cards and pages, in findings and by `Display`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Notation {
    /// `2147942405`
    #[default]
    Decimal,
    /// `0x80070005`
    Hex {
        /// At least so many digits: that of the cells, if all share one.
        width: Option<usize>,
        /// `0xC000` and not `0xc000`.
        upper: bool,
        /// The bits of a negative code, which is written as its bits.
        bits: u32,
        /// Cells have the digits without `0x` (`radix = 16`): read back, `16` is 0x10 and never sixteen.
        bare: bool,
    },
}

impl Notation {
    /// The code as the table's reader knows it.
    pub fn show(self, code: &Code) -> String {
        match (self, code) {
            (Self::Hex { width, upper, bits, .. }, Code::Int(number)) => {
                let number = if *number < 0 { *number + (1_i128 << bits) } else { *number };
                let width = width.unwrap_or(0);
                if upper { format!("0x{number:0width$X}") } else { format!("0x{number:0width$x}") }
            }
            (Self::Decimal, _) | (_, Code::Text(_)) => code.to_string(),
        }
    }

    /// As a finding shows it: a text in quotes.
    pub(crate) fn quoted(self, code: &Code) -> String {
        match code {
            Code::Int(_) => self.show(code),
            Code::Text(_) => code.quoted(),
        }
    }

    /// The number that a text is where somebody looks for a code: as cells have it.
    pub fn number(self, text: &str) -> Option<i128> {
        let Self::Hex { bare: true, bits, .. } = self else { return number::plain_integer(text) };
        let digits = text.strip_prefix("0x").or_else(|| text.strip_prefix("0X")).unwrap_or(text);
        number::plain_integer(&format!("0x{digits}")).filter(|number| *number < 1_i128 << bits)
    }
}

/// How the cells read so far write their codes.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Survey {
    /// Every cell so far is written `0x…`.
    is_hex: bool,
    cells: usize,
    width: Option<usize>,
    upper: Option<bool>,
}

impl Survey {
    pub(crate) fn new() -> Self {
        Self { is_hex: true, cells: 0, width: None, upper: None }
    }

    /// Looks at one cell of the code; `is_bare` if hexadecimal codes are written without `0x`.
    pub(crate) fn cell(&mut self, text: &str, is_bare: bool) {
        if !self.is_hex {
            return;
        }
        let digits = text.strip_prefix("0x").or_else(|| text.strip_prefix("0X"));
        let Some(digits) = digits.or_else(|| is_bare.then_some(text)) else {
            self.is_hex = false;
            return;
        };
        self.width =
            if self.cells == 0 { Some(digits.len()) } else { self.width.filter(|width| *width == digits.len()) };
        self.cells += 1;
        let letter = digits.bytes().find(u8::is_ascii_alphabetic);
        self.upper = self.upper.or_else(|| letter.map(|letter| letter.is_ascii_uppercase()));
    }

    /// The notation of all cells. Without a letter, digits are upper case: `0x10` says nothing.
    pub(crate) fn notation(self, wanted: &Wanted) -> Notation {
        let CodeType::Int(int) = wanted.code else { return Notation::Decimal };
        let is_hex = match wanted.notation {
            Some(crate::wanted::NotationWord::Hex) => true,
            Some(crate::wanted::NotationWord::Decimal) => false,
            None => self.is_hex && self.cells > 0,
        };
        if !is_hex {
            return Notation::Decimal;
        }
        let width = self.width.filter(|_| self.is_hex);
        let bare = wanted.radix && self.is_hex;
        Notation::Hex { width, upper: self.upper.unwrap_or(true), bits: int.bits, bare }
    }
}

#[cfg(test)]
mod tests {
    use super::Notation;
    use crate::testing::{table, wanted};
    use crate::wanted::{NotationWord, Wanted};

    #[test]
    fn the_cells_say_how_codes_are_written() {
        let hex = |word| Wanted { notation: word, ..wanted("u32") };
        let radix = Wanted { radix: true, ..wanted("u32") };
        let cases = [
            ("0x80070005|0x8007000e", wanted("u32"), "0x80070005 0x8007000e"),
            ("0x80070005|0x8007000E", wanted("u32"), "0x80070005 0x8007000E"),
            ("0X00F1|0x1000", wanted("u32"), "0x00F1 0x1000"),
            ("0x1|0x10|0xFf", wanted("u32"), "0x1 0x10 0xFF"),
            ("0x1|16", wanted("u32"), "1 16"),
            ("1|16", wanted("u32"), "1 16"),
            ("0x1|0x10", hex(Some(NotationWord::Decimal)), "1 16"),
            ("1|16", hex(Some(NotationWord::Hex)), "0x1 0x10"),
            ("0x80070005|0x00000000", wanted("i32"), "0x80070005 0x00000000"),
            ("10|1a", radix.clone(), "0x10 0x1a"),
            ("0x10|1A", radix, "0x10 0x1A"),
        ];
        for (codes, wanted, shown) in cases {
            let rows: String = codes.split('|').enumerate().map(|(index, code)| format!("{code},R{index}\n")).collect();
            let (table, findings) = table(format!("code,reason\n{rows}"), &wanted);
            assert_eq!(findings, [""; 0], "{codes}");
            let all: Vec<String> = table.rows.iter().map(|row| table.notation.show(&row.code)).collect();
            assert_eq!(all.join(" "), shown, "{codes}");
        }
        // `10` is 0x10 where cells have no mark, and 16 never is.
        let bare = |bare| Notation::Hex { width: None, upper: true, bits: 8, bare };
        for (text, marked, unmarked) in [
            ("10", Some(10), Some(16)),
            ("0x10", Some(16), Some(16)),
            ("fF", None, Some(255)),
            ("0XFF", Some(255), Some(255)),
            ("100", Some(100), None),
            ("-1", Some(-1), None),
            ("0x", None, None),
            ("", None, None),
        ] {
            assert_eq!((bare(false).number(text), bare(true).number(text)), (marked, unmarked), "{text}");
        }
        // No cell says anything.
        assert_eq!(table("code,reason\n,A\n", &wanted("u32")).0.notation, Notation::Decimal);
    }
}
