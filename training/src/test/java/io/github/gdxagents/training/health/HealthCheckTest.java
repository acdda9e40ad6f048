package io.github.gdxagents.training.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gdxagents.agent.SimulationSettings;
import io.github.gdxagents.training.config.ConfigLoader;
import io.github.gdxagents.training.config.ConfigWriter;
import io.github.gdxagents.training.metrics.Metric;
import io.github.gdxagents.training.metrics.MetricsTable;
import io.github.gdxagents.training.metrics.SavedConfig;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class HealthCheckTest {
    private static final HealthSettings LANDER = new HealthSettings(0, 2, 200);

    private static MetricsTable table(String name) throws URISyntaxException {
        return MetricsTable.read(
                Path.of(HealthCheckTest.class.getResource(name + ".csv").toURI()));
    }

    /** Of all recorded runs of the bundled games the one with the largest steps, and one with continuous actions. */
    @ParameterizedTest
    @ValueSource(strings = {"lander-seed4", "lander-continuous-seed3"})
    void aHealthyRunIsNotDisturbed(String name) throws URISyntaxException {
        MetricsTable table = table(name);
        assertThat(table.size()).isEqualTo(123);

        assertThat(new HealthCheck(LANDER).replay(table).warnings()).isEmpty();
    }

    @Test
    void aRunWithAHundredTimesTheLearningRateIsToldWhatIsWrong() throws URISyntaxException {
        List<HealthWarning> warnings = new HealthCheck(LANDER)
                .replay(table("lander-learning-rate-0.3"))
                .warnings();

        assertThat(warnings)
                .extracting(HealthWarning::title)
                .containsExactly("the gradient is far longer than its clip", "entropy has collapsed");
        assertThat(warnings.get(1).message())
                .startsWith("Warning: entropy has collapsed, since iteration 57 (466,944 steps). It is 0.00783 nats,"
                        + " 0.571 % of the 1.37 at the start");
    }

    @Test
    void behaviorsAreWatchedApart() {
        HealthCheck check = new HealthCheck(LANDER);
        for (int i = 1; i <= 10; i++) {
            check.look(i, i, Map.of("guard", Map.of(Metric.KL, 5.0), "scout", Map.of(Metric.KL, 0.01)));
        }

        assertThat(check.warnings()).hasSize(1);
        assertThat(check.warnings().get(0).message())
                .startsWith("Warning: behavior 'guard': KL divergence is far too large, since iteration 1 (1 steps).");
    }

    @Test
    void whatEndedTakesThePlaceOfWhatBegan() {
        HealthScript script = HealthScript.withoutSettings();
        script.set(Metric.KL, 5)
                .play(10)
                .set(Metric.KL, 0)
                .play(10)
                .set(Metric.KL, 5)
                .play(10);

        assertThat(script.told()).hasSize(3);
        assertThat(script.warnings())
                .extracting(HealthWarning::span)
                .containsExactly("from iteration 1 (100 steps) to 10 (1,000)", "since iteration 21 (2,100 steps)");
    }

    /** A file has floats; a check that goes along with the run has doubles. */
    @Test
    void figuresCountAsTheFileHasThem() {
        double slightlyBelow = Math.nextDown(0.5);
        HealthScript script = HealthScript.withoutSettings().set(Metric.EFFECTIVE_SAMPLE_SIZE, slightlyBelow);

        assertThat(script.playUntilChange()).isEqualTo(-1);
    }

    @Test
    void settingsComeFromTheConfigurationOfAnyVersion() {
        assertThat(HealthSettings.of(SavedConfig.parse("ppo: {maxGradientNorm: 0.5}")))
                .isEqualTo(new HealthSettings(0, 0.5, Double.POSITIVE_INFINITY));
        assertThat(
                        HealthSettings.of(
                                SavedConfig.parse(
                                        "ppo: {targetKl: 0.02, objective: {name: kl-penalty, klTarget: 0.03}}\nevaluation: {targetReturn: .inf}")))
                .isEqualTo(new HealthSettings(0.03, 0, Double.POSITIVE_INFINITY));
        assertThat(HealthSettings.of(SavedConfig.parse("ppo: {objective: {name: trust-region, maxKl: 0.01}}"))
                        .klTarget())
                .isEqualTo(0.01);
        String written = ConfigWriter.toYaml(
                ConfigLoader.forGame("lander", SimulationSettings.none()).load());
        assertThat(HealthSettings.of(SavedConfig.parse(written))).isEqualTo(LANDER);
    }

    /** Advice to turn a key that isn't there would be worse than none. */
    @Test
    void everyKeyThatAWarningNamesExists() {
        SavedConfig config = SavedConfig.parse(ConfigWriter.toYaml(
                ConfigLoader.forGame("lander", SimulationSettings.none()).load()));
        for (HealthRule rule : HealthRules.of(new HealthSettings(0.01, 1, 0), true)) {
            Matcher keys = Pattern.compile("\\b(ppo|network|normalization|rollout)\\.\\w+")
                    .matcher(adviceOf(rule));
            assertThat(keys.find()).as(rule.title + " says what to try").isTrue();
            do {
                String start = config.text(keys.group() + ".start", null); // of a schedule
                assertThat(config.text(keys.group(), start)).as(keys.group()).isNotNull();
            } while (keys.find());
        }
    }

    private static String adviceOf(HealthRule rule) {
        for (int i = 1; i <= 100; i++) {
            rule.look(new HealthWarning.Moment(i, i), "", HealthScript.all(0.5));
        }
        return rule.advice();
    }
}
