#!/usr/bin/env bash
# Milliseconds from `java -jar` to the window, five times, on a virtual display of its own.
#   packaging/start-time.sh
# Needs `mvn package` first, and the programs Xvfb and xdotool.
set -euo pipefail
cd "$(dirname "$0")/.."
export DISPLAY=:98
Xvfb "$DISPLAY" -screen 0 1440x900x24 >/dev/null 2>&1 &
display=$!
trap 'kill "$display"' EXIT
sleep 2
for _ in 1 2 3 4 5; do
    start=$(date +%s%N)
    java -jar target/lipschitz-lab.jar >/dev/null 2>&1 &
    lab=$!
    until xdotool search --onlyvisible --name "Lipschitz Lab" >/dev/null 2>&1; do
        kill -0 "$lab" || { echo "the lab ended without a window" >&2; exit 1; }
        sleep 0.05
    done
    echo "$((($(date +%s%N) - start) / 1000000)) ms"
    sleep 2
    kill "$lab"
    wait "$lab" || true
done
