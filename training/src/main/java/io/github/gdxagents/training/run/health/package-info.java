/**
 * Finds out from the metrics whether training goes wrong, and says in words what to try.
 *
 * <p>Start at {@link io.github.gdxagents.training.run.health.HealthCheck}; each rule is a class.
 */
package io.github.gdxagents.training.run.health;
