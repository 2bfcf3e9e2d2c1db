# Sourced by scripts/server, never run: versions beside each other, and the way back.

tree_id() { # the same for the same files, whatever git says
  local version
  version=$(sed -n 's/^__version__ = "\(.*\)"/\1/p' src/plait/__init__.py)
  printf '%s-%s' "${version:-0}" "$(
    {
      find src -type f ! -name '*.pyc' -print0
      printf '%s\0' requirements-server.lock scripts/server-backup
    } | sort -z | xargs -0 sha256sum | sha256sum | cut -c 1-10
  )"
}

python_of() { # RELEASE
  if is_trial; then echo "$tree/.venv/bin/python"; else echo "$1/.venv/bin/python"; fi
}

release() { # this tree as a version of its own, complete or not there
  new=$opt/releases/$(tree_id)
  [ ! -f "$new/complete" ] || return 0
  step "Install this version into $new"
  if is_trial; then run scripts/environment dev; fi
  run rm -rf "$new"
  run mkdir -p "$new/scripts"
  run cp -r src "$new/src"
  run cp scripts/server-backup "$new/scripts/"
  if ! is_trial; then
    run python3 -m venv "$new/.venv"
    run "$new/.venv/bin/python" -m pip install --quiet --disable-pip-version-check \
      --no-input --require-hashes --only-binary=:all: --requirement requirements-server.lock
    run bash -c "echo '$new/src' >$new/.venv/lib/python3*/site-packages/plait-source.pth" ||
      run bash -c "for one in $new/.venv/lib/python3*/site-packages; do echo '$new/src' >\$one/plait-source.pth; done"
    run chmod -R a+rX "$opt"
  fi
  run touch "$new/complete"
  if [ ! -e "$current" ]; then
    run ln -sfn "$new" "$current"
    changed=1
  fi
}

is_upgrade() { [ -e "$current" ] && [ "$(readlink "$current")" != "$new" ]; }

back_up() { # NAME: prints the copy's folder
  is_trial || run chown -R plait:plait "$copies"
  if [ -n "$DRY" ]; then
    printf '    would copy database, keys and settings into %s\n' "$copies/$1" >&2
    return
  fi
  as_plait env "COPIES=$copies" bash "$new/scripts/server-backup" "$1"
}

upgrade() {
  local before copy
  before=$(readlink "$current")
  step "Upgrade from $(basename "$before") to $(basename "$new")"
  step "Stop, and copy everything: the way back"
  stop_processes
  copy=$(back_up "before-$(basename "$new")-$(date +%Y%m%d-%H%M%S)") || {
    start_processes
    refuse "Nothing was changed: the copy could not be made, and without it there is no way back."
  }
  run ln -sfn "$new" "$current"
  put "$opt/way-back" 600 root:root <<<"$before $copy"
  step "Bring the tables to this version, and start"
  [ -z "$DRY" ] || return 0
  if prepare && start_processes && wait_until_ready; then
    step "Upgraded. The way back, with what was entered since then lost: make server BACK=1"
  else
    step "This version does not answer: going back by itself"
    go_back
    exit 1
  fi
}

go_back() {
  [ -f "$opt/way-back" ] ||
    refuse "There is no upgrade to go back from: $opt/way-back is not there."
  local before copy
  read -r before copy <"$opt/way-back"
  [ -d "$before" ] && [ -f "$copy/database" ] ||
    refuse "The way back is not whole any more: $before, $copy."
  step "Go back to $(basename "$before") and to the data in $copy"
  new=$(readlink "$current")
  is_trial && own_postgresql
  stop_processes
  # What is there now is kept too, where it can be.
  back_up "left-$(date +%Y%m%d-%H%M%S)" >/dev/null || echo "What is there now could not be copied."
  put_back "$copy/database"
  run ln -sfn "$before" "$current"
  run rm "$opt/way-back"
  start_processes
  [ -n "$DRY" ] || wait_until_ready || refuse "The version of before does not answer either."
  step "Plait is as it was."
}

put_back() { # DUMP: into a new database, which takes the name when it is whole
  local admin=(runuser -u postgres --) owner=(runuser -u plait --) to=()
  if is_trial; then admin=() owner=() to=(-h "$ROOT/postgresql" -U plait); fi
  run "${admin[@]}" dropdb "${to[@]}" --if-exists --echo plait_back >/dev/null 2>&1
  run "${admin[@]}" createdb "${to[@]}" --owner=plait --encoding=UTF8 --template=template0 plait_back
  run "${owner[@]}" pg_restore "${to[@]}" --no-owner --exit-on-error --dbname=plait_back "$1"
  run "${admin[@]}" dropdb "${to[@]}" --force plait
  run "${admin[@]}" psql "${to[@]}" -qc 'alter database plait_back rename to plait' postgres
}
