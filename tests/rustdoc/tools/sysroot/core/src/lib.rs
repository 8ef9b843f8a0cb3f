//! What rust-analyzer needs of the standard library to expand a derive, if its source is not installed.
#![feature(no_core)]
#![no_core]
pub mod macros {
    pub mod builtin {
        #[rustc_builtin_macro]
        pub macro derive($item:item) {}
        #[rustc_builtin_macro]
        pub macro concat($($e:expr),*) {}
        #[rustc_builtin_macro]
        pub macro env($e:expr) {}
        #[rustc_builtin_macro]
        pub macro include_bytes($e:expr) {}
    }
}
pub mod option { pub enum Option<T> { None, Some(T) } }
pub mod prelude {
    pub mod v1 {
        pub use crate::macros::builtin::derive;
        pub use crate::option::Option::{self, None, Some};
    }
    pub mod rust_2015 { pub use super::v1::*; }
    pub mod rust_2018 { pub use super::v1::*; }
    pub mod rust_2021 { pub use super::v1::*; }
    pub mod rust_2024 { pub use super::v1::*; }
}
