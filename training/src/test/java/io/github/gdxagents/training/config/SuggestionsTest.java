package io.github.gdxagents.training.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
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

    @ParameterizedTest
    @CsvSource({
        "n_lstm, network.memory.kind",
        "policy_kwargs.lstm_hidden_size, network.memory.size",
        "N-Envs, rollout.instances",
        "lambda, ppo.gaeLambda",
        "trpo, trust-region",
        "network.norm_obs, normalization.observations",
    })
    void namesOfOtherLibrariesAreKnown(String written, String meant) {
        List<String> valid = new ArrayList<>(ConfigKeys.all(List.of()));
        ObjectiveCatalog.all().forEach(objective -> valid.add(objective.name()));

        assertThat(Suggestions.nearest(written, valid)).contains(meant);
        assertThat(valid).as("all that can be suggested").containsAll(Suggestions.knownElsewhere());
    }

    /** A single letter in another group is another name. */
    @Test
    void shortNamesAreNotGuessed() {
        assertThat(Suggestions.nearest("1", List.of("settings.b", "seed"))).isEmpty();
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
