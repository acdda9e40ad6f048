package io.github.gdxagents.desktop.session;

import io.github.gdxagents.policy.PolicyModel;

/**
 * What became of a policy file that changed.
 *
 * @param model the new policy, or null if it could not be read
 * @param problem why it could not be read, or null
 */
public record PolicyReload(PolicyModel model, String problem) {}
