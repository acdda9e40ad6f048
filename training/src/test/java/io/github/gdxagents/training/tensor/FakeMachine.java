package io.github.gdxagents.training.tensor;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A folder that looks like the root of a Linux. */
final class FakeMachine {
    private static final List<String> CUDA = List.of(
            "libcudart.so.12",
            "libcublas.so.12",
            "libcublasLt.so.12",
            "libcufft.so.11",
            "libcusolver.so.11",
            "libcusparse.so.12");

    private final Path root;

    FakeMachine(Path root) {
        this.root = root;
    }

    FakeMachine file(String path, String content) {
        Path file = root.resolve(path);
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, content, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return this;
    }

    FakeMachine driver(String version) {
        return file("usr/lib/x86_64-linux-gnu/libcuda.so.1", "")
                .file("dev/nvidia0", "")
                .file(
                        "proc/driver/nvidia/version",
                        "NVRM version: NVIDIA UNIX x86_64 Kernel Module  " + version
                                + "  Thu Nov  2 20:01:10 UTC 2023\nGCC version:  gcc version 12.3.0 (Ubuntu 12.3.0)\n");
    }

    /** All of CUDA 12, without cuDNN. */
    FakeMachine cuda(String folder) {
        CUDA.forEach(library -> file(folder + "/" + library, ""));
        return this;
    }

    FakeMachine cudnn(String folder) {
        return file(folder + "/libcudnn.so.9", "");
    }

    LibrarySearch search(Map<String, String> environment) {
        return new LibrarySearch(root, environment);
    }

    List<String> findings(Map<String, String> environment) {
        return new GpuDiagnosis(root, environment).findings();
    }

    Path path(String path) {
        return root.resolve(path);
    }
}
