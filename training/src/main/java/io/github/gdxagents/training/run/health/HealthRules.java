package io.github.gdxagents.training.run.health;

import java.util.ArrayList;
import java.util.List;

/**
 * All rules.
 *
 * <p>Thread safety: stateless.
 */
final class HealthRules {
    private HealthRules() {}

    /**
     * Makes the rules for one behavior.
     *
     * @param settings of the run
     * @param alone whether the game has no other behavior; others learn too, and may be what a return falls by
     * @return new ones, that have seen nothing
     */
    static List<HealthRule> of(HealthSettings settings, boolean alone) {
        List<HealthRule> rules = new ArrayList<>(List.of(
                new EntropyCollapse(settings.targetReturn()),
                new DeviationCollapse(),
                new DeviationGrowth(),
                new HarmfulValueFunction(),
                new ValueLossExplosion(),
                new KlOverLimit(settings.klTarget()),
                new FewEffectiveSamples(),
                new MostSamplesClipped(),
                new NothingLearned()));
        if (settings.maxGradientNorm() > 0) {
            rules.add(new GradientFarAboveClip(settings.maxGradientNorm()));
        }
        if (alone) {
            rules.add(new ReturnLost());
        }
        return rules;
    }
}
