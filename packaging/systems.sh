#!/usr/bin/env bash
# Checks that the program compiles for other systems and processors. Nothing is linked, so no linker and no C compiler for them is
# needed; only a standard library, or its source (packaging/toolchain.sh). What can be had of neither is left out.
# usage: packaging/systems.sh [TARGET]...
set -euo pipefail
cd "$(dirname "$0")/.."
. packaging/toolchain.sh

[ $# -gt 0 ] || set -- x86_64-pc-windows-gnu aarch64-apple-darwin x86_64-unknown-freebsd x86_64-unknown-linux-musl aarch64-unknown-linux-musl
export CARGO_TARGET_DIR=${CARGO_TARGET_DIR:-target/systems} CARGO_PROFILE_DEV_DEBUG=0
# What runs while others are compiled runs for a moment.
quick=(--config 'profile.dev.package."*".opt-level=0')
left_out=()
for target in "$@"; do
    printf '\n== %s\n' "$target"
    if ! toolchain "$target"; then
        left_out+=("$target")
        continue
    fi
    # What is written in C is compiled by a compiler that does nothing.
    suffix=${target//-/_}
    export "CC_$suffix=true" "AR_$suffix=true"
    "$CARGO" check --quiet --locked "${quick[@]}" "${BUILD_STD[@]}" --target "$target"
    echo compiles
done
[ ${#left_out[@]} = 0 ] || printf '\nleft out: %s\n' "${left_out[*]}"
