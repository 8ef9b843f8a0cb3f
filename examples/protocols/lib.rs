//! Programs with the references of protocols; see the files beside this one. They are a package of their own because the
//! crates of these protocols take a while to build.
