package io.github.gdxagents.training.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.badlogic.gdx.assets.AssetManager;
import com.badlogic.gdx.utils.Disposable;
import com.example.hop.HopGame;
import com.example.hopagents.NaiveHopFactory;
import com.example.hopagents.Silence;
import io.github.gdxagents.agent.Agent;
import io.github.gdxagents.agent.Simulation;
import io.github.gdxagents.agent.SimulationFactory;
import io.github.gdxagents.agent.SimulationSettings;
import io.github.gdxagents.testgame.CorridorSimulation;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Silence.class)
final class IsolatedGameTest {
    /** Tells by its settings and statics in which copy it is. */
    public static final class CountingFactory implements SimulationFactory {
        private static int made;

        @Override
        public SimulationSettings settings() {
            return SimulationSettings.none().declare("wind", 1);
        }

        @Override
        public Simulation create(SimulationSettings settings) {
            made++;
            if (settings.get("wind") == 2) {
                throw new IllegalStateException("made " + made);
            }
            return new CorridorSimulation.Factory().create(SimulationSettings.none());
        }
    }

    static final class HiddenFactory implements SimulationFactory {
        @Override
        public Simulation create(SimulationSettings settings) {
            return new CorridorSimulation.Factory().create(SimulationSettings.none());
        }
    }

    private static List<String> nativeFolders() {
        String[] all = Path.of(System.getProperty("java.io.tmpdir"))
                .toFile()
                .list((folder, name) -> name.startsWith("gdx-agents-natives"));
        return Arrays.asList(all == null ? new String[0] : all);
    }

    @Test
    void instancesShareNoStaticAndTakeTheirNativesWithThem() {
        AssetManager assets = HopGame.assets;
        List<String> before = nativeFolders();
        String temporary = System.getProperty("java.io.tmpdir");
        IsolatedGame game = new IsolatedGame(new NaiveHopFactory());
        Simulation first = game.create(game.settings());
        Simulation second = game.create(game.settings());
        assertThat(System.getProperty("java.io.tmpdir")).isEqualTo(temporary);
        Agent agent = first.agents().get(0);
        assertThat(agent.getClass().getName())
                .isEqualTo(second.agents().get(0).getClass().getName());
        assertThat(agent.getClass()).isNotEqualTo(second.agents().get(0).getClass());
        assertThat(agent.behavior()).isEqualTo(second.agents().get(0).behavior());
        first.reset(1);
        second.reset(1);
        while (!first.isEpisodeOver()) { // nobody moves: three coins are missed
            first.step();
        }
        second.step(); // with a static of both it would have no lives left either
        assertThat(second.isEpisodeOver()).isFalse();
        assertThat(HopGame.assets).as("that of the test's own classes").isSameAs(assets);
        first.dispose();
        second.dispose();
        second.dispose();
        assertThat(nativeFolders()).isEqualTo(before);
    }

    @Test
    void settingsGoThroughAndFaultsComeBack() {
        IsolatedGame game = new IsolatedGame(new CountingFactory());
        List<String> before = nativeFolders();
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> game.create(game.settings().with("wind", 2)))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("made 1");
        }
        assertThat(nativeFolders()).isEqualTo(before);
        Simulation made = game.create(game.settings());
        assertThat(made).isInstanceOf(Disposable.class);
        made.dispose();
    }

    @Test
    void aFactoryThatCantBeMadeAnewIsRefused() {
        for (SimulationFactory game : List.<SimulationFactory>of(
                new HiddenFactory(), settings -> new CorridorSimulation.Factory().create(SimulationSettings.none()))) {
            assertThatThrownBy(() -> new IsolatedGame(game).create(SimulationSettings.none()))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("can't be isolated: it must be a public class with a public constructor");
        }
    }
}
