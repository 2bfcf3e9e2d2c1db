# Sourced, never run: what Debian's packages can do for us, where we may.

may_install() { # true where packages can be installed without asking anyone
  command -v apt-get >/dev/null || return 1
  [ "$(id -u)" = 0 ] || sudo -n true 2>/dev/null
}

as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n "$@"; fi; }

is_offered() { # PACKAGE: true where this distribution has it to install
  apt-cache policy "$1" 2>/dev/null | grep -q 'Candidate: [0-9]'
}

install_packages() { # PACKAGE…
  echo "Installing from the distribution: $*"
  local log
  log=$(mktemp)
  if as_root env DEBIAN_FRONTEND=noninteractive apt-get update >"$log" 2>&1 &&
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install \
      --yes --no-install-recommends "$@" >>"$log" 2>&1 </dev/null; then
    rm -f "$log"
    return 0
  fi
  tail -n 15 "$log" >&2
  rm -f "$log"
  return 1
}
