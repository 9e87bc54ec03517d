# shellcheck shell=bash
# SPDX-FileCopyrightText: 2026 The Keyward authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Makes the host or a build root ready: sourced by environment.sh. `set -e` does not hold in conditions, so every step
# that can fail says what follows from it. Nothing counts as ready before its tools were run once; what was decided
# is kept, so that the next run decides the same.
# shellcheck disable=SC2154

keyward_where= # "host" or the folder of the build root, once prepare_environment has returned
keyward_checked="the tools were run"

packages() { sed -e 's/#.*//' -e '/^[[:space:]]*$/d' "$keyward_source/packaging/packages.txt"; }
package_hash() { { packages | sort; echo "$keyward_suite"; } | sha256sum | cut -c1-12; }

# is_ready MARK: an empty one is an older version's, which marked whatever came out.
is_ready() { [ "$(cat "$1" 2>/dev/null)" = "$keyward_checked" ]; }

# "name version" for each of the packages that apt knows. By the heading above each answer, as apt takes a name
# it does not know (g++, without package lists) for a pattern and answers for others; in English, whatever the locale.
candidates() {
  # shellcheck disable=SC2046
  LC_ALL=C apt-cache policy $(packages) 2>/dev/null | awk '
    /^[^ ].*:$/ {name = substr($0, 1, length($0) - 1)}
    $1 == "Candidate:" && $2 != "(none)" {sub(/^[0-9]+:/, "", $2); print name, $2}'
}

# unknown CANDIDATES: the packages that are not among them.
unknown() { packages | awk 'NR == FNR {known[$1] = 1; next} !($1 in known)' <(printf '%s\n' "$1") -; }

# The packages that are not installed on the host, or in the root whose dpkg folder is named.
lacking() {
  local states
  # shellcheck disable=SC2046,SC2016
  states=$(dpkg-query ${1:+--admindir="$1"} -W -f='${Package} ${db:Status-Status}\n' $(packages) 2>/dev/null) || true
  unknown "$(awk '$2 == "installed"' <<<"$states")"
}

# Judged by the versions the host can install, not by the presence of one package.
host_fits() {
  local known need name found
  command -v apt-cache >/dev/null && command -v dpkg >/dev/null || return 1
  known=$(candidates) || known=
  if [ -n "$(unknown "$known")" ] && can_install; then
    fetch_lists || say "not every package list could be fetched; judging by those that are there"
    known=$(candidates) || known=
    grep -q '^g++ ' <<<"$known" ||
      die "the package lists of this system cannot be fetched, so it cannot be told whether it is new enough" \
        "As root: apt-get update, and mend what it complains of (the network, a proxy, /etc/apt/sources.list)"
  fi
  [ -z "$(unknown "$known")" ] || return 1
  for need in qt6-base-dev:6.8 libqca-qt6-dev:2.3.10 libssl-dev:3.5 g++:14; do
    name=${need%%:*}
    found=$(awk -v name="$name" '$1 == name {print $2; exit}' <<<"$known")
    dpkg --compare-versions "$found" ge "${need#*:}" || return 1
  done
}

# Sets keyward_where, having made the host or the build root ready.
prepare_environment() {
  if [ -n "${KEYWARD_IN_ENV:-}" ]; then keyward_where=host; return; fi
  local hash
  hash=$(package_hash)
  PATH="$PATH:/usr/local/sbin:/usr/sbin:/sbin"
  { mkdir -p "$keyward_cache" && [ -w "$keyward_cache" ]; } ||
    die "the folder $keyward_cache cannot be written; set XDG_CACHE_HOME to one that can"
  if is_ready "$keyward_cache/host-$hash" && [ -z "$(lacking)" ]; then keyward_where=host; return; fi
  keyward_where="$keyward_cache/root-$hash"
  if is_ready "$keyward_where/.keyward-ready"; then return; fi
  command -v flock >/dev/null || require_needs
  exec 9>"$keyward_cache/lock" || die "$keyward_cache/lock cannot be written"
  flock -n 9 || { say "another set-up is under way; waiting for it"; flock 9; }
  decide_and_make "$hash"
  exec 9>&-
}

decide_and_make() {
  local mark="$keyward_cache/host-$1"
  if is_ready "$keyward_where/.keyward-ready"; then return; fi
  if adopt_root "$keyward_where"; then return; fi
  if host_fits && make_host "$mark"; then
    remove_root "$keyward_where"
    keyward_where=host
    return
  fi
  make_root "$keyward_where"
}

# False where packages are missing that this user may not install.
make_host() {
  local missing said
  missing=$(lacking)
  if [ -n "$missing" ]; then
    if ! can_install; then
      say "this system is new enough, but packages are missing that only root can install; making a build root instead"
      return 1
    fi
    # shellcheck disable=SC2086
    apt_install $missing || die \
      "the packages Keyward is built with could not be installed; mend what is said above, then run this again" \
      "By hand, as root: apt-get update && apt-get install -y --no-install-recommends ${missing//$'\n'/ }"
    missing=$(lacking)
    [ -z "$missing" ] || die "apt reported success, but these are not installed: ${missing//$'\n'/ }"
  fi
  said=$( (use_environment_variables; "$keyward_source/packaging/check-tools") 2>&1) ||
    die "this system has the packages, but not all of them work:" "$said"
  printf '%s\n' "$keyward_checked" >"$1" || die "$1 cannot be written"
}

# Whether everything is in a root and works when it is entered; prints what does not.
root_works() {
  local root=$1 missing
  missing=$(lacking "$root/var/lib/dpkg")
  [ -z "$missing" ] || { echo "not installed in it: ${missing//$'\n'/ }"; return 1; }
  (use_environment_variables; enter_root "$root" "$keyward_source/packaging/check-tools") 9>&- 2>&1
}

mark_root() {
  printf '%s\n' "$keyward_checked" >"$1/.keyward-ready" || die "$1 cannot be written; remove it as the user who made it"
}

# A root that an older version marked: taken over if it works. One that does not stays until something can replace it.
adopt_root() {
  local root=$1 said
  [ -e "$root" ] || return 1
  can_enter || die_outside "there is a build root, but it cannot be entered"
  if said=$(root_works "$root"); then mark_root "$root"; return; fi
  say "the build root $root is not whole and is made anew:" "$said"
  return 1
}

# A user's root has folders without write permission; nothing that is mounted in it is followed.
remove_root() {
  if [ ! -e "$1" ]; then return; fi
  [ "$(id -u)" -eq 0 ] || chmod -R u+rwX "$1" 2>/dev/null || true
  rm -rf --one-file-system "$1" || die "$1 cannot be removed; do it by hand, as the user who made it"
}

# The first complaints in a log of apt, dpkg and mmdebstrap; there may be one for each of some hundred packages.
errors_of() {
  local found
  found=$(awk '/^(E|tar|dpkg): |: error|No space left/ && count++ < 5 {print "  " substr($0, 1, 160)}' "$1")
  if [ -n "$found" ]; then printf '%s\n' "$found"; else tail -n 8 "$1"; fi
}

# What to do about a failure, from the log.
remedy_for() {
  if grep -qi 'No space left' "$1"; then
    echo "free room under $keyward_cache, or set XDG_CACHE_HOME to a larger disk; then run this again"
  elif grep -qE 'NO_PUBKEY|is not signed|signatures? .*(invalid|could)' "$1"; then
    echo "Debian's keys are too old here. As root: apt-get update && apt-get install -y debian-archive-keyring"
  elif grep -qiE 'Could not connect|(Failed|Unable) to fetch|Temporary failure|timed out|Connection failed' "$1"; then
    echo "the network or $keyward_archive failed on the way; run this again once it answers"
  else
    echo "mend what is said above, then run this again; the whole log is $1"
  fi
}

make_root() {
  local root=$1 part="$1.part" log="$keyward_cache/set-up.log" said started=$SECONDS
  require_needs
  remove_root "$part"
  remove_root "$root"
  # shellcheck disable=SC2064
  trap "trap - EXIT; say 'interrupted; what was made so far is removed'; remove_root '$part'" EXIT
  trap 'exit 130' INT
  trap 'exit 143' TERM HUP
  say "making a Debian 13 build root, once (about two minutes): $root"
  bootstrap "$part" >"$log" 2>&1 ||
    fail_root "$part" "making the build root failed:" "$(errors_of "$log")" "$(remedy_for "$log")"
  prepare_host_files "$part" || fail_root "$part" "$part cannot be written"
  said=$(root_works "$part") || fail_root "$part" "the build root was made, but does not work:" "$said"
  mark_root "$part"
  mv -T "$part" "$root" || fail_root "$part" "$part cannot be renamed to $root"
  trap - EXIT INT TERM HUP
  rm -f "$log"
  say "the build root is ready, after $((SECONDS - started)) s"
}

fail_root() {
  local part=$1
  shift
  trap - EXIT INT TERM HUP
  remove_root "$part"
  die "$@" "Nothing of it is left."
}

bootstrap() (
  exec 9>&-
  set -o pipefail
  use_apt_proxy
  options=(--variant=apt "--include=$(packages | paste -sd,)" "--keyring=$keyward_keyring"
    '--aptopt=APT::Install-Recommends "false"' '--aptopt=Acquire::Retries "3"'
    '--dpkgopt=path-exclude=/usr/share/man/*' '--dpkgopt=path-exclude=/usr/share/doc/*'
    '--dpkgopt=path-exclude=/usr/share/locale/*')
  if [ "$(id -u)" -eq 0 ]; then exec mmdebstrap "${options[@]}" "$keyward_suite" "$1"; fi
  # A user's root is unpacked without owners: files owned by mapped ids could not be removed again.
  mkdir -p "$1" || exit 1
  TMPDIR=$(scratch_folder) || exit 1
  export TMPDIR
  mmdebstrap --mode=unshare "${options[@]}" "$keyward_suite" - | tar -x --no-same-owner --exclude='./dev/*' -C "$1"
)

# Plain files to bind the host's over: bubblewrap cannot bind over a dangling link.
prepare_host_files() {
  local file
  mkdir -p "$1/etc" || return 1
  for file in $keyward_host_files; do
    { rm -f "$1$file" && : >"$1$file"; } || return 1
  done
}
