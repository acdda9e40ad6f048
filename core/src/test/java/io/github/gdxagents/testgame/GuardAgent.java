package io.github.gdxagents.testgame;

import io.github.gdxagents.agent.ActionMask;
import io.github.gdxagents.agent.ActionSpec;
import io.github.gdxagents.agent.Actions;
import io.github.gdxagents.agent.BehaviorSpec;
import io.github.gdxagents.agent.ObservationSpec;
import io.github.gdxagents.agent.ObservationWriter;
import io.github.gdxagents.agent.RandomStream;

/**
 * Walks on a wall of places 0 to {@value #LAST}, one a physics step, and strikes intruders that stand on it.
 *
 * <p>Rewards: a strike that is at most one place off 1 and a new intruder; another strike -0.1; an intruder that was left alone for
 * {@value #PATIENCE} steps -1 and death. Walking off the ends and striking twice in a row are forbidden.
 */
final class GuardAgent extends SkirmishAgent {
    static final int LEFT = 0;
    static final int STAY = 1;
    static final int RIGHT = 2;
    static final int BLOCK = 0;
    static final int STRIKE = 1;

    private static final int LAST = 8;
    private static final int PATIENCE = 16;
    private static final int REST = 3;
    private static final BehaviorSpec BEHAVIOR = BehaviorSpec.builder("guard")
            .observation(ObservationSpec.of("place", "intruder.offset", "patience", "rest"))
            .action(ActionSpec.builder()
                    .branch("step", "left", "stay", "right")
                    .branch("stance", "block", "strike")
                    .build())
            .decisionPeriod(2)
            .build();

    private int place;
    private int intruder;
    private int patience;
    private int rest;
    private int step;
    private int stance;

    @Override
    void start(RandomStream random) {
        place = random.nextInt(LAST + 1);
        intruder = random.nextInt(LAST + 1);
        patience = PATIENCE;
        rest = 0;
        step = STAY;
        stance = BLOCK;
    }

    @Override
    void play(RandomStream random) {
        place = Math.max(0, Math.min(LAST, place + step - STAY));
        rest = Math.max(0, rest - 1);
        if (stance == STRIKE && rest == 0) {
            strike(random);
        }
        if (--patience <= 0) {
            reward(-1);
            die();
        }
    }

    private void strike(RandomStream random) {
        rest = REST;
        if (Math.abs(intruder - place) > 1) {
            reward(-0.1f);
            return;
        }
        reward(1);
        intruder = random.nextInt(LAST + 1);
        patience = PATIENCE;
    }

    @Override
    public BehaviorSpec behavior() {
        return BEHAVIOR;
    }

    @Override
    public void observe(ObservationWriter out) {
        out.add(place / (float) LAST)
                .add((intruder - place) / (float) LAST)
                .add(patience / (float) PATIENCE)
                .add(rest / (float) REST);
    }

    @Override
    public void mask(ActionMask mask) {
        if (place == 0) {
            mask.forbid(0, LEFT);
        }
        if (place == LAST) {
            mask.forbid(0, RIGHT);
        }
        if (rest > 1) { // the coming step takes one off
            mask.forbid(1, STRIKE);
        }
    }

    @Override
    public void act(Actions actions) {
        step = actions.discrete(0);
        stance = actions.discrete(1);
    }

    @Override
    public void heuristic(Actions out) {
        int offset = intruder - place;
        out.setDiscrete(0, Math.abs(offset) <= 1 ? STAY : offset < 0 ? LEFT : RIGHT);
        out.setDiscrete(1, rest <= 1 && Math.abs(offset) <= 2 ? STRIKE : BLOCK);
    }
}
