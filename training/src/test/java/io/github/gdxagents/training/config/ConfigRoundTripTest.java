package io.github.gdxagents.training.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gdxagents.agent.SimulationSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigRoundTripTest {
    private static final int SEEDS = 500;

    private static final String[] REFUSED_BY_OBJECTIVES = {
        "ppo.objective.dualClip: must be 0", "with ppo.objective trust-region"
    };

    @TempDir
    private Path folder;

    @Test
    void whatIsWrittenOfAnyConfigurationReadsBackTheSame() throws IOException {
        int tried = 0;
        for (long seed = 0; seed < SEEDS; seed++) {
            TrainingConfig config;
            try {
                config = new RandomConfigs(seed).next().build();
            } catch (ConfigException e) {
                // some objectives don't go with some networks
                assertThat(e.faults())
                        .allSatisfy(fault -> assertThat(fault.toString()).containsAnyOf(REFUSED_BY_OBJECTIVES));
                continue;
            }
            tried++;
            SimulationSettings settings = SimulationSettings.none();
            for (String name : config.settings().keySet()) {
                settings = settings.declare(name, 7); // another default
            }
            Path file = Files.writeString(folder.resolve("config.yaml"), ConfigWriter.toYaml(config));

            TrainingConfig read =
                    ConfigLoader.forGame(config.game(), settings).file(file).load();

            assertThat(read).as("seed " + seed).isEqualTo(config);
            assertThat(read.settings().keySet())
                    .containsExactlyElementsOf(config.settings().keySet());
            assertThat(ConfigWriter.toYaml(read)).isEqualTo(ConfigWriter.toYaml(config));
            assertThat(ConfigLoader.gameOf(file)).isEqualTo(config.game());
        }
        assertThat(tried).isGreaterThan(SEEDS / 4);
    }
}
