package io.github.gdxagents.training.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SuggestionsTest {
    private static final List<String> KEYS =
            List.of("seed", "ppo.epochs", "ppo.discount", "ppo.learningRate", "rollout.instances", "evaluation.seed");

    @ParameterizedTest
    @CsvSource({
        "sede, seed",
        "ppo.epoch, ppo.epochs",
        "epochs, ppo.epochs",
        "rollout.epochs, ppo.epochs",
        "LEARNINGRATE, ppo.learningRate",
        "gamma, ppo.discount",
        "n_envs, rollout.instances",
    })
    void theNearestKeyIsFound(String written, String meant) {
        assertThat(Suggestions.nearest(written, KEYS)).contains(meant);
    }

    @Test
    void whatResemblesNothingGetsNoSuggestion() {
        assertThat(Suggestions.nearest("xylophone", KEYS)).isEmpty();
        assertThat(Suggestions.nearest("x", List.of())).isEmpty();
    }

    /** kitten, sitten, sittin, sitting: the textbook's three edits. */
    @Test
    void editsAreLevenshteinsDistance() {
        assertThat(Suggestions.edits("kitten", "sitting")).isEqualTo(3);
        assertThat(Suggestions.edits("", "abc")).isEqualTo(3);
        assertThat(Suggestions.edits("abc", "")).isEqualTo(3);
        assertThat(Suggestions.edits("same", "SAME")).isZero();
    }
}
