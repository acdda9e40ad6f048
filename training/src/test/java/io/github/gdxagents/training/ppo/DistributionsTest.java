package io.github.gdxagents.training.ppo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.gdxagents.agent.ActionMask;
import io.github.gdxagents.agent.ActionSpec;
import io.github.gdxagents.agent.RandomStream;
import io.github.gdxagents.network.ActionDistribution;
import io.github.gdxagents.network.ActionSample;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/** TensorFlow and plain Java side by side, on random specifications, outputs, masks and samples. */
class DistributionsTest {
    private static final int ROWS = 16;

    /** Random rows of one random specification: the outputs of a network, what was allowed, what was sampled. */
    private static final class Rows {
        final ActionSpec spec;
        final float[] logStandardDeviation;
        final float[][] outputs = new float[ROWS][];
        final ActionMask[] masks = new ActionMask[ROWS];
        final ActionSample[] samples = new ActionSample[ROWS];
        final ActionDistribution distribution;

        Rows(long seed) {
            RandomStream random = RandomStream.of(seed);
            spec = RandomBehaviors.behavior(random).action();
            logStandardDeviation = RandomBehaviors.gaussians(spec.continuousSize(), 0.7, random);
            distribution = new ActionDistribution(spec, logStandardDeviation);
            for (int i = 0; i < ROWS; i++) {
                outputs[i] = RandomBehaviors.gaussians(spec.outputSize(), 2, random);
                masks[i] = RandomBehaviors.mask(spec, random);
                samples[i] = new ActionSample(spec);
                distribution.sample(outputs[i], masks[i], random, samples[i]);
            }
        }

        double divergence(int row, float[] others) {
            return distribution.kl(outputs[row], logStandardDeviation, others, logStandardDeviation, masks[row]);
        }

        Distributions build(GraphValues graph, Operand<TFloat32> outputs) {
            return build(graph, outputs, logStandardDeviation);
        }

        Distributions build(GraphValues graph, Operand<TFloat32> outputs, float[] deviations) {
            float[] allowed = new float[ROWS * spec.choiceCount()];
            for (int i = 0; i < allowed.length; i++) {
                allowed[i] = masks[i / spec.choiceCount()].isAllowed(i % spec.choiceCount()) ? 1 : 0;
            }
            return new Distributions(
                    graph.tf,
                    spec,
                    outputs,
                    graph.constant(deviations, deviations.length),
                    graph.constant(allowed, ROWS, spec.choiceCount()));
        }

        Operand<TFloat32> outputs(GraphValues graph) {
            return graph.constant(flat(outputs), ROWS, spec.outputSize());
        }

        Operand<TFloat32> logProbability(GraphValues graph, Distributions distributions) {
            float[][] continuous = new float[ROWS][];
            float[][] choices = new float[ROWS][spec.branchCount()];
            for (int i = 0; i < ROWS; i++) {
                continuous[i] = samples[i].continuous();
                for (int b = 0; b < spec.branchCount(); b++) {
                    choices[i][b] = samples[i].choices()[b];
                }
            }
            return distributions.logProbability(
                    graph.constant(flat(continuous), ROWS, spec.continuousSize()),
                    graph.constant(flat(choices), ROWS, spec.branchCount()));
        }
    }

    private static float[] flat(float[][] rows) {
        float[] flat = new float[rows.length * rows[0].length];
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(rows[i], 0, flat, i * rows[0].length, rows[0].length);
        }
        return flat;
    }

    @Test
    void logProbabilityAndEntropyAgreeWithPlainJava() {
        for (long seed = 0; seed < 60; seed++) {
            Rows rows = new Rows(seed);
            try (GraphValues graph = new GraphValues()) {
                Distributions distributions = rows.build(graph, rows.outputs(graph));
                float[] logProbabilities = graph.of(rows.logProbability(graph, distributions));
                float[] entropies = graph.of(distributions.entropy());
                assertThat(logProbabilities).hasSize(ROWS);
                assertThat(entropies).hasSize(rows.spec.branchCount() == 0 ? 1 : ROWS);
                for (int i = 0; i < ROWS; i++) {
                    float expected = rows.distribution.logProbability(rows.outputs[i], rows.masks[i], rows.samples[i]);
                    assertThat(logProbabilities[i])
                            .as("seed %d, row %d of %s", seed, i, rows.spec)
                            .isCloseTo(expected, within(1e-5f * Math.max(1, Math.abs(expected))));
                    assertThat(entropies[entropies.length == 1 ? 0 : i])
                            .isCloseTo(rows.distribution.entropy(rows.outputs[i], rows.masks[i]), within(1e-5f));
                }
            }
        }
    }

    @Test
    void theDivergenceAgreesWithPlainJavaAndIsZeroToItself() {
        for (long seed = 0; seed < 60; seed++) {
            Rows rows = new Rows(seed);
            RandomStream random = RandomStream.of(seed, 1);
            float[] otherDeviations = RandomBehaviors.gaussians(rows.spec.continuousSize(), 0.7, random);
            float[][] others = new float[ROWS][];
            for (int i = 0; i < ROWS; i++) {
                others[i] = RandomBehaviors.gaussians(rows.spec.outputSize(), 2, random);
            }
            try (GraphValues graph = new GraphValues()) {
                Distributions first = rows.build(graph, rows.outputs(graph));
                Distributions second =
                        rows.build(graph, graph.constant(flat(others), ROWS, rows.spec.outputSize()), otherDeviations);
                float[] divergences = graph.of(first.kl(second));
                assertThat(divergences).hasSize(ROWS);
                assertThat(graph.of(first.kl(first))).containsOnly(0);
                for (int i = 0; i < ROWS; i++) {
                    double expected = rows.distribution.kl(
                            rows.outputs[i], rows.logStandardDeviation, others[i], otherDeviations, rows.masks[i]);
                    assertThat((double) divergences[i])
                            .as("seed %d", seed)
                            .isCloseTo(expected, within(1e-5 * Math.max(1, expected)));
                }
            }
        }
    }

    /** The Hessian of the divergence to a neighbor, by central differences of plain Java. */
    @Test
    void theFisherProductIsTheCurvatureOfTheDivergence() {
        double step = 1e-3;
        for (long seed = 0; seed < 30; seed++) {
            Rows rows = new Rows(seed);
            int size = rows.spec.outputSize();
            float[][] vectors = new float[ROWS][];
            for (int i = 0; i < ROWS; i++) {
                vectors[i] = RandomBehaviors.gaussians(size, 1, RandomStream.of(seed, i));
            }
            try (GraphValues graph = new GraphValues()) {
                Distributions distributions = rows.build(graph, rows.outputs(graph));
                float[] product = graph.of(distributions.fisherProduct(graph.constant(flat(vectors), ROWS, size)));
                for (int i = 0; i < ROWS; i++) {
                    double curvature = 0;
                    float[] above = rows.outputs[i].clone();
                    float[] below = rows.outputs[i].clone();
                    for (int k = 0; k < size; k++) {
                        above[k] += (float) (step * vectors[i][k]);
                        below[k] -= (float) (step * vectors[i][k]);
                        curvature += product[i * size + k] * vectors[i][k];
                    }
                    double divergence = rows.divergence(i, above) + rows.divergence(i, below);
                    assertThat(divergence / (step * step))
                            .as("seed %d", seed)
                            .isCloseTo(curvature, within(5e-3 * Math.max(0.1, curvature)));
                }
            }
        }
    }

    @Test
    void forbiddenChoicesHaveNoGradientAndAllowedOnesHave() {
        int forbidden = 0;
        for (long seed = 100; seed < 120; seed++) {
            Rows rows = new Rows(seed);
            try (GraphValues graph = new GraphValues()) {
                Operand<TFloat32> outputs = rows.outputs(graph);
                Distributions distributions = rows.build(graph, outputs);
                float[] logProbability = graph.gradient(rows.logProbability(graph, distributions), outputs);
                for (int k = 0; k < logProbability.length; k++) {
                    int choice = k % rows.spec.outputSize() - rows.spec.continuousSize();
                    if (choice >= 0 && !rows.masks[k / rows.spec.outputSize()].isAllowed(choice)) {
                        assertThat(logProbability[k]).isZero();
                        forbidden++;
                    }
                }
                assertThat(logProbability).isNotEqualTo(new float[logProbability.length]);
                if (rows.spec.branchCount() > 0) {
                    float[] entropy = graph.gradient(distributions.entropy(), outputs);
                    for (int k = 0; k < entropy.length; k++) {
                        int choice = k % rows.spec.outputSize() - rows.spec.continuousSize();
                        boolean counts = choice >= 0 && rows.masks[k / rows.spec.outputSize()].isAllowed(choice);
                        assertThat(entropy[k]).isFinite();
                        if (!counts) {
                            assertThat(entropy[k]).isZero();
                        }
                    }
                }
            }
        }
        assertThat(forbidden).isGreaterThan(100);
    }

    @Test
    void aSingleAllowedChoiceIsCertain() {
        ActionSpec spec = ActionSpec.builder().branch("b", "x", "y", "z").build();
        try (GraphValues graph = new GraphValues()) {
            Operand<TFloat32> outputs = graph.constant(new float[] {5, -3, 80}, 1, 3);
            Distributions certain =
                    new Distributions(graph.tf, spec, outputs, null, graph.constant(new float[] {0, 1, 0}, 1, 3));
            Operand<TFloat32> logProbability = certain.logProbability(null, graph.constant(new float[] {1}, 1, 1));
            assertThat(graph.of(logProbability)[0]).isZero();
            assertThat(graph.of(certain.entropy())[0]).isZero();
            for (Operand<TFloat32> figure : List.of(logProbability, certain.entropy())) {
                for (float derivative : graph.gradient(figure, outputs)) {
                    assertThat(derivative).isZero();
                }
            }
        }
    }

    @Test
    void goldenValuesOfAHybrid() {
        // N(1; mean 0.5, σ = e^0.5): -0.5 * (0.5 / 1.648721)² - 0.5 - 0.918939 = -0.045985 - 1.418939 = -1.464924
        // logits 1, 2 (third forbidden), second chosen: ln(e² / (e + e²)) = -ln(1 + e^-1) = -0.313262
        // entropy: 0.5 + 0.918939 + 0.5 = 1.918939; p = 0.268941, 0.731059: 0.582203
        ActionSpec spec =
                ActionSpec.builder().continuous("c").branch("b", "x", "y", "z").build();
        try (GraphValues graph = new GraphValues()) {
            Distributions hybrid = new Distributions(
                    graph.tf,
                    spec,
                    graph.constant(new float[] {0.5f, 1, 2, 9}, 1, 4),
                    graph.constant(new float[] {0.5f}, 1),
                    graph.constant(new float[] {1, 1, 0}, 1, 3));
            assertThat(graph.of(hybrid.logProbability(
                            graph.constant(new float[] {1}, 1, 1), graph.constant(new float[] {1}, 1, 1)))[0])
                    .isCloseTo(-1.778186f, within(1e-6f));
            assertThat(graph.of(hybrid.entropy())[0]).isCloseTo(2.501142f, within(1e-6f));
        }
    }
}
