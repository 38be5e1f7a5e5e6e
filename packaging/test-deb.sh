#!/usr/bin/env bash
# Tries a package for Debian: lintian; then, in a fresh system of its own, it is installed, used, upgraded, removed and purged, and nothing is left.
# Needs root, mmdebstrap, lintian, and to run on Debian: the fresh system is of the same release, from the same mirror.
# usage: packaging/test-deb.sh DEB
set -euo pipefail
deb=$(realpath "${1:?which package?}")
[ "$(id -u)" = 0 ] || { echo "test-deb: only root can make a system to install it in" >&2; exit 1; }
step() { printf '\n-- %s\n' "$*"; }

step 'lintian'
lintian --allow-root --fail-on error,warning "$deb"

place=$(mktemp -d /var/tmp/madoguchi-deb.XXXXXX)
root=$place/root
trap 'rm -rf "$place"' EXIT

step 'a fresh Debian'
sources=()
for file in /etc/apt/sources.list /etc/apt/sources.list.d/debian.sources; do
    [ ! -s "$file" ] || sources+=("$file")
done
suite=$(sed -n 's/^VERSION_CODENAME=//p' /etc/os-release)
# With what shows manual pages and loads completions, as most have it.
mmdebstrap --quiet --mode=root --variant=apt --include=man-db,bash-completion "$suite" "$root" "${sources[@]}"
inside() { chroot "$root" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LANG=C.UTF-8 DEBIAN_FRONTEND=noninteractive "$@"; }
# Everything that is there, but for what changes by being looked at and the books of dpkg and apt.
listing() {
    (cd "$root" && find . -xdev \( -path ./proc -o -path ./sys -o -path ./dev -o -path ./tmp -o -path ./var/log -o -path ./var/cache \
        -o -path ./var/lib/dpkg -o -path ./var/lib/apt \) -prune -o -printf '%p %y %m %s\n' | sort)
}
listing >"$place/before"

step 'installed'
cp "$deb" "$root/tmp/madoguchi.deb"
inside apt-get -o Dpkg::Use-Pty=0 install -y -qq --no-install-recommends /tmp/madoguchi.deb >/dev/null
listing >"$place/installed"

step 'used'
mkdir "$root/tmp/docs"
printf '# Bicycles\n\n## Flat tyre\n\nThe pump is behind the door.\n' >"$root/tmp/docs/bicycles.md"
inside madoguchi --version
inside madoguchi search kaiyaku --lang en | head -2
inside madoguchi status --short
inside madoguchi check
inside madoguchi --guide /tmp/docs search pump | grep -q 'Flat tyre'
inside madoguchi --manual show troubleshooting | grep -q doctor
inside madoguchi check /usr/share/doc/madoguchi/manual
inside sh -c "printf 'refund\nq\n' | madoguchi --plain --lang en" | grep -qi refund
for page in madoguchi madoguchi-search madoguchi-index-build; do
    inside man "$page" | grep '^EXIT STATUS' >/dev/null
done
inside bash -c '
    . /usr/share/bash-completion/bash_completion
    # What it loads by has another name since 2.12.
    loader=$(compgen -A function | grep -xE "_comp_load|_completion_loader" | head -1)
    "$loader" madoguchi
    COMP_WORDS=(madoguchi show phone#ap) COMP_CWORD=2 COMP_TYPE=9
    _clap_complete_madoguchi madoguchi phone#ap show
    printf "%s\n" "${COMPREPLY[@]}"
' | grep -x 'phone#app'
# In their places, naming programs that are there, and not enabled.
for unit in "$root"/usr/lib/systemd/system/madoguchi-*.service; do
    inside test -x "$(sed -n 's/^ExecStart=\([^ ]*\).*/\1/p' "$unit")"
done
if find "$root/etc/systemd" -name 'madoguchi*' 2>/dev/null | grep .; then
    echo 'a unit is enabled' >&2
    exit 1
fi
rm -rf "$root/root/.cache/madoguchi"
rmdir "$root/root/.cache" 2>/dev/null || true

step 'upgraded'
dpkg-deb --raw-extract "$deb" "$place/next"
sed -i 's/^Version: .*/&+next/' "$place/next/DEBIAN/control"
dpkg-deb --root-owner-group --build "$place/next" "$root/tmp/next.deb" >/dev/null
inside apt-get -o Dpkg::Use-Pty=0 install -y -qq /tmp/next.deb >/dev/null
inside dpkg-query --show madoguchi | grep -q '+next'
listing | diff "$place/installed" - || { echo 'an upgrade to the same files changes something' >&2; exit 1; }

step 'removed and purged'
inside apt-get -o Dpkg::Use-Pty=0 remove -y -qq madoguchi >/dev/null
inside dpkg --purge madoguchi 2>/dev/null
inside apt-get -o Dpkg::Use-Pty=0 autoremove -y -qq >/dev/null
listing | diff "$place/before" - || { echo 'something is left' >&2; exit 1; }
echo 'nothing is left'
