package io.github.gdxagents.training.cli;

import io.github.gdxagents.training.config.Device;
import io.github.gdxagents.training.ppo.DeviceAgreement;
import io.github.gdxagents.training.ppo.DeviceSpeed;
import io.github.gdxagents.training.ppo.OperationPlacement;
import io.github.gdxagents.training.ppo.device.ComputeDevice;
import io.github.gdxagents.training.ppo.device.DeviceException;
import io.github.gdxagents.training.ppo.device.LearningDevice;
import io.github.gdxagents.training.ppo.device.TensorFlowDevices;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;

/** Tells whether this machine can learn on its GPU. Thread safety: none. */
@Command(
        name = "check-device",
        description = {
            "Tells whether networks can be learned on this machine's GPU, and if not, what is missing.",
            "",
            "The first ten updates of a network are learned on CPU and GPU alike; they must agree within the precision of"
                    + " 32-bit numbers. Without a GPU the CPU's share is done.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  gdx-agents check-device",
            "  gdx-agents check-device --speed",
            "  gdx-agents check-device --speed --widths 64 --minibatches 1024,4096 --results figures.jsonl",
            "",
            "Exit status: 0 the GPU learns as the CPU does, 1 there is none or it learns otherwise."
        })
final class CheckDeviceCommand extends Subcommand {
    @Option(names = "--speed", description = "Measure too how fast each device learns; minutes on a CPU.")
    private boolean speed;

    @Option(
            names = "--widths",
            paramLabel = "N",
            split = ",",
            description = "With --speed: of the hidden layers; otherwise ${DEFAULT-VALUE}.")
    private List<Integer> widths = List.of(64, 256, 1024);

    @Option(
            names = "--minibatches",
            paramLabel = "N",
            split = ",",
            description = "With --speed: samples in an update; otherwise ${DEFAULT-VALUE}.")
    private List<Integer> minibatches = List.of(1024, 16384, 65536);

    @Option(
            names = "--results",
            paramLabel = "FILE",
            description = "Add all figures to this file too, an object of JSON in each line.")
    private Path results;

    @Override
    int execute() {
        if (IntStream.concat(
                        widths.stream().mapToInt(Integer::intValue),
                        minibatches.stream().mapToInt(Integer::intValue))
                .anyMatch(size -> size < 1)) {
            throw misuse("--widths and --minibatches must be at least 1.");
        }
        Messages messages = messages();
        JsonLines lines = new JsonLines(results);
        messages.line(
                "TensorFlow %s, native library for the %s. Devices: %s",
                TensorFlowDevices.version(),
                TensorFlowDevices.isBuiltForGpus() ? "GPU" : "CPU",
                TensorFlowDevices.list().stream().map(ComputeDevice::toString).collect(Collectors.joining(", ")));
        DeviceException missing = null;
        LearningDevice gpu = null;
        try {
            gpu = LearningDevice.choose(Device.GPU);
        } catch (DeviceException e) { // is told last, where it is seen
            missing = e;
        }
        placement(gpu == null ? LearningDevice.CPU : gpu, messages, lines);
        boolean agrees = gpu != null && compare(gpu, messages, lines);
        if (speed) {
            // the GPU first, since it is what one came for, and the CPU takes minutes
            measure(
                    gpu == null ? List.of(LearningDevice.CPU) : List.of(gpu, gpu.compiling(), LearningDevice.CPU),
                    messages,
                    lines);
        }
        if (missing != null) {
            throw missing;
        }
        return agrees ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private static void placement(LearningDevice device, Messages messages, JsonLines lines) {
        OperationPlacement placement = OperationPlacement.of(device);
        messages.line(
                "Operations of an update by device: %s; tensors copied between devices: %d.",
                placement.operations(), placement.copies());
        if (device.device().isGpu() && !placement.onCpu().isEmpty()) {
            messages.line("On the CPU meanwhile: %s", placement.onCpu());
        }
        Map<String, Object> line = line("placement", device);
        placement.operations().forEach((where, count) -> line.put("operations " + where, count));
        line.put("copies", placement.copies());
        lines.add(line);
    }

    private static Map<String, Object> line(String figure, LearningDevice device) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("figure", figure);
        line.put("device", device.toString());
        return line;
    }

    private static boolean compare(LearningDevice gpu, Messages messages, JsonLines lines) {
        DeviceAgreement agreement = DeviceAgreement.of(LearningDevice.CPU, gpu);
        messages.line(
                "The first %d updates on CPU and GPU: gradients differ by %.1e of their length (at most %.0e), parameters by"
                        + " %.1e (at most %.0e; they moved by %.1e). %s",
                DeviceAgreement.UPDATES,
                agreement.gradient(),
                DeviceAgreement.GRADIENT_TOLERANCE,
                agreement.parameters(),
                DeviceAgreement.PARAMETER_TOLERANCE,
                agreement.moved(),
                agreement.isWithinTolerance()
                        ? "They agree."
                        : "They do not agree; does the environment have NVIDIA_TF32_OVERRIDE=0?");
        Map<String, Object> line = line("agreement", gpu);
        line.put("updates", DeviceAgreement.UPDATES);
        line.put("gradientDifference", agreement.gradient());
        line.put("parameterDifference", agreement.parameters());
        line.put("agrees", agreement.isWithinTolerance());
        lines.add(line);
        return agreement.isWithinTolerance();
    }

    private void measure(List<LearningDevice> devices, Messages messages, JsonLines lines) {
        messages.line("Samples learned per second, median of five iterations:");
        messages.line("%-26s %10s %10s %14s", "device", "network", "minibatch", "samples/s");
        for (LearningDevice device : devices) {
            for (int width : widths) {
                for (int minibatch : minibatches) {
                    measure(device, width, minibatch, messages, lines);
                }
            }
        }
    }

    private static void measure(LearningDevice device, int width, int minibatch, Messages messages, JsonLines lines) {
        Map<String, Object> line = line("learning", device);
        line.put("width", width);
        line.put("minibatch", minibatch);
        String network = width + "x" + width;
        try {
            int threads = Runtime.getRuntime().availableProcessors();
            double speed =
                    DeviceSpeed.measure(device, threads, width, minibatch).samplesPerSecond();
            messages.line("%-26s %10s %10d %,14.0f", device, network, minibatch, speed);
            line.put("samplesPerSecond", speed);
        } catch (RuntimeException
                | OutOfMemoryError e) { // what is too large must not keep the rest from being measured
            messages.line("%-26s %10s %10d %14s: %s", device, network, minibatch, "failed", e);
            line.put("fault", e.toString());
        }
        lines.add(line);
    }
}
