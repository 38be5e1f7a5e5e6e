//! The program's own texts, in every language that it speaks: the one place to translate.

pub mod screen;
