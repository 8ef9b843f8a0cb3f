//! Tables compiled as users would, and every answer that they are promised.

#![deny(warnings)]

mod categories;
mod codes;
mod columns;
mod display;
mod each;
mod http_reference;
mod left_out;
mod methods;
mod notation;
mod open;
mod open_tables;
mod overlay;
mod phrases;
mod recipes;
mod references;
mod snapshots;
mod spoken;
mod sqlstate;
mod verbatim;

use status_docs::StatusTable;

/// What holds for every table: every lookup leads to its row, and back.
fn every_row_is_found<T>()
where
    T: StatusTable + std::str::FromStr<Err = status_docs::ParseStatusError> + std::fmt::Debug + std::fmt::Display,
{
    assert_eq!(T::iter().collect::<Vec<T>>(), T::ALL);
    assert_eq!((T::iter().len(), T::COUNT), (T::ALL.len(), T::ALL.len()));
    for row in T::iter() {
        assert_eq!(T::from_code(status_docs::Code::query(row.code())), Some(row));
        assert_eq!(row.name().parse::<T>().unwrap(), row);
        assert_eq!(row.code().to_string().parse::<T>().unwrap(), row);
        assert_eq!(row.to_string().parse::<T>().unwrap(), row, "{row}");
        assert_eq!(row.to_string(), format!("{} {}", row.code(), row.reason()));
        assert_eq!(format!("{row:?}"), row.name());
        assert_eq!(row.docs().name, row.name());
        // Rows may share a phrase: the first one is found.
        let same: T = row.reason().to_ascii_uppercase().parse().unwrap();
        assert!(same.reason().eq_ignore_ascii_case(row.reason()));
    }
    for text in ["", " ", "no such row", "404 Gone Fishing", "\0"] {
        assert!(text.parse::<T>().is_err(), "{text:?}");
    }
}
