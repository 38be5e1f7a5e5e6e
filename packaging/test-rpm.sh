#!/usr/bin/env bash
# Tries a package for RPM: what it says and needs; packed once more it has the same bytes; then, in a fresh system of its own, it is
# installed, used, upgraded and removed, and nothing is left. Needs root, rpm, cpio, mmdebstrap and cargo-generate-rpm; the fresh
# system is a Debian, into which rpm installs from outside.
# usage: packaging/test-rpm.sh RPM
set -euo pipefail
rpm=$(realpath "${1:?which package?}")
cd "$(dirname "$0")/.."
[ "$(id -u)" = 0 ] || { echo "test-rpm: only root can make a system to install it in" >&2; exit 1; }
step() { printf '\n-- %s\n' "$*"; }
fail() { echo "test-rpm: $*" >&2; exit 1; }
query() { rpm --query --package "$rpm" "$@"; }

place=$(mktemp -d /var/tmp/madoguchi-rpm.XXXXXX)
root=$place/root
trap 'rm -rf "$place"' EXIT

step 'what it says'
rpm --checksig --nosignature "$rpm"
query --queryformat '%{NAME} %{VERSION}-%{RELEASE}: %{LICENSE}\n'
# Of what a package may do, this one removes its empty folders.
[ "$(query --scripts | grep -c '^\(pre\|post\)')" = 1 ] || fail 'more is done at installing or removing'
query --scripts | grep '^postuninstall' >/dev/null || fail 'its folders would be left'
query --requires | sort --unique
# A C library, a shell for the scripts that fetch and count, and what rpm itself asks of rpm.
! query --requires | grep -vE '^(/bin/sh|lib(c|m|gcc_s)\.so|ld-linux|rtld|rpmlib)' || fail 'it needs more'
for file in copyright THIRD-PARTY-LICENSES.gz; do
    query --list | grep -x "/usr/share/doc/madoguchi/$file" >/dev/null || fail "$file is not in it"
    ! query --docfiles | grep "/$file$" || fail "$file is left out where documents are"
done

step 'packed once more'
mkdir -p "$place"/{files,again}
# It ends as if something had failed where a package does not say how long its archive is. cpio notices one that is cut.
rpm2cpio "$rpm" >"$place/cpio" || true
(cd "$place/files" && cpio --quiet --extract --make-directories --preserve-modification-time <"$place/cpio")
SOURCE_DATE_EPOCH=$(query --queryformat '%{BUILDTIME}')
export SOURCE_DATE_EPOCH
packaging/rpm.sh "$place/files" "$place/again"
cmp "$rpm" "$place"/again/*.rpm
echo 'the same bytes'

step 'a fresh system'
suite=$(sed -n 's/^VERSION_CODENAME=//p' /etc/os-release)
mmdebstrap --quiet --mode=root --variant=essential "$suite" "$root"
# Folders for completions that systems with rpm have, and this one does not.
mkdir -p "$root"/usr/share/{zsh/site-functions,fish/vendor_completions.d}
inside() { chroot "$root" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/tmp LANG=C.UTF-8 "$@"; }

step 'installed'
options=(--root "$root")
# Debian has rpm for other systems, and asks whether it is really meant.
[ ! -e /etc/debian_version ] || options+=(--force-debian)
# Everything that is there, but for what rpm writes down (Debian's in a home).
listing() {
    (cd "$root" && find . -xdev \( -path ./proc -o -path ./sys -o -path ./dev -o -path ./tmp -o -path ./root/.rpmdb -o -path ./var/lib/rpm -o -path ./var/lock \) \
        -prune -o -printf '%p %y %m %s\n' | sort)
}
listing >"$place/before"
# What it needs is there, and rpm does not know.
rpm "${options[@]}" --install --nodeps "$rpm"
rpm "${options[@]}" --verify --nodeps madoguchi
listing >"$place/installed"

step 'used'
inside madoguchi --version
inside madoguchi search kaiyaku --lang en | head -2
inside madoguchi check /usr/share/doc/madoguchi/manual

step 'upgraded'
packaging/rpm.sh "$place/files" "$place" 2
rpm "${options[@]}" --upgrade --nodeps "$place"/*.rpm
[ "$(rpm "${options[@]}" --query --queryformat '%{RELEASE}\n' madoguchi)" = 2 ] || fail 'it is not the next one'
listing | diff "$place/installed" - || fail 'an upgrade to the same files changes something'

step 'removed'
rpm "${options[@]}" --erase madoguchi
listing | diff "$place/before" - || fail 'something is left'
echo 'nothing is left'
