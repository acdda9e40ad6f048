package io.github.gdxagents.training.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.hopagents.HopFactory;
import io.github.gdxagents.training.run.RunDirectory;
import java.io.IOException;
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
                    .hasValueSatisfying(notice -> assertThat(notice).contains("printed 1 lines:"));
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

    @Test
    void aFileThatCantBeWrittenKeepsNobodyFromPlaying() {
        try (GameOutput output = GameOutput.into(new RunDirectory(folder.resolve("none")))) {
            System.out.println("lost");
            assertThat(output.notice()).isPresent();
        }
    }
}
