package io.github.gdxagents.training.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class HeadStartTest {
    @TempDir
    private Path folder;

    private static List<String> words(String commandLine) {
        return commandLine.isEmpty() ? List.of() : List.of(commandLine.split(" "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"train lander", "train --resume runs/lander/trial", "benchmark lander", "benchmark-learner"})
    void commandsThatLearnHaveTensorFlowLoaded(String commandLine) {
        assertThat(HeadStart.learns(words(commandLine))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "games",
                "inspect train",
                "evaluate lander",
                "--help",
                "train --help",
                "train lander -h",
                "-V"
            })
    void othersDoNotWasteTheTime(String commandLine) {
        assertThat(HeadStart.learns(words(commandLine))).isFalse();
    }

    @Test
    void onlyARunThatSurelyTrainsIsTypical() {
        assertThat(HeadStart.trains(words("train lander --seed 3"))).isTrue();
        assertThat(HeadStart.trains(words("train --help"))).isFalse();
        assertThat(HeadStart.trains(words("train --resume runs/lander/trial"))).isFalse();
        assertThat(HeadStart.trains(words("benchmark lander"))).isFalse();
    }

    /** Such a program is over while the system still links the library. */
    @RepeatedTest(3)
    void aMistypedCommandEndsAsItShould() throws IOException, InterruptedException {
        Process process = TrainerProcess.of(folder, List.of("train", "lnader")).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(output).isEqualTo(2);
        assertThat(output).contains("There is no game 'lnader'");
        assertThat(folder.resolve("crash.log")).doesNotExist();
    }
}
