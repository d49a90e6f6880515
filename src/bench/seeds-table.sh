#!/usr/bin/env bash
# The table of the README: runs a 2-D preset for seeds 1 to 5 (or those given) and prints one row a seed and lane, from
# curves.csv and spectra.csv of each run.
#   src/bench/seeds-table.sh PRESET [SEED...]
# Needs `mvn package` first. Writes runs/table-PRESET/seed-S; a seed that is already there is not run again.
set -euo pipefail
cd "$(dirname "$0")/../.."
preset=${1:?usage: src/bench/seeds-table.sh PRESET [SEED...]}
shift
seeds=("$@")
[ ${#seeds[@]} -gt 0 ] || seeds=(1 2 3 4 5)

echo "| seed | lane | modes of 8 | balanced | near a mode | within 3σ | sliced W₁ | stable rank, hidden | lane's own time |"
echo "| --- | --- | --- | --- | --- | --- | --- | --- | --- |"
for seed in "${seeds[@]}"; do
    run="runs/table-$preset/seed-$seed"
    if [ ! -e "$run/figures" ]; then
        start=$(date +%s)
        java -jar target/lipschitz-lab.jar run "$preset" --seed "$seed" --out "$run" --force >"/tmp/seeds-table-$$.log"
        echo "seed $seed: $(($(date +%s) - start)) s for all lanes together" >&2
    fi
    awk -F, -v seed="$seed" '
        # spectra.csv: lane,step,layer,index,sigma; the last step of each lane counts
        FILENAME ~ /spectra/ && FNR > 1 {
            if ($2 > last[$1] + 0) { last[$1] = $2; }
            key = $1 SUBSEP $2 SUBSEP $3
            sum[key] += $5 * $5
            if ($4 == 0) { top[key] = $5 * $5 }
        }
        # curves.csv: lane,step,seconds,metric,value; the last value of each metric counts
        FILENAME ~ /curves/ && FNR > 1 {
            if (!($1 in seen)) { seen[$1] = 1; order[++lanes] = $1 }
            value[$1, $4] = $5
            seconds[$1] = $3
        }
        function rank(lane, layer,   key) {
            key = lane SUBSEP last[lane] SUBSEP layer
            return sum[key] / top[key]
        }
        END {
            for (i = 1; i <= lanes; i++) {
                l = order[i]
                printf "| %d | %s | %d | %d | %.0f %% | %.0f %% | %.3f | %.1f, %.1f | %.0f s |\n", seed, l,
                    value[l, "modes"], value[l, "balanced_modes"], 100 * value[l, "near_mode"],
                    100 * value[l, "high_quality"], value[l, "sliced_wasserstein"],
                    rank(l, "2 dense"), rank(l, "3 dense"), seconds[l]
            }
        }' "$run/spectra.csv" "$run/curves.csv"
done
rm -f "/tmp/seeds-table-$$.log"
