package io.github.gdxagents.testgame;

import io.github.gdxagents.agent.Agent;
import io.github.gdxagents.agent.BehaviorSpec;
import io.github.gdxagents.agent.RandomStream;
import io.github.gdxagents.agent.Simulation;
import io.github.gdxagents.agent.StepStatus;
import java.util.Collections;
import java.util.List;

/** A simulation with one agent, which it is itself. */
abstract class SoloSimulation implements Simulation, Agent {
    private final BehaviorSpec behavior;
    private final List<? extends Agent> agents = Collections.singletonList(this);
    private final RandomStream random = RandomStream.of(0);
    private StepStatus status = StepStatus.INACTIVE;
    private float reward;

    SoloSimulation(BehaviorSpec behavior) {
        this.behavior = behavior;
    }

    /** Puts the game at its beginning. */
    abstract void begin(RandomStream random);

    /** Plays one physics step. */
    abstract void play(RandomStream random);

    final void reward(float amount) {
        reward += amount;
    }

    final void end(StepStatus end) {
        status = end;
    }

    @Override
    public final List<? extends Agent> agents() {
        return agents;
    }

    @Override
    public final void reset(long seed) {
        random.seed(seed);
        status = StepStatus.RUNNING;
        reward = 0;
        begin(random);
    }

    @Override
    public final void step() {
        play(random);
    }

    @Override
    public final BehaviorSpec behavior() {
        return behavior;
    }

    @Override
    public float takeReward() {
        float taken = reward;
        reward = 0;
        return taken;
    }

    @Override
    public final StepStatus status() {
        return status;
    }

    @Override
    public void dispose() {}
}
