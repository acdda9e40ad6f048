package io.github.gdxagents.training.run;

import io.github.gdxagents.agent.Simulation;
import io.github.gdxagents.agent.SimulationFactory;
import io.github.gdxagents.agent.SimulationSettings;
import io.github.gdxagents.testgame.CorridorSimulation;
import io.github.gdxagents.testgame.WrappedSimulation;
import java.util.concurrent.CountDownLatch;
import java.util.function.LongPredicate;

/** A corridor in which a step goes wrong, in episodes that are chosen by their seeds. */
final class FragileCorridor implements SimulationFactory {
    /** What goes wrong at the chosen episode's fifth step. */
    enum Break {
        /** It throws. */
        THROW,
        /** It doesn't come back before the latch is counted down. */
        HANG,
        /** It uses up the memory. */
        NO_MEMORY
    }

    static final int STEP = 5;

    private final CorridorSimulation.Factory corridors = new CorridorSimulation.Factory();
    private final Break kind;
    private final LongPredicate episodes;
    private final CountDownLatch end = new CountDownLatch(1);

    FragileCorridor(Break kind, LongPredicate episodes) {
        this.kind = kind;
        this.episodes = episodes;
    }

    /** Lets hanging steps come back. */
    void release() {
        end.countDown();
    }

    @Override
    public Simulation create(SimulationSettings settings) {
        return new Fragile(corridors.create(settings));
    }

    private final class Fragile extends WrappedSimulation {
        private boolean isChosen;
        private int steps;

        Fragile(Simulation corridor) {
            super(corridor);
        }

        @Override
        public void reset(long seed) {
            steps = 0;
            isChosen = episodes.test(seed);
            super.reset(seed);
        }

        @Override
        public void step() {
            if (isChosen && ++steps == STEP) {
                goWrong();
            }
            super.step();
        }

        private void goWrong() {
            switch (kind) {
                case THROW -> throw new ArithmeticException("the floor gave way");
                case NO_MEMORY -> throw new OutOfMemoryError("Java heap space");
                case HANG -> hang();
            }
        }

        private void hang() {
            boolean hangs = true;
            while (hangs) {
                try {
                    end.await();
                    hangs = false;
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    hangs = false;
                }
            }
        }
    }
}
