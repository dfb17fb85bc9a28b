#!/usr/bin/env bash
# Runs `make test` as on a machine that has Python, make, git and what every Debian has, and no
# more: in an archive of HEAD without its history, in a folder whose name is no plain word, under
# LANG=C, with a new home. It must end with 0, and say in a few lines what was not tried.
# usage: tests/support/bare.sh [PYTHON [USER]]; only root can become another user.
set -euo pipefail
cd "$(dirname "$0")/../.."
python=$("${1:-python3}" -c 'import os, sys; print(os.path.realpath(sys.executable))')
user=${2:-}

base=$(mktemp -d)
trap 'rm -rf "$base"' EXIT
project="$base/a place for é"
mkdir "$base/bin" "$base/home" "$base/tmp" "$project"
git archive HEAD | tar -x -C "$project"
ln -s "$python" "$base/bin/python3"
for name in make git; do ln -s "$(command -v "$name")" "$base/bin/"; done
essential=$(dpkg-query -W -f '${Essential} ${Package}\n' | sed -n 's/^yes //p')
for path in $(dpkg-query --listfiles $essential | grep -E '^(/usr)?/bin/[^/]+$'); do
  [ -e "$base/bin/${path##*/}" ] || ln -s "$path" "$base/bin/"
done

# How this machine reaches the registries is not taken from it.
mapfile -t ways < <(env | grep -E '^(PIP_|UV_|SSL_|NODE_EXTRA_|(npm_config|https?_proxy|no_proxy))' || true)
as=()
if [ -n "$user" ]; then
  as=(setpriv --reuid "$user" --regid "$(id -g "$user")" --clear-groups)
  "${as[@]}" test -x "$python" || {
    echo "$user may not run $python: name another, as in PYTHON=/usr/bin/python3"
    exit 1
  }
  chmod 711 "$base"
  chown -R "$user" "$project" "$base/home" "$base/tmp"
fi
cd "$project"
status=0
"${as[@]}" env -i "${ways[@]}" PATH="$base/bin" HOME="$base/home" TMPDIR="$base/tmp" LANG=C \
  "$base/bin/make" test 2>&1 | tee "$base/said" || status=$?
lines=$(grep -vcE '\[ *[0-9]+%\]$' "$base/said")  # beside those of the progress
echo "bare: exit status $status, $lines lines"
[ "$status" = 0 ]
[ "$lines" -lt 60 ]
grep -qE '^ *[0-9]+  need chromium ' "$base/said"
grep -q 'install .*chromium' "$base/said"
