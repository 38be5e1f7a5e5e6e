#!/usr/bin/env bash
# Tries deploy/sshd_config.d/madoguchi.conf on a server of its own, on a port of the loopback interface: storms of keys,
# commands, copies, forwardings (tests/it/supervisor/ssh.rs). Needs root, for users to log in as, and removes them again.
# usage: deploy/test-sshd.sh [PROGRAM]
set -euo pipefail
cd "$(dirname "$0")/.."
[ $# -gt 0 ] || cargo build --locked
program=${1:-${CARGO_TARGET_DIR:-target}/debug/madoguchi}
user=madoguchi-test

[ "$(id -u)" = 0 ] || { echo "test-sshd: only root can make the user to log in as; nothing was tried" >&2; exit 1; }
if ! command -v /usr/sbin/sshd >/dev/null; then
    # Its service is not wanted, only the program.
    DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends openssh-server >/dev/null
fi

place=$(mktemp -d /var/tmp/madoguchi-sshd.XXXXXX)
clean_up() {
    [ ! -s "$place/pid" ] || kill "$(cat "$place/pid")" || true
    for name in "$user" "$user-open"; do
        userdel "$name" 2>/dev/null || true
    done
    rm -rf "$place"
}
trap clean_up EXIT
chmod 755 "$place"
install -m 755 "$program" "$place/madoguchi"
# `*` is no password, but unlike `!` it does not lock the account.
add_user() {
    useradd --system --no-create-home --home-dir /nonexistent --shell "$place/madoguchi" --password "$1" "$2"
}
add_user '*' "$user"
# Anybody may come in as this one.
add_user '' "$user-open"
ssh-keygen -q -t ed25519 -N '' -f "$place/host"
ssh-keygen -q -t ed25519 -N '' -f "$place/key"
install -m 644 "$place/key.pub" "$place/authorized"
port=$((20000 + RANDOM % 20000))

{
    echo "ListenAddress 127.0.0.1:$port"
    echo "HostKey $place/host"
    echo "PidFile $place/pid"
    echo "AuthorizedKeysFile $place/authorized"
    echo "PasswordAuthentication no"
    # As Debian has it.
    echo "UsePAM yes"
    echo "KbdInteractiveAuthentication no"
    # The folders above the key are everybody's.
    echo "StrictModes no"
    # As lax as a server may be, so that what refuses is the file under test.
    echo "Subsystem sftp internal-sftp"
    echo "AllowTcpForwarding yes"
    echo "PermitTunnel yes"
    echo "X11Forwarding yes"
    sed "s/^Match User madoguchi$/Match User $user/" deploy/sshd_config.d/madoguchi.conf
    open='PasswordAuthentication yes\n    PermitEmptyPasswords yes'
    sed "s/^Match User madoguchi$/Match User $user-open\n    $open/" deploy/sshd_config.d/madoguchi.conf
} > "$place/sshd_config"
cat > "$place/ssh_config" <<END
Host kiosk
    HostName 127.0.0.1
    Port $port
    User $user
    IdentityFile $place/key
    IdentitiesOnly yes
    UserKnownHostsFile $place/known
    StrictHostKeyChecking accept-new
    LogLevel ERROR
END

mkdir -p /run/sshd
/usr/sbin/sshd -t -f "$place/sshd_config"
/usr/sbin/sshd -f "$place/sshd_config" -E "$place/log"

MADOGUCHI_SSH=$place/ssh_config MADOGUCHI_SSH_USER=$(id -u "$user") \
    cargo test --locked --test it supervisor::ssh -- --ignored --test-threads 1
