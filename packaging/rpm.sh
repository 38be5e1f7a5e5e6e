#!/usr/bin/env bash
# Packs what lies below ROOT/usr as a package for RPM, into FOLDER.
# usage: packaging/rpm.sh ROOT FOLDER [RELEASE]
# SOURCE_DATE_EPOCH is the time of the package.
set -euo pipefail
root=$(realpath --relative-to="$(dirname "$0")/.." "$1")
folder=$(realpath "$2")
release=${3:-1}
cd "$(dirname "$0")/.."
list=$(mktemp --suffix=.toml)
trap 'rm -f "$list"' EXIT

# cargo-generate-rpm packs files, not the folders that they are in: those of its own would be left, empty, when the files are gone. What is
# not empty, because of an upgrade or of somebody else's file, stays.
folders() { (cd "$root" && find usr/libexec/madoguchi usr/share/doc/madoguchi -type d | sort --reverse); }
{
    printf 'release = "%s"\nlicense = "%s"\n' "$release" "$(packaging/licences.py "$(rustc -vV | sed -n 's/^host: //p')")"
    printf 'post_uninstall_script = """rmdir \\\n%s\n2>/dev/null || :"""\n' "$(folders | sed 's,.*,/& \\\\,')"
    echo 'assets = ['
    find "$root/usr" -type f -printf '%m %P\n' | sort -k 2 | while read -r mode name; do
        # Where documents are left out, licences still have to go with the program.
        doc=false
        case $name in
            */copyright | */THIRD-PARTY-LICENSES.gz) ;;
            share/doc/* | share/man/*) doc=true ;;
        esac
        printf '{ source = "%s", dest = "/usr/%s", mode = "%s", doc = %s },\n' "$root/usr/$name" "$name" "$mode" "$doc"
    done
    echo ']'
} >"$list"
# By its own means, lest it be another package where rpm itself is installed.
cargo generate-rpm --auto-req builtin --metadata-overwrite "$list" --output "$folder/"
