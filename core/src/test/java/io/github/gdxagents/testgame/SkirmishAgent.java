package io.github.gdxagents.testgame;

import io.github.gdxagents.agent.Agent;
import io.github.gdxagents.agent.RandomStream;
import io.github.gdxagents.agent.StepStatus;

/** What scouts and guards share: a random stream, a reward, and how they die, wait and return. */
abstract class SkirmishAgent implements Agent {
    static final int REVIVAL_STEPS = 5;

    private final RandomStream random = RandomStream.of(0);
    private StepStatus status = StepStatus.INACTIVE;
    private boolean alive;
    private int wait;
    private int deaths;
    private float reward;

    final void begin(long seed) {
        random.seed(seed);
        reward = 0;
        deaths = 0;
        place();
    }

    private void place() {
        alive = true;
        status = StepStatus.RUNNING;
        start(random);
    }

    final void advance() {
        if (status == StepStatus.RUNNING) {
            play(random);
        } else if (status == StepStatus.TERMINATED) {
            status = StepStatus.INACTIVE;
            wait = REVIVAL_STEPS;
        } else if (--wait == 0) {
            if (alive) {
                status = StepStatus.RUNNING;
            } else {
                place();
            }
        }
    }

    final void endWithTheGame() {
        if (alive) {
            alive = false;
            status = StepStatus.TERMINATED;
        }
    }

    final int deaths() {
        return deaths;
    }

    /** Puts the agent at its beginning, with actions at rest. */
    abstract void start(RandomStream random);

    /** Plays one physics step of a running agent. */
    abstract void play(RandomStream random);

    final void reward(float amount) {
        reward += amount;
    }

    /** Ends the agent's episode; it returns later. */
    final void die() {
        alive = false;
        deaths++;
        status = StepStatus.TERMINATED;
    }

    /** Makes the agent wait, without an end of its episode. */
    final void pause(int steps) {
        status = StepStatus.INACTIVE;
        wait = steps;
    }

    @Override
    public final float takeReward() {
        float taken = reward;
        reward = 0;
        return taken;
    }

    @Override
    public final StepStatus status() {
        return status;
    }
}
