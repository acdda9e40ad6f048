package io.github.gdxagents.training.tensor;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Why TensorFlow's GPU library finds no GPU on a Linux machine. Reads the disk at every call. */
final class GpuDiagnosis {
    /**
     * A file that TensorFlow 2.18 opens by name before it uses a GPU. If one is missing it uses the CPU, and says so in its log alone.
     *
     * @param file its name; the number at its end is the version of its interface: no other will do
     * @param origin what has to be installed to have it
     */
    record Library(String file, String origin) {
        /** The name without the version, such as {@code libcudnn.so.} */
        String stem() {
            return file.substring(0, file.lastIndexOf('.') + 1);
        }
    }

    /** The oldest that CUDA 12 runs with. Source: CUDA Toolkit 12 Release Notes, table "CUDA Toolkit and Minimum Required Driver Version". */
    private static final String OLDEST_DRIVER = "525.60.13";

    static final Library DRIVER = new Library("libcuda.so.1", "NVIDIA's driver, " + OLDEST_DRIVER + " or newer");

    static final List<Library> CUDA = List.of(
            new Library("libcudart.so.12", "CUDA 12"),
            new Library("libcublas.so.12", "cuBLAS of CUDA 12"),
            new Library("libcublasLt.so.12", "cuBLAS of CUDA 12"),
            new Library("libcudnn.so.9", "cuDNN 9 for CUDA 12"),
            new Library("libcufft.so.11", "cuFFT of CUDA 12"),
            new Library("libcusolver.so.11", "cuSOLVER of CUDA 12"),
            new Library("libcusparse.so.12", "cuSPARSE of CUDA 12"));

    private static final String VISIBLE = "CUDA_VISIBLE_DEVICES";
    private static final Pattern DRIVER_VERSION =
            Pattern.compile("Kernel Module[^\\d]*(?:x86_64)?\\s+(\\d+(?:\\.\\d+)+)");

    private final Path root;
    private final Map<String, String> environment;
    private final LibrarySearch search;

    /** Looks at a machine by its files, below {@code /} but in tests, and the environment of the process. */
    GpuDiagnosis(Path root, Map<String, String> environment) {
        this.root = root;
        this.environment = environment;
        search = new LibrarySearch(root, environment);
    }

    static GpuDiagnosis ofThisMachine() {
        return new GpuDiagnosis(Path.of("/"), System.getenv());
    }

    /** All that is wrong, one line each; never empty. */
    List<String> findings() {
        List<String> findings = new ArrayList<>();
        addHidden(findings);
        addDriver(findings);
        addLibraries(findings);
        if (findings.isEmpty()) {
            findings.add(
                    "driver, CUDA and cuDNN are all there, so TensorFlow itself must say why: run it again with the"
                            + " environment variable TF_CPP_MIN_LOG_LEVEL=0. It wants a card of compute capability 6.0 or higher"
                            + " (nvidia-smi --query-gpu=name,compute_cap --format=csv)");
        }
        return findings;
    }

    private void addHidden(List<String> findings) {
        String visible = environment.get(VISIBLE);
        if (visible != null && visible.matches("\\s*(-.*)?")) {
            findings.add(
                    "the environment variable " + VISIBLE + " is '" + visible + "', which hides all GPUs: unset it");
        }
    }

    private void addDriver(List<String> findings) {
        Optional<String> version = driverVersion();
        if (version.isPresent() && Arrays.compare(numbers(version.get()), numbers(OLDEST_DRIVER)) < 0) {
            findings.add("NVIDIA's driver is version " + version.get() + ", but CUDA 12 needs " + OLDEST_DRIVER
                    + " or newer: update it");
        }
        if (search.libraries(DRIVER.file()).isEmpty()) {
            findings.add(DRIVER.file() + " is missing: "
                    + (version.isPresent()
                            ? "the kernel has the driver " + version.get()
                                    + ", but its libraries can't be found; a container must be started with them (docker run --gpus all)"
                            : "install " + DRIVER.origin()));
        } else if (!hasCard()) {
            findings.add(
                    "there is no /dev/nvidia0: is a card in the machine (nvidia-smi), and if this is a container, was it"
                            + " started with it (docker run --gpus all)?");
        }
    }

    /** Of the module in the kernel, such as 535.129.03; empty if none is loaded. */
    private Optional<String> driverVersion() {
        try {
            Matcher version = DRIVER_VERSION.matcher(Files.readString(root.resolve("proc/driver/nvidia/version")));
            return version.find() ? Optional.of(version.group(1)) : Optional.empty();
        } catch (IOException e) { // not loaded, or Windows' own in its Linux
            return Optional.empty();
        }
    }

    private static int[] numbers(String version) {
        return Arrays.stream(version.split("\\.")).mapToInt(Integer::parseInt).toArray();
    }

    /** Whether programs can reach a card: through its own device file, or that of Windows around this Linux. */
    private boolean hasCard() {
        if (Files.exists(root.resolve("dev/dxg"))) {
            return true;
        }
        try (DirectoryStream<Path> cards = Files.newDirectoryStream(root.resolve("dev"), "nvidia[0-9]*")) {
            return cards.iterator().hasNext();
        } catch (IOException e) { // no device files at all
            return false;
        }
    }

    private void addLibraries(List<String> findings) {
        List<Library> missing = CUDA.stream()
                .filter(library -> search.libraries(library.file()).isEmpty())
                .toList();
        missing.forEach(library -> findings.add(library.file() + " is missing: " + remedy(library)));
        if (!missing.isEmpty()) {
            String given = search.given().isEmpty()
                    ? "which is empty"
                    : search.given().stream().map(Path::toString).collect(Collectors.joining(", "));
            findings.add("libraries were looked for in " + LibrarySearch.VARIABLE + " (" + given
                    + "), in what ldconfig -p lists, and in the system's folders");
        }
    }

    private String remedy(Library library) {
        List<Path> hidden = search.elsewhere(library.file());
        if (!hidden.isEmpty()) {
            return "it is in a folder where nobody looks: export " + LibrarySearch.VARIABLE + "="
                    + hidden.get(0).getParent() + ":$" + LibrarySearch.VARIABLE;
        }
        return Stream.of(search.libraries(library.stem()), search.elsewhere(library.stem()))
                .flatMap(List::stream)
                .findFirst()
                .map(other -> "there is " + other + ", which is of another version; install " + library.origin()
                        + " beside it")
                .orElse("install " + library.origin());
    }
}
