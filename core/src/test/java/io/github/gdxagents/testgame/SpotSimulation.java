package io.github.gdxagents.testgame;

import io.github.gdxagents.agent.ActionSpec;
import io.github.gdxagents.agent.Actions;
import io.github.gdxagents.agent.BehaviorSpec;
import io.github.gdxagents.agent.ObservationSpec;
import io.github.gdxagents.agent.ObservationWriter;
import io.github.gdxagents.agent.RandomStream;
import io.github.gdxagents.agent.SimulationFactory;
import io.github.gdxagents.agent.SimulationSettings;
import io.github.gdxagents.agent.StepStatus;

/**
 * One of many is to be pointed at: among up to eight entries of a set, in any order, the one of the agent's own colour; or on a grid of 9 x
 * 9, among ten red and ten green cells, the one that is both. The reward is the distance, less than 0, ten times an episode.
 *
 * <p>Who points at the middle has a return of about -7.7; the best is 0.
 */
public final class SpotSimulation extends SoloSimulation {
    private static final int STEPS = 10;
    private static final int MOST = 8;
    private static final int COLOURS = 3;
    private static final int SIZE = 9;
    private static final int OF_EACH = 10;
    private static final ActionSpec POINT =
            ActionSpec.builder().continuous("x", "y").build();
    private static final BehaviorSpec SET = BehaviorSpec.builder("spotter")
            .observation(ObservationSpec.builder()
                    .add("own", COLOURS)
                    .set("others", MOST, "x", "y", "red", "green", "blue")
                    .build())
            .action(POINT)
            .build();
    private static final BehaviorSpec GRID = BehaviorSpec.builder("spotter")
            .observation(ObservationSpec.builder()
                    .grid("map", SIZE, SIZE, "red", "green")
                    .build())
            .action(POINT)
            .build();

    private final float[][] entries = new float[MOST][3]; // x, y, colour
    private final boolean[][][] cells = new boolean[SIZE][SIZE][2];
    private int count;
    private int own;
    private float targetX;
    private float targetY;
    private float pointX;
    private float pointY;
    private int steps;

    SpotSimulation(BehaviorSpec behavior) {
        super(behavior);
    }

    @Override
    void begin(RandomStream random) {
        steps = 0;
        draw(random);
    }

    private void draw(RandomStream random) {
        if (behavior() == SET) {
            drawEntries(random);
        } else {
            drawCells(random);
        }
    }

    private void drawEntries(RandomStream random) {
        count = 2 + random.nextInt(MOST - 1);
        own = random.nextInt(COLOURS);
        int target = random.nextInt(count);
        for (int i = 0; i < count; i++) {
            entries[i][0] = (float) random.uniform(-1, 1);
            entries[i][1] = (float) random.uniform(-1, 1);
            entries[i][2] = i == target ? own : (own + 1 + random.nextInt(COLOURS - 1)) % COLOURS;
        }
        targetX = entries[target][0];
        targetY = entries[target][1];
    }

    private void drawCells(RandomStream random) {
        for (boolean[][] row : cells) {
            for (boolean[] cell : row) {
                cell[0] = false;
                cell[1] = false;
            }
        }
        int target = free(random);
        cells[target / SIZE][target % SIZE][0] = true;
        cells[target / SIZE][target % SIZE][1] = true;
        for (int i = 0; i < 2 * OF_EACH; i++) {
            int cell = free(random);
            cells[cell / SIZE][cell % SIZE][i % 2] = true;
        }
        targetX = 2f * (target % SIZE) / (SIZE - 1) - 1;
        targetY = 2f * (target / SIZE) / (SIZE - 1) - 1;
    }

    private int free(RandomStream random) {
        while (true) {
            int cell = random.nextInt(SIZE * SIZE);
            boolean[] colours = cells[cell / SIZE][cell % SIZE];
            if (!colours[0] && !colours[1]) {
                return cell;
            }
        }
    }

    @Override
    void play(RandomStream random) {
        reward(-(float) Math.hypot(pointX - targetX, pointY - targetY));
        draw(random);
        if (++steps == STEPS) {
            end(StepStatus.TERMINATED);
        }
    }

    @Override
    public void observe(ObservationWriter out) {
        if (behavior() == GRID) {
            out.grid("map");
            for (boolean[][] row : cells) {
                for (boolean[] cell : row) {
                    out.add(cell[0]).add(cell[1]);
                }
            }
            return;
        }
        addColour(out, own);
        out.set("others", count);
        for (int i = 0; i < count; i++) {
            out.add(entries[i][0], entries[i][1]);
            addColour(out, (int) entries[i][2]);
        }
    }

    private static void addColour(ObservationWriter out, int colour) {
        for (int i = 0; i < COLOURS; i++) {
            out.add(colour == i);
        }
    }

    @Override
    public void act(Actions actions) {
        pointX = actions.continuous(0);
        pointY = actions.continuous(1);
    }

    @Override
    public void heuristic(Actions out) {
        out.setContinuous(0, targetX);
        out.setContinuous(1, targetY);
    }

    /** Shows a set. */
    public static final class SetFactory implements SimulationFactory {
        @Override
        public SpotSimulation create(SimulationSettings settings) {
            return new SpotSimulation(SET);
        }
    }

    /** Shows a grid. */
    public static final class GridFactory implements SimulationFactory {
        @Override
        public SpotSimulation create(SimulationSettings settings) {
            return new SpotSimulation(GRID);
        }
    }
}
