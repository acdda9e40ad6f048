package com.example.toygame;

import static org.assertj.core.api.Assertions.assertThat;

import com.badlogic.gdx.files.FileHandle;
import io.github.gdxagents.agent.RandomStream;
import io.github.gdxagents.agent.StepStatus;
import io.github.gdxagents.check.SimulationCheck;
import io.github.gdxagents.network.Activation;
import io.github.gdxagents.network.Network;
import io.github.gdxagents.policy.PolicyFile;
import io.github.gdxagents.policy.PolicyModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README's example is compiled, checked and played here, from outside of the project's packages. */
class CatchGameTest {
    private static final String SOURCES = "src/test/java/com/example/toygame/";

    @TempDir
    Path folder;

    @Test
    void theGameKeepsTheContract() {
        assertThat(SimulationCheck.of(new CatchGameFactory())
                        .episodes(20)
                        .seed(1)
                        .run()
                        .requireClean()
                        .findings())
                .isEmpty();
    }

    @Test
    void aPolicyPlaysTheGame() throws IOException {
        // output 2, "right", is the largest for every observation
        Network network = Network.zeros(3, new int[] {4}, Activation.TANH, 3);
        float[] parameters = new float[network.parameterCount()];
        parameters[parameters.length - 1] = 1;
        network.setParameters(parameters, 0);
        Path file = folder.resolve("catch.policy");
        PolicyModel model = PolicyModel.builder(CatchGame.CATCHER, network)
                .goldenSamples(4, RandomStream.of(1))
                .build();
        Files.write(file, PolicyFile.toBytes(model));
        CatchScreen screen = new CatchScreen(new FileHandle(file.toFile()), 5);
        while (screen.game.status() == StepStatus.RUNNING) {
            screen.update();
        }
        assertThat(screen.game.basket).isEqualTo(1);
    }

    @Test
    void theReadmeShowsTheCodeThatIsTested() throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        for (String name : new String[] {"CatchGame.java", "CatchScreen.java"}) {
            String source = Files.readString(Path.of(SOURCES + name));
            String shown = source.substring(source.indexOf("/**")).replace("    @Override\n", "");
            assertThat(readme).as(name).contains("```java\n" + shown + "```");
        }
    }
}
