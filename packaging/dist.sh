#!/usr/bin/env bash
# Makes everything that is given to others, in target/dist-files: a package for Debian, one for RPM, a tarball for each target
# whose standard library is there or can be built, what crates are in them, and checksums. Two runs of one commit give the same
# bytes.
# usage: packaging/dist.sh [--try PROGRAM]
#   --try PROGRAM   packs a program that is built already, as a package for Debian and a tarball alone: to try them, with no
#                   tool but cargo-deb
set -euo pipefail
cd "$(dirname "$0")/.."
. packaging/versions
. packaging/toolchain.sh

here=$(rustc -vV | sed -n 's/^host: //p')
targets=("$here" x86_64-unknown-linux-musl aarch64-unknown-linux-musl)
ready=
case ${1:-} in
    '') ;;
    --try) ready=$(realpath "${2:?--try needs a program}") targets=("$here") TOOLS=("${TOOLS[0]}") ;;
    *) sed -n '2,7s/^# //p' "$0" >&2; exit 2 ;;
esac

step() { printf '\n== %s\n' "$*"; }
# The same moment whoever builds: that of the commit, or of this version's line in CHANGELOG.md where there is no git.
version=$(sed -n 's/^version = "\(.*\)"/\1/p' Cargo.toml | head -1)
maintainer=$(sed -n 's/^maintainer = "\(.*\)"/\1/p' Cargo.toml)
day=$(sed -n "s/^## $version - //p" CHANGELOG.md)
export SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct 2>/dev/null || date -u -d "${day:?no date of this version}" +%s)}
export LC_ALL=C.UTF-8 TZ=UTC
files=target/dist-files
rm -rf "$files"
mkdir -p "$files"

step tools
for tool in "${TOOLS[@]}"; do
    name=${tool%@*}
    command -v "$name" >/dev/null || cargo install --quiet --locked --version "${tool#*@}" "$name"
done

# No place of this machine is in the program.
home=${CARGO_HOME:-$HOME/.cargo}
export RUSTFLAGS="${RUSTFLAGS:-} --remap-path-prefix=$PWD=/madoguchi --remap-path-prefix=$home=/cargo"
build() {
    RUSTFLAGS="$RUSTFLAGS $FLAGS" "$CARGO" auditable build --quiet --locked --profile dist "${BUILD_STD[@]}" --target "$1"
}

# Whether all is there to build for a target and to start the program; says what is not.
can() {
    toolchain "$1" || return
    [[ $1 != *-musl ]] || musl "$1" || return
    export RUNNER=
    [[ $1 != aarch64-* || $here = aarch64-* ]] || RUNNER=qemu-aarch64
    command -v "${RUNNER:-true}" >/dev/null || { echo "there is no $RUNNER (apt-get install qemu-user)"; return 1; }
}

left_out=()
for target in "${targets[@]}"; do
    step "$target"
    if ! can "$target"; then
        left_out+=("$target")
        continue
    fi
    [ -n "$ready" ] || build "$target"
    binary=${ready:-target/$target/dist/madoguchi}
    folder=target/dist-stage/madoguchi-$version-$target
    packaging/stage.sh "$binary" "$target" "$folder"
    [ -n "$ready" ] || packaging/sbom.sh "$target" "$files/madoguchi-$version-$target.cdx.json"
    tar --create --sort=name --owner=0 --group=0 --numeric-owner --mtime="@$SOURCE_DATE_EPOCH" --pax-option=delete=atime,delete=ctime \
        --directory target/dist-stage "madoguchi-$version-$target" | gzip -9n >"$files/madoguchi-$version-$target.tar.gz"
    if [ "$target" = "$here" ]; then
        rm -rf target/dist-root
        cp -a "$folder" target/dist-root
    fi
done

step 'the package for Debian'
doc=target/dist-root/usr/share/doc/madoguchi
{
    printf 'madoguchi (%s-1) stable; urgency=medium\n\n  * New upstream version: changelog.gz says what has changed.\n\n' "$version"
    printf ' -- %s  %s\n' "$maintainer" "$(date -u -R -d "@$SOURCE_DATE_EPOCH")"
} | gzip -9n >"$doc/changelog.Debian.gz"
install -D -m 644 packaging/lintian-overrides target/dist-root/usr/share/lintian/overrides/madoguchi
find target/dist-root -exec touch --no-dereference --date="@$SOURCE_DATE_EPOCH" {} +
cargo deb --quiet --no-build --no-strip --output "$files/"

if [ -z "$ready" ]; then
    step 'the package for RPM'
    # What only Debian wants goes, and zsh's completions lie elsewhere.
    rm -r target/dist-root/usr/share/lintian "$doc/changelog.Debian.gz"
    mv target/dist-root/usr/share/zsh/{vendor-completions,site-functions}
    packaging/rpm.sh target/dist-root "$files"
fi

step checksums
(cd "$files" && sha256sum -- * >SHA256SUMS && cat SHA256SUMS)
[ ${#left_out[@]} = 0 ] || printf 'left out, as said above: %s\n' "${left_out[*]}"
