/**
 * Networks in plain Java: layers as plain data, the pass that runs them, what is done to observations before, and the actions that
 * their outputs stand for.
 *
 * <p>A {@link io.github.gdxagents.network.Network} is run by a {@link io.github.gdxagents.network.ForwardPass}; its outputs are those of an
 * {@link io.github.gdxagents.network.ActionDistribution}.
 */
package io.github.gdxagents.network;
