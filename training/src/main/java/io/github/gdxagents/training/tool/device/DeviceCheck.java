package io.github.gdxagents.training.tool.device;

import io.github.gdxagents.training.config.Device;
import io.github.gdxagents.training.metrics.Spread;
import io.github.gdxagents.training.ppo.DeviceAgreement;
import io.github.gdxagents.training.ppo.SyntheticLearner;
import io.github.gdxagents.training.tensor.ComputeDevice;
import io.github.gdxagents.training.tensor.DeviceException;
import io.github.gdxagents.training.tensor.LearningDevice;
import io.github.gdxagents.training.tensor.OperationPlacement;
import io.github.gdxagents.training.tensor.TensorFlowLibrary;
import io.github.gdxagents.training.tool.Json;
import io.github.gdxagents.training.tool.Report;
import io.github.gdxagents.training.tool.benchmark.Rounds;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Finds out whether this machine can learn on its GPU, and tells at once what it has found.
 *
 * @param results a file to which all figures are added too, an object of JSON in each line; null for none
 */
public record DeviceCheck(Report.Printer out, Path results) {
    private static final String SPEEDS = "%-26s %10s %10s %14s";
    /** Of networks and minibatch when placement is asked for. */
    private static final int SMALL = 64;

    private static final Rounds ROUNDS = new Rounds(5, 0);
    private static final int EPOCHS = 4;
    private static final int FEWEST_SAMPLES = 1 << 14;

    /**
     * {@return whether the GPU learns as the CPU does} Without a GPU the CPU's share is done.
     *
     * @param widths of hidden layers to measure the speed with, each at least 1; empty to measure none
     * @param minibatches samples in an update to measure it with, each at least 1
     * @throws DeviceException at the end, if there is no GPU; the message says what is missing
     * @throws UncheckedIOException if the results can't be written
     */
    public boolean run(List<Integer> widths, List<Integer> minibatches) {
        out.line(
                "TensorFlow %s, native library for the %s. Devices: %s",
                TensorFlowLibrary.version(),
                TensorFlowLibrary.isBuiltForGpus() ? "GPU" : "CPU",
                TensorFlowLibrary.devices().stream()
                        .map(ComputeDevice::toString)
                        .collect(Collectors.joining(", ")));
        LearningDevice gpu;
        try {
            gpu = LearningDevice.choose(Device.GPU);
        } catch (DeviceException e) {
            placement(LearningDevice.CPU);
            measure(List.of(LearningDevice.CPU), widths, minibatches);
            throw e; // last, where it is seen
        }
        placement(gpu);
        boolean agrees = agreement(gpu);
        // The GPU first, since it is what one came for, and the CPU takes minutes.
        measure(List.of(gpu, gpu.compiling(), LearningDevice.CPU), widths, minibatches);
        return agrees;
    }

    private void placement(LearningDevice device) {
        OperationPlacement placement = placementOn(device);
        out.line(
                "Operations of an update by device: %s; tensors copied between devices: %d.",
                placement.operations(), placement.copies());
        if (device.device().isGpu() && !placement.onCpu().isEmpty()) {
            out.line("On the CPU meanwhile: %s", placement.onCpu());
        }
        Map<String, Object> figures = Json.object("figure", "placement", "device", device.toString());
        placement.operations().forEach((where, count) -> figures.put("operations " + where, count));
        figures.put("copies", placement.copies());
        add(figures);
    }

    static OperationPlacement placementOn(LearningDevice device) {
        try (SyntheticLearner learner = SyntheticLearner.mixed(device, 1, SMALL, SMALL)) {
            return learner.placement();
        }
    }

    private boolean agreement(LearningDevice gpu) {
        DeviceAgreement agreement = DeviceAgreement.of(LearningDevice.CPU, gpu);
        out.line(
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
        add(Json.object(
                "figure", "agreement",
                "device", gpu.toString(),
                "updates", DeviceAgreement.UPDATES,
                "gradientDifference", agreement.gradient(),
                "parameterDifference", agreement.parameters(),
                "agrees", agreement.isWithinTolerance()));
        return agreement.isWithinTolerance();
    }

    private void measure(List<LearningDevice> devices, List<Integer> widths, List<Integer> minibatches) {
        if (widths.isEmpty()) {
            return;
        }
        out.line("Samples learned per second, median of five iterations:");
        out.line(SPEEDS, "device", "network", "minibatch", "samples/s");
        for (LearningDevice device : devices) {
            for (int width : widths) {
                for (int minibatch : minibatches) {
                    measure(device, width, minibatch);
                }
            }
        }
    }

    private void measure(LearningDevice device, int width, int minibatch) {
        Map<String, Object> figures =
                Json.object("figure", "learning", "device", device.toString(), "width", width, "minibatch", minibatch);
        String network = width + "x" + width;
        try {
            double speed = samplesPerSecond(device, width, minibatch);
            out.line("%-26s %10s %10s %,14.0f", device, network, minibatch, speed);
            figures.put("samplesPerSecond", speed);
        } catch (RuntimeException | OutOfMemoryError e) {
            // what is too large must not keep the rest from being measured
            out.line(SPEEDS + ": %s", device, network, minibatch, "failed", e);
            figures.put("fault", e.toString());
        }
        add(figures);
    }

    /**
     * The median of whole iterations, with the copy of the samples to the device and all that a run measures. The first iteration, in
     * which TensorFlow prepares itself, does not count.
     */
    static double samplesPerSecond(LearningDevice device, int width, int minibatch) {
        int threads = Runtime.getRuntime().availableProcessors();
        int samples = Math.max(FEWEST_SAMPLES, minibatch);
        try (SyntheticLearner learner = SyntheticLearner.mixed(device, threads, width, samples)) {
            return ROUNDS.measure(
                            List.of(learner),
                            subject -> subject.learn(EPOCHS, minibatch).samplesPerSecond(),
                            (subject, speeds) -> Spread.of(speeds.stream().mapToDouble(speed -> speed)),
                            round -> {})
                    .get(0)
                    .median();
        }
    }

    /** A line is on disk before the next is measured, so that a check that is cut off leaves what it has. */
    private void add(Map<String, Object> figures) {
        if (results == null) {
            return;
        }
        try {
            Files.writeString(results, Json.text(figures) + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException("--results: can't write to '" + results + "': " + e, e);
        }
    }
}
