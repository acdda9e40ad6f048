package io.github.gdxagents.testgame;

import io.github.gdxagents.agent.ActionSpec;
import io.github.gdxagents.agent.Actions;
import io.github.gdxagents.agent.BehaviorSpec;
import io.github.gdxagents.agent.ObservationSpec;
import io.github.gdxagents.agent.ObservationWriter;
import io.github.gdxagents.agent.RandomStream;
import io.github.gdxagents.agent.SimulationFactory;
import io.github.gdxagents.agent.SimulationSettings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A hare on a meadow of {@value #SIZE} by {@value #SIZE} cells eats clover and runs from foxes, which come, go and move at random: it
 * observes itself as a vector, the clover as a grid, and the foxes as a set. Clover that is eaten is 1 and grows anew elsewhere; a fox on
 * the hare's cell is -1, and gone. Truncated after {@value #STEP_LIMIT} steps.
 *
 * <p>Mean return over 1000 seeds, as {@code TestGamesTest} measures it: random 0.5, heuristic 10.9, which looks at the clover alone.
 */
public final class MeadowSimulation extends SoloSimulation {
    static final int SIZE = 5;
    static final int MOST_FOXES = 3;
    static final int STEP_LIMIT = 30;

    /** What a hare perceives and does. */
    public static final BehaviorSpec HARE = BehaviorSpec.builder("hare")
            .observation(ObservationSpec.builder()
                    .add("time")
                    .vector("self", "row", "column")
                    .grid("meadow", SIZE, SIZE, "clover", "hare")
                    .set("foxes", MOST_FOXES, "row", "column")
                    .build())
            .action(ActionSpec.builder()
                    .branch("hop", "stay", "up", "down", "left", "right")
                    .build())
            .stepLimit(STEP_LIMIT)
            .build();

    private static final int CELLS = SIZE * SIZE;
    private static final int CLOVERS = 2;

    private final boolean[] clover = new boolean[CELLS];
    private final List<Integer> foxes = new ArrayList<>(); // their cells
    private int hare;
    private int hop;
    private int steps;

    MeadowSimulation() {
        super(HARE);
    }

    @Override
    void begin(RandomStream random) {
        hare = random.nextInt(CELLS);
        hop = 0;
        steps = 0;
        Arrays.fill(clover, false);
        foxes.clear();
        for (int i = 0; i < CLOVERS; i++) {
            grow(random);
        }
    }

    private void grow(RandomStream random) {
        int cell = random.nextInt(CELLS);
        while (clover[cell] || cell == hare) {
            cell = random.nextInt(CELLS);
        }
        clover[cell] = true;
    }

    @Override
    void play(RandomStream random) {
        steps++;
        hare = neighbour(hare, hop);
        if (clover[hare]) {
            clover[hare] = false;
            reward(1);
            grow(random);
        }
        for (int i = foxes.size() - 1; i >= 0; i--) {
            foxes.set(i, neighbour(foxes.get(i), random.nextInt(5)));
            if (foxes.get(i) == hare) {
                reward(-1);
                foxes.remove(i);
            } else if (random.nextInt(10) == 0) {
                foxes.remove(i);
            }
        }
        if (foxes.size() < MOST_FOXES && random.nextInt(4) == 0) {
            foxes.add((hare + CELLS / 2) % CELLS);
        }
    }

    private static int neighbour(int cell, int hop) {
        int row = cell / SIZE + (hop == 1 ? -1 : hop == 2 ? 1 : 0);
        int column = cell % SIZE + (hop == 3 ? -1 : hop == 4 ? 1 : 0);
        boolean inside = row >= 0 && row < SIZE && column >= 0 && column < SIZE;
        return inside ? row * SIZE + column : cell;
    }

    @Override
    public void observe(ObservationWriter out) {
        out.add((float) steps / STEP_LIMIT);
        out.vector("self").add(scaled(hare / SIZE)).add(scaled(hare % SIZE));
        out.grid("meadow");
        for (int cell = 0; cell < CELLS; cell++) {
            out.add(clover[cell]).add(cell == hare);
        }
        out.set("foxes", foxes.size());
        for (int i = 0; i < foxes.size(); i++) { // without an iterator, which would be garbage
            out.add(scaled(foxes.get(i) / SIZE)).add(scaled(foxes.get(i) % SIZE));
        }
    }

    private static float scaled(int place) {
        return 2f * place / (SIZE - 1) - 1;
    }

    @Override
    public void act(Actions actions) {
        hop = actions.discrete(0);
    }

    @Override
    public void heuristic(Actions out) {
        int best = -1;
        for (int cell = 0; cell < CELLS; cell++) {
            if (clover[cell] && (best < 0 || distance(cell) < distance(best))) {
                best = cell;
            }
        }
        int rows = best / SIZE - hare / SIZE;
        int columns = best % SIZE - hare % SIZE;
        out.setDiscrete(0, rows != 0 ? (rows < 0 ? 1 : 2) : columns < 0 ? 3 : 4);
    }

    private int distance(int cell) {
        return Math.abs(cell / SIZE - hare / SIZE) + Math.abs(cell % SIZE - hare % SIZE);
    }

    /** Makes meadows. */
    public static final class Factory implements SimulationFactory {
        @Override
        public MeadowSimulation create(SimulationSettings settings) {
            return new MeadowSimulation();
        }
    }
}
