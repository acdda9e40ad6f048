package io.github.gdxagents.games;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import org.junit.jupiter.api.Test;

class GameClassPathTest {
    private static final String SEPARATOR = File.pathSeparator;

    private static String absolute(String path) {
        return new File(path).getAbsolutePath();
    }

    @Test
    void whatIsNotThereIsNamed() {
        GameClassPath game =
                new GameClassPath("--class-path", "src" + SEPARATOR + "src/*" + SEPARATOR + "none.jar", "train");
        assertThat(game.missing()).containsExactly(absolute("none.jar"));
        assertThat(game.complaint()).startsWith("--class-path: there is no [" + absolute("none.jar") + "]. Give");
        assertThat(new GameClassPath("train").missing()).isEmpty();
    }

    @Test
    void theOptionIsTakenOutWhereverItStands() {
        GameClassPath game = new GameClassPath("train", "--class-path", "a.jar", "com.acme.Moth", "--class-path=b c");
        assertThat(game.isGiven()).isTrue();
        assertThat(game.arguments()).containsExactly("train", "com.acme.Moth");
        assertThat(game.before("lib")).isEqualTo(absolute("a.jar") + SEPARATOR + absolute("b c") + SEPARATOR + "lib");
        assertThat(game.before("")).isEqualTo(absolute("a.jar") + SEPARATOR + absolute("b c"));
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
