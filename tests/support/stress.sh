#!/usr/bin/env bash
# All tests on a machine that is busy, twice; then at the lowest priority and a day ahead.
# No verdict may differ: nothing that the tests hold to depends on a clock.
set -euo pipefail
cd "$(dirname "$0")/../.."
command -v faketime >/dev/null || { echo "no faketime: type \`apt-get install faketime\`"; exit 2; }
make test  # sets up, and must be green to begin with

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

# Waits are counted by the clock that nobody can set; only the date is another.
DONT_FAKE_MONOTONIC=1 FAKETIME_DONT_FAKE_MONOTONIC=1 nice -n 19 faketime -f +1d make test
