package io.github.gdxagents.training.ppo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.gdxagents.agent.RandomStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MinibatchesTest {
    @Test
    void eachSampleIsInExactlyOneMinibatchOfAnEpochAndSizesDifferByAtMostOne() {
        for (long seed = 0; seed < 300; seed++) {
            RandomStream random = RandomStream.of(seed);
            int samples = 1 + random.nextInt(500);
            int wanted = 1 + random.nextInt(600);
            Minibatches minibatches = new Minibatches(samples, wanted);
            for (int epoch = 0; epoch < 3; epoch++) {
                minibatches.shuffle(random);
                List<Integer> dealt = new ArrayList<>();
                List<Integer> sizes = new ArrayList<>();
                for (int i = 0; i < minibatches.count(); i++) {
                    int[] indices = minibatches.get(i);
                    sizes.add(indices.length);
                    Arrays.stream(indices).forEach(dealt::add);
                }
                assertThat(dealt).hasSize(samples);
                assertThat(dealt.stream().sorted())
                        .containsExactlyElementsOf(
                                IntStream.range(0, samples).boxed().toList());
                int smallest = sizes.stream().mapToInt(Integer::intValue).min().orElseThrow();
                int largest = sizes.stream().mapToInt(Integer::intValue).max().orElseThrow();
                assertThat(smallest).isPositive();
                assertThat(largest - smallest).isBetween(0, 1);
                assertThat(largest).isLessThanOrEqualTo(Math.max(wanted, wanted * 3 / 2 + 1));
            }
        }
    }

    @Test
    void theNumberOfMinibatchesIsTheNearestToTheWantedSize() {
        assertThat(new Minibatches(1024, 64).count()).isEqualTo(16);
        assertThat(new Minibatches(1000, 64).count()).isEqualTo(16); // 15.6
        assertThat(new Minibatches(31, 64).count()).isEqualTo(1);
    }

    @Test
    void everyOrderIsEquallyLikely() {
        RandomStream random = RandomStream.of(11);
        Map<String, Integer> counts = new HashMap<>();
        int draws = 24_000;
        for (int i = 0; i < draws; i++) {
            Minibatches minibatches = new Minibatches(4, 4); // a new one: the order before would hide a bias
            minibatches.shuffle(random);
            counts.merge(Arrays.toString(minibatches.get(0)), 1, Integer::sum);
        }
        assertThat(counts).hasSize(24);
        // 1000 each, standard deviation 31
        assertThat(counts.values()).allSatisfy(count -> assertThat(count).isCloseTo(1000, within(155)));
    }
}
