#!/usr/bin/env bash
# `make test` on a machine that is busy, twice; then at the lowest priority and a day ahead.
# With ALL=1, each of them leaves out nothing.
# No verdict may differ: nothing that the tests hold to depends on a clock.
set -euo pipefail
cd "$(dirname "$0")/../.."
make test  # sets up, and must be green to begin with
faketime=$(find "$PWD/.venv/stress" -name libfaketime.so.1)

busy=()
trap 'kill "${busy[@]}"' EXIT
for _ in 1 2 3 4; do
  (while :; do :; done) &
  busy+=($!)
done
for _ in 1 2; do
  make test
done
kill "${busy[@]}"
trap - EXIT

# Browsers do not start with that library before theirs: they keep the real date.
without=$(mktemp -d)
trap 'rm -r "$without"' EXIT
for name in chromium{,-headless-shell} google-chrome firefox{,-esr} WebKitWebDriver; do
  path=$(command -v "$name") || continue
  printf '#!/bin/sh\nunset LD_PRELOAD\nexec "%s" "$@"\n' "$path" >"$without/$name"
  chmod +x "$without/$name"
done

# Waits are counted by the clock that nobody can set; only the date is another.
export FAKETIME_DONT_FAKE_MONOTONIC=1 FAKETIME=+1d
PATH="$without:$PATH" LD_PRELOAD="$faketime" nice -n 19 make test
