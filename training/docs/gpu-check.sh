#!/bin/sh
# Tells whether this machine can learn on its GPU, and how fast: devices, agreement of CPU and GPU, speed of the learner,
# whole training on both. Without a GPU it does the CPU's share and says so. gpu.md explains what is printed.
#
#   sh training/docs/gpu-check.sh          builds with Maven's profile gpu
#   CLASSPATH=... sh gpu-check.sh          runs what is on that class path; JAVA may name another JVM
#
# JAVA_OPTIONS may have flags for the JVM that trains, such as -Xmx8g.
#
# What is measured can be made smaller, for a machine that is lent for minutes, or that is small itself:
#
#   WIDTHS=64,256,1024  MINIBATCHES=1024,16384,65536     of the learner
#   NETWORKS="[64,64] [256,256] [1024,1024]"             of whole training; "" leaves it out
#   INSTANCES=4096 HORIZON=32 MINIBATCH=16384 THREADS=0  of whole training; 0 threads is one for each core
#   SHARDS=16                                            of a minibatch where the CPU learns; otherwise one for each core
#   ROUNDS=5                                             iterations of whole training that are measured
#   DEVICES="gpu cpu"                                    that train
#   RESULTS=gpu-check.jsonl                              takes all figures, an object of JSON in each line
#
# Figures are in that file as soon as they are measured, those of the GPU first: what is cut off leaves what it has.
#
# Exit status: 0 the GPU learns as the CPU does, 1 there is none or it learns otherwise, 2 whole training could not be measured.

WIDTHS=${WIDTHS-64,256,1024}
MINIBATCHES=${MINIBATCHES-1024,16384,65536}
NETWORKS=${NETWORKS-"[64,64] [256,256] [1024,1024]"}
DEVICES=${DEVICES-"gpu cpu"}
RESULTS=${RESULTS-gpu-check.jsonl}
case $RESULTS in
    /*) ;;
    *) RESULTS=$(pwd)/$RESULTS ;; # Maven runs the trainer elsewhere
esac
project=$(cd "$(dirname "$0")/../.." && pwd)

trainer() {
    name=$1 game=$2
    shift 2
    if [ -n "${CLASSPATH:-}" ]; then
        "${JAVA:-java}" -Dtrain.jvm="${JAVA_OPTIONS:-}" io.github.gdxagents.training.cli.Launcher "$name" ${game:+"$game"} "$@"
    else
        mvn -q -Ptrain,gpu -f "$project/pom.xml" -Dtrain.jvm="${JAVA_OPTIONS:-}" -Dtrain.command="$name" -Dgame="$game" \
            -Dtrain.args="$*"
    fi
}

# Prints a benchmark's figures and adds them to the file.
whole_training() {
    device=$1 network=$2 inference=$3
    # A GPU takes a minibatch whole; each core needs a part of its own.
    if [ "$device" = cpu ]; then shards=${SHARDS:-$cores}; else shards=1; fi
    echo "--- whole training of lander: device $device, network $network, inference $inference"
    figures=$(trainer benchmark lander --json --rounds "${ROUNDS:-5}" --device "$device" \
        --set "network.hidden=$network" --set "learner.inference=$inference" --set "rollout.instances=${INSTANCES:-4096}" \
        --set "rollout.horizon=${HORIZON:-32}" --set "rollout.threads=${THREADS:-0}" \
        --set "ppo.minibatchSize=${MINIBATCH:-16384}" --set "learner.shards=$shards") || return 1
    figures=$(echo "$figures" | grep '^{') || return 1
    echo "$figures" | grep -o '"[A-Za-z]*":{"median":[^,]*' | sed 's/"\([A-Za-z]*\)":{"median":/  \1 /'
    echo "{\"figure\": \"training\", \"device\": \"$device\", \"network\": \"$network\", \"inference\": \"$inference\", \"shards\": $shards, \"benchmark\": $figures}" >>"$RESULTS"
}

: >"$RESULTS" || exit 1
cores=$(nproc 2>/dev/null || getconf _NPROCESSORS_ONLN)
card=$(nvidia-smi --query-gpu=name,driver_version,memory.total --format=csv,noheader 2>/dev/null | head -n 1)
echo "${card:-nvidia-smi is missing or finds no card.}"
echo "$cores cores"
echo "{\"figure\": \"machine\", \"card\": \"$card\", \"cores\": $cores}" >>"$RESULTS"

echo "--- check-device"
trainer check-device "" --speed --widths "$WIDTHS" --minibatches "$MINIBATCHES" --results "$RESULTS"
status=$?

faults=0
for device in $DEVICES; do
    if [ $device = gpu ] && ! grep -q '"figure": *"agreement"' "$RESULTS"; then
        echo "--- whole training on the GPU is left out: there is none to learn on."
        continue
    fi
    for network in $NETWORKS; do
        for inference in cpu device; do
            whole_training "$device" "$network" "$inference" || faults=$((faults + 1))
        done
    done
done

echo "--- all figures: $RESULTS"
if [ $faults -gt 0 ]; then
    echo "$faults measurements of whole training failed; why is said above."
    [ $status -ne 0 ] || status=2
fi
exit $status
