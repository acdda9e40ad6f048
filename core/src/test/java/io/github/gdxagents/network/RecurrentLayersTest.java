package io.github.gdxagents.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Worked by hand with σ(ln a) = a / (a + 1) and tanh(ln(a) / 2) = (a − 1) / (a + 1), so that gates are fractions. */
class RecurrentLayersTest {
    private static final float LN2 = 0.693147181f;
    private static final float LN3 = 1.09861229f;
    private static final Offset<Float> ROUNDING = within(1e-6f);

    private static float step(Layer layer, float input, float[] state) {
        ForwardPass pass = new ForwardPass(new Network(List.of(layer)), 1);
        return pass.run(new float[][] {{input}}, new float[][] {state}, 1)[0][0];
    }

    @Test
    void gruHasItsHandWorkedValues() {
        GruLayer layer = new GruLayer(
                new float[][] {{LN2, -LN3, LN2}},
                new float[][] {{8f / 3 * (LN2 - LN3), 8f / 3 * LN3, 8f / 3 * (2 * LN2 + LN3 / 3)}},
                new float[] {LN3, LN2, -LN2},
                new float[] {-LN2, -LN2, 2f / 3 * LN3});
        float[] state = new float[1];
        // x = 1, h = 0:  r = σ(ln 2 + ln 3 - ln 2) = 3/4
        //                z = σ(-ln 3 + ln 2 - ln 2) = 1/4
        //                n = tanh(ln 2 - ln 2 + 3/4 * 2/3 ln 3) = 1/2
        //                h' = 1/2 + 1/4 (0 - 1/2) = 3/8
        assertThat(step(layer, 1, state)).isEqualTo(3f / 8, ROUNDING);
        assertThat(state[0]).isEqualTo(3f / 8, ROUNDING);
        // x = 0, h = 3/8: r = σ(ln 3 - ln 2 + ln 2 - ln 3) = 1/2
        //                 z = σ(ln 2 - ln 2 + ln 3) = 3/4
        //                 n = tanh(-ln 2 + 1/2 (2 ln 2 + ln 3 / 3 + 2/3 ln 3)) = tanh(ln 3 / 2) = 1/2
        //                 h' = 1/2 + 3/4 (3/8 - 1/2) = 13/32
        assertThat(step(layer, 0, state)).isEqualTo(13f / 32, ROUNDING);
        assertThat(state[0]).isEqualTo(13f / 32, ROUNDING);
    }

    @Test
    void lstmHasItsHandWorkedValues() {
        LstmLayer layer = new LstmLayer(
                new float[][] {{LN2, LN3, -LN2, -2 * LN3 - LN2}},
                new float[][] {{2 * LN3, -2 * LN2, 2 * LN2, 2 * LN3}},
                new float[] {-LN2, LN2, LN3 / 2, LN2});
        float[] state = {0.5f, 4f / 3 * (LN3 / 2 - 3f / 8)}; // h, c
        // x = 1, h = 1/2: i = σ(ln 2 - ln 2 + ln 3) = 3/4
        //                 f = σ(ln 3 + ln 2 - ln 2) = 3/4
        //                 g = tanh(-ln 2 + ln 3 / 2 + ln 2) = 1/2
        //                 o = σ(-2 ln 3 - ln 2 + ln 2 + ln 3) = 1/4
        //                 c' = 3/4 c + 3/4 * 1/2 = ln 3 / 2;  h' = 1/4 * 1/2 = 1/8
        assertThat(step(layer, 1, state)).isEqualTo(1f / 8, ROUNDING);
        assertThat(state[0]).isEqualTo(1f / 8, ROUNDING);
        assertThat(state[1]).isEqualTo(LN3 / 2, ROUNDING);
        // x = 0, h = 1/8: i = σ(-ln 2 + ln 3 / 4) = σ(-0.4184941) = 0.3968772
        //                 f = σ(ln 2 - ln 2 / 4) = σ(0.5198604) = 0.6271151
        //                 g = tanh(ln 3 / 2 + ln 2 / 4) = tanh(0.7225929) = 0.6185129
        //                 o = σ(ln 2 + ln 3 / 4) = σ(0.9678002) = 0.7246808
        //                 c' = 0.6271151 * 0.5493061 + 0.3968772 * 0.6185129 = 0.5899518
        //                 h' = 0.7246808 * tanh(0.5899518) = 0.7246808 * 0.5298609 = 0.3839801
        assertThat(step(layer, 0, state)).isEqualTo(0.3839801f, ROUNDING);
        assertThat(state[0]).isEqualTo(0.3839801f, ROUNDING);
        assertThat(state[1]).isEqualTo(0.5899518f, ROUNDING);
    }

    @Test
    void shapesAreThoseOfTheFlatLayout() {
        GruLayer gru = new GruLayer(2, 3);
        assertThat(gru.parameterShapes()).isDeepEqualTo(new int[][] {{2, 9}, {3, 9}, {9}, {9}});
        assertThat(gru.parameterCount()).isEqualTo(18 + 27 + 18);
        assertThat(gru.stateSize()).isEqualTo(3);
        assertThat(gru).hasToString("2 -> 3, gru");
        LstmLayer lstm = new LstmLayer(2, 3);
        assertThat(lstm.parameterShapes()).isDeepEqualTo(new int[][] {{2, 12}, {3, 12}, {12}});
        assertThat(lstm.parameterCount()).isEqualTo(24 + 36 + 12);
        assertThat(lstm.stateSize()).isEqualTo(6);
        assertThat(lstm).hasToString("2 -> 3, lstm");
    }

    @Test
    void flatLayoutIsInputWeightsThenRecurrentOnesThenBiases() {
        float[] gru = new float[12];
        new Network(List.of(new GruLayer(
                        new float[][] {{1, 2, 3}}, new float[][] {{4, 5, 6}}, new float[] {7, 8, 9}, new float[] {
                            10, 11, 12
                        })))
                .getParameters(gru, 0);
        assertThat(gru).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);
        float[] lstm = new float[16];
        new Network(List.of(new LstmLayer(
                        new float[][] {{1, 2, 3, 4}, {5, 6, 7, 8}},
                        new float[][] {{9, 10, 11, 12}},
                        new float[] {13, 14, 15, 16})))
                .getParameters(lstm, 0);
        assertThat(lstm).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16);
    }

    @Test
    void arraysThatDisagreeAreRefused() {
        float[][] three = {{1, 2, 3}};
        float[][] four = {{1, 2, 3, 4}};
        float[] bias = new float[3];
        assertThatThrownBy(() -> new GruLayer(four, three, bias, bias))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("input weights must have 3 columns")
                .hasMessageContaining("but have 4");
        assertThatThrownBy(() -> new GruLayer(three, four, bias, bias)).hasMessageContaining("recurrent weights");
        assertThatThrownBy(() -> new GruLayer(three, three, bias, new float[2])).hasMessageContaining("biases");
        assertThatThrownBy(() -> new GruLayer(three, new float[0][], bias, bias))
                .hasMessageContaining("0 outputs");
        assertThatThrownBy(() -> new LstmLayer(three, four, new float[4])).hasMessageContaining("input weights");
        assertThatThrownBy(() -> new LstmLayer(four, three, new float[4])).hasMessageContaining("recurrent weights");
        assertThatThrownBy(() -> new LstmLayer(four, four, bias))
                .hasMessageContaining("biases must have 4 columns")
                .hasMessageContaining("but have 3");
        assertThatThrownBy(() -> Network.builder(2).lstm(0)).hasMessageContaining("0 outputs");
    }

    @Test
    void constructorsCopyTheirArrays() {
        float[][] weights = {{1, 2, 3}};
        float[] bias = {4, 5, 6};
        Network network = new Network(List.of(new GruLayer(weights, weights, bias, bias)));
        weights[0][0] = 99;
        bias[0] = 99;
        float[] flat = new float[12];
        network.getParameters(flat, 0);
        assertThat(flat).containsExactly(1, 2, 3, 1, 2, 3, 4, 5, 6, 4, 5, 6);
    }
}
