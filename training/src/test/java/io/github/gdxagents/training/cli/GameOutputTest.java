package io.github.gdxagents.training.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.hopagents.HopFactory;
import com.example.hopagents.NaiveHopFactory;
import io.github.gdxagents.agent.Simulation;
import io.github.gdxagents.agent.SimulationFactory;
import io.github.gdxagents.agent.SimulationSettings;
import io.github.gdxagents.training.run.RunDirectory;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class GameOutputTest {
    @TempDir
    private Path folder;

    @Test
    void whatAGamePrintsGoesIntoItsRun() throws IOException {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        PrintStream before = System.out;
        int status = Main.commandLine(new PrintWriter(out, true), new PrintWriter(err, true))
                .execute(
                        "train",
                        HopFactory.class.getName(),
                        "--runs",
                        folder.toString(),
                        "--name",
                        "trial",
                        "--steps",
                        "64",
                        "--set",
                        "rollout.instances=2",
                        "--set",
                        "rollout.horizon=32",
                        "--set",
                        "tuning.seconds=0");
        assertThat(status).as(err.toString()).isZero();
        assertThat(System.out).isSameAs(before);
        Path log = folder.resolve("HopFactory/trial/game.log");
        assertThat(log).content().contains("[hop] best so far: 0\n", "missed, lives 2\n");
        assertThat(out.toString())
                .doesNotContain("missed, lives")
                .contains(String.format(
                        "The game printed %,d lines:  %s",
                        Files.readAllLines(log).size(), log));
    }

    @Test
    void aRunThatGoesOnKeepsWhatWasPrintedAndASilentGameHasNoFile() throws IOException {
        RunDirectory run = new RunDirectory(folder);
        try (GameOutput output = GameOutput.into(run)) {
            assertThat(output.notice()).isEmpty();
        }
        assertThat(run.gameLog()).doesNotExist();
        for (String text : new String[] {"one\ntwo", "\nthree\n"}) {
            try (GameOutput output = GameOutput.into(run)) {
                System.out.print(text);
            }
        }
        try (GameOutput output = GameOutput.into(run)) {
            System.err.println("größer");
            assertThat(output.notice())
                    .hasValueSatisfying(notice -> assertThat(notice).contains("printed 1 line:"));
        }
        assertThat(run.gameLog()).content().isEqualToNormalizingNewlines("one\ntwo\nthree\ngrößer\n");
    }

    @Test
    void itKeepsTheFirstMegabytes() throws IOException {
        RunDirectory run = new RunDirectory(folder);
        String line = "x".repeat(1 << 20);
        try (GameOutput output = GameOutput.into(run)) {
            for (int i = 0; i < 20; i++) {
                System.out.println(line);
            }
            assertThat(output.notice())
                    .hasValueSatisfying(notice -> assertThat(notice).contains("20 lines, of which the first are kept"));
        }
        assertThat(run.gameLog()).hasSize(GameOutput.MOST_BYTES);
    }

    /** Where the game could not even be made, nothing is kept but what it said. */
    @Test
    void whatAGameSaidThatCouldNotBeginIsShown() {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int status = Main.commandLine(new PrintWriter(out, true), new PrintWriter(err, true))
                .execute("train", BabblingFactory.class.getName(), "--runs", folder.toString(), "--tune", "0");
        assertThat(status).isEqualTo(1);
        assertThat(out.toString()).contains("The game printed 1 line, that ended with\nno level 7");
    }

    public static final class BabblingFactory implements SimulationFactory {
        @Override
        public Simulation create(SimulationSettings settings) {
            System.out.println("no level 7");
            throw new IllegalStateException("no level");
        }
    }

    /** Stopped and resumed, on other numbers of threads, and evaluated as it was trained. */
    @Test
    void anIsolatedGameComesToTheSameAcrossAResume() throws IOException {
        assertThat(isolated("whole", "1", "256")).isZero();
        assertThat(isolated("halves", "2", "128")).isZero();
        Path halves = folder.resolve("NaiveHopFactory/halves");
        assertThat(main("train", "--resume", halves.toString(), "--steps", "256", "--threads", "4"))
                .isZero();
        Path whole = folder.resolve("NaiveHopFactory/whole");
        assertThat(halves.resolve("latest.policy")).hasSameBinaryContentAs(whole.resolve("latest.policy"));
        assertThat(main("evaluate", whole.resolve("latest.policy").toString(), "--episodes", "6", "--threads", "3"))
                .isZero();
        String together = printed.toString();
        printed.getBuffer().setLength(0);
        assertThat(main("evaluate", whole.resolve("latest.policy").toString(), "--episodes", "6", "--threads", "1"))
                .isZero();
        assertThat(together).endsWith(printed.toString()).contains("hopper: mean return");
    }

    private final StringWriter printed = new StringWriter();

    private int main(String... arguments) {
        PrintStream before = System.out;
        System.setOut(new PrintStream(OutputStream.nullOutputStream()));
        try {
            return Main.commandLine(new PrintWriter(printed, true), new PrintWriter(printed, true))
                    .execute(arguments);
        } finally {
            System.setOut(before);
        }
    }

    private int isolated(String name, String threads, String steps) {
        return main(
                "train",
                NaiveHopFactory.class.getName(),
                "--runs",
                folder.toString(),
                "--name",
                name,
                "--threads",
                threads,
                "--steps",
                steps,
                "--set",
                "isolated=true",
                "--set",
                "rollout.instances=4",
                "--set",
                "rollout.horizon=16",
                "--set",
                "ppo.minibatchSize=32",
                "--set",
                "evaluation.everyIterations=0",
                "--set",
                "evaluation.finalEpisodes=4",
                "--tune",
                "0");
    }

    @Test
    void aFileThatCantBeWrittenKeepsNobodyFromPlaying() {
        try (GameOutput output = GameOutput.into(new RunDirectory(folder.resolve("none")))) {
            System.out.println("lost");
            System.out.println("and gone");
            assertThat(output.notice()).contains("The game printed 2 lines, that ended with\nlost\nand gone");
            System.out.println("x".repeat(2030));
            System.out.println("the last");
            assertThat(output.notice())
                    .hasValueSatisfying(
                            notice -> assertThat(notice).endsWith("with\n" + "x".repeat(2030) + "\nthe last"));
        }
    }
}
