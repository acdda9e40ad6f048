package io.github.gdxagents.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.gdxagents.agent.ObservationSpec;
import io.github.gdxagents.agent.RandomStream;
import io.github.gdxagents.policy.Fixtures;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ObservationEncoderTest {
    private static final EncoderShape SHAPE = new EncoderShape(new int[] {8, 16}, 12, 3, Activation.TANH);

    private static float[] encode(ObservationEncoder encoder, float... observation) {
        float[] output = new float[encoder.outputs()];
        encoder.pass().apply(observation, null, 0, output);
        return output;
    }

    private static ObservationEncoder random(ObservationSpec observation, EncoderShape shape, long seed) {
        ObservationEncoder encoder = new ObservationEncoder(observation, shape);
        Fixtures.randomize(new Network(Arrays.asList(encoder)), RandomStream.of(seed));
        return encoder;
    }

    /** A channel that is 1 in one cell: what comes out are the weights that look at it. */
    @ParameterizedTest
    @CsvSource({
        // rows, columns, cell; then of each cell of the result which of the nine weights, counted from 1, looks at it
        "3, 3, 4, 9 7 3 1", // the middle is seen from all four corners
        "3, 3, 0, 5 0 0 0",
        "2, 2, 0, 1", // of an even number, the last row and column are beside the grid
        "2, 2, 3, 5",
        "1, 1, 0, 5",
        "1, 4, 2, 6 4", // looks at columns 0 to 2 and 2 to 4; of rows -1 to 1
        "1, 4, 1, 5 0"
    })
    void aConvolutionLooksAtEverySecondCell(int rows, int columns, int cell, String expected) {
        ObservationSpec observation =
                ObservationSpec.builder().grid("map", rows, columns, "wall").build();
        ObservationEncoder encoder =
                new ObservationEncoder(observation, new EncoderShape(new int[] {1}, 0, 1, Activation.IDENTITY));
        encoder.setParameters(new float[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 0}, 0);
        float[] grid = new float[rows * columns];
        grid[cell] = 1;
        float[] result = encode(encoder, grid);
        assertThat(Arrays.toString(result).replaceAll("[\\[\\],]|\\.0", "")).isEqualTo(expected);
    }

    /**
     * Two entries of one feature, 1 and 3, and the plain value 10: embeddings of size 2 are (2x + p/10, -x) + (0, 1), so (3, 0) and (7,
     * -2); one head whose scores are the second value: 0 and -2, so weights 1 / (1 + e^-2) and the rest.
     */
    @Test
    void attentionSumsUpByHand() {
        ObservationSpec observation =
                ObservationSpec.builder().add("p").set("foes", 3, "x").build();
        ObservationEncoder encoder =
                new ObservationEncoder(observation, new EncoderShape(new int[0], 2, 1, Activation.IDENTITY));
        encoder.setParameters(new float[] {2, -1, 0.1f, 0, 0, 1, 0, 1}, 0);
        float first = (float) (1 / (1 + Math.exp(-2)));
        float[] expected = {10, 3 * first + 7 * (1 - first), -2 * (1 - first), 0.25f};
        assertThat(encode(encoder, 10, 2, 1, 3, 0)).containsExactly(expected, within(1e-6f));
        assertThat(encode(encoder, 10, 0, 0, 0, 0)).containsExactly(10, 0, 0, 0);
        assertThat(encoder.outputNames()).containsExactly("p", "foes()0", "foes()1", "foes.count");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void orderMeansNothingAndWhatIsAbsentCountsForNothing(long seed) {
        ObservationSpec observation = ObservationSpec.builder()
                .vector("self", "a", "b")
                .set("foes", 6, "x", "y", "z")
                .build();
        ObservationEncoder encoder = random(observation, SHAPE, seed);
        RandomStream random = RandomStream.of(seed, 1);
        int count = random.nextInt(7);
        float[] values = new float[observation.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = 3 * random.nextGaussian();
        }
        values[2] = count;
        float[] expected = encode(encoder, values);
        float[] other = values.clone();
        for (int i = 0; i < count; i++) { // back to front
            System.arraycopy(values, 3 + 3 * i, other, 3 + 3 * (count - 1 - i), 3);
        }
        Arrays.fill(other, 3 + 3 * count, other.length, 1e6f); // absent
        assertThat(encode(encoder, other)).containsExactly(expected, within(2e-6f));
    }

    @Test
    void largeScoresDoNotOverflow() {
        ObservationSpec observation =
                ObservationSpec.builder().set("foes", 3, "x").build();
        ObservationEncoder encoder =
                new ObservationEncoder(observation, new EncoderShape(new int[0], 1, 1, Activation.IDENTITY));
        encoder.setParameters(new float[] {1, 0, 1}, 0);
        assertThat(encode(encoder, 3, -500, 1000, 200)).containsExactly(1000, 3f / 8);
        assertThat(encode(encoder, 2, -5000, -1000, 0)).containsExactly(-1000, 0.25f);
    }

    @Test
    void whatIsNotEncodedIsPassedOn() {
        ObservationSpec observation = ObservationSpec.builder()
                .add("a")
                .grid("map", 1, 2, "wall")
                .set("foes", 1, "x")
                .build();
        EncoderShape grids = new EncoderShape(new int[] {2}, 0, 1, Activation.TANH);
        EncoderShape sets = new EncoderShape(new int[0], 2, 2, Activation.TANH);
        EncoderShape none = new EncoderShape(new int[0], 0, 1, Activation.TANH);
        assertThat(encode(random(observation, grids, 1), 1, 2, 3, 1, 5))
                .hasSize(1 + 2 + 2)
                .startsWith(1)
                .endsWith(1, 5);
        assertThat(encode(random(observation, sets, 1), 1, 2, 3, 1, 5))
                .hasSize(3 + 3)
                .startsWith(1, 2, 3)
                .endsWith(1f / 8);
        assertThat(none.encodes(observation)).isFalse();
        assertThat(none.parameterCount(observation)).isZero();
    }

    @Test
    void sizesAreKnownBeforeMemoryIsTaken() {
        for (long seed = 0; seed < 30; seed++) {
            RandomStream random = RandomStream.of(seed);
            ObservationSpec observation = ObservationSpec.builder()
                    .add("a", 1 + random.nextInt(3))
                    .grid("map", 1 + random.nextInt(9), 1 + random.nextInt(9), "wall", "food")
                    .set("foes", 1 + random.nextInt(5), "x", "y")
                    .vector("b", "c")
                    .build();
            int[] channels = random.nextInt(2) == 0 ? new int[] {3} : new int[] {3, 5};
            EncoderShape shape = new EncoderShape(channels, 4, 2, Activation.RELU);
            ObservationEncoder encoder = new ObservationEncoder(observation, shape);
            assertThat(encoder.parameterCount()).isEqualTo((int) shape.parameterCount(observation));
            assertThat(encoder.outputs()).isEqualTo(encoder.outputNames().size());
            assertThat(encoder.outputNames()).doesNotHaveDuplicates();
        }
    }

    @Test
    void allocatesNothing() {
        ObservationSpec observation = ObservationSpec.builder()
                .add("a", 4)
                .grid("map", 11, 11, "wall", "food", "foe", "self")
                .set("foes", 16, "x", "y", "z")
                .build();
        ForwardPass pass = new ForwardPass(new Network(Arrays.asList(random(observation, SHAPE, 1))), 2);
        float[][] rows = new float[2][observation.size()];
        rows[0][4 + 484] = 16;
        assertThat(Fixtures.allocatedBytes(() -> pass.run(rows, 2))).isZero();
    }

    @Test
    void shapesOutOfRangeAreRefused() {
        assertThatThrownBy(() -> new EncoderShape(new int[] {1, 2, 3, 4, 5}, 0, 1, Activation.TANH))
                .hasMessage("encoder of grids: it may have at most 4 convolutions, but has 5");
        assertThatThrownBy(() -> new EncoderShape(new int[] {8, 0}, 0, 1, Activation.TANH))
                .hasMessageContaining("must give 1 to 512 channels, but they give [8, 0]");
        assertThatThrownBy(() -> new EncoderShape(new int[0], 10, 4, Activation.TANH))
                .hasMessageContaining("the size is 10 and the heads are 4");
        ObservationSpec large =
                ObservationSpec.builder().grid("map", 200, 200, "wall").build();
        assertThatThrownBy(() -> new EncoderShape(new int[] {64}, 0, 1, Activation.TANH).outputs(large))
                .hasMessageContaining("262144 values together, but would have 640000 or more");
    }
}
