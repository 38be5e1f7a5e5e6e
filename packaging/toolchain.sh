# Sourced by what builds for other systems and processors. `toolchain TARGET` finds a compiler that has that target's standard
# library, or its source, of which it is then built: Debian 12 has it as rust-web-src, with rustc-web and cargo-web.
#   CARGO      the cargo to call, and RUSTC is the compiler that goes with it
#   BUILD_STD  options for it
#   LINK       flags for the compiler, without which nothing can be linked for the target
# It fails, and says why, where there is neither.

toolchain() {
    local target=$1 rustc
    BUILD_STD=() LINK=
    if [ -d "$(rustc --print target-libdir --target "$target")" ]; then
        CARGO=cargo
        unset RUSTC RUSTC_BOOTSTRAP
        return
    fi
    for rustc in "$(command -v rustc)" /usr/bin/rustc; do
        if [ -f "$("$rustc" --print sysroot 2>/dev/null)/lib/rustlib/src/rust/library/Cargo.lock" ]; then
            CARGO=$(dirname "$rustc")/cargo
            BUILD_STD=(-Z build-std=std,panic_unwind)
            export RUSTC=$rustc RUSTC_BOOTSTRAP=1
            [[ $target != *-linux-musl ]] || link_musl "$target"
            return
        fi
    done
    echo "its standard library is not installed (rustup target add $target), nor its source (apt-get install rustc-web cargo-web rust-web-src)"
    return 1
}

# What rustup's standard library for musl brings with it: the C library, the objects around each program, and the unwinder, here
# in a folder by itself. Debian has them in musl-dev and libunwind-14-dev of the target's architecture and its gcc.
link_musl() {
    local target=$1 cpu=${1%%-*} folder=$PWD/target/musl/$1 gcc file
    gcc=$cpu-linux-gnu-gcc
    mkdir -p "$folder"
    for file in /usr/lib/"$cpu"-linux-musl/{crt1.o,rcrt1.o,crti.o,crtn.o,libc.a} /usr/lib/"$cpu"-linux-gnu/libunwind.a \
        "$("$gcc" -print-file-name=crtbegin.o)" "$("$gcc" -print-file-name=crtbeginS.o)" \
        "$("$gcc" -print-file-name=crtend.o)" "$("$gcc" -print-file-name=crtendS.o)"; do
        ln -sf "$file" "$folder/"
    done
    # Debian's unwinder is made for glibc. Before it aborts it says why, by a function that musl lacks; here it just aborts.
    LINK="-C linker=$gcc -C link-self-contained=yes -L native=$folder -C link-arg=-Wl,--defsym=__fprintf_chk=abort"
}
