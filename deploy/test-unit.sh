#!/usr/bin/env bash
# Has systemd read deploy/madoguchi-kiosk@.service, and say how exposed it is: from 0 (safe) to 10.
set -euo pipefail
cd "$(dirname "$0")"
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
# It wants the program to be there; which one does not matter.
sed "s,^ExecStart=[^ ]*,ExecStart=/bin/true," 'madoguchi-kiosk@.service' > "$place/madoguchi-kiosk@tty1.service"
said=$(systemd-analyze verify --man=no "$place/madoguchi-kiosk@tty1.service" 2>&1)
[ -z "$said" ] || { echo "$said"; exit 1; }
systemd-analyze security --offline=yes --no-pager --threshold=10 "$place/madoguchi-kiosk@tty1.service" | tail -1
