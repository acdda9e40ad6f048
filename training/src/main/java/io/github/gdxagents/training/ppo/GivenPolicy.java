package io.github.gdxagents.training.ppo;

import io.github.gdxagents.policy.PolicyModel;

/**
 * A policy with the file that it was read from.
 *
 * @param file as the configuration names it
 * @param model what the file holds
 */
record GivenPolicy(String file, PolicyModel model) {}
