#!/usr/bin/env bash
# Builds the program for Windows with mingw, starts it under wine and looks at what it prints. Skipped where there is no wine, no
# mingw or no standard library for it. As quickly built as can be, so that it is slow itself.
# usage: packaging/test-wine.sh [PROGRAM.exe]   a program that is built already, or one is built
set -euo pipefail
cd "$(dirname "$0")/.."
. packaging/toolchain.sh

skip() { echo "skipped: $*"; exit; }
command -v wine >/dev/null || skip 'there is no wine (apt-get install wine)'
program=${1:+$(realpath "$1")}
if [ -z "$program" ]; then
    target=x86_64-pc-windows-gnu
    command -v x86_64-w64-mingw32-gcc >/dev/null || skip 'there is no mingw (apt-get install gcc-mingw-w64-x86-64)'
    toolchain "$target" || skip 'it cannot be built'
    export CARGO_TARGET_DIR=${CARGO_TARGET_DIR:-$PWD/target/systems} CARGO_PROFILE_DEV_DEBUG=0
    "$CARGO" build --quiet --locked --config 'profile.dev.package."*".opt-level=0' "${BUILD_STD[@]}" --target "$target"
    program=$CARGO_TARGET_DIR/$target/debug/madoguchi.exe
fi

place=$(mktemp -d)
trap 'wineserver -k 2>/dev/null || true; rm -rf "$place"' EXIT
export WINEPREFIX=$place/wine WINEDEBUG=-all LANG=C.UTF-8
# What wine makes at its first start, without windows that ask for something.
WINEDLLOVERRIDES='mscoree,mshtml=' wine wineboot --init >/dev/null 2>&1
cp -r examples/library "$place/library"
cp "$program" "$place/madoguchi.exe"
program=$place/madoguchi.exe
# Random numbers come from a library that wine has only from version 9 on. Where this one is older, here is one of one function.
cat >"$place/prng.c" <<'END'
int __stdcall SystemFunction036(void *to, unsigned long bytes);
__declspec(dllexport) int __stdcall ProcessPrng(unsigned char *to, unsigned long long bytes) {
    return SystemFunction036(to, (unsigned long)bytes);
}
END
wine "$program" --version >/dev/null 2>&1 || x86_64-w64-mingw32-gcc -shared -o "$place/bcryptprimitives.dll" "$place/prng.c" -ladvapi32
# Away from the guide in this folder.
cd "$place"

failed=0
# try CODE TEXT ARGUMENT...   it ends with this exit code, and this text is in what it prints; $typed is what somebody types
typed=
try() {
    local code=$1 text=$2 came=0
    shift 2
    wine "$program" "$@" >"$place/said" 2>&1 <<<"$typed" || came=$?
    if [ "$came" = "$code" ] && grep -qF -- "$text" "$place/said"; then
        echo "ok    $*"
    else
        failed=1
        printf 'BAD   %s: exit code %s, not %s, or without "%s":\n' "$*" "$came" "$code" "$text"
        sed 's/^/      /' "$place/said"
    fi
}

try 0 'madoguchi 0' --version
try 0 返金 search refund
try 0 '"via":"reading"' search --json kaiyaku
try 1 見つかりませんでした search xyzzyplugh
try 0 'Japan time' --lang en status --at 2026-11-23T12:00:00+09:00
try 0 '"timezone":"Asia/Tokyo"' status --json
try 0 '' status --short
try 0 '' check
try 0 madoguchi-search man search
try 0 'need Linux' doctor
try 4 'needs Linux' kiosk
try 4 'no sandbox on this system' doctor --sandbox
typed=$'refund\n1\nq' try 0 困ったときは --plain
# Where no variable names a language it is the system's, which is English with wine.
unset LANG LC_ALL LC_MESSAGES
try 0 'Japan time' status --tz Europe/Berlin --at 2026-11-23T12:00:00+09:00
try 0 'en-US' doctor
export LANG=C.UTF-8
# A folder with folders, by its path as that system writes it; the second time it is read from what was kept.
library=$(winepath -w "$place/library" 2>/dev/null)
for _ in first second; do
    try 0 borrowing/loans#extend --guide "$library" search extend
done
try 0 'How much and how long' --guide "$library" show borrowing/loans
try 0 '' check "$library"
try 0 '' --guide "$library" index build
try 0 '' --guide "$library" index verify
rm "$place"/library/*.yaml
try 0 guide.yaml init "$library"
try 0 borrowing/loans#extend --guide "$library" search extend
exit $failed
