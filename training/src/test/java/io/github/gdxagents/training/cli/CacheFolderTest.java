package io.github.gdxagents.training.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CacheFolderTest {
    private static final String VARIABLE = "XDG_CACHE_HOME";

    @TempDir
    private Path home;

    @Test
    void itIsWhereTheUserWantsIt() {
        Path elsewhere = home.resolve("elsewhere");
        assertThat(CacheFolder.of(Map.of(VARIABLE, elsewhere.toString()), home.toString()))
                .contains(elsewhere.resolve("gdx-agents"));
    }

    @Test
    void elseItIsInTheHome() {
        Path usual = home.resolve(".cache").resolve("gdx-agents");
        assertThat(CacheFolder.of(Map.of(), home.toString())).contains(usual);
        assertThat(CacheFolder.of(Map.of(VARIABLE, "not/absolute"), home.toString()))
                .contains(usual);
    }

    @Test
    void someUsersHaveNone() {
        assertThat(CacheFolder.of(Map.of(), "?")).isEmpty();
    }
}
