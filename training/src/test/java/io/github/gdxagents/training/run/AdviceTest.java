package io.github.gdxagents.training.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

final class AdviceTest {
    private static final RunDirectory RUN = new RunDirectory(Path.of("runs", "game", "trial"));

    private static final RunDirectory BLANK = new RunDirectory(Path.of("my runs", "lander", "a"));

    @BeforeEach
    void startAsMavenDoes() {
        System.setProperty(Advice.BY_MAVEN, "true");
    }

    @AfterEach
    void forget() {
        System.clearProperty(Advice.BY_MAVEN);
        System.clearProperty(Advice.BY_SCRIPT);
        System.clearProperty(Advice.COMMAND);
        System.clearProperty(Advice.CLASS_PATH);
    }

    @Test
    void aBundledGameGoesOnByMavenToo() {
        assertThat(Advice.goOn("lander", RUN).lines())
                .containsExactly(
                        "Go on with:  train --resume " + RUN,
                        "or with:     mvn -q -Ptrain -Dgame=lander -Dtrain.args=\"--resume " + RUN + "\"");
        assertThat(Advice.watch("lander", RUN.path()))
                .isEqualTo("Watch it with:  mvn -q -Pwatch -Dgame=lander -Dwatch.args=\"--policy " + RUN + "\"");
    }

    @Test
    void whoDoesNotUseMavenHasNoProfileOfIts() {
        forget();
        assertThat(Advice.goOn("lander", RUN)).isEqualTo("Go on with:  train --resume " + RUN);
        assertThat(Advice.watch("lander", RUN.path())).doesNotContain("mvn");
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "quotes are others there")
    void pathsWithBlanksAreQuotedAlsoWithinQuotes() {
        assertThat(Advice.goOn("lander", BLANK).lines())
                .containsExactly(
                        "Go on with:  train --resume 'my runs/lander/a'",
                        "or with:     mvn -q -Ptrain -Dgame=lander -Dtrain.args=\"--resume 'my runs/lander/a'\"");
        assertThat(Advice.goOn("lander", new RunDirectory(Path.of("it's $5"))))
                .as("there is no way to write that in Maven's arguments")
                .isEqualTo("Go on with:  train --resume 'it'\\''s $5'");
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "quotes are others there")
    void whereThereAreScriptsTheirCommandsAreWhole() {
        forget();
        System.setProperty(Advice.BY_SCRIPT, "true");
        assertThat(Advice.goOn("lander", RUN)).isEqualTo("Go on with:  gdx-agents train --resume " + RUN);
        System.setProperty(Advice.CLASS_PATH, "my game.jar:lib/*");
        assertThat(Advice.goOn("com.acme.MyGame", RUN))
                .isEqualTo("Go on with:  gdx-agents --class-path 'my game.jar:lib/*' train --resume " + RUN);
        assertThat(Advice.watch("com.acme.Games$Moth", BLANK.path()))
                .isEqualTo(
                        "Watch it with:  gdx-agents-window --class-path 'my game.jar:lib/*' watch 'com.acme.Games$Moth'"
                                + " --policy 'my runs/lander/a'");
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "quotes are others there")
    void aProjectThatRunsTheTrainerByItsBuildSaysHow() {
        forget();
        System.setProperty(Advice.COMMAND, "mvn -q -Ptrain -Dargs=\"%s\"");
        assertThat(Advice.resume(RUN, " --steps 9"))
                .isEqualTo("mvn -q -Ptrain -Dargs=\"train --resume " + RUN + " --steps 9\"");
        assertThat(Advice.resume(BLANK, "")).isEqualTo("mvn -q -Ptrain -Dargs=\"train --resume 'my runs/lander/a'\"");
        assertThat(Advice.resume(new RunDirectory(Path.of("a$b")), ""))
                .as("a shell would take it for a variable")
                .isEqualTo("train --resume 'a$b'");
    }

    /** Maven's profile doesn't have it on its class path. */
    @Test
    void aGameOfOnesOwnGoesOnByItsOwnProgram() {
        assertThat(Advice.goOn("com.acme.MyGame", RUN)).isEqualTo("Go on with:  train --resume " + RUN);
    }
}
