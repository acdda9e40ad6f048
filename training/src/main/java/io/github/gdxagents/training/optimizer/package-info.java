/**
 * How parameters are moved, knowing nothing of what they are of: {@link io.github.gdxagents.training.optimizer.Adam} by a gradient, {@link
 * io.github.gdxagents.training.optimizer.TrustRegion} by the natural gradient.
 */
package io.github.gdxagents.training.optimizer;
