# Sourced, never run: what Debian's packages can do for us, where we may.

may_install() { # true where packages can be installed without asking anyone
  command -v apt-get >/dev/null || return 1
  [ "$(id -u)" = 0 ] || sudo -n true 2>/dev/null
}

as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n "$@"; fi; }

install_packages() { # PACKAGE…: those that this distribution offers, all at once
  local log package offered=()
  log=$(mktemp)
  as_root apt-get update >"$log" 2>&1 || true # an old list may do
  for package in "$@"; do
    [[ $(apt-cache policy "$package" 2>/dev/null) != *"Candidate: "[0-9]* ]] ||
      offered+=("$package")
  done
  [ ${#offered[@]} -gt 0 ] || return 1
  echo "Installing from the distribution: ${offered[*]}"
  if ! as_root env DEBIAN_FRONTEND=noninteractive apt-get install --yes \
    --no-install-recommends "${offered[@]}" >>"$log" 2>&1 </dev/null; then
    tail -n 15 "$log" >&2
    rm -f "$log"
    return 1
  fi
  rm -f "$log"
}
