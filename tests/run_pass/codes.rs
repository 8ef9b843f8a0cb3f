//! Integer codes of every width, negative, hexadecimal and far apart.

use status_docs::status_table;

status_table! {
    /// What the kernel returns.
    #[status(csv = "tables/errno.csv")]
    pub enum Errno: i32;

    /// The same in a byte.
    #[status(csv = "tables/errno.csv")]
    pub enum Small: i8;

    /// The same in the widest type.
    #[status(csv = "tables/errno.csv")]
    pub enum Wide: i64;

    /// NTSTATUS.
    #[status(csv = "tables/nt-status.csv")]
    pub enum NtStatus: u32;

    /// NTSTATUS in 64 bits.
    #[status(csv = "tables/nt-status.csv")]
    pub enum NtStatus64: u64;
}

#[test]
fn every_row_is_found() {
    super::every_row_is_found::<Errno>();
    super::every_row_is_found::<Small>();
    super::every_row_is_found::<Wide>();
    super::every_row_is_found::<NtStatus>();
    super::every_row_is_found::<NtStatus64>();
}

#[test]
fn negative_codes_are_codes() {
    const AGAIN: Option<Errno> = Errno::from_code(-11);
    assert_eq!(AGAIN, Some(Errno::Eagain));
    assert_eq!(Errno::Eagain as i32, -11);
    assert_eq!("-11 Resource temporarily unavailable".parse(), Ok(Errno::Eagain));
    let known: Vec<i32> = (-70_000..70_000).filter(|&code| Errno::from_code(code).is_some()).collect();
    assert_eq!(known, [-110, -11, -4, -2, -1]);
    for code in [i32::MIN, i32::MAX, 0, 11, 256 - 11, 65_536 - 11] {
        assert_eq!(Errno::from_code(code), None);
    }
    assert_eq!((i8::MIN..=i8::MAX).filter(|&code| Small::from_code(code).is_some()).count(), 5);
    assert_eq!(Wide::from_code(i64::from(u32::MAX) - 10), None);
}

#[test]
fn hexadecimal_and_decimal_are_the_same() {
    assert_eq!(NtStatus::from_code(0xC000_0005), Some(NtStatus::StatusAccessViolation));
    assert_eq!(NtStatus::from_code(0xC000_0022), Some(NtStatus::StatusAccessDenied));
    assert_eq!(NtStatus::from_code(0), Some(NtStatus::StatusSuccess));
    assert_eq!(NtStatus64::from_code(0x1_C000_0005), None);
    // Codes that differ from one of the table in a single bit: only these two are in the table too.
    let near = NtStatus::iter().flat_map(|row| (0..32).map(move |bit| row.code() ^ (1 << bit)));
    let found: Vec<u32> = near.filter(|&code| NtStatus::from_code(code).is_some()).collect();
    assert_eq!(found, [0xC000_0005, 0x8000_0005]);
}
