package io.github.gdxagents.training.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gdxagents.agent.RandomStream;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class FileNamesTest {
    private static final String OF_SLASH = "guard_red-721b343a8fe6942b";
    private static final String OF_COLON = "guard_red-54347153f5df3831";

    @Test
    void usualNamesStayAsTheyAre() {
        List<String> usual = List.of("guard", "Scout-2", "a.b_c", "..");
        assertThat(FileNames.of(usual)).isEqualTo(usual);
        assertThat(FileNames.of(List.of("a/../b", "guard"))).containsExactly("a_.._b", "guard");
    }

    /** The first eight bytes of the SHA-256 of each name. */
    @Test
    void namesThatWouldShareAFileAreMarked() {
        assertThat(FileNames.of(List.of("guard/red", "guard:red", "guard")))
                .containsExactly(OF_SLASH, OF_COLON, "guard");
        assertThat(FileNames.of(List.of("guard", "guard:red", "guard/red")))
                .as("whatever their order")
                .containsExactly("guard", OF_COLON, OF_SLASH);
    }

    @Test
    void capitalsAloneTellNothingApartOnSomeDisks() {
        List<String> files = FileNames.of(List.of("Red", "red", "RED/"));
        assertThat(files.get(0)).startsWith("Red-");
        assertThat(files.get(1)).startsWith("red-");
        assertThat(files.get(2)).isEqualTo("RED_");
    }

    @Test
    void aNameThatLooksLikeAMarkedOneIsToldApartToo() {
        assertThat(FileNames.of(List.of("guard/red", "guard:red", OF_SLASH))).doesNotHaveDuplicates();
    }

    @Test
    void allAreDistinctAndSafeWhateverTheNames() {
        RandomStream random = RandomStream.of(1);
        String characters = "aAbB/:_-.*<>";
        for (int i = 0; i < 2000; i++) {
            Set<String> names = new LinkedHashSet<>();
            for (int k = 0; k < 8; k++) {
                StringBuilder name = new StringBuilder();
                for (int c = 0; c <= random.nextInt(3); c++) {
                    name.append(characters.charAt(random.nextInt(characters.length())));
                }
                names.add(name.toString());
            }
            List<String> files = FileNames.of(List.copyOf(names));
            assertThat(files).hasSameSizeAs(names).allMatch(file -> file.matches("[A-Za-z0-9._-]+"));
            assertThat(files.stream().map(file -> file.toLowerCase(Locale.ROOT)).toList())
                    .as(String.valueOf(names))
                    .doesNotHaveDuplicates();
        }
        assertThat(FileNames.of(Collections.emptyList())).isEmpty();
    }
}
