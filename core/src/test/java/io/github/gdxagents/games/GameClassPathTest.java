package io.github.gdxagents.games;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import org.junit.jupiter.api.Test;

class GameClassPathTest {
    private static final String SEPARATOR = File.pathSeparator;

    @Test
    void theOptionIsTakenOutWhereverItStands() {
        GameClassPath game = new GameClassPath("train", "--class-path", "a.jar", "com.acme.Moth", "--class-path=b c");
        assertThat(game.isGiven()).isTrue();
        assertThat(game.arguments()).containsExactly("train", "com.acme.Moth");
        assertThat(game.before("lib")).isEqualTo("a.jar" + SEPARATOR + "b c" + SEPARATOR + "lib");
        assertThat(game.before("")).isEqualTo("a.jar" + SEPARATOR + "b c");
    }

    @Test
    void withoutItNothingChanges() {
        GameClassPath game = new GameClassPath("watch", "lander");
        assertThat(game.isGiven()).isFalse();
        assertThat(game.arguments()).containsExactly("watch", "lander");
        assertThat(game.before("lib")).isEqualTo("lib");
    }

    @Test
    void anOptionWithoutValueIsLeftToBeComplainedOf() {
        assertThat(new GameClassPath("train", "--class-path").arguments()).containsExactly("train", "--class-path");
    }
}
