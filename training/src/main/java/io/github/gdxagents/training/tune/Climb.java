package io.github.gdxagents.training.tune;

import java.util.List;
import java.util.Optional;

/**
 * Chooses how many instances there are: doubles them as long as that is clearly better, or else tries half as many.
 *
 * <p>Thread safety: none.
 */
final class Climb {
    private final Lab lab;
    private final int horizon;
    private final int shortest;

    /**
     * Prepares it.
     *
     * @param lab where they are measured
     * @param horizon of a measurement
     * @param shortest horizon that the run can have
     */
    Climb(Lab lab, int horizon, int shortest) {
        this.lab = lab;
        this.horizon = horizon;
        this.shortest = shortest;
    }

    /**
     * Chooses.
     *
     * @param start where to begin
     * @return the start with as many decisions of other instances, or the start
     * @throws io.github.gdxagents.training.rollout.SimulationFault if the game breaks the rules of a simulation
     */
    Collecting from(Collecting start) {
        try (Lab.Site site = open(start)) {
            Collecting larger = up(start, site);
            return larger.equals(start) ? down(start, site) : larger;
        }
    }

    /** What was better stays open meanwhile: the next takes turns with it. */
    private Collecting up(Collecting from, Lab.Site site) {
        Optional<Crowd> larger = from.crowd().larger(shortest);
        if (larger.isEmpty() || !lab.hasTime()) {
            return from;
        }
        Collecting next = from.with(larger.get());
        try (Lab.Site challenger = open(next)) {
            return winner(from, site, next, challenger).equals(next) ? up(next, challenger) : from;
        } catch (OutOfMemoryError tooMany) {
            return from; // which found room
        }
    }

    private Collecting down(Collecting from, Lab.Site site) {
        Optional<Crowd> smaller = from.crowd().smaller(from.threads());
        if (smaller.isEmpty() || !lab.hasTime()) {
            return from;
        }
        Collecting next = from.with(smaller.get());
        try (Lab.Site challenger = open(next)) {
            return winner(from, site, next, challenger);
        }
    }

    private Lab.Site open(Collecting how) {
        return lab.open(how, how.crowd().instances(), horizon);
    }

    private Collecting winner(Collecting from, Lab.Site site, Collecting next, Lab.Site challenger) {
        return Preference.among(
                lab.race(List.of(from, next), how -> (how.equals(from) ? site : challenger).measure(how)), from);
    }
}
