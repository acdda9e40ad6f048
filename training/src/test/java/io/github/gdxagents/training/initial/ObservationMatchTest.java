package io.github.gdxagents.training.initial;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gdxagents.agent.RandomStream;
import io.github.gdxagents.training.ppo.RandomBehaviors;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ObservationMatchTest {
    private static ObservationMatch match(List<String> policy, List<String> game) {
        return ObservationMatch.of(policy, game);
    }

    private static WarmStartReport report(String policy, String game) {
        ObservationMatch match = match(List.of(policy.split(" ")), List.of(game.split(" ")));
        return new WarmStartReport("b", "f.policy", match.matched(), match.moved(), match.added(), match.dropped());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a b c | a b c | ''",
                "a b c | a b c d | : 3 observations matched, added with weight 0: d",
                "a b c | d a b c | : 3 observations matched, added with weight 0: d",
                "a b c | a c | : 2 observations matched; dropped: b",
                "a b c | c | : 1 observation matched; dropped: a, b",
                "a b c | b c a | : 3 observations matched, 1 moved (a: 1 -> 3)",
                "x a b c e | c a y b z | : 3 observations matched, 1 moved (c: 4 -> 1), added with weight 0: y, z; dropped: x, e",
            })
    void theReportSaysWhatDiffers(String policy, String game, String difference) {
        WarmStartReport report = report(policy, game);
        assertThat(report).hasToString("behavior 'b' begins with the policy 'f.policy'" + difference);
        assertThat(report.isSame()).isEqualTo(difference.isEmpty());
    }

    /** What is not said to have moved is in the same order here and there, and no smaller set would do. */
    @Test
    void asFewAsPossibleHaveMoved() {
        for (long seed = 0; seed < 200; seed++) {
            RandomStream random = RandomStream.of(seed);
            List<String> policy = RandomBehaviors.names(random, 1 + random.nextInt(7));
            List<String> game = RandomBehaviors.names(random, 1 + random.nextInt(7));
            List<String> both = new ArrayList<>(game);
            both.retainAll(policy);
            List<String> moved = match(policy, game).moved().stream()
                    .map(move -> {
                        assertThat(policy.get(move.from() - 1)).isEqualTo(move.name());
                        assertThat(game.get(move.to() - 1)).isEqualTo(move.name());
                        return move.name();
                    })
                    .toList();
            assertThat(both).containsAll(moved);
            List<String> stay = new ArrayList<>(both);
            stay.removeAll(moved);
            assertThat(isInOrder(stay, policy)).isTrue();
            assertThat(stay).as("seed " + seed).hasSize(longestInOrder(both, policy));
        }
    }

    private static boolean isInOrder(List<String> names, List<String> order) {
        return names.stream()
                .sorted((a, b) -> Integer.compare(order.indexOf(a), order.indexOf(b)))
                .toList()
                .equals(names);
    }

    /** By trying every subset. */
    private static int longestInOrder(List<String> names, List<String> order) {
        int longest = 0;
        for (int subset = 0; subset < 1 << names.size(); subset++) {
            List<String> chosen = new ArrayList<>();
            for (int i = 0; i < names.size(); i++) {
                if ((subset >> i & 1) == 1) {
                    chosen.add(names.get(i));
                }
            }
            longest = isInOrder(chosen, order) ? Math.max(longest, chosen.size()) : longest;
        }
        return longest;
    }
}
