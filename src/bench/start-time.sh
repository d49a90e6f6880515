#!/usr/bin/env bash
# Milliseconds from `java -jar` to the window, and to the first moving picture in it where Play is pressed as soon as the window is
# there: to the second change in a row between pictures taken of a card. Five times, on a virtual display of its own.
#   src/bench/start-time.sh
# Needs `mvn package` first, and the programs Xvfb, xdotool and import (ImageMagick).
set -euo pipefail
cd "$(dirname "$0")/../.."
export DISPLAY=:98
Xvfb "$DISPLAY" -screen 0 1440x900x24 >/dev/null 2>&1 &
display=$!
trap 'kill "$display"' EXIT
sleep 2

card() {
    import -window root -crop 200x200+400+200 rgb:- | cksum
}

since() {
    echo $((($(date +%s%N) - $1) / 1000000))
}

for _ in 1 2 3 4 5; do
    start=$(date +%s%N)
    java -jar target/lipschitz-lab.jar >/dev/null 2>&1 &
    lab=$!
    until window=$(xdotool search --onlyvisible --name "Lipschitz Lab" 2>/dev/null); do
        kill -0 "$lab" || { echo "the lab ended without a window" >&2; exit 1; }
        sleep 0.05
    done
    opened=$(since "$start")
    xdotool windowfocus "$window"
    sleep 0.1
    xdotool key space
    changes=0
    before=$(card)
    while [ "$changes" -lt 2 ]; do
        kill -0 "$lab" || { echo "the lab ended" >&2; exit 1; }
        [ "$(since "$start")" -lt 60000 ] || { echo "no moving picture within a minute" >&2; exit 1; }
        now=$(card)
        if [ "$now" = "$before" ]; then changes=0; else changes=$((changes + 1)); fi
        before=$now
        sleep 0.05
    done
    echo "window after $opened ms, moving picture after $(since "$start") ms"
    kill "$lab"
    wait "$lab" || true
done
