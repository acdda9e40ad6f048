package io.github.gdxagents.testgame;

import io.github.gdxagents.agent.ActionMask;
import io.github.gdxagents.agent.ActionSpec;
import io.github.gdxagents.agent.Actions;
import io.github.gdxagents.agent.BehaviorSpec;
import io.github.gdxagents.agent.ObservationSpec;
import io.github.gdxagents.agent.ObservationWriter;
import io.github.gdxagents.agent.RandomStream;

/**
 * Flies along a line in [-1, 1] to a target and fires at it.
 *
 * <p>Rewards: a hit (the target is nearer than {@value #REACH}) 1, then it waits {@value #PAUSE} steps and gets a new target; a miss
 * -0.1; leaving the line -1 and death; each step -0.02 times the distance. After a shot, {@code fire} is forbidden for {@value #RELOAD}
 * steps.
 */
final class ScoutAgent extends SkirmishAgent {
    static final int STEP_LIMIT = 100;
    static final int HOLD = 0;
    static final int FIRE = 1;

    private static final float SPEED = 0.25f;
    private static final float REACH = 0.2f;
    private static final int PAUSE = 2;
    private static final int RELOAD = 3;
    private static final BehaviorSpec BEHAVIOR = BehaviorSpec.builder("scout")
            .observation(ObservationSpec.of("x", "target.x", "offset", "reload"))
            .action(ActionSpec.builder()
                    .continuous("move")
                    .branch("weapon", "hold", "fire", "flare")
                    .build())
            .stepLimit(STEP_LIMIT)
            .build();

    private float x;
    private float target;
    private int reload;
    private float move;
    private int weapon;

    @Override
    void start(RandomStream random) {
        x = (float) random.uniform(-0.5, 0.5);
        target = (float) random.uniform(-0.9, 0.9);
        reload = 0;
        move = 0;
        weapon = HOLD;
    }

    @Override
    void play(RandomStream random) {
        x += SPEED * move;
        reload = Math.max(0, reload - 1);
        if (Math.abs(x) > 1) {
            reward(-1);
            die();
            return;
        }
        reward(-0.02f * Math.abs(target - x));
        if (weapon == FIRE && reload == 0) {
            fire(random);
        }
    }

    private void fire(RandomStream random) {
        reload = RELOAD;
        if (Math.abs(target - x) >= REACH) {
            reward(-0.1f);
            return;
        }
        reward(1);
        target = (float) random.uniform(-0.9, 0.9);
        pause(PAUSE);
    }

    @Override
    public BehaviorSpec behavior() {
        return BEHAVIOR;
    }

    @Override
    public void observe(ObservationWriter out) {
        out.add(x).add(target).add(target - x).add(reload / (float) RELOAD);
    }

    @Override
    public void mask(ActionMask mask) {
        if (reload > 1) { // the coming step takes one off
            mask.forbid(0, FIRE);
        }
    }

    @Override
    public void act(Actions actions) {
        move = actions.continuous(0);
        weapon = actions.discrete(0);
    }

    @Override
    public void heuristic(Actions out) {
        float step = (target - x) / SPEED;
        float after = x + SPEED * Math.max(-1, Math.min(1, step));
        out.setContinuous(0, step);
        out.setDiscrete(0, reload <= 1 && Math.abs(target - after) < REACH ? FIRE : HOLD);
    }
}
