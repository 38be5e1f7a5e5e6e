#!/usr/bin/env bash
# Boots a systemd of its own with deploy/madoguchi-kiosk@.service on its console, and tries what the unit promises
# (tests/it/supervisor/boot.rs). Needs root, and systemd-nspawn; where a container cannot be started, it says why and is done.
# usage: deploy/test-boot.sh [PROGRAM]
set -euo pipefail
cd "$(dirname "$0")/.."

skip() { echo "skipped: $*"; exit 0; }
[ "$(id -u)" = 0 ] || skip 'only root can start a container'
if ! command -v systemd-nspawn >/dev/null; then
    command -v apt-get >/dev/null || skip 'there is no systemd-nspawn'
    apt-get update >/dev/null || true
    DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends systemd-container >/dev/null ||
        skip 'systemd-nspawn cannot be installed'
fi
[ $# -gt 0 ] || cargo build --locked
program=${1:-${CARGO_TARGET_DIR:-target}/debug/madoguchi}

place=$(mktemp -d /var/tmp/madoguchi-boot.XXXXXX)
clean_up() {
    # Its death is that of everything in the container.
    pid=$(cat "$place/pid" 2>/dev/null) || true
    # It may be somebody else's by now.
    if [ "$(cat "/proc/${pid:-none}/comm" 2>/dev/null)" = systemd-nspawn ]; then kill -KILL "$pid"; fi
    rm -rf "$place"
}
trap clean_up EXIT

# This machine's programs, read only, with another /usr/local and another /etc.
root=$place/root
units=$root/etc/systemd/system
mkdir -p "$root"/{usr,proc,sys,dev,run,tmp,var,root} "$units/getty.target.wants" "$place/local/bin"
for folder in bin sbin lib lib64; do
    [ ! -e "/usr/$folder" ] || ln -s "usr/$folder" "$root/$folder"
done
install -m 755 "$program" "$place/local/bin/madoguchi"
cp /etc/ld.so.cache "$root/etc/"
echo 'ID=madoguchi-test' > "$root/etc/os-release"
echo '6d61646f6775636869206b696f736b21' > "$root/etc/machine-id"
printf '%s\n' 'root:x:0:0::/root:/bin/sh' 'madoguchi:x:990:990::/nonexistent:/usr/sbin/nologin' > "$root/etc/passwd"
printf '%s\n' 'root:x:0:' 'tty:x:5:' 'madoguchi:x:990:' > "$root/etc/group"

# The unit as it is, but for what a test cannot wait for or do without.
install -m 644 'deploy/madoguchi-kiosk@.service' "$units/"
ln -s ../madoguchi-kiosk@.service "$units/getty.target.wants/madoguchi-kiosk@console.service"
start=$(sed -n 's/^ExecStart=//p' 'deploy/madoguchi-kiosk@.service')
mkdir "$units/madoguchi-kiosk@.service.d" "$units/getty@.service.d"
printf '%s\n' '[Service]' 'ExecStart=' "ExecStart=$start --pin-file /etc/pin" 'WatchdogSec=3' 'TimeoutStopSec=2' \
    > "$units/madoguchi-kiosk@.service.d/test.conf"
# A container's console is no console of Linux, and has a prompt of its own otherwise.
printf '%s\n' '[Unit]' 'ConditionPathExists=' > "$units/getty@.service.d/test.conf"
ln -s /dev/null "$units/console-getty.service"

{
    echo '#!/bin/sh'
    echo "echo \$\$ > '$place/pid'"
    # The older hierarchies do not tell a container when all processes of a service are gone.
    echo 'export SYSTEMD_NSPAWN_UNIFIED_HIERARCHY=1'
    echo "exec systemd-nspawn --quiet --register=no $([ -d /run/systemd/system ] || echo --keep-unit) \\"
    echo "    --machine=madoguchi-$$ --directory='$root' --bind-ro=/usr --bind-ro='$place/local':/usr/local \\"
    echo "    --private-network \"\$@\""
} > "$place/container"
chmod 755 "$place/container"
# Up and down again, without the kiosk.
said=$(timeout 60 "$place/container" --boot systemd.unit=poweroff.target systemd.log_level=err 2>&1 </dev/null) ||
    skip "no container can be booted here: $said"

MADOGUCHI_BOOT=$place cargo test --locked --test it supervisor::boot -- --ignored --test-threads 1
