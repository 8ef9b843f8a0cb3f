//! Bytes → [`Sheet`], with the doctors where a file is not what it looks like.

use crate::diagnose::file as doctor;
use crate::finding::Subject;
use crate::read::{File, Reading, Way, check_shape, decode};
use crate::refusal::{Fault, FileFault};
use crate::report::Report;
use crate::sheet::Sheet;
use crate::source::Source;
use crate::trust::Trust;
use crate::wanted::Wanted;

/// Reads a table's bytes into cells, as [`Wanted::dialect`] says, and else as the file looks. The headers that the
/// user names tell which line is the header, and what separates the cells.
///
/// Whatever is wrong with the text is reported; records that a finding is about are guesses, and all others can be
/// used.
pub(crate) fn read(source: &Source, wanted: &Wanted, report: &mut Report) -> Sheet {
    let found_before = report.len();
    let nothing = Sheet { file: source.file().to_owned(), origin: source.origin(), ..Sheet::default() };
    let decoded = decode(source.bytes());
    let foreign = decoded.foreign.or_else(|| doctor::foreign(&decoded.text));
    if let Some(foreign) = foreign {
        report.refuse(source.file(), None, Subject::Table, Fault::File(FileFault::Foreign(foreign)));
        return nothing;
    }
    if let Some((place, fault)) = decoded.wrong {
        report.refuse(source.file(), Some(place), Subject::Table, Fault::File(fault));
    }
    let mut file = File { text: decoded.text, guessed: decoded.guessed, sheet: nothing };
    doctor::settle_conflicts(&mut file, wanted, report);

    let (way, wrong) = Way::of(&file.text, &wanted.dialect);
    let reading = doctor::read(&file, &file.text, way, wanted);
    let (reading, trust) = match doctor::another_way(&file, way, &reading, wanted) {
        Some(elsewhere) => elsewhere.settle(&file, wanted, report),
        None => {
            if let Some((word, fault)) = wrong {
                report.refuse(source.file(), None, Subject::Word(word), Fault::File(fault));
            }
            (reading, Trust::Sound)
        }
    };
    let Reading { mut sheet, beyond, findings, way, .. } = reading;
    let finish = |report: &mut Report| {
        report.append(findings);
        // A file without a readable line is not empty as well.
        if sheet.header.is_some() || report.len() == found_before {
            let why = |sheet: &Sheet, record: &_, width| doctor::why_beyond(sheet, record, width, wanted);
            check_shape(&mut sheet, beyond, way, &why, wanted, report);
            doctor::take_check_boxes_out(&mut sheet, wanted, report);
        }
    };
    report.trusting(trust, finish);
    sheet
}
