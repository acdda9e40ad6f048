package io.github.gdxagents.training.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class HeadStartTest {
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
}
