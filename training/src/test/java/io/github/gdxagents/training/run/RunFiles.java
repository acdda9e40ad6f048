package io.github.gdxagents.training.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a run leaves behind that must not depend on threads, stops and time. */
final class RunFiles {
    private static final Set<String> TIMES = Set.of(
            "seconds",
            "steps_per_second",
            "simulation_seconds",
            "inference_seconds",
            "learning_seconds",
            "iteration_seconds");

    private RunFiles() {}

    /** All policy files by name, as text of their bytes, and the metrics without times. */
    static TreeMap<String, String> of(RunDirectory directory) throws IOException {
        TreeMap<String, String> files = new TreeMap<>();
        try (Stream<Path> paths = Files.list(directory.path())) {
            for (Path path : paths.toList()) {
                if (path.toString().endsWith(".policy")) {
                    files.put(path.getFileName().toString(), Arrays.toString(Files.readAllBytes(path)));
                }
            }
        }
        files.put("metrics.csv", String.join("\n", metrics(directory)));
        return files;
    }

    private static List<String> metrics(RunDirectory directory) throws IOException {
        List<List<String>> rows = Files.readAllLines(directory.metrics()).stream()
                .map(line -> List.of(line.split(",", -1)))
                .toList();
        List<Integer> kept = new ArrayList<>();
        for (int i = 0; i < rows.get(0).size(); i++) {
            if (!TIMES.contains(rows.get(0).get(i))) {
                kept.add(i);
            }
        }
        return rows.stream()
                .map(row -> kept.stream().map(row::get).collect(Collectors.joining(",")))
                .toList();
    }

    static void assertSame(RunDirectory actual, RunDirectory expected) throws IOException {
        TreeMap<String, String> wanted = of(expected);
        assertThat(wanted).as("else the test would show nothing").hasSizeGreaterThan(2);
        assertThat(wanted.get("metrics.csv").lines()).hasSizeGreaterThan(2);
        assertThat(of(actual)).isEqualTo(wanted);
    }
}
