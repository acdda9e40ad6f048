package io.github.gdxagents.testgame;

import io.github.gdxagents.agent.ActionSpec;
import io.github.gdxagents.agent.Actions;
import io.github.gdxagents.agent.BehaviorSpec;
import io.github.gdxagents.agent.NamedValues;
import io.github.gdxagents.agent.ObservationSpec;
import io.github.gdxagents.agent.ObservationWriter;
import io.github.gdxagents.agent.RandomStream;
import io.github.gdxagents.agent.SimulationFactory;
import io.github.gdxagents.agent.SimulationSettings;
import io.github.gdxagents.agent.StepStatus;

/**
 * Reports its reward in parts, and figures of its own. At each of {@value #LENGTH} physics steps a fruit hangs before a picker, ripe or
 * not, equally likely. Picking costs {@value #EFFORT}, and a ripe fruit gives 1 to who picks. A decision is due every second step, and
 * its observation says which of the next two fruits are ripe.
 *
 * <p>Picking unless both are unripe is best: of two fruits that gives {@code 1/2 (1 - 0.5) + 1/4 (2 - 0.5)}, in the mean of an episode
 * {@value #OPTIMUM}.
 *
 * <p>Reward terms: {@code fruit}, {@code effort}. Statistics: {@code picked}, {@code missed} (ripe, but not picked).
 */
public final class HarvestSimulation extends SoloSimulation {
    /** The mean return of the best policy. */
    public static final double OPTIMUM = 2.5;

    static final int LENGTH = 8;
    static final float EFFORT = 0.25f;
    /** A choice of work. */
    public static final int REST = 0;
    /** A choice of work. */
    public static final int PICK = 1;

    private static final BehaviorSpec BEHAVIOR = BehaviorSpec.builder("picker")
            .observation(ObservationSpec.of("ripe", "ripeNext"))
            .action(ActionSpec.builder().branch("work", "rest", "pick").build())
            .decisionPeriod(2)
            .rewardTerms("fruit", "effort")
            .statistics("picked", "missed")
            .build();

    private final boolean[] isRipe = new boolean[LENGTH + 2];
    private int step;
    private int choice;
    private float fruit;
    private float effort;
    private int picked;
    private int missed;

    HarvestSimulation() {
        super(BEHAVIOR);
    }

    @Override
    void begin(RandomStream random) {
        for (int i = 0; i < LENGTH; i++) {
            isRipe[i] = random.nextInt(2) == 1;
        }
        step = 0;
        choice = REST;
        fruit = 0;
        effort = 0;
        picked = 0;
        missed = 0;
    }

    /**
     * Decides instead of chance which fruits are ripe, until the next reset.
     *
     * @param ripe one for each physics step
     */
    public void ripen(boolean... ripe) {
        System.arraycopy(ripe, 0, isRipe, 0, LENGTH);
    }

    @Override
    void play(RandomStream random) {
        boolean ripe = isRipe[step++];
        if (choice == PICK) {
            effort -= EFFORT;
            reward(-EFFORT);
            picked++;
            if (ripe) {
                fruit++;
                reward(1);
            }
        } else {
            missed += ripe ? 1 : 0;
        }
        if (step == LENGTH) {
            end(StepStatus.TERMINATED);
        }
    }

    @Override
    public void observe(ObservationWriter out) {
        out.add(isRipe[step] ? 1 : 0).add(isRipe[step + 1] ? 1 : 0);
    }

    @Override
    public void act(Actions actions) {
        choice = actions.discrete(0);
    }

    @Override
    public float takeReward() {
        fruit = 0;
        effort = 0;
        return super.takeReward();
    }

    @Override
    public void rewardTerms(NamedValues out) {
        out.set("fruit", fruit).set("effort", effort);
    }

    @Override
    public void statistics(NamedValues out) {
        out.set("picked", picked).set("missed", missed);
    }

    @Override
    public void heuristic(Actions out) {
        out.setDiscrete(0, isRipe[step] || isRipe[step + 1] ? PICK : REST);
    }

    /** Makes harvests. */
    public static final class Factory implements SimulationFactory {
        @Override
        public HarvestSimulation create(SimulationSettings settings) {
            return new HarvestSimulation();
        }
    }
}
