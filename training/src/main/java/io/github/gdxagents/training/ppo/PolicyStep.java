package io.github.gdxagents.training.ppo;

import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;

/**
 * What an {@link Objective} is made of. Nothing but the ratio depends on the parameters.
 *
 * @param ratio {@code [B]}: probability of the action under the new policy over that under the old one
 * @param advantage {@code [B]}: how much better than expected the action was
 * @param clipRangeLower scalar: how far the ratio may fall below 1
 * @param clipRangeUpper scalar: how far the ratio may rise above 1
 */
record PolicyStep(
        Operand<TFloat32> ratio,
        Operand<TFloat32> advantage,
        Operand<TFloat32> clipRangeLower,
        Operand<TFloat32> clipRangeUpper) {}
