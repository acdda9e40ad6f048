package com.example.moth;

import com.badlogic.gdx.math.Vector2;
import com.badlogic.gdx.physics.box2d.World;
import io.github.gdxagents.agent.Agent;
import io.github.gdxagents.agent.RandomStream;
import io.github.gdxagents.agent.Simulation;
import io.github.gdxagents.agent.SimulationFactory;
import io.github.gdxagents.agent.SimulationSettings;
import java.util.Collections;
import java.util.List;

/** Makes evenings with one moth. */
public class MothGameFactory implements SimulationFactory {
    @Override
    public Simulation create(SimulationSettings settings) {
        return new Evening();
    }

    private static class Evening implements Simulation {
        private final World world = new World(new Vector2(0, -0.5f), true);
        private final Moth moth = new Moth(world);
        private boolean isDisposed;

        @Override
        public List<? extends Agent> agents() {
            return Collections.singletonList(moth);
        }

        @Override
        public void reset(long seed) {
            moth.reset(RandomStream.of(seed));
        }

        @Override
        public void step() {
            moth.beforeStep();
            world.step(1 / 60f, 6, 2);
            moth.afterStep();
        }

        @Override
        public void dispose() {
            if (!isDisposed) {
                isDisposed = true;
                world.dispose();
            }
        }
    }
}
