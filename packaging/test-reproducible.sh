#!/usr/bin/env bash
# Makes everything twice, in two places, and compares. Two whole builds: a quarter of an hour on two processors.
# usage: packaging/test-reproducible.sh
set -euo pipefail
cd "$(dirname "$0")/.."
place=$(mktemp -d /var/tmp/madoguchi-twice.XXXXXX)
trap 'rm -rf "$place"' EXIT
[ -z "$(git status --porcelain)" ] || echo 'only what is committed is built'
for name in first a/second; do
    git clone --quiet . "$place/$name"
    (cd "$place/$name" && packaging/dist.sh)
    # Another time of day, another mask.
    umask 027
done
diff "$place/first/target/dist-files/SHA256SUMS" "$place/a/second/target/dist-files/SHA256SUMS"
echo 'the same bytes'
