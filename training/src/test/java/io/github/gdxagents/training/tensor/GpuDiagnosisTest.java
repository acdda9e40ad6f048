package io.github.gdxagents.training.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class GpuDiagnosisTest {
    private static final String LIBRARIES = "usr/lib/x86_64-linux-gnu";
    private static final Map<String, String> EMPTY = Map.of();

    @TempDir
    private Path root;

    private FakeMachine machine;

    @BeforeEach
    void make() {
        machine = new FakeMachine(root);
    }

    @Test
    void onAMachineWithoutAnythingEverythingIsListedWithWhatToInstall() {
        assertThat(machine.findings(EMPTY))
                .containsExactly(
                        "libcuda.so.1 is missing: install NVIDIA's driver, 525.60.13 or newer",
                        "libcudart.so.12 is missing: install CUDA 12",
                        "libcublas.so.12 is missing: install cuBLAS of CUDA 12",
                        "libcublasLt.so.12 is missing: install cuBLAS of CUDA 12",
                        "libcudnn.so.9 is missing: install cuDNN 9 for CUDA 12",
                        "libcufft.so.11 is missing: install cuFFT of CUDA 12",
                        "libcusolver.so.11 is missing: install cuSOLVER of CUDA 12",
                        "libcusparse.so.12 is missing: install cuSPARSE of CUDA 12",
                        "libraries were looked for in LD_LIBRARY_PATH (which is empty), in what ldconfig -p lists, and in the"
                                + " system's folders");
    }

    @Test
    void whereAllIsThereTensorFlowIsToSayWhatItDislikes() {
        machine.driver("535.129.03").cuda(LIBRARIES).cudnn(LIBRARIES);
        assertThat(machine.findings(EMPTY)).singleElement().asString().contains("TF_CPP_MIN_LOG_LEVEL=0", "6.0");
    }

    @Test
    void anotherVersionIsShownAndIsNoReplacement() {
        machine.driver("535.129.03").cuda("mine").file("mine/libcudnn.so.8", "");
        assertThat(machine.findings(Map.of("LD_LIBRARY_PATH", "/mine:/other")))
                .containsExactly(
                        "libcudnn.so.9 is missing: there is " + machine.path("mine/libcudnn.so.8")
                                + ", which is of another version; install cuDNN 9 for CUDA 12 beside it",
                        "libraries were looked for in LD_LIBRARY_PATH (" + machine.path("mine") + ", "
                                + machine.path("other") + "), in what ldconfig -p lists, and in the system's folders");
    }

    @Test
    void aFolderWhereNobodyLooksIsNamedAsTheRemedy() {
        machine.driver("535.129.03").cuda("usr/local/cuda-12.5/lib64").cudnn(LIBRARIES);
        assertThat(machine.findings(EMPTY))
                .contains("libcudart.so.12 is missing: it is in a folder where nobody looks: export LD_LIBRARY_PATH="
                        + machine.path("usr/local/cuda-12.5/lib64") + ":$LD_LIBRARY_PATH")
                .noneMatch(finding -> finding.contains("libcudnn") || finding.contains("install"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"470.223.02", "525.60.12", "525.60"})
    void aDriverThatIsTooOldIsNamedWithTheVersionThatIsNeeded(String version) {
        machine.driver(version).cuda(LIBRARIES).cudnn(LIBRARIES);
        assertThat(machine.findings(EMPTY))
                .containsExactly(
                        "NVIDIA's driver is version " + version + ", but CUDA 12 needs 525.60.13 or newer: update it");
    }

    @ParameterizedTest
    @ValueSource(strings = {"525.60.13", "525.105.17", "1000.1"})
    void aDriverIsNewEnoughNumberByNumber(String version) {
        machine.driver(version).cuda(LIBRARIES).cudnn(LIBRARIES);
        assertThat(machine.findings(EMPTY)).noneMatch(finding -> finding.contains("NVIDIA's driver is version"));
    }

    @Test
    void theOpenModuleSaysItsVersionInOtherWords() {
        machine.file(
                "proc/driver/nvidia/version",
                "NVRM version: NVIDIA UNIX Open Kernel Module for x86_64  570.86.10  Release Build\n");
        assertThat(machine.findings(EMPTY))
                .anyMatch(finding -> finding.contains("the kernel has the driver 570.86.10,"));
    }

    @Test
    void aContainerMayHaveTheKernelsDriverWithoutItsLibraries() {
        machine.cuda(LIBRARIES)
                .cudnn(LIBRARIES)
                .file("proc/driver/nvidia/version", "NVRM version: NVIDIA UNIX x86_64 Kernel Module  535.1.2  Thu\n");
        assertThat(machine.findings(EMPTY))
                .singleElement()
                .asString()
                .contains("libcuda.so.1", "535.1.2", "docker run --gpus all");
    }

    @Test
    void theLibrariesMayBeThereWithoutACard() {
        machine.cuda(LIBRARIES).cudnn(LIBRARIES).file(LIBRARIES + "/libcuda.so.1", "");
        assertThat(machine.findings(EMPTY)).singleElement().asString().contains("/dev/nvidia0");
        machine.file("dev/nvidiactl", "");
        assertThat(machine.findings(EMPTY)).singleElement().asString().contains("/dev/nvidia0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev/nvidia3", "dev/dxg"})
    void aCardIsADeviceFileWithANumberOrThatOfWindows(String card) {
        machine.cuda(LIBRARIES).cudnn(LIBRARIES).file(LIBRARIES + "/libcuda.so.1", "");
        machine.file(card, "");
        assertThat(machine.findings(EMPTY)).noneMatch(finding -> finding.contains("/dev/nvidia0"));
    }

    @Test
    void hiddenCardsAreSaidToBeHidden() {
        machine.driver("535.129.03").cuda(LIBRARIES).cudnn(LIBRARIES);
        String hides = "which hides all GPUs";
        assertThat(machine.findings(Map.of("CUDA_VISIBLE_DEVICES", "")))
                .singleElement()
                .asString()
                .contains(hides);
        assertThat(machine.findings(Map.of("CUDA_VISIBLE_DEVICES", "-1")))
                .singleElement()
                .asString()
                .contains(hides);
        assertThat(machine.findings(Map.of("CUDA_VISIBLE_DEVICES", "0"))).noneMatch(line -> line.contains(hides));
    }

    @Test
    void theDocumentedTableHasEachLibraryWithItsOriginAndNoOther() throws IOException {
        Set<String> documented = new TreeSet<>();
        Pattern row = Pattern.compile("^\\| (`lib.*`) \\| (.*) \\|$", Pattern.MULTILINE);
        Matcher rows = row.matcher(Files.readString(Path.of("docs", "gpu.md")));
        while (rows.find()) {
            for (String file : rows.group(1).split(", ")) {
                documented.add(file.replace("`", "") + " " + rows.group(2));
            }
        }
        assertThat(documented)
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(Stream.of(GpuDiagnosis.DRIVER), GpuDiagnosis.CUDA.stream())
                                .map(library -> library.file() + " " + library.origin())
                                .toList());
    }
}
