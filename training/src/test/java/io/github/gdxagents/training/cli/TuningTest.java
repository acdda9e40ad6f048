package io.github.gdxagents.training.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gdxagents.agent.Agent;
import io.github.gdxagents.agent.Simulation;
import io.github.gdxagents.agent.SimulationFactory;
import io.github.gdxagents.agent.SimulationSettings;
import io.github.gdxagents.testgame.CorridorSimulation;
import io.github.gdxagents.testgame.SkirmishFactory;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs that begin with a measurement, as a user begins them. */
@Tag("slow")
final class TuningTest {
    private static final String SKIRMISH = SkirmishFactory.class.getName();
    private static final String[] SMALL = {
        "ppo.totalSteps=30000",
        "ppo.epochs=1",
        "network.hidden=[4]",
        "evaluation.everyIterations=2",
        "evaluation.episodes=2",
        "evaluation.finalEpisodes=2"
    };

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path runs;

    private int execute(String... arguments) {
        return Main.commandLine(new PrintWriter(out, true), new PrintWriter(err, true))
                .execute(arguments);
    }

    private int train(String game, String name, String... more) {
        List<String> arguments = new ArrayList<>(List.of("train", game, "--runs", runs.toString(), "--name", name));
        for (String assignment : SMALL) {
            arguments.addAll(List.of("--set", assignment));
        }
        arguments.addAll(List.of(more));
        return execute(arguments.toArray(new String[0]));
    }

    private Path run(String name) {
        return runs.resolve("SkirmishFactory").resolve(name);
    }

    /** What no clock has a part in. */
    private static List<byte[]> policies(Path run) throws IOException {
        List<byte[]> contents = new ArrayList<>();
        try (Stream<Path> files = Files.list(run)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".policy"))
                    .sorted()
                    .toList()) {
                contents.add(Files.readAllBytes(file));
            }
        }
        return contents;
    }

    @Test
    void whatWasChosenIsSaidKeptAndUsedAgain() throws IOException {
        assertThat(train(SKIRMISH, "tuned", "--tune", "0.3")).as(err.toString()).isZero();

        String config = Files.readString(run("tuned").resolve("config.yaml"));
        String line = Files.readAllLines(run("tuned").resolve("tuned.txt")).get(0);
        assertThat(config).containsPattern("instances: [0-9]+").doesNotContainPattern("(?m)^ +\\w+: auto");
        assertThat(line).startsWith("Tuned in ").contains(" instances x ");
        assertThat(out.toString()).contains("Measuring what is fastest", line, "limits this run");

        out.getBuffer().setLength(0);
        assertThat(execute(
                        "train",
                        SKIRMISH,
                        "--config",
                        run("tuned").resolve("config.yaml").toString(),
                        "--name",
                        "again",
                        "--quiet"))
                .as(err.toString())
                .isZero();
        assertThat(out.toString()).doesNotContain("Tuned");
        assertThat(run("again").resolve("tuned.txt")).doesNotExist();
        assertThat(policies(run("again")))
                .hasSize(4)
                .usingElementComparator(Arrays::compare)
                .containsExactlyElementsOf(policies(run("tuned")));

        out.getBuffer().setLength(0);
        assertThat(execute("train", "--resume", run("tuned").toString(), "--steps", "60000"))
                .as(err.toString())
                .isZero();
        assertThat(out.toString()).contains("Going on with").doesNotContain("Tuned");
        assertThat(Files.readString(run("tuned").resolve("config.yaml")))
                .isEqualTo(config.replace("totalSteps: 30000", "totalSteps: 60000"));
    }

    @Test
    void nothingIsMeasuredIfThatIsWanted() throws IOException {
        assertThat(train(SKIRMISH, "quick", "--tune", "0")).as(err.toString()).isZero();

        assertThat(out.toString()).contains("Nothing was measured, since").doesNotContain("Tuned", "Measuring");
        assertThat(Files.readString(run("quick").resolve("config.yaml")))
                .contains("instances: 32 ", "horizon: 256 ", "threads: 0 ", "shards: 2 ");
    }

    @Test
    void aRunThatGoesOnIsNotTuned() {
        assertThat(execute("train", "--resume", "x", "--tune", "3")).isEqualTo(2);
        assertThat(err.toString()).contains("--tune is for a new run");
    }

    @Test
    void whatIsOpenAgainWhenARunGoesOnIsAsItWas() throws IOException {
        assertThat(train(
                        SKIRMISH,
                        "kept",
                        "--tune",
                        "0",
                        "--set",
                        "rollout.instances=4",
                        "--set",
                        "rollout.horizon=64",
                        "--threads",
                        "1",
                        "--set",
                        "learner.shards=3",
                        "--device",
                        "cpu"))
                .as(err.toString())
                .isZero();
        Path config = run("kept").resolve("config.yaml");
        String before = Files.readString(config);
        Path open = Files.writeString(
                runs.resolve("open.yaml"),
                "rollout: {instances: auto, horizon: auto}\nlearner: {shards: auto, device: auto}\n");

        assertThat(execute(
                        "train",
                        "--resume",
                        run("kept").toString(),
                        "--steps",
                        "32000",
                        "--threads",
                        "auto",
                        "--config",
                        open.toString(),
                        "-q"))
                .as(err.toString())
                .isZero();
        assertThat(Files.readString(config)).isEqualTo(before.replace("totalSteps: 30000", "totalSteps: 32000"));

        assertThat(execute("train", "--resume", run("kept").toString(), "--set", "tuning.seconds=3"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("goes on as it is: tuning.seconds (--tune) is for the beginning of a run");
    }

    @Test
    void timeThatCannotBeSpentIsRefused() {
        assertThat(train(SKIRMISH, "long", "--tune", "-3")).isEqualTo(2);
        assertThat(err.toString()).contains("tuning.seconds: must be 0 to 3600, but is -3.0 (--tune)");
        assertThat(run("long")).doesNotExist();
    }

    @Test
    void aGameThatBreaksMeanwhileIsToldWithItsReplay() throws IOException {
        assertThat(train(BrittleGame.class.getName(), "broken", "--tune", "0.3"))
                .isEqualTo(1);

        Path run = runs.resolve("TuningTest-BrittleGame").resolve("broken");
        List<Path> replays;
        try (Stream<Path> files = Files.list(run.resolve("faults"))) {
            replays = files.toList();
        }
        assertThat(replays).hasSize(1);
        assertThat(err.toString())
                .contains("broke while its speed was measured, before training: instance ")
                .contains("step() threw java.lang.IllegalStateException: what now?")
                .contains("Reproduce it:  replay " + replays.get(0))
                .contains("--on-fault restart", "remove '" + run + "' and begin again")
                .doesNotContain("Unexpected", "\tat ");

        assertThat(execute("replay", replays.get(0).toString())).isEqualTo(1);
        assertThat(out + err.toString()).contains("what now?");
    }

    @Test
    void aGameThatCannotBeMadeLeavesNoFolder() {
        assertThat(train(HollowGame.class.getName(), "hollow", "--tune", "0.3")).isEqualTo(1);

        assertThat(err.toString()).contains("can't be made: ", "no walls").doesNotContain("Unexpected");
        assertThat(runs.resolve("TuningTest-HollowGame").resolve("hollow")).doesNotExist();
    }

    /** Breaks at the third step of any episode. */
    public static final class BrittleGame implements SimulationFactory {
        @Override
        public Simulation create(SimulationSettings settings) {
            return new Brittle(new CorridorSimulation.Factory().create(settings));
        }
    }

    private static final class Brittle implements Simulation {
        private final Simulation corridor;
        private int steps;

        Brittle(Simulation corridor) {
            this.corridor = corridor;
        }

        @Override
        public List<? extends Agent> agents() {
            return corridor.agents();
        }

        @Override
        public void reset(long seed) {
            steps = 0;
            corridor.reset(seed);
        }

        @Override
        public void step() {
            if (++steps == 3) {
                throw new IllegalStateException("what now?");
            }
            corridor.step();
        }

        @Override
        public void dispose() {
            corridor.dispose();
        }
    }

    /** Can't be made. */
    public static final class HollowGame implements SimulationFactory {
        @Override
        public Simulation create(SimulationSettings settings) {
            throw new IllegalStateException("no walls");
        }
    }
}
