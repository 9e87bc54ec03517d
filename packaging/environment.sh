# shellcheck shell=bash
# SPDX-FileCopyrightText: 2026 The Keyward authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Where Keyward is built: sourced by in-env, build, test and run.
#
# A host whose packages are new enough (Qt 6.8, QCA for Qt 6, OpenSSL 3.5, GCC 14) builds by itself; what is
# missing is installed by apt. On any other Debian or Ubuntu a Debian 13 root is made once under the user's
# cache folder and entered with bubblewrap, every folder of the host at its own path.
# How either is made ready: set-up.sh. What a root needs of the host: needs.sh.

set -euo pipefail
shopt -s inherit_errexit

keyward_source=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)
keyward_cache=${XDG_CACHE_HOME:-${HOME:-/root}/.cache}/keyward
keyward_path=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
keyward_host_files="/etc/passwd /etc/group /etc/hosts /etc/hostname /etc/resolv.conf /etc/localtime /etc/machine-id"

say() { printf '%s\n' "$@" | sed 's/^/keyward: /' >&2; }
die() { say "$@"; exit 1; }

# shellcheck source=needs.sh
. "$keyward_source/packaging/needs.sh"
# shellcheck source=set-up.sh
. "$keyward_source/packaging/set-up.sh"

# Every top-level folder of the host that the root does not bring itself, and the source where it is in none of them.
host_folders() {
  local folder own='^/(bin|sbin|lib|lib32|lib64|libx32|usr|etc|dev|proc|sys|boot|lost\+found)(/|$)'
  for folder in /* /.[!.]*; do
    [[ -d $folder && ! -L $folder && ! $folder =~ $own ]] || continue
    printf '%s\n' "$folder"
  done
  if [[ $keyward_source =~ $own ]]; then printf '%s\n' "$keyward_source"; fi
}

# Without a namespace of its own for processes the host's /proc is the right one, and can be had where a new one cannot.
bwrap_works() {
  command -v bwrap >/dev/null && bwrap --bind / / --dev-bind /dev /dev --bind /proc /proc true 2>/dev/null
}

# Replaces this process by a command in the root, in the caller's folder.
enter_root() {
  local root=$1 item args folders
  shift
  folders=$(host_folders)
  if ! bwrap_works; then
    if [ "$(id -u)" -eq 0 ]; then enter_by_chroot "$root" "$folders" "$@"; fi
    die_outside "the build root cannot be entered"
  fi
  args=(--bind "$root" / --dev-bind /dev /dev --bind /proc /proc)
  if [ -d /sys ]; then args+=(--ro-bind /sys /sys); fi
  while read -r item; do args+=(--bind "$item" "$item"); done <<<"$folders"
  if [ -d "$root/var/lib/dpkg" ]; then args+=(--bind "$root/var/lib/dpkg" /var/lib/dpkg); fi
  for item in $keyward_host_files; do
    if [ -e "$item" ]; then args+=(--ro-bind "$(readlink -f "$item")" "$item"); fi
  done
  if [ "$(id -u)" -eq 0 ]; then args+=(--cap-add ALL); fi
  exec bwrap "${args[@]}" --chdir "$PWD" -- "$@"
}

# Where bubblewrap may not make namespaces but root may still mount.
enter_by_chroot() {
  local root=$1 folders=$2
  shift 2
  # shellcheck disable=SC2016
  exec unshare --mount --propagation private bash -c '
    set -euo pipefail
    root=$1 here=$2 folders=$3 files=$4; shift 4
    mkdir -p "$root/dev" "$root/proc" "$root/sys"
    for folder in /dev /proc /sys; do mount --rbind "$folder" "$root$folder"; done
    while read -r folder; do mkdir -p "$root$folder"; mount --rbind "$folder" "$root$folder"; done <<<"$folders"
    for file in $files; do
      if [ -e "$file" ]; then mount --bind "$(readlink -f "$file")" "$root$file"; fi
    done
    exec chroot "$root" /bin/bash -c "cd \"\$1\" && shift && exec \"\$@\"" keyward "$here" "$@"' \
    keyward "$root" "$PWD" "$folders" "$keyward_host_files" "$@"
}

use_environment_variables() {
  export KEYWARD_IN_ENV=1
  export CCACHE_DIR="${CCACHE_DIR:-$keyward_cache/ccache}" CCACHE_BASEDIR="$keyward_source" CCACHE_NOHASHDIR=1
  export PATH="$keyward_source/build/release/app:$keyward_path"
  # The root knows no locale but C; which language the window speaks is told by LANGUAGE.
  export LANGUAGE="${LANGUAGE:-${LC_ALL:-${LC_MESSAGES:-${LANG:-C}}}}"
  export LANG="${LANG:-C.UTF-8}"
  case "$LANG" in C.UTF-8 | C.utf8) ;; *) export LC_ALL=C.UTF-8 ;; esac
}

# Runs a command in the build environment, in the caller's directory, the release programs on PATH.
run_in_environment() {
  prepare_environment
  use_environment_variables
  if [ "$keyward_where" = host ]; then exec "$@"; fi
  enter_root "$keyward_where" "$@"
}
