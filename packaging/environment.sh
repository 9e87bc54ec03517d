# SPDX-FileCopyrightText: 2026 The Keyward authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Where Keyward is built: sourced by in-env, build, test and run.
#
# A host whose packages are new enough (Qt 6.8, QCA for Qt 6, OpenSSL 3.5, GCC 14) builds by itself; what is
# missing is installed by apt. On any other Debian or Ubuntu a Debian 13 root is made once under the user's
# cache folder and entered with bubblewrap, every folder of the host at its own path.

set -euo pipefail

keyward_source=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)
keyward_cache=${XDG_CACHE_HOME:-${HOME:-/root}/.cache}/keyward
keyward_suite=trixie
keyward_room_gib=6

say() { printf 'keyward: %s\n' "$*" >&2; }
die() { say "$@"; exit 1; }

packages() { sed -e 's/#.*//' -e '/^[[:space:]]*$/d' "$keyward_source/packaging/packages.txt"; }
package_hash() { { packages | sort; echo "$keyward_suite"; } | sha256sum | cut -c1-12; }

as_root() {
  if [ "$(id -u)" -eq 0 ]; then "$@"
  elif command -v sudo >/dev/null && sudo -n true 2>/dev/null; then sudo "$@"
  else return 1; fi
}

apt_install() {
  export DEBIAN_FRONTEND=noninteractive
  as_root env DEBIAN_FRONTEND=noninteractive apt-get update -q >&2 || return 1
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends "$@" >&2
}

candidate() { apt-cache policy "$1" 2>/dev/null | sed -n 's/^ *Candidate: //p' | grep -v '(none)' | sed 's/^[0-9]*://'; }

# Judged by the versions the host can install, not by the presence of one package.
host_versions_fit() {
  command -v apt-cache >/dev/null && command -v dpkg >/dev/null || return 1
  local need name least found
  for need in qt6-base-dev:6.8 libqca-qt6-dev:2.3.10 libssl-dev:3.5 g++:14; do
    name=${need%%:*} least=${need#*:}
    found=$(candidate "$name") || return 1
    [ -n "$found" ] && dpkg --compare-versions "$found" ge "$least" || return 1
  done
  for name in $(packages); do [ -n "$(candidate "$name")" ] || return 1; done
}

host_lacks() {
  local name
  for name in $(packages); do
    [ "$(dpkg-query -W -f='${db:Status-Status}' "$name" 2>/dev/null)" = installed ] || echo "$name"
  done
}

# Prints "host" or the folder of the build root, having made either ready.
prepare_environment() {
  local stamp="$keyward_cache/host-$(package_hash)" missing
  if [ -n "${KEYWARD_IN_ENV:-}" ]; then echo host; return; fi
  mkdir -p "$keyward_cache"
  if [ -e "$stamp" ]; then echo host; return; fi
  if [ "$(id -u)" -eq 0 ] && [ -z "$(candidate g++ || true)" ]; then apt-get update -q >&2 || true; fi
  if host_versions_fit; then
    missing=$(host_lacks)
    # shellcheck disable=SC2086
    if [ -z "$missing" ] || apt_install $missing; then touch "$stamp"; echo host; return; fi
    say "packages are missing and cannot be installed without root; building a root of its own instead"
  fi
  build_root
}

build_root() {
  local root="$keyward_cache/root-$(package_hash)"
  if [ -e "$root/.keyward-ready" ]; then echo "$root"; return; fi
  exec 9>"$keyward_cache/lock"
  flock 9
  if [ ! -e "$root/.keyward-ready" ]; then make_root "$root"; fi
  exec 9>&-
  echo "$root"
}

make_root() {
  local root=$1 part="$1.part" free list
  free=$(df -P --block-size=1G "$keyward_cache" | awk 'NR == 2 {print $4}')
  [ "$free" -ge "$keyward_room_gib" ] || die "making the build root needs $keyward_room_gib GiB free under $keyward_cache; $free GiB are. Free some room, or set XDG_CACHE_HOME to a larger disk."
  command -v mmdebstrap >/dev/null || apt_install mmdebstrap || die "mmdebstrap is missing. Ask an administrator for: apt-get install mmdebstrap bubblewrap uidmap debian-archive-keyring"
  [ -e /usr/share/keyrings/debian-archive-keyring.gpg ] || apt_install debian-archive-keyring || die "the keys of Debian's archive are missing. Ask an administrator for: apt-get install debian-archive-keyring"
  rm -rf "$part"
  list=$(packages | paste -sd,)
  say "making a Debian 13 build root, once (about two minutes): $root"
  local options=(--variant=apt "--include=$list" --keyring=/usr/share/keyrings/debian-archive-keyring.gpg
    '--aptopt=APT::Install-Recommends "false"' '--dpkgopt=path-exclude=/usr/share/man/*' '--dpkgopt=path-exclude=/usr/share/doc/*'
    '--dpkgopt=path-exclude=/usr/share/locale/*' --quiet)
  if [ "$(id -u)" -eq 0 ]; then
    mmdebstrap "${options[@]}" "$keyward_suite" "$part" >&2
  else
    # A user's root is unpacked without owners: files owned by mapped ids could not be removed again.
    mkdir -p "$part"
    mmdebstrap --mode=unshare "${options[@]}" "$keyward_suite" - | tar -x --no-same-owner --exclude='./dev/*' -C "$part"
  fi
  # Plain files to bind the host's over: bubblewrap cannot bind over a dangling link.
  local file
  for file in $keyward_host_files; do
    rm -f "$part$file"
    : >"$part$file"
  done
  touch "$part/.keyward-ready"
  mv "$part" "$root"
}

# Every top-level folder of the host that the root does not bring itself.
host_folders() {
  local folder
  for folder in /* /.[!.]*; do
    [ -d "$folder" ] && [ ! -L "$folder" ] || continue
    case "$folder" in /bin | /sbin | /lib | /lib32 | /lib64 | /libx32 | /usr | /etc | /dev | /proc | /sys | /boot | /lost+found) ;;
    *) echo "$folder" ;; esac
  done
}

keyward_host_files="/etc/passwd /etc/group /etc/hosts /etc/hostname /etc/resolv.conf /etc/localtime /etc/machine-id"

enter_root() {
  local root=$1 item args=()
  shift
  command -v bwrap >/dev/null || apt_install bubblewrap || true
  args=(--bind "$root" / --dev-bind /dev /dev --proc /proc)
  [ -d /sys ] && args+=(--ro-bind /sys /sys)
  while read -r item; do args+=(--bind "$item" "$item"); done < <(host_folders)
  [ -d "$root/var/lib/dpkg" ] && args+=(--bind "$root/var/lib/dpkg" /var/lib/dpkg)
  for item in $keyward_host_files; do
    [ ! -e "$item" ] || args+=(--ro-bind "$(readlink -f "$item")" "$item")
  done
  [ "$(id -u)" -ne 0 ] || args+=(--cap-add ALL)
  if command -v bwrap >/dev/null && bwrap --bind "$root" / --dev-bind /dev /dev --proc /proc true 2>/dev/null; then
    exec bwrap "${args[@]}" --chdir "$PWD" -- "$@"
  fi
  [ "$(id -u)" -eq 0 ] || die "bubblewrap cannot make a namespace here. As root: apt-get install bubblewrap && sysctl -w kernel.unprivileged_userns_clone=1 (on Ubuntu also: sysctl -w kernel.apparmor_restrict_unprivileged_userns=0)"
  enter_by_chroot "$root" "$@"
}

# Where bubblewrap may not make namespaces but root may still mount.
enter_by_chroot() {
  local root=$1
  shift
  # shellcheck disable=SC2016
  exec unshare --mount --propagation private bash -c '
    set -e
    root=$1; here=$2; folders=$3; shift 3
    mkdir -p "$root/dev" "$root/proc" "$root/sys"
    mount --rbind /dev "$root/dev"; mount -t proc proc "$root/proc" || mount --rbind /proc "$root/proc"
    for folder in $folders; do mkdir -p "$root$folder"; mount --rbind "$folder" "$root$folder"; done
    cp -L /etc/resolv.conf "$root/etc/resolv.conf" 2>/dev/null || true
    exec chroot "$root" bash -c "cd \"\$1\" && shift && exec \"\$@\"" keyward "$here" "$@"' \
    keyward "$root" "$PWD" "$(host_folders)" "$@"
}

# Runs a command in the build environment, in the caller's directory, the release programs on PATH.
run_in_environment() {
  local where
  where=$(prepare_environment)
  export KEYWARD_IN_ENV=1 CCACHE_DIR="${CCACHE_DIR:-$keyward_cache/ccache}" CCACHE_BASEDIR="$keyward_source" CCACHE_NOHASHDIR=1 LANG="${LANG:-C.UTF-8}"
  export PATH="$keyward_source/build/release/app:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"
  case "$LANG" in C.UTF-8 | C.utf8) ;; *) export LC_ALL=C.UTF-8 ;; esac
  if [ "$where" = host ]; then exec "$@"; fi
  enter_root "$where" "$@"
}
