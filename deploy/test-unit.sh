#!/usr/bin/env bash
# Has systemd read the units, and say how exposed each service is: from 0 (safe) to 10.
set -euo pipefail
cd "$(dirname "$0")"
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
for unit in 'madoguchi-kiosk@.service tty1' 'madoguchi-insight@.service asked' 'madoguchi-insight@.timer asked'; do
    read -r file instance <<< "$unit"
    # It wants the program to be there; which one does not matter.
    sed "s,^ExecStart=[^ ]*,ExecStart=/bin/true," "$file" > "$place/${file/@/@$instance}"
done
for unit in "$place"/*; do
    said=$(systemd-analyze verify --man=no "$unit" 2>&1)
    [ -z "$said" ] || { echo "$said"; exit 1; }
done
for unit in "$place"/*.service; do
    echo "$(basename "$unit"): $(systemd-analyze security --offline=yes --no-pager --threshold=10 "$unit" | tail -1)"
done
