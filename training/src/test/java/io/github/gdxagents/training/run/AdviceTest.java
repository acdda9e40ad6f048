package io.github.gdxagents.training.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class AdviceTest {
    private static final RunDirectory RUN = new RunDirectory(Path.of("runs", "game", "trial"));

    @Test
    void aBundledGameGoesOnByMavenToo() {
        assertThat(Advice.goOn("lander", RUN).lines())
                .containsExactly(
                        "Go on with:  train --resume " + RUN,
                        "or with:     mvn -q -Ptrain -Dgame=lander -Dtrain.args=\"--resume " + RUN + "\"");
    }

    /** Maven's profile doesn't have it on its class path. */
    @Test
    void aGameOfOnesOwnGoesOnByItsOwnProgram() {
        assertThat(Advice.goOn("com.acme.MyGame", RUN)).isEqualTo("Go on with:  train --resume " + RUN);
    }
}
