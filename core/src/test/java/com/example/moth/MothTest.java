package com.example.moth;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gdxagents.check.SimulationCheck;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The code in the project's README compiles: it is that of this package, but for comments and how lines are broken. */
class MothTest {
    private static final Path SOURCES = Path.of("src/test/java/com/example/moth");

    @Test
    void theGameKeepsTheContract() {
        SimulationCheck.of(new MothGameFactory()).run().requireClean();
    }

    @Test
    void theReadmeShowsCodeThatCompiles() throws IOException {
        String code = code();
        List<String> shown = shown(Files.readString(Path.of("../README.md")));
        assertThat(shown)
                .hasSize(3)
                .allSatisfy(lines -> assertThat(lines.split("\n"))
                        .isNotEmpty()
                        .allSatisfy(line -> assertThat(code).contains(line)));
    }

    private static List<String> shown(String readme) {
        Matcher blocks = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL).matcher(readme);
        return blocks.results()
                .map(block -> block.group(1).lines().map(MothTest::bare).collect(Collectors.joining("\n")))
                .toList();
    }

    private static String code() throws IOException {
        try (Stream<Path> files = Files.list(SOURCES)) {
            StringBuilder code = new StringBuilder();
            for (Path file : files.sorted().toList()) {
                Files.readString(file).lines().map(MothTest::bare).forEach(code::append);
            }
            return code.toString();
        }
    }

    private static String bare(String line) {
        return line.replaceAll("//.*|@Override|\\s", "");
    }
}
