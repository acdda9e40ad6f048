/**
 * Finds out from the metrics whether training goes wrong, and says in words what to try.
 *
 * <p>Start at {@link io.github.gdxagents.training.health.HealthCheck}; the rules, with their thresholds, are in {@code HealthRules}.
 */
package io.github.gdxagents.training.health;
