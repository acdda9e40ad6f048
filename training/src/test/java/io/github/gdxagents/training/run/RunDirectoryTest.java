package io.github.gdxagents.training.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gdxagents.agent.SimulationSettings;
import io.github.gdxagents.training.config.ConfigLoader;
import io.github.gdxagents.training.config.TrainingConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RunDirectoryTest {
    private static final LocalDateTime NOW = LocalDateTime.of(2026, 1, 31, 12, 5, 9);

    @TempDir
    private Path folder;

    private TrainingConfig config(String game, String name) {
        return ConfigLoader.forGame(game, SimulationSettings.none())
                .setText("run.directory", folder.toString(), "test")
                .setText("run.name", name, "test")
                .setText("seed", "3", "test")
                .load();
    }

    @Test
    void aRunWithoutANameIsNamedByTimeAndSeedAndTwoInOneSecondStayApart() {
        TrainingConfig config = config("lander", "");

        assertThat(RunDirectory.create(config, NOW).path()).isEqualTo(folder.resolve("lander/20260131-120509-seed3"));
        assertThat(RunDirectory.create(config, NOW).path()).isEqualTo(folder.resolve("lander/20260131-120509-seed3-2"));
    }

    @Test
    void aRunIsNotOverwritten() throws IOException {
        RunDirectory directory = RunDirectory.create(config("lander", "trial"), NOW);
        assertThatThrownBy(() -> RunDirectory.create(config("lander", "trial"), NOW))
                .isInstanceOf(RunException.class)
                .hasMessageContaining("'" + directory + "' already, of a run that ended before its first checkpoint")
                .hasMessageContaining("Remove it, or choose another --name.")
                .satisfies(refused -> assertThat(refused.getMessage()).doesNotContain("--resume"));

        Files.createDirectory(directory.checkpoints());
        Files.createFile(CheckpointStore.file(directory.checkpoints(), 0));
        assertThatThrownBy(() -> RunDirectory.create(config("lander", "trial"), NOW))
                .isInstanceOf(RunException.class)
                .hasMessageContaining("trial")
                .hasMessageContaining("--resume")
                .hasMessageContaining("--name");
    }

    @Test
    void aRunThatCouldNotBeginIsRemovedButNoneWithACheckpoint() throws IOException {
        RunDirectory directory = RunDirectory.create(config("lander", "trial"), NOW);
        Files.createFile(directory.config());
        Files.createDirectory(directory.checkpoints());
        Files.createFile(directory.checkpoints().resolve("000000000.checkpoint"));
        directory.discard();
        assertThat(directory.checkpoints().resolve("000000000.checkpoint")).exists();

        Files.delete(directory.checkpoints().resolve("000000000.checkpoint"));
        directory.discard();
        assertThat(directory.path()).doesNotExist();
    }

    @Test
    void aClassIsFiledUnderItsNameWithoutThePackage() {
        assertThat(RunDirectory.create(config("com.acme.Outer$MyGame", "a"), NOW)
                        .path())
                .isEqualTo(folder.resolve("Outer-MyGame/a"));
    }

    @Test
    void severalBehaviorsHaveAFileEach() {
        RunDirectory directory = RunDirectory.create(config("lander", "a"), NOW);

        Path folder = directory.path();
        assertThat(directory.policies("best", List.of("guard"))).containsExactly(folder.resolve("best.policy"));
        assertThat(directory.policies("latest", List.of("guard", "a/../b")))
                .containsExactly(folder.resolve("latest-guard.policy"), folder.resolve("latest-a_.._b.policy"));
        assertThat(directory.policies("best", List.of("Red", "red"))).doesNotHaveDuplicates();
    }

    @Test
    void aFolderThatIsNoRunIsRefusedWithWhatIsMissing() {
        assertThatThrownBy(() -> RunDirectory.open(folder))
                .isInstanceOf(RunException.class)
                .hasMessageContaining("config.yaml");
    }
}
