#!/usr/bin/env bash
# Lays out everything that a package holds, as it is to lie on a machine: below FOLDER/usr.
# usage: packaging/stage.sh BINARY TARGET FOLDER
# SOURCE_DATE_EPOCH is the time of all files. The program itself writes its manual pages and completions, so it must run here
# (for another processor: under RUNNER, such as qemu-aarch64).
set -euo pipefail
binary=$(realpath "$1")
target=$2
folder=$3
cd "$(dirname "$0")/.."

rm -rf "$folder"
usr=$folder/usr
share=$usr/share
doc=$share/doc/madoguchi
mkdir -p "$doc/examples" "$share/man/man1" "$usr/lib/systemd/system"

install -D -m 755 "$binary" "$usr/bin/madoguchi"
program() { ${RUNNER:-} "$binary" "$@"; }

program man --dir "$share/man/man1" >/dev/null
complete() { mkdir -p "$(dirname "$2")" && program completions "$1" >"$2"; }
complete bash "$share/bash-completion/completions/madoguchi"
complete zsh "$share/zsh/vendor-completions/_madoguchi"
complete fish "$share/fish/vendor_completions.d/madoguchi.fish"

# In their places, and not enabled: somebody decides on which console, and for which guide. What is put into /usr/local by hand, a package puts into /usr.
for unit in deploy/*.service deploy/*.timer; do
    sed 's,/usr/local/libexec/,/usr/libexec/madoguchi/,; s,/usr/local/,/usr/,' "$unit" >"$usr/lib/systemd/system/${unit##*/}"
done
install -D -m 755 -t "$usr/libexec/madoguchi" deploy/madoguchi-renew deploy/madoguchi-textfile
cp deploy/sshd_config.d/madoguchi.conf "$doc/examples/sshd.conf"

cp SECURITY.md "$doc"
cp CHANGELOG.md "$doc/changelog"
cp -r docs/manual "$doc/manual"
cp -r examples/library examples/bicycles examples/garden examples/city examples/config.yaml "$doc/examples"
# The settings of Obsidian are hidden, and a folder of notes is read without them.
rm -rf "$doc/examples/garden/.obsidian"
packaging/licences.py "$target" "$doc"

gzip -9n "$share"/man/man1/*.1 "$doc/changelog" "$doc/THIRD-PARTY-LICENSES"
chmod -R u=rwX,go=rX "$folder"
find "$folder" -exec touch --no-dereference --date="@$SOURCE_DATE_EPOCH" {} +
