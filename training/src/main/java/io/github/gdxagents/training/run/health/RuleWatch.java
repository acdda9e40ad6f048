package io.github.gdxagents.training.run.health;

import io.github.gdxagents.training.run.health.HealthWarning.Moment;
import java.util.Optional;

/**
 * Applies one rule to one behavior: says something when figures have looked ill for as long as the rule's patience, once, and again only
 * after they have looked well for as long.
 *
 * <p>Thread safety: none.
 */
final class RuleWatch {
    private final String behavior;
    private final HealthRule rule;
    private int streak;
    private Moment firstIll;
    private Moment lastIll;
    private HealthWarning warning;

    RuleWatch(String behavior, HealthRule rule) {
        this.behavior = behavior;
        this.rule = rule;
    }

    /**
     * Looks at the next iteration.
     *
     * @return a warning that begins or ends with it
     */
    Optional<HealthWarning> look(Moment now, Readings readings) {
        return switch (rule.look(readings)) {
            case UNKNOWN -> Optional.empty();
            case ILL -> ill(now);
            case WELL -> well();
        };
    }

    private Optional<HealthWarning> ill(Moment now) {
        lastIll = now;
        if (warning != null) {
            streak = 0;
            return Optional.empty();
        }
        if (streak == 0) {
            firstIll = now;
        }
        streak++;
        if (streak < rule.patience()) {
            return Optional.empty();
        }
        streak = 0;
        warning = new HealthWarning(behavior, rule.title(), rule.words(), rule.watched(), firstIll, null);
        return Optional.of(warning);
    }

    private Optional<HealthWarning> well() {
        if (warning == null) {
            streak = 0;
            return Optional.empty();
        }
        streak++;
        if (streak < rule.patience()) {
            return Optional.empty();
        }
        streak = 0;
        HealthWarning over = new HealthWarning(
                behavior, warning.title(), warning.words(), warning.watched(), warning.began(), lastIll);
        warning = null;
        return Optional.of(over);
    }
}
