package io.github.gdxagents.training.ppo.device;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What Linux' kernel shows of NVIDIA's driver.
 *
 * <p>Thread safety: immutable. It reads the disk at every call.
 *
 * @param root of the machine's files, {@code /} but in tests
 */
record Driver(Path root) {
    /** The oldest that CUDA 12 runs with. Source: CUDA Toolkit 12 Release Notes, table "CUDA Toolkit and Minimum Required Driver Version". */
    static final String OLDEST = "525.60.13";

    private static final Pattern VERSION = Pattern.compile("Kernel Module[^\\d]*(?:x86_64)?\\s+(\\d+(?:\\.\\d+)+)");

    /** Of the module in the kernel, such as 535.129.03; empty if none is loaded. */
    Optional<String> version() {
        try {
            Matcher version = VERSION.matcher(Files.readString(root.resolve("proc/driver/nvidia/version")));
            return version.find() ? Optional.of(version.group(1)) : Optional.empty();
        } catch (IOException e) { // not loaded, or Windows' own in its Linux
            return Optional.empty();
        }
    }

    /** Whether the module in the kernel is too old for CUDA 12. */
    boolean isTooOld() {
        return version()
                .map(version -> Arrays.compare(numbers(version), numbers(OLDEST)) < 0)
                .orElse(false);
    }

    private static int[] numbers(String version) {
        return Arrays.stream(version.split("\\.")).mapToInt(Integer::parseInt).toArray();
    }

    /** Whether programs can reach a card: through its own device file, or that of Windows around this Linux. */
    boolean hasCard() {
        if (Files.exists(root.resolve("dev/dxg"))) {
            return true;
        }
        try (DirectoryStream<Path> cards = Files.newDirectoryStream(root.resolve("dev"), "nvidia[0-9]*")) {
            return cards.iterator().hasNext();
        } catch (IOException e) { // no device files at all
            return false;
        }
    }
}
