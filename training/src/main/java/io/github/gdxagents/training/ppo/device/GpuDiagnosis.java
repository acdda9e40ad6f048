package io.github.gdxagents.training.ppo.device;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Why TensorFlow's GPU library finds no GPU on this machine.
 *
 * <p>Thread safety: none. It reads the disk at every call.
 */
final class GpuDiagnosis {
    private static final String VISIBLE = "CUDA_VISIBLE_DEVICES";

    private final Map<String, String> environment;
    private final LibrarySearch search;
    private final Driver driver;

    /**
     * Looks at a machine.
     *
     * @param root of its files, {@code /} but in tests
     * @param environment of the process
     */
    GpuDiagnosis(Path root, Map<String, String> environment) {
        this.environment = environment;
        search = new LibrarySearch(root, environment);
        driver = new Driver(root);
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
        Optional<String> version = driver.version();
        if (driver.isTooOld()) {
            findings.add("NVIDIA's driver is version " + version.orElseThrow() + ", but CUDA 12 needs " + Driver.OLDEST
                    + " or newer: update it");
        }
        if (search.find(GpuLibrary.DRIVER.file()).isEmpty()) {
            findings.add(GpuLibrary.DRIVER.file() + " is missing: "
                    + (version.isPresent()
                            ? "the kernel has the driver " + version.get()
                                    + ", but its libraries can't be found; a container must be started with them (docker run --gpus all)"
                            : "install " + GpuLibrary.DRIVER.origin()));
        } else if (!driver.hasCard()) {
            findings.add(
                    "there is no /dev/nvidia0: is a card in the machine (nvidia-smi), and if this is a container, was it"
                            + " started with it (docker run --gpus all)?");
        }
    }

    private void addLibraries(List<String> findings) {
        boolean isAnyMissing = false;
        for (GpuLibrary library : GpuLibrary.values()) {
            if (library != GpuLibrary.DRIVER && search.find(library.file()).isEmpty()) {
                isAnyMissing = true;
                findings.add(library.file() + " is missing: " + remedy(library));
            }
        }
        if (isAnyMissing) {
            String given = search.given().isEmpty()
                    ? "which is empty"
                    : search.given().stream().map(Path::toString).collect(Collectors.joining(", "));
            findings.add("libraries were looked for in " + LibrarySearch.VARIABLE + " (" + given
                    + "), in what ldconfig -p lists, and in the system's folders");
        }
    }

    private String remedy(GpuLibrary library) {
        Collection<Path> hidden = search.elsewhere(library.file());
        if (!hidden.isEmpty()) {
            return "it is in a folder where nobody looks: export " + LibrarySearch.VARIABLE + "="
                    + hidden.iterator().next().getParent() + ":$" + LibrarySearch.VARIABLE;
        }
        Collection<Path> others = search.libraries(library.stem());
        if (others.isEmpty()) {
            others = search.elsewhere(library.stem());
        }
        return others.isEmpty()
                ? "install " + library.origin()
                : "there is " + others.iterator().next() + ", which is of another version; install " + library.origin()
                        + " beside it";
    }
}
