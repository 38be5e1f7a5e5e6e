# Sourced by what builds for other systems and processors.

# Finds a compiler that has a target's standard library, or its source, of which it is then built: Debian 12 has that as
# rust-web-src, with rustc-web and cargo-web. Fails, and says why, where there is neither.
#   CARGO      the cargo to call; RUSTC is the compiler that goes with it
#   BUILD_STD  options for it
#   FLAGS      flags for the compiler
toolchain() {
    local target=$1 rustc source
    CARGO=cargo BUILD_STD=() FLAGS=
    unset RUSTC RUSTC_BOOTSTRAP
    [ ! -d "$(rustc --print target-libdir --target "$target")" ] || return 0
    for rustc in "$(command -v rustc)" /usr/bin/rustc; do
        source=$("$rustc" --print sysroot 2>/dev/null)/lib/rustlib/src/rust
        if [ -f "$source/library/Cargo.lock" ]; then
            CARGO=$(dirname "$rustc")/cargo
            BUILD_STD=(-Z build-std=std,panic_unwind)
            FLAGS=--remap-path-prefix=$source=/rustc
            export RUSTC=$rustc RUSTC_BOOTSTRAP=1
            return
        fi
    done
    echo "its standard library is not installed (rustup target add $target), nor its source (apt-get install rustc-web cargo-web rust-web-src)"
    return 1
}

# What is needed to link for musl, added to FLAGS. With rustup's library come a C library, the objects around each program and an
# unwinder, and Rust's own linker links for other processors; what is built of source needs all of these from elsewhere. Fails, and
# says why, where they are not to be had.
musl() {
    local target=$1 cpu=${1%%-*} object folder=$PWD/target/musl/$1 host
    host=$(rustc -vV | sed -n 's/^host: \([^-]*\).*/\1/p')
    local gcc=gcc
    [ "$cpu" = "$host" ] || gcc=$cpu-linux-gnu-gcc
    # Two crates have some C in them, which needs no C library, but headers of one.
    command -v "$gcc" >/dev/null || { echo "there is no $gcc"; return 1; }
    export "CC_${target//-/_}=$gcc"
    # At a fixed place, as build.rs asks for with glibc.
    FLAGS+=' -C relocation-model=static'
    if [ ${#BUILD_STD[@]} = 0 ]; then
        [ "$cpu" = "$host" ] || FLAGS+=' -C linker=rust-lld'
        return
    fi
    [ -d "$folder/usr" ] || unpack "$folder" "$cpu" musl-dev libunwind-14-dev || {
        echo "its C library and unwinder cannot be fetched (musl-dev and libunwind-14-dev of Debian 12, for $cpu)"
        return 1
    }
    export "CFLAGS_${target//-/_}=-isystem $folder/usr/include/$cpu-linux-musl"
    for object in crtbegin.o crtbeginS.o crtend.o crtendS.o; do
        cp "$("$gcc" -print-file-name=$object)" "$folder/usr/lib/$cpu-linux-musl/"
    done
    # Debian's unwinder is made for glibc. Before it aborts it says why, by a function that musl lacks; here it just aborts.
    FLAGS+=" -C linker=$gcc -C link-self-contained=yes -L native=$folder/usr/lib/$cpu-linux-musl -L native=$folder/usr/lib/llvm-14/lib"
    FLAGS+=' -C link-arg=-Wl,--defsym=__fprintf_chk=abort'
}

# Unpacks packages of Debian's for a processor into a folder. Nothing is installed, and apt's own lists stay as they are.
unpack() {
    local folder=$1 architecture
    case $2 in x86_64) architecture=amd64 ;; aarch64) architecture=arm64 ;; *) architecture=$2 ;; esac
    local apt=(apt-get -qq -o APT::Sandbox::User=root -o "APT::Architecture=$architecture" -o "APT::Architectures=$architecture"
        -o "Dir::State::Lists=$folder/lists" -o "Dir::Cache=$folder/cache")
    shift 2
    mkdir -p "$folder"/{lists,cache/archives}/partial
    "${apt[@]}" update && (cd "$folder" && "${apt[@]}" download "$@" && for package in *.deb; do dpkg -x "$package" .; done)
}
