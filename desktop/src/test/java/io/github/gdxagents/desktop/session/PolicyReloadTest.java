package io.github.gdxagents.desktop.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gdxagents.agent.ActionSpec;
import io.github.gdxagents.agent.BehaviorSpec;
import io.github.gdxagents.agent.ObservationSpec;
import io.github.gdxagents.agent.Simulation;
import io.github.gdxagents.episode.EpisodeLoop;
import io.github.gdxagents.games.Game;
import io.github.gdxagents.games.GameCatalog;
import io.github.gdxagents.policy.DecisionMode;
import io.github.gdxagents.policy.PolicyFile;
import io.github.gdxagents.policy.PolicyFit;
import io.github.gdxagents.policy.PolicyMismatchException;
import io.github.gdxagents.policy.PolicyModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PolicyReloadTest {
    @TempDir
    private Path folder;

    private long clock = 1_000_000;

    private Path write(byte[] content) throws IOException {
        Path file = folder.resolve("some.policy");
        Files.write(file, content);
        Files.setLastModifiedTime(file, FileTime.fromMillis(clock += 1000)); // some file systems count whole seconds
        return file;
    }

    @Test
    void anUnchangedFileIsLeftAlone() throws IOException {
        PolicyWatch watch = new PolicyWatch(write(PolicyFile.toBytes(Policies.choosing(0))));

        assertThat(watch.poll()).isEmpty();
    }

    @Test
    void aChangedFileIsReadOnce() throws IOException {
        PolicyWatch watch = new PolicyWatch(write(PolicyFile.toBytes(Policies.choosing(0))));
        write(PolicyFile.toBytes(Policies.choosing(2)));

        assertThat(watch.poll()).hasValueSatisfying(reload -> {
            assertThat(reload.problem()).isNull();
            assertThat(reload.model().behavior()).isEqualTo(CountdownSimulation.BEHAVIOR);
        });
        assertThat(watch.poll()).isEmpty();
    }

    @Test
    void aDamagedFileIsAProblemUntilItIsWhole() throws IOException {
        byte[] whole = PolicyFile.toBytes(Policies.choosing(0));
        PolicyWatch watch = new PolicyWatch(write(whole));
        byte[] half = Arrays.copyOf(whole, whole.length / 2);
        write(half);

        assertThat(watch.poll()).hasValueSatisfying(reload -> {
            assertThat(reload.model()).isNull();
            assertThat(reload.problem()).isNotBlank();
        });
        write(whole);
        assertThat(watch.poll())
                .hasValueSatisfying(reload -> assertThat(reload.problem()).isNull());
    }

    @Test
    void aFileThatVanishedIsWaitedFor() throws IOException {
        byte[] content = PolicyFile.toBytes(Policies.choosing(0));
        Path file = write(content);
        PolicyWatch watch = new PolicyWatch(file);
        Files.delete(file);

        assertThat(watch.poll()).isEmpty();
        write(content);
        assertThat(watch.poll()).isPresent();
    }

    @Test
    void aPilotGoesOnWithTheNewPolicyInTheSameEpisode() {
        EpisodeLoop loop = new EpisodeLoop(new CountdownSimulation());
        PolicyPilot pilot =
                new PolicyPilot(loop, "countdown", Map.of("p", Policies.choosing(1)), DecisionMode.DETERMINISTIC);
        EpisodeSession session = new EpisodeSession(pilot);
        session.begin(8);
        for (int i = 0; i < 4; i++) {
            session.step();
        }
        pilot.replace("p", Policies.choosing(2));
        while (!session.isOver()) {
            session.step();
        }

        assertThat(session.episodeReturn()).isEqualTo(4 * 1 + 4 * 2);
    }

    @Test
    void aPolicyThatDoesNotFitIsRefusedAndTheOldOneStays() {
        EpisodeLoop loop = new EpisodeLoop(new CountdownSimulation());
        PolicyPilot pilot = new PolicyPilot(
                loop, "countdown", Map.of("other.policy", Policies.choosing(1)), DecisionMode.DETERMINISTIC);
        EpisodeSession session = new EpisodeSession(pilot);
        BehaviorSpec other = BehaviorSpec.builder("countdown")
                .observation(ObservationSpec.of("left"))
                .action(ActionSpec.builder().branch("number", "zero", "one").build())
                .decisionPeriod(2)
                .build();
        session.begin(4);

        assertThatThrownBy(() -> pilot.replace("other.policy", Policies.choosing(other, 0)))
                .isInstanceOf(PolicyMismatchException.class)
                .hasMessageContaining("other.policy")
                .hasMessageContaining("start");
        while (!session.isOver()) {
            session.step();
        }
        assertThat(session.episodeReturn()).isEqualTo(4);
    }

    @Test
    void bundledPoliciesFitTheirGames() throws IOException {
        List<String> fitting = new ArrayList<>();
        for (Game game : GameCatalog.games()) {
            if (!PolicySource.isBundled(game.name())) { // shown with its script
                continue;
            }
            Simulation simulation = game.factory().create(game.factory().settings());
            PolicyModel model = PolicySource.bundled(game.name());
            PolicyFit.requireFit(model, simulation.agents().get(0).behavior(), game.name() + ".policy", game.name());
            simulation.dispose();
            fitting.add(game.name());
        }
        assertThat(fitting).contains("lander", "lander-continuous");
    }

    @Test
    void aMissingPolicySaysWhereItWasLookedForAndWhatToDo() {
        assertThatThrownBy(() -> PolicySource.read(folder.resolve("none.policy")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("none.policy")
                .hasMessageContaining("--policy");
        assertThatThrownBy(() -> PolicySource.bundled("no-such-game"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("no-such-game.policy")
                .hasMessageContaining("--heuristic");
    }
}
