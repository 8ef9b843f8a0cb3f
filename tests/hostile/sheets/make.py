"""Saves the sheets of this folder, and those that ../exports has `by_hand`, as LibreOffice Calc saves them.

    python3 make.py OUT

Each sheet is typed in and saved by Calc itself: what stands in a CSV here is what a person types into cells (formulas
too), or opens without a look at the import dialog; Calc makes numbers, dates and errors of it. A `.fods` is a workbook
with what nobody can type. Needs `soffice` and its German user interface. ../exports/README.md says more.
"""

import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).resolve().parent
BY_HAND = HERE.parent / "exports"

# Calc's own numbers, in the options of its CSV filter.
ENCODINGS = {"UTF-8": 76, "Windows-1252": 1, "Mac Roman": 2, "UTF-16": 65535}
LANGUAGES = {"en-US": 1033, "de-DE": 1031}


@dataclass(frozen=True)
class Typed:
    """A sheet, and how it came into Calc."""

    source: Path
    locale: str = "en-US"
    # The columns that were formatted as text first, by their number.
    text: tuple[int, ...] = ()
    encoding: str = "UTF-8"

    def import_filter(self) -> list[str]:
        if self.source.suffix != ".csv":
            return []
        columns = "/".join(f"{column}/2" for column in self.text)
        # ,34: quoted by "; 1: from line 1; then: no text because of quotes, dates and the like are recognised, unused
        # (twice), spaces are kept, unused, formulas are computed.
        rest = f"1,{columns},{LANGUAGES[self.locale]},false,true,true,false,false,0,true"
        return [f"--infilter=CSV:44,34,{ENCODINGS[self.encoding]},{rest}"]


@dataclass(frozen=True)
class Saved:
    """What the export dialog was told. The defaults are those of the dialog."""

    locale: str = "en-US"
    separator: str = ","
    quote: str = '"'
    encoding: str = "UTF-8"
    quote_all_text: bool = False
    as_shown: bool = True
    formulas: bool = False

    def export_filter(self) -> str:
        def flag(value: bool) -> str:
            return str(value).lower()

        separator = "FIX" if self.separator == "fixed width" else ord(self.separator)
        flags = f"{flag(self.quote_all_text)},true,{flag(self.as_shown)},{flag(self.formulas)}"
        return f"csv:Text - txt - csv (StarCalc):{separator},{ord(self.quote)},{ENCODINGS[self.encoding]},1,,0,{flags}"


DOORS = Typed(BY_HAND / "doors/by_hand.csv")
STATES = Typed(BY_HAND / "states/by_hand.csv", text=(1,))
SWITCHES = Typed(BY_HAND / "switches/by_hand.csv")
CODES, ERRORS, SPACES, TITLE = (Typed(HERE / f"{name}.csv") for name in ("codes", "errors", "spaces", "title"))
FORMATS = Typed(HERE / "formats.fods")

ENGLISH = Saved()
GERMAN = Saved("de-DE")
SEMICOLON = Saved("de-DE", separator=";")

# The first part of a name is a folder of ../exports: what is not `damaged` is the table that was typed.
EXPORTS = {
    "doors/calc_english": (DOORS, ENGLISH),
    "doors/calc_english_quoted": (DOORS, Saved(quote_all_text=True)),
    "doors/calc_english_raw": (DOORS, Saved(as_shown=False)),
    "doors/calc_english_tab": (DOORS, Saved(separator="\t")),
    "doors/calc_german": (DOORS, GERMAN),
    "doors/calc_german_quoted": (DOORS, Saved("de-DE", separator=";", quote_all_text=True)),
    "doors/calc_german_raw": (DOORS, Saved("de-DE", separator=";", as_shown=False)),
    "doors/calc_german_semicolon": (DOORS, SEMICOLON),
    "doors/calc_german_tab": (DOORS, Saved("de-DE", separator="\t")),
    "states/calc_english": (STATES, ENGLISH),
    "states/calc_english_quoted": (STATES, Saved(quote_all_text=True)),
    "states/calc_german_raw": (STATES, Saved("de-DE", as_shown=False)),
    "states/calc_german_semicolon": (STATES, SEMICOLON),
    "states/calc_german_tab": (STATES, Saved("de-DE", separator="\t")),
    "switches/calc_english": (SWITCHES, ENGLISH),
    "switches/calc_english_raw": (SWITCHES, Saved(as_shown=False)),
    "switches/calc_german": (SWITCHES, GERMAN),
    "damaged/typed_calc_apostrophes": (DOORS, Saved(quote="'")),
    "damaged/typed_calc_fixed_width": (DOORS, Saved(separator="fixed width")),
    "damaged/typed_calc_mac_roman": (DOORS, Saved(encoding="Mac Roman")),
    "damaged/typed_calc_utf_16": (DOORS, Saved(encoding="UTF-16")),
    "damaged/typed_calc_windows_1252": (DOORS, Saved(encoding="Windows-1252")),
    "damaged/typed_calc_opened_as_windows_1252": (Typed(DOORS.source, encoding="Windows-1252"), ENGLISH),
    "damaged/typed_calc_errors_english": (ERRORS, ENGLISH),
    "damaged/typed_calc_errors_german": (ERRORS, SEMICOLON),
    "damaged/typed_calc_formulas": (ERRORS, Saved(formulas=True)),
    "damaged/typed_calc_formats_english": (FORMATS, ENGLISH),
    "damaged/typed_calc_formats_german": (FORMATS, SEMICOLON),
    "damaged/text_calc_codes_english": (CODES, ENGLISH),
    "damaged/text_calc_codes_german": (Typed(CODES.source, "de-DE"), SEMICOLON),
    "damaged/text_calc_spaces": (SPACES, ENGLISH),
    "damaged/calc_title": (TITLE, ENGLISH),
}

PROFILE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooLocale" oor:op="fuse"><value>{language}</value></prop>
<prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>{locale}</value></prop></item>
<item oor:path="/org.openoffice.Office.Linguistic/General">
<prop oor:name="UILocale" oor:op="fuse"><value>{language}</value></prop></item>
</oor:items>
"""


class Calc:
    """LibreOffice Calc with a profile for each locale, in a folder that is thrown away."""

    def __init__(self, work: Path):
        self.work = work
        self.workbooks: dict[Typed, Path] = {}
        for locale in LANGUAGES:
            user = work / locale / "user"
            user.mkdir(parents=True)
            language = locale if locale == "en-US" else locale.split("-")[0]
            (user / "registrymodifications.xcu").write_text(PROFILE.format(locale=locale, language=language))

    def convert(self, locale: str, source: Path, to: str, out: Path, options: list[str]) -> Path:
        profile = f"-env:UserInstallation={(self.work / locale).as_uri()}"
        command = ["soffice", profile, "--headless", *options, "--convert-to", to, "--outdir", str(out), str(source)]
        subprocess.run(command, check=True, capture_output=True)
        return out / f"{source.stem}.{to.partition(':')[0]}"

    def workbook(self, typed: Typed) -> Path:
        if typed not in self.workbooks:
            out = self.work / str(len(self.workbooks))
            self.workbooks[typed] = self.convert(typed.locale, typed.source, "ods", out, typed.import_filter())
        return self.workbooks[typed]

    def save(self, typed: Typed, saved: Saved) -> bytes:
        out = self.work / "saved"
        return self.convert(saved.locale, self.workbook(typed), saved.export_filter(), out, []).read_bytes()


def main(out: Path) -> None:
    with tempfile.TemporaryDirectory() as work:
        calc = Calc(Path(work))
        for name, (typed, saved) in EXPORTS.items():
            path = out / f"{name}.csv"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(calc.save(typed, saved))
    if b"#NV" not in (out / "damaged/typed_calc_errors_german.csv").read_bytes():
        sys.exit("this LibreOffice has no German user interface (Debian: libreoffice-l10n-de)")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
