package io.github.gdxagents.training.tune;

import java.util.List;
import java.util.function.ToDoubleFunction;

/** Where ways to collect are measured. */
interface Lab {
    /**
     * Makes instances of the game and lets them begin.
     *
     * @param how they will collect
     * @param instances that are made, at least 1
     * @param horizon decisions in a row that are measured at once, at least 1
     * @throws io.github.gdxagents.training.rollout.SimulationFault if the game breaks the rules of a simulation
     */
    Site open(Collecting how, int instances, int horizon);

    /**
     * Measures candidates in turns, in half of the time that is left.
     *
     * @param candidates the first is measured at least once
     * @param cost measures one, in seconds for each decision
     * @return in the same order
     */
    List<Timing<Collecting>> race(List<Collecting> candidates, ToDoubleFunction<Collecting> cost);

    /** Whether any time is left. */
    boolean hasTime();

    /** Seconds that one measurement may take. */
    double slice();

    /** Instances that have begun. */
    interface Site extends AutoCloseable {
        /** Lets them collect with the threads of a candidate; gives seconds for each decision. */
        double measure(Collecting how);

        @Override
        void close();
    }
}
