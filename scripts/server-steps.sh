# Sourced by scripts/server, never run: the steps of a server, each done once.

refuse() {
  echo "$*" >&2
  exit 2
}

is_trial() { [ -n "$ROOT" ]; }

step() { printf '• %s\n' "$*"; }

run() { # COMMAND…: what changes something; DRY=1 says it instead
  if [ -n "$DRY" ]; then
    printf '    would run: %s\n' "${*//$'\n'/ }"
  else
    "$@"
  fi
}

put() { # FILE MODE OWNER <TEXT: written where it is not there or differs
  local text
  text=$(cat)
  if [ -f "$1" ] && [ "$text" = "$(cat "$1")" ]; then return; fi
  changed=1
  if [ -n "$DRY" ]; then
    printf '    would write: %s\n' "$1"
    return
  fi
  mkdir -p "$(dirname "$1")"
  printf '%s\n' "$text" >"$1.new"
  chmod "$2" "$1.new"
  is_trial || chown "$3" "$1.new"
  mv "$1.new" "$1"
}

as_plait() { # COMMAND…, with the server's settings, as the user it runs as
  local line=(env --chdir="$data" "PYTHONPATH=$current/src")
  while IFS= read -r one; do
    case $one in PLAIT_*=*) line+=("$one") ;; esac
  done <"$settings"
  # With EXEC=exec in a shell of its own: the process is then the command itself.
  if is_trial; then ${EXEC:-} "${line[@]}" "$@"; else runuser -u plait -- "${line[@]}" "$@"; fi
}

plait() { as_plait "$(python_of "$current")" -P -m plait "$@"; }

packages() {
  is_trial && return
  local wanted=()
  command -v pg_dump >/dev/null && [ -d /etc/postgresql ] || wanted+=(postgresql)
  command -v caddy >/dev/null || is_web_taken || wanted+=(caddy)
  python3 -c 'import ensurepip, venv' 2>/dev/null || wanted+=(python3-venv)
  [ ${#wanted[@]} -gt 0 ] || return 0
  step "Install ${wanted[*]}"
  run install_packages "${wanted[@]}"
}

is_web_taken() { # by another server than Caddy, which then stays the proxy
  ss -ltnH 'sport = :443' 2>/dev/null | grep -q . && ! pgrep -x caddy >/dev/null
}

user_and_folders() {
  if ! is_trial && ! id plait >/dev/null 2>&1; then
    step "Make the user plait"
    run adduser --system --group --home "$data" --no-create-home plait
  fi
  local folder
  for folder in "$data" "$copies"; do
    [ ! -d "$folder" ] || continue
    step "Make $folder, which only Plait can read"
    run mkdir -p "$folder"
    run chmod 700 "$folder"
    is_trial || run chown plait:plait "$folder"
  done
}

database() {
  if is_trial; then own_postgresql; return; fi
  if runuser -u postgres -- psql -tAc "select 1 from pg_database where datname='plait'" 2>/dev/null |
    grep -q 1; then
    return
  fi
  step "Make the database plait, of the user plait; nobody else can open it"
  run runuser -u postgres -- createuser plait
  run runuser -u postgres -- createdb --owner=plait --encoding=UTF8 --template=template0 plait
}

own_postgresql() { # a server of its own in ROOT, on a socket there
  local bin folder=$ROOT/postgresql
  bin=$(find /usr/lib/postgresql -path '*/bin/initdb' 2>/dev/null | sort -V | tail -n 1)
  [ -n "$bin" ] || refuse "There is no PostgreSQL here: apt-get install postgresql."
  bin=$(dirname "$bin")
  [ ${#folder} -lt 80 ] || refuse "ROOT is too long for a socket: $ROOT."
  pg=()
  if [ "$(id -u)" = 0 ]; then # PostgreSQL refuses to run as root
    pg=(runuser -u postgres --)
  fi
  if [ ! -d "$folder/data" ]; then
    step "Make a PostgreSQL server in $folder"
    run mkdir -p "$folder"
    if [ "$(id -u)" = 0 ]; then
      run chmod 711 "$ROOT"
      run chown postgres "$folder"
    fi
    run "${pg[@]}" "$bin/initdb" --pgdata="$folder/data" --username=plait \
      --auth=trust --encoding=UTF8 --locale=C.UTF-8 >/dev/null
  fi
  if [ ! -S "$folder/.s.PGSQL.5432" ]; then
    step "Start PostgreSQL"
    run "${pg[@]}" "$bin/pg_ctl" start --silent --wait --pgdata="$folder/data" \
      --log="$folder/log" --options="-c listen_addresses='' -c unix_socket_directories='$folder'"
  fi
  if [ -z "$DRY" ] && ! psql -h "$folder" -U plait -lqtA postgres | grep -q '^plait|'; then
    step "Make the database plait"
    createdb -h "$folder" -U plait --template=template0 plait
  fi
}

settings() {
  if [ -f "$settings" ]; then
    grep -qxE "PLAIT_ADDRESS=https?://$NAME(:[0-9]+)?" "$settings" ||
      refuse "This machine serves another name: $(grep ^PLAIT_ADDRESS= "$settings")." \
        "Change it in $settings, or give that name."
    return
  fi
  step "Write $settings"
  local url="postgresql://plait@/plait?host=/var/run/postgresql" address="https://$NAME" https=1
  if is_trial; then
    url="postgresql://plait@/plait?host=$ROOT/postgresql" address="http://$NAME:$PORT" https=0
  fi
  put "$settings" 640 root:plait <<SETTINGS
# What each means: docs/reference/settings.md. After a change: systemctl restart plait.target
PLAIT_HOME=$data
PLAIT_DATABASE_URL=$url
PLAIT_ALLOWED_HOSTS=$NAME
PLAIT_ADDRESS=$address
PLAIT_HTTPS=$https
PLAIT_SERVER=$KIND
PLAIT_WORKERS=1
PLAIT_MAIL=$MAIL
PLAIT_MAIL_FROM=${MAIL_FROM:-plait@$NAME}
SETTINGS
}

services() {
  local file
  for file in deploy/systemd/*; do
    put "$units/$(basename "$file")" 644 root:root <"$file"
  done
  put "$ROOT/usr/local/bin/plait-server" 755 root:root <<LAUNCHER
#!/usr/bin/env bash
# A command of Plait on this server, as: plait-server check
set -euo pipefail
set -a; . $settings; set +a
cd $data
exec $(is_trial || echo "runuser -u plait -- ")env "PYTHONPATH=$current/src" $(python_of "$current") -P -m plait "\$@"
LAUNCHER
}

proxy() {
  is_trial && return
  if ! command -v caddy >/dev/null && [ -z "$DRY" ]; then
    step "No Caddy: put your proxy in front, as deploy/nginx.conf shows"
    return
  fi
  sed "s/{\$NAME}/$NAME/" deploy/Caddyfile | put /etc/caddy/plait.caddy 644 root:root
  if ! grep -qsx 'import plait.caddy' /etc/caddy/Caddyfile; then
    step "Let Caddy speak HTTPS for $NAME"
    [ -n "$DRY" ] || printf '\nimport plait.caddy\n' >>/etc/caddy/Caddyfile
    changed=1
  fi
  [ -n "$DRY" ] || caddy validate --adapter caddyfile --config /etc/caddy/Caddyfile >/dev/null 2>&1 ||
    refuse "Caddy does not accept its settings: caddy validate --config /etc/caddy/Caddyfile"
}

start() {
  if [ -z "${changed:-}" ] && is_ready; then return; fi
  step "Bring the tables to this version, and start"
  [ -n "$DRY" ] || prepare
  start_processes
  [ -n "$DRY" ] || wait_until_ready ||
    refuse "Plait was started and does not answer." \
      "$(is_trial && echo "Its words: $ROOT/log." || echo "Its words: journalctl -u 'plait-*'.")"
}

prepare() { # settings looked at and tables made, before anything serves
  plait check --settings
  as_plait "$(python_of "$current")" -P -c \
    'from plait.cli import run; run.set_up(); run.prepare_database()'
}

start_processes() {
  if ! is_trial; then
    run systemctl daemon-reload
    run systemctl enable --quiet plait.target "plait-web@$PORT" "plait-web@$((PORT + 1))" \
      plait-worker plait-backup.timer
    # One after the other, so that one always answers.
    run systemctl restart plait.target
    run systemctl restart "plait-web@$PORT"
    [ -n "$DRY" ] || wait_until_ready || true
    run systemctl restart "plait-web@$((PORT + 1))" plait-worker plait-backup.timer
    run systemctl reload-or-restart caddy
    return
  fi
  [ -z "$DRY" ] || return 0
  stop_processes
  mkdir -p "$ROOT/run"
  local name
  for name in "web-$PORT serve --port $PORT" "web-$((PORT + 1)) serve --port $((PORT + 1))" "worker worker"; do
    # shellcheck disable=SC2086  # the words of a command
    EXEC=exec plait ${name#* } >>"$ROOT/log" 2>&1 </dev/null &
    echo $! >"$ROOT/run/${name%% *}.pid"
    disown
  done
}

stop_processes() {
  if ! is_trial; then run systemctl stop "plait-web@$PORT" "plait-web@$((PORT + 1))" plait-worker; return; fi
  local file
  for file in "$ROOT"/run/*.pid; do
    [ -f "$file" ] || continue
    kill "$(cat "$file")" 2>/dev/null || true
    timeout 40 tail --pid="$(cat "$file")" -f /dev/null || true
    rm "$file"
  done
}

stop_here() { # ROOT alone: a machine's services are systemctl's
  is_trial || refuse "STOP is for a trial in ROOT; here: systemctl stop plait.target"
  stop_processes
  local bin
  bin=$(find /usr/lib/postgresql -path '*/bin/pg_ctl' | sort -V | tail -n 1)
  pg=()
  [ "$(id -u)" != 0 ] || pg=(runuser -u postgres --)
  [ ! -d "$ROOT/postgresql/data" ] ||
    "${pg[@]}" "$bin" stop --silent --mode=fast --pgdata="$ROOT/postgresql/data" || true
}

is_ready() {
  local port
  for port in "$PORT" "$((PORT + 1))"; do
    python3 - "$port" <<'ASK' 2>/dev/null || return 1
import sys, urllib.request
urllib.request.urlopen(f"http://127.0.0.1:{sys.argv[1]}/ready/", timeout=6).read()
ASK
  done
}

wait_until_ready() {
  local n
  for n in $(seq 60); do
    ! is_ready || return 0
    sleep 1
  done
  return 1
}

steward() {
  if [ -n "$DRY" ]; then
    step "Print the address that lets $EMAIL join as the first steward"
    return
  fi
  step "Who looks after it (an address works once, within a week):"
  # Asked again it prints the same one, and nothing where somebody looks after it.
  plait invite "$EMAIL" --first --language "$LANGUAGE"
}
