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

    @TempDir
    private Path folder;

    @Test
    void whatIsWrittenOfAnyConfigurationReadsBackTheSame() throws IOException {
        for (long seed = 0; seed < SEEDS; seed++) {
            TrainingConfig config = new RandomConfigs(seed).next();
            if (ObjectiveCatalog.find(config.ppo().objective().name())
                    .filter(objective -> objective.faults(config).isEmpty())
                    .isEmpty()) {
                continue; // some objectives don't go with some networks
            }
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
    }
}
