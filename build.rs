//! Asks the linker for a program that lies where it was linked to.
//!
//! The tables of time zones alone hold 57,000 addresses. Where a program may lie anywhere, the loader writes each of them
//! at every start: 450 pages are copied, which took a third of the time until the first frame and 1.8 MB of memory. Stack,
//! heap and libraries lie elsewhere at each start as before. docs/decisions/speed.md weighs it.

use std::env;

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    // Elsewhere there is no such program, or what starts one is chosen before this is heard: for musl packaging/toolchain.sh
    // tells the compiler.
    if env::var("TARGET").is_ok_and(|target| target.ends_with("-linux-gnu")) {
        println!("cargo::rustc-link-arg-bins=-no-pie");
    }
}
