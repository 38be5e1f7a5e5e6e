#!/usr/bin/env bash
# Writes which crates are in the program, as a CycloneDX document that is the same whenever and wherever it is made.
# usage: packaging/sbom.sh TARGET FILE
set -euo pipefail
target=$1
file=$(realpath -m "$2")
cd "$(dirname "$0")/.."

cargo cyclonedx --quiet --format json --spec-version 1.5 --target "$target" --override-filename madoguchi-sbom
trap 'rm -f madoguchi-sbom.json' EXIT
# Without a number that is another one each time, and without this folder's place.
jq --sort-keys --arg here "$PWD" --arg time "$(date -u -d "@$SOURCE_DATE_EPOCH" +%Y-%m-%dT%H:%M:%SZ)" \
    'del(.serialNumber) | .metadata.timestamp = $time | walk(if type == "string" then gsub($here; "/madoguchi") else . end)' \
    madoguchi-sbom.json >"$file"
