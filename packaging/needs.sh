# shellcheck shell=bash
# SPDX-FileCopyrightText: 2026 The Keyward authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# What making a build root needs of the host: sourced by environment.sh. Everything is looked at before anything is
# begun, and all that is missing is said in one message with one line that mends it.
# shellcheck disable=SC2154

keyward_suite=trixie
keyward_archive=http://deb.debian.org/debian
keyward_keyring=/usr/share/keyrings/debian-archive-keyring.gpg
keyward_id_maps="/etc/subuid /etc/subgid"
keyward_apt_helper=/usr/lib/apt/apt-helper
keyward_kernel=/proc/sys
keyward_room_gib=6
keyward_scratch_gib=3

can_install() {
  command -v apt-get >/dev/null || return 1
  [ "$(id -u)" -eq 0 ] || { command -v sudo >/dev/null && sudo -n true 2>/dev/null; }
}
as_root() { if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo -n "$@"; fi; }

# The lock of the set-up is nothing for a service that an installation starts.
fetch_lists() { as_root env DEBIAN_FRONTEND=noninteractive apt-get update -q >&2 9>&-; }

# Lists that cannot be fetched, of one archive of several perhaps, are for the installation to judge.
apt_install() {
  fetch_lists || say "not every package list could be fetched; going on with those that are there"
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends "$@" >&2 9>&-
}

# The tools that are not there, as packages.
tools_lacking() {
  command -v mmdebstrap >/dev/null || echo mmdebstrap
  command -v bwrap >/dev/null || echo bubblewrap
  [ -e "$keyward_keyring" ] || echo debian-archive-keyring
  command -v tar >/dev/null || echo tar
  command -v flock >/dev/null || echo util-linux
  if [ "$(id -u)" -ne 0 ]; then
    { command -v newuidmap && command -v newgidmap; } >/dev/null || echo uidmap
  fi
}

# Whether both maps give this user the 65,536 ids a system has.
has_id_range() {
  local map name
  name=$(id -un) || return 1
  for map in $keyward_id_maps; do
    [ -r "$map" ] || return 1
    awk -F: -v name="$name" '$1 == name && $3 >= 65536 {found = 1} END {exit !found}' "$map" || return 1
  done
}

# The next 65,536 ids that neither map has given to anybody.
free_id_range() {
  # shellcheck disable=SC2086
  cat $keyward_id_maps 2>/dev/null | awk -F: '
    BEGIN {first = 100000} $2 + $3 > first {first = $2 + $3} END {print first "-" first + 65535}'
}

# By bubblewrap, or as root by chroot with mounts of its own.
can_enter() {
  bwrap_works && return
  [ "$(id -u)" -eq 0 ] && command -v chroot >/dev/null && unshare --mount true 2>/dev/null
}

kernel_says() { [ "$(cat "$keyward_kernel/$1" 2>/dev/null)" = "$2" ]; }

# The setting of the kernel that bars a user's namespaces, as the command that lifts it.
kernel_remedy() {
  if kernel_says kernel/unprivileged_userns_clone 0; then echo "sysctl -w kernel.unprivileged_userns_clone=1"
  elif kernel_says kernel/apparmor_restrict_unprivileged_userns 1; then
    echo "sysctl -w kernel.apparmor_restrict_unprivileged_userns=0"
  elif kernel_says user/max_user_namespaces 0; then echo "sysctl -w user.max_user_namespaces=15000"
  else return 1; fi
}

namespace_obstacle() {
  if ! command -v bwrap >/dev/null; then echo "bubblewrap is not installed"
  elif [ "$(id -u)" -ne 0 ] && kernel_remedy >/dev/null; then echo "the kernel lets users make no namespaces"
  else
    echo "$(id -un) may not mount here; a container wants --privileged, or --cap-add SYS_ADMIN and no seccomp filter"
  fi
}

# A command, or nothing.
namespace_remedy() {
  if ! command -v bwrap >/dev/null; then echo "apt-get update && apt-get install -y bubblewrap"
  elif [ "$(id -u)" -ne 0 ]; then kernel_remedy || true; fi
}

# die_outside WHAT: for a root that is there.
die_outside() {
  local remedy
  remedy=$(namespace_remedy)
  die "$1: $(namespace_obstacle)" ${remedy:+"As root: $remedy"}
}

# free_gib FOLDER
free_gib() { df -P --block-size=1G "$1" | awk 'NR == 2 {print $4}'; }

# Where mmdebstrap puts a user's root together: /tmp is often a small one in memory.
scratch_folder() {
  local folder free
  for folder in "${TMPDIR:-/tmp}" /tmp /var/tmp; do
    free=$(free_gib "$folder") || continue
    if [ "${free:-0}" -ge "$keyward_scratch_gib" ]; then echo "$folder"; return; fi
  done
  return 1
}

# Asked with apt's own means, so that its proxies and certificates count. Prints why not.
archive_refuses() {
  [ -x "$keyward_apt_helper" ] || return 1
  local probe output
  probe=$(mktemp) || return 1
  if output=$("$keyward_apt_helper" -o Acquire::http::Timeout=20 -o Acquire::Retries=1 download-file \
    "$keyward_archive/dists/$keyward_suite/InRelease" "$probe" 2>&1); then rm -f "$probe"; return 1; fi
  rm -f "$probe"
  sed -n '/^E: /{s///;p;q}' <<<"$output"
}

# mmdebstrap does not read the host's apt configuration; the proxy named there is handed over by the environment.
use_apt_proxy() {
  local found
  command -v apt-config >/dev/null || return 0
  found=$(apt-config shell found Acquire::http::Proxy | sed -n "s/^found='\(.*\)'$/\1/p") || return 0
  if [ -n "$found" ] && [ "$found" != DIRECT ] && [ -z "${http_proxy:-}" ]; then export http_proxy="$found"; fi
}

# What stands in the way, and what an administrator does about it.
keyward_obstacles=() keyward_remedies=()
obstacle() {
  keyward_obstacles+=("  - $1")
  if [ -n "${2:-}" ]; then keyward_remedies+=("$2"); fi
}

# The packages, installed here if that is allowed.
require_tools() {
  local packages
  packages=$(tools_lacking)
  if [ -n "$packages" ] && can_install; then
    # shellcheck disable=SC2086
    apt_install $packages || say "not everything could be installed"
    packages=$(tools_lacking)
  fi
  # As root chroot does instead of bubblewrap.
  if [ "$packages" = bubblewrap ] && [ "$(id -u)" -eq 0 ] && can_enter; then packages=; fi
  packages=${packages//$'\n'/ }
  [ -z "$packages" ] || obstacle "not installed: $packages" "apt-get update && apt-get install -y $packages"
}

require_namespaces() {
  if [ "$(id -u)" -ne 0 ] && ! has_id_range; then
    obstacle "${keyward_id_maps/ / or } gives $(id -un) no 65,536 ids" \
      "usermod --add-subuids $(free_id_range) --add-subgids $(free_id_range) $(id -un)"
  fi
  if can_enter; then return; fi
  if command -v bwrap >/dev/null; then obstacle "$(namespace_obstacle)" "$(namespace_remedy)"
  elif [ "$(id -u)" -ne 0 ] && kernel_remedy >/dev/null; then
    obstacle "the kernel lets users make no namespaces" "$(kernel_remedy)"
  fi
}

require_room() {
  local free
  free=$(free_gib "$keyward_cache") || free=0
  if [ "${free:-0}" -lt "$keyward_room_gib" ]; then
    obstacle "$keyward_cache has ${free:-0} GiB free of the $keyward_room_gib needed: free some, or set XDG_CACHE_HOME"
  fi
  if [ "$(id -u)" -ne 0 ] && ! scratch_folder >/dev/null; then
    obstacle "neither ${TMPDIR:-/tmp} nor /var/tmp has $keyward_scratch_gib GiB free: free some, or set TMPDIR"
  fi
}

require_archive() {
  local reason
  if reason=$(archive_refuses); then
    obstacle "$keyward_archive is out of reach (${reason:-no answer}): connect, or set http_proxy"
  fi
}

# Ends with everything that stands in the way, if anything does.
require_needs() {
  local line='' remedy
  require_tools
  require_namespaces
  require_room
  require_archive
  [ ${#keyward_obstacles[@]} -ne 0 ] || return 0
  for remedy in "${keyward_remedies[@]}"; do line+="${line:+ && }$remedy"; done
  die "the build root cannot be made yet:" "${keyward_obstacles[@]}" ${line:+"As root: $line"}
}
