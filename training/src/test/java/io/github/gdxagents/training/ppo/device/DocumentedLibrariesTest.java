package io.github.gdxagents.training.ppo.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page on GPUs names the libraries that are looked for, and no others. */
final class DocumentedLibrariesTest {
    @Test
    void theTableHasEachLibraryWithItsOriginAndNoOther() throws IOException {
        Set<String> documented = new TreeSet<>();
        Pattern row = Pattern.compile("^\\| (`lib.*`) \\| (.*) \\|$", Pattern.MULTILINE);
        Matcher rows = row.matcher(Files.readString(Path.of("docs", "gpu.md")));
        while (rows.find()) {
            for (String file : rows.group(1).split(", ")) {
                documented.add(file.replace("`", "") + " " + rows.group(2));
            }
        }
        assertThat(documented)
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(GpuLibrary.values())
                        .map(library -> library.file() + " " + library.origin())
                        .toList());
    }
}
