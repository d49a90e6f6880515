#!/usr/bin/env bash
# What the lab does on this machine's NVIDIA card, in one text file: the suite on its engine, the times of its updates beside
# the processor's, and short runs on 28×28 and full-width 32×32×3 pictures.
#   src/bench/gpu-report.sh [libtorch-cuda | libtorch-cuda13 | nd4j-cuda] [FILE] [MNIST_FOLDER]
# FILE defaults to gpu-report.txt. Without a folder of MNIST's files the 28×28 run is on drawn shapes. Exits with 1 if a part
# failed; the file says which.
set -uo pipefail
cd "$(dirname "$0")/../.."
engine=${1:-libtorch-cuda}
file=${2:-gpu-report.txt}
mnist=${3:-}
case $engine in
    libtorch-cuda) profile=gpu cpu=libtorch-cpu ;;
    libtorch-cuda13) profile=gpu-cuda13 cpu=libtorch-cpu ;;
    nd4j-cuda) profile=cuda cpu=nd4j-cpu ;;
    *) echo "expected libtorch-cuda, libtorch-cuda13 or nd4j-cuda, found '$engine'" >&2; exit 2 ;;
esac

failed=0
part() {
    local title=$1
    shift
    { echo; echo "== $title"; echo "\$ $*"; } | tee -a "$file"
    local start=$SECONDS
    "$@" 2>&1 | tee -a "$file"
    local status=${PIPESTATUS[0]}
    [ "$status" -eq 0 ] || failed=1
    echo "-- exit $status after $((SECONDS - start)) s" | tee -a "$file"
}
lab="java -jar target/lipschitz-lab.jar"

date -u +%Y-%m-%dT%H:%M:%SZ >"$file"
part "the card" nvidia-smi --query-gpu=name,compute_cap,memory.total,driver_version --format=csv
part "the suite on $engine" mvn --batch-mode --no-transfer-progress -P"$profile" -Dengine="$engine" verify
part "the engines" $lab doctor --engine "$engine"
part "updates on the card" $lab doctor --engine "$engine" --bench --workloads toy,paper-toy,mnist,cifar
part "updates on the processor" $lab doctor --engine "$cpu" --bench --workloads toy,paper-toy,mnist,cifar
if [ -n "$mnist" ]; then
    part "digits" $lab run mnist --data "$mnist" --steps 200 --engine "$engine" --out runs/gpu-report-digits --force
else
    part "28×28 shapes" $lab run shapes --steps 200 --engine "$engine" --out runs/gpu-report-digits --force
fi
part "32×32×3 shapes, full width" $lab run shapes --steps 200 --engine "$engine" --out runs/gpu-report-colour --force \
    --set data.side=32 --set data.channels=3 --set generator.width=1 --set critic.width=1
echo | tee -a "$file"
[ "$failed" -eq 0 ] && echo "All parts passed." | tee -a "$file" || echo "Some part failed." | tee -a "$file"
exit "$failed"
