package io.github.gdxagents.policy;

import io.github.gdxagents.agent.RandomStream;
import io.github.gdxagents.agent.Simulation;
import io.github.gdxagents.agent.StepStatus;
import java.util.ArrayList;
import java.util.List;

/** Agents that end, wait and return at random. */
final class Arena implements Simulation {
    final List<Pilot> pilots = new ArrayList<>();
    private RandomStream random;

    Arena(int count) {
        for (int i = 0; i < count; i++) {
            pilots.add(new Pilot(0.1f * i));
        }
    }

    @Override
    public List<Pilot> agents() {
        return pilots;
    }

    @Override
    public void reset(long seed) {
        random = RandomStream.of(seed);
        pilots.forEach(pilot -> pilot.status = StepStatus.RUNNING);
    }

    @Override
    public void step() {
        for (Pilot pilot : pilots) {
            if (random.nextInt(3) == 0) {
                pilot.status = StepStatus.values()[random.nextInt(4)];
            }
        }
    }

    @Override
    public boolean isEpisodeOver() {
        return false;
    }

    @Override
    public void dispose() {}
}
