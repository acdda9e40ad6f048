package io.github.gdxagents.training.tune;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Chooses how many threads collect: the fewest that are not clearly slower.
 *
 * <p>Thread safety: none.
 */
final class ThreadRace {
    private final Lab lab;
    private final Pace pace;

    ThreadRace(Lab lab, Pace pace) {
        this.lab = lab;
        this.pace = pace;
    }

    /**
     * Chooses.
     *
     * @param start as many threads as possible
     * @param threads all numbers of them, ascending; the last is that of the start
     * @return one of them; the start if there was no time for all
     * @throws io.github.gdxagents.training.rollout.SimulationFault if the game breaks the rules of a simulation
     */
    Collecting winner(Collecting start, List<Integer> threads) {
        int most = start.threads();
        int instances = pace.instances(lab.slice(), most, start.crowd().instances());
        List<Collecting> mostFirst = new ArrayList<>();
        threads.forEach(count -> mostFirst.add(0, start.with(count)));
        try (Lab.Site site = lab.open(start, instances, pace.horizon(lab.slice(), most, instances))) {
            List<Timing<Collecting>> timings = new ArrayList<>(lab.race(mostFirst, site::measure));
            Collections.reverse(timings);
            return Preference.among(timings, start);
        }
    }
}
