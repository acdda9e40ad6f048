package io.github.gdxagents.training.config;

/**
 * An option that an objective declares; its value may be a {@link Schedule}.
 *
 * @param name in the configuration, unique in the objective
 * @param meaning in a few words, for the comment beside it
 * @param defaultValue if the configuration has none
 * @param smallest that it may be at any time
 * @param largest that it may be at any time
 */
public record ObjectiveOption(String name, String meaning, double defaultValue, double smallest, double largest) {}
