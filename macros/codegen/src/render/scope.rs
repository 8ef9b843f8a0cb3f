//! What surrounds emitted items, and the body of methods that cannot be called.

use crate::template::template;
use proc_macro2::TokenStream;
use quote::quote;
use status_docs_data::Folders;
use status_docs_data::source::within_out_dir;
use syn::LitStr;

/// Makes the compiler watch the file, without its bytes or its absolute path in what is built.
pub(crate) fn tracker(path: &LitStr) -> TokenStream {
    tracker_in(&Folders::of_build(), &path.value())
}

fn tracker_in(folders: &Folders, path: &str) -> TokenStream {
    let (folder, inner) = match within_out_dir(path) {
        Some(inner) => ("OUT_DIR", inner),
        None => ("CARGO_MANIFEST_DIR", path),
    };
    let path = match folders.made_absolute(path) {
        // The compiler looks for a relative path beside the source file, and not where it runs.
        Some(absolute) => quote!(#absolute),
        None => quote!(::core::concat!(::core::env!(#folder), "/", #inner)),
    };
    template! {
        [path]
        const _: fn() = || {
            let _: &[::core::primitive::u8] = ::core::include_bytes!(#path);
        };
    }
}

/// A parameter must not have the name of a constant in scope, and the user may have a constant of any name; a function
/// in a nearer scope hides that constant, and the parameter may shadow the function.
///
/// Imported, because the compiler checks each function that is written here.
pub(crate) fn shadows(krate: &TokenStream) -> TokenStream {
    quote! {
        // Hide constants of the same names from the parameters below.
        #[allow(unused_imports)]
        use #krate::__private::parameters::*;
    }
}

/// What a method of an enum without rows answers, which is never called: its build fails.
pub(crate) fn uncallable(krate: &TokenStream) -> TokenStream {
    quote!(#krate::__private::no_row())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_relative_folder_is_written_out() {
        let folders = |package: &str, out: Option<&str>| Folders {
            package: Some(package.into()),
            out: out.map(Into::into),
            current: Some("/w".into()),
        };
        let by_variable = |folder: &str| format!("concat ! (:: core :: env ! (\"{folder}\") , \"/\" , \"a.csv\")");
        let cases = [
            ("cargo", folders("/w/pkg", None), "a.csv", by_variable("CARGO_MANIFEST_DIR")),
            ("a build script", folders("/w/pkg", Some("/w/gen")), "$OUT_DIR/a.csv", by_variable("OUT_DIR")),
            ("a relative package", folders("pkg", None), "a.csv", "(\"/w/pkg/a.csv\")".to_owned()),
            ("a relative OUT_DIR", folders("/w/pkg", Some("gen")), "$OUT_DIR/a.csv", "(\"/w/gen/a.csv\")".to_owned()),
            ("nothing is set", Folders::default(), "a.csv", by_variable("CARGO_MANIFEST_DIR")),
        ];
        for (name, folders, path, expected) in cases {
            let emitted = tracker_in(&folders, path).to_string();
            assert!(emitted.contains(&expected), "{name}: {emitted}");
        }
    }
}
