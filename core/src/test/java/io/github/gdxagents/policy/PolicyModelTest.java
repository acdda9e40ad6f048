package io.github.gdxagents.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gdxagents.agent.RandomStream;
import io.github.gdxagents.network.Activation;
import io.github.gdxagents.network.ForwardPass;
import io.github.gdxagents.network.Network;
import io.github.gdxagents.network.ObservationNormalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PolicyModelTest {
    @Test
    void everyFaultIsListedAtOnce() {
        Network network = Network.zeros(4, new int[0], Activation.TANH, 6);
        float[] parameters = new float[network.parameterCount()];
        parameters[3] = Float.NaN;
        network.setParameters(parameters, 0);
        PolicyModel.Builder builder = PolicyModel.builder(Fixtures.behavior(Fixtures.HYBRID), network)
                .normalizer(ObservationNormalizer.identity(3))
                .logStandardDeviation(new float[1]);
        assertThatThrownBy(builder::build).hasMessage("""
                        policy model of behavior 'pilot':
                          normalizer: values must be 5 as in the behavior, but are 3
                          network: inputs must be 5 as in the behavior, but are 4
                          network: outputs must be 7 as in the behavior, but are 6
                          log standard deviations must be 2 as in the behavior, but are 1
                          network: parameter 3 must be finite, but is NaN""");
    }

    @Test
    void isIndependentOfTheNetworkItWasMadeFrom() {
        Network network = Fixtures.network(RandomStream.of(1), Activation.TANH, 5, new int[] {4}, 4);
        PolicyModel model = PolicyModel.builder(Fixtures.behavior(Fixtures.DISCRETE), network)
                .goldenSamples(1, RandomStream.of(2))
                .build();
        float[] observation = model.goldenSamples().get(0).observation();
        network.setParameters(new float[network.parameterCount()], 0);
        model.network().setParameters(new float[network.parameterCount()], 0);
        assertThat(model.evaluate(new float[][] {observation})[0])
                .isEqualTo(model.goldenSamples().get(0).outputs());
    }

    @Test
    void goldenSamplesAreOneEpisode() {
        PolicyModel model = Fixtures.versionTwo("all");
        ForwardPass pass = new ForwardPass(model.network(), 1);
        float[][] state = new float[1][model.network().stateSize()];
        float[] normalized = new float[5];
        assertThat(model.goldenSamples()).hasSize(4);
        for (GoldenSample sample : model.goldenSamples()) {
            model.normalizer().apply(sample.observation(), normalized);
            assertThat(pass.run(new float[][] {normalized}, state, 1)[0]).isEqualTo(sample.outputs());
        }
    }

    @Test
    void goldenSamplesLieAroundTheNormalizersMean() {
        PolicyModel model = Fixtures.model(Fixtures.HYBRID).toBuilder()
                .goldenSamples(2000, RandomStream.of(3))
                .build();
        double sum = 0;
        double squares = 0;
        for (GoldenSample sample : model.goldenSamples()) {
            double value = sample.observation()[3] - 3.5; // mean 3.5, variance 9
            sum += value;
            squares += value * value;
        }
        assertThat(sum / 2000).isBetween(-0.27, 0.27); // 4 standard errors of 3 / sqrt(2000)
        assertThat(squares / 2000).isBetween(7.8, 10.2);
    }

    /** A mean may be near the largest float: what is drawn around it stays a number. */
    @Test
    void goldenSamplesOfTheLargestNumbersAreFinite() {
        double[] mean = new double[5];
        double[] variance = new double[5];
        Arrays.fill(mean, Float.MAX_VALUE);
        Arrays.fill(variance, (double) Float.MAX_VALUE * Float.MAX_VALUE);
        PolicyModel model = Fixtures.model(Fixtures.HYBRID).toBuilder()
                .normalizer(ObservationNormalizer.of(mean, variance))
                .goldenSamples(16, RandomStream.of(3))
                .build();
        for (GoldenSample sample : model.goldenSamples()) {
            for (float value : sample.observation()) {
                assertThat(value).isFinite();
            }
        }
        assertThat(PolicyFile.toBytes(model)).isNotEmpty();
    }

    @Test
    void provenanceRefusesWhatNoFileHolds() {
        Provenance.Builder provenance = Provenance.builder();
        String line = "ä".repeat(512);
        provenance.game(line).libraryVersion(line).configuration("c".repeat(1 << 20));
        assertThatThrownBy(() -> provenance.game(line + "x"))
                .hasMessage("provenance: the game may have at most 1024 bytes in UTF-8, but has 1025");
        assertThatThrownBy(() -> provenance.libraryVersion(line + "x")).hasMessageContaining("library version may");
        assertThatThrownBy(() -> provenance.configuration("c".repeat((1 << 20) + 1)))
                .hasMessageContaining("at most 1048576 bytes in UTF-8, but has 1048577");
        assertThatThrownBy(() -> provenance.settings(Map.of("s".repeat(121), 1.0)))
                .hasMessageContaining("at most 120");
        Map<String, Double> many = new HashMap<>();
        while (many.size() <= 1024) {
            many.put("s" + many.size(), 1.0);
        }
        assertThatThrownBy(() -> provenance.settings(many)).hasMessageContaining("at most 1024 settings");
    }

    @Test
    void provenanceRefusesWhatCannotBe() {
        assertThatThrownBy(() -> Provenance.builder().steps(-1)).hasMessageContaining("0 or more, but are -1");
        assertThatThrownBy(() -> Provenance.builder().evaluation(Double.NaN, 3)).hasMessageContaining("finite");
        assertThatThrownBy(() -> Provenance.builder().evaluation(1, 0)).hasMessageContaining("at least 1 episode");
        assertThatThrownBy(() -> Provenance.builder().game(null)).hasMessageContaining("game is null");
    }
}
