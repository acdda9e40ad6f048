package io.github.gdxagents.training.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gdxagents.agent.Simulation;
import io.github.gdxagents.agent.SimulationFactory;
import io.github.gdxagents.agent.SimulationSettings;
import io.github.gdxagents.replay.RecordedEpisode;
import io.github.gdxagents.replay.Replay;
import io.github.gdxagents.replay.ReplayFile;
import io.github.gdxagents.testgame.CorridorSimulation;
import io.github.gdxagents.testgame.WrappedSimulation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class GameExitTest {
    private static final String GAME = QuittingGame.class.getName();

    @TempDir
    private Path runs;

    /** Ends the process in the 300th step, as if all were well. */
    public static final class QuittingGame implements SimulationFactory {
        private static final AtomicInteger STEPS = new AtomicInteger();

        @Override
        public Simulation create(SimulationSettings settings) {
            return new WrappedSimulation(new CorridorSimulation.Factory().create(SimulationSettings.none())) {
                @Override
                public void step() {
                    if (STEPS.incrementAndGet() == 300) {
                        System.exit(0);
                    }
                    super.step();
                }
            };
        }
    }

    /** Ends it as soon as it is asked for an instance. */
    public static final class HastyGame implements SimulationFactory {
        @Override
        public Simulation create(SimulationSettings settings) {
            System.exit(0);
            return null;
        }
    }

    private static StackTraceElement frame(String type, String method) {
        return new StackTraceElement(type, method, null, 1);
    }

    private static StackTraceElement[] exitBy(String type) {
        return new StackTraceElement[] {
            frame("java.lang.Shutdown", "exit"),
            frame("java.lang.Runtime", "exit"),
            frame("java.lang.System", "exit"),
            frame(type, "step"),
            frame("java.lang.Thread", "run")
        };
    }

    @Test
    void whoCalledItIsFoundUnlessItWasThisProgramOrASignal() {
        StackTraceElement[] idle = {frame("java.lang.Object", "wait")};
        StackTraceElement[] signal = {
            frame("java.lang.Shutdown", "exit"), frame("java.lang.Terminator$1", "handle"), idle[0]
        };
        assertThat(GameExit.caller(List.of(idle, signal, exitBy(Main.class.getName()))))
                .isEmpty();
        assertThat(GameExit.caller(List.of(idle, exitBy("com.acme.Game")))).hasValue(frame("com.acme.Game", "step"));
    }

    private String failed(List<String> arguments) throws IOException, InterruptedException {
        Process process = TrainerProcess.of(runs, arguments).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isEqualTo(1);
        return output;
    }

    @Test
    @Tag("slow")
    void aGameThatEndsTheProcessIsNamedAndTheRunIsSaved() throws IOException, InterruptedException {
        String output = failed(List.of(
                "train",
                GAME,
                "--runs",
                runs.toString(),
                "--name",
                "a",
                "--tune",
                "0",
                "--set",
                "rollout.horizon=32",
                "--set",
                "rollout.instances=2",
                "--set",
                "ppo.minibatchSize=64",
                "--set",
                "faults.watchdogSeconds=1"));

        assertThat(output)
                .contains("it called System.exit at " + GAME)
                .contains("it called System.exit, which never comes back", "The run is saved as of iteration ")
                .doesNotContain("please report", "raise faults.watchdogSeconds");
    }

    @Test
    @Tag("slow")
    void withoutARunItIsNamedToo() throws IOException, InterruptedException {
        String hasty = HastyGame.class.getName();
        RecordedEpisode episode = new RecordedEpisode(7, 0, 0, new byte[0]);
        Path file = Files.write(runs.resolve("a.replay"), ReplayFile.toBytes(new Replay(hasty, Map.of(), episode, "")));

        assertThat(failed(List.of("replay", file.toString()))).contains("it called System.exit at " + hasty);
    }
}
