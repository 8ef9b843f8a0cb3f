//! The table that is printed.

/// One row of it.
struct Row {
    number: String,
    work: String,
    against: String,
    figures: String,
    measured: f64,
    target: Option<f64>,
}

/// All rows so far.
#[derive(Default)]
pub struct Report {
    rows: Vec<Row>,
}

impl Report {
    /// A row that has a target, or is only informative (`None`). `figures` are the absolute ones, which hold only on
    /// this machine.
    pub fn row(
        &mut self,
        row: &str,
        work: &str,
        against: &str,
        figures: String,
        measured: f64,
        target: impl Into<Option<f64>>,
    ) {
        let (row, work, against, target) = (row.to_owned(), work.to_owned(), against.to_owned(), target.into());
        eprintln!("row {row}: {work} against {against}: {measured:.3} ({figures})");
        self.rows.push(Row { number: row, work, against, figures, measured, target });
    }

    /// Prints all rows in the order of their numbers.
    pub fn print(&self) {
        let mut rows: Vec<&Row> = self.rows.iter().collect();
        // 5, 5b, 6, …; `scale` comes last.
        rows.sort_by_key(|row| {
            let digits = row.number.trim_end_matches(|c: char| c.is_ascii_lowercase());
            (digits.parse::<u32>().unwrap_or(u32::MAX), row.number.len())
        });
        println!("| row | work | against | figures | measured | at most | pass |");
        println!("|---|---|---|---|---|---|---|");
        for row in rows {
            let (target, pass) = match row.target {
                Some(target) if row.measured <= target => (target.to_string(), "yes"),
                Some(target) => (target.to_string(), "**no**"),
                None => (String::new(), ""),
            };
            let Row { number, work, against, figures, measured, .. } = row;
            println!("| {number} | {work} | {against} | {figures} | {measured:.2} | {target} | {pass} |");
        }
    }

    /// Whether every target is met.
    pub fn is_all_met(&self) -> bool {
        self.rows.iter().all(|row| row.target.is_none_or(|target| row.measured <= target))
    }
}
