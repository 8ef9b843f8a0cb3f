//! What rustdoc makes of tables: the pages of crates as users write them, read with an HTML parser.

mod crates;
mod hostile;
mod html;
mod large;
mod reference;
