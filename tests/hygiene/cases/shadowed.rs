//! Every name that the language brings into scope means something else here.
#![allow(dead_code, non_camel_case_types, non_upper_case_globals, unused_macros)]
#![deny(warnings)]

extern crate status_docs;

pub mod inner {
    pub mod core {}
    pub mod std {}
    pub mod status_docs {}
    pub mod alloc {}
    pub struct Option;
    pub struct Result;
    pub struct From;
    pub struct Into;
    pub struct TryFrom;
    pub struct Self_;
    pub struct str;
    pub struct u8;
    pub struct u16;
    pub struct i8;
    pub struct u64;
    pub struct usize;
    pub struct bool;
    pub struct char;
    pub struct f32;
    pub trait Clone {}
    pub trait Copy {}
    pub trait PartialEq {}
    pub trait Eq {}
    pub trait Hash {}
    pub trait Debug {}
    pub trait Display {}
    pub trait FromStr {}
    pub trait StatusDocs {}
    pub trait StatusTable {}
    #[allow(non_snake_case)]
    pub const fn Some() {}
    #[allow(non_snake_case)]
    pub const fn None() {}
    #[allow(non_snake_case)]
    pub const fn Ok() {}

    // A constant in scope is used in place of a parameter with its name.
    pub const code: i32 = 0;
    pub const reason: i32 = 0;
    pub const text: i32 = 0;
    pub const name: i32 = 0;
    pub const formatter: i32 = 0;
    pub const row: i32 = 0;
    pub const f: i32 = 0;
    pub const status: i32 = 0;
    pub const ROWS: i32 = 0;
    pub const NAMES: i32 = 0;
    pub const BY_CODE: i32 = 0;
    pub const REASONS: i32 = 0;
    pub static row_of: i32 = 0;

    macro_rules! concat { ($($t:tt)*) => { compile_error!("shadowed") } }
    macro_rules! include_bytes { ($($t:tt)*) => { compile_error!("shadowed") } }
    macro_rules! env { ($($t:tt)*) => { compile_error!("shadowed") } }
    macro_rules! compile_error { ($($t:tt)*) => { shadowed } }
    macro_rules! stringify { ($($t:tt)*) => { shadowed } }

    ::status_docs::status_table! {
        #[status(csv = "tables/odd.csv")]
        pub enum Fault: i8 {
            all: bool,
            count: u64,
            r#fn: char,
            default: Option<&str>,
            from: f32,
            kind: enum Kind = "class",
        }

        #[status(csv = "tables/odd.csv")]
        pub enum TextFault: str;

        pub enum HttpStatus: u16;

        #[status(csv = "tables/hex.csv", names = "E{code}")]
        pub enum Hex: i32 {
            sign: enum Sign { Plus, Minus = "-" },
            was: Option<enum Sign> = "before",
            class: enum HexClass = "class",
        }
    }

    #[derive(::status_docs::StatusDocs)]
    #[status(table = self::Hex, default = 0x0000_0003)]
    pub enum Linked {
        #[status(-0x7fff_ffff)]
        First,
        E80000002,
        Other,
    }
}
