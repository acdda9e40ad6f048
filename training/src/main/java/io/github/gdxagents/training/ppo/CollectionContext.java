package io.github.gdxagents.training.ppo;

import io.github.gdxagents.network.ObservationNormalizer;

/**
 * What the decisions of a rollout were taken with, and how they are to be seen.
 *
 * @param normalizer of the observations
 * @param deviations {@code [continuous]}: log standard deviations of the actions
 * @param referenceOutputs {@code [T, N, out]}: what the reference policy would give, or null if there is none
 * @param ratios {@code [T, N]}: what each decision counts in the objective, see {@link
 *     io.github.gdxagents.training.rollout.Reappraisal}, or null if all count the same
 * @param advantages how to scale advantages before learning
 */
record CollectionContext(
        ObservationNormalizer normalizer,
        float[] deviations,
        float[] referenceOutputs,
        float[] ratios,
        AdvantageScale advantages) {}
