#!/bin/sh
# Tells whether this machine can learn on its GPU, and how fast: devices, agreement of CPU and GPU, speed of the learner,
# whole training on both. gpu.md explains what is printed.
#
#   sh training/docs/gpu-check.sh          builds with Maven's profile gpu
#   CLASSPATH=... sh gpu-check.sh          runs what is on that class path
#
# Exit status: 0 the GPU learns as the CPU does, 1 there is none or it learns otherwise.

trainer() {
    name=$1 game=$2
    shift 2
    if [ -n "${CLASSPATH:-}" ]; then
        java io.github.gdxagents.training.cli.Launcher "$name" ${game:+"$game"} "$@"
    else
        mvn -q -Ptrain,gpu -f "$project/pom.xml" -Dtrain.command="$name" -Dgame="$game" -Dtrain.args="$*"
    fi
}

benchmark() {
    echo "--- benchmark lander $*"
    trainer benchmark lander --rounds 5 "$@"
}

project=$(cd "$(dirname "$0")/../.." && pwd)
if nvidia-smi --query-gpu=name,driver_version,memory.total --format=csv,noheader 2>/dev/null; then
    echo "$(nproc) cores"
else
    echo "nvidia-smi is missing or finds no card."
fi

echo "--- check-device"
trainer check-device ""
status=$?
if [ $status -ne 0 ]; then
    exit $status
fi

echo "--- check-device --speed"
trainer check-device "" --speed
for device in cpu gpu; do
    benchmark --device $device
    for hidden in "[64,64]" "[256,256]" "[1024,1024]"; do
        benchmark --device $device --set "network.hidden=$hidden" --set rollout.instances=4096 --set rollout.horizon=32 \
            --set ppo.minibatchSize=16384
    done
done
exit $status
