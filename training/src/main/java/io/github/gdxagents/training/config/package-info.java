/**
 * The configuration of a run: records that check themselves, read from YAML or built in Java. A
 * {@link io.github.gdxagents.training.config.ConfigException} of theirs lists all values that are impossible.
 *
 * <p>Start at {@link io.github.gdxagents.training.config.TrainingConfig}, its builder, and
 * {@link io.github.gdxagents.training.config.ConfigLoader}.
 *
 * <h2>To add a key</h2>
 *
 * <ol>
 *   <li>the record of its group, such as {@code PpoConfig}: a component with a {@code Key}, a {@code @param}, a line that checks it;
 *   <li>the {@code Builder} in the same record: a line with its setter;
 *   <li>{@code defaults.yaml}: the only place that has its default; a bundled game's file if it wants another;
 *   <li>{@code docs/configuration.md}: a row of the table; {@code docs/ppo.md} if it belongs to the algorithm; perhaps
 *       {@code Suggestions}, if other libraries have a name for it.
 * </ol>
 *
 * <p>Loader, writer, builders, suggestions and {@code --set} find it by reflection. {@code ConfigBuilderTest} and
 * {@code DocumentedKeysTest} fail where a step is forgotten. A coefficient that changes while a run goes on is a key like any other whose type
 * is {@link io.github.gdxagents.training.config.Schedule}. Options of one objective are no keys: the objective declares them, see
 * {@link io.github.gdxagents.training.config.ObjectiveDeclaration}.
 *
 * <h2>Settings of single behaviors</h2>
 *
 * <p>All behaviors of a game share one set of settings. To give one of them others, the place is {@code TrainingConfig}: a component
 * {@code behaviors}, by name the keys of {@code ppo}, {@code network} and {@code normalization} that differ, bound as {@code settings} is,
 * and a method that gives the configuration of one behavior, made by {@code toBuilder()}. Whoever trains a behavior asks that method;
 * rollout, evaluation and run stay common.
 */
package io.github.gdxagents.training.config;
