/**
 * The configuration of a run: records that check themselves, read from YAML.
 *
 * <p>Start at {@link io.github.gdxagents.training.config.TrainingConfig} and
 * {@link io.github.gdxagents.training.config.ConfigLoader}.
 */
package io.github.gdxagents.training.config;
