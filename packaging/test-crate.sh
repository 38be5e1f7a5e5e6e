#!/usr/bin/env bash
# Packs the crate as it would be published, and builds, installs and runs that, without this repository around it.
# usage: packaging/test-crate.sh [OPTION OF CARGO INSTALL]...   such as --debug
set -euo pipefail
cd "$(dirname "$0")/.."
place=$(mktemp -d /var/tmp/madoguchi-crate.XXXXXX)
trap 'rm -rf "$place"' EXIT
export CARGO_TARGET_DIR=${CARGO_TARGET_DIR:-$PWD/target}
cargo package --quiet --locked --allow-dirty --no-verify
crate=$(ls -t "$CARGO_TARGET_DIR"/package/madoguchi-*.crate | head -1)
tar --extract --gzip --file "$crate" --directory "$place"
cargo install --quiet --locked --path "$place"/madoguchi-* --root "$place/installed" "$@"
cd "$place"
installed/bin/madoguchi check
installed/bin/madoguchi --manual search tmux | head -1
echo "$(basename "$crate"): $(du -h "$crate" | cut -f1)"
