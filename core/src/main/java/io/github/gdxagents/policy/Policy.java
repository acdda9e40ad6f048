package io.github.gdxagents.policy;

import io.github.gdxagents.agent.BehaviorSpec;

/**
 * Decides for agents of one behavior, many at a time.
 *
 * <p>Thread safety: none, unless an implementation says otherwise.
 */
public interface Policy {
    /**
     * What the policy perceives and decides.
     *
     * @return always the same specification
     */
    BehaviorSpec behavior();

    /**
     * Decides for the first {@code batch.count()} rows: reads their observations and masks, writes their actions and outputs. Allocates
     * nothing.
     *
     * @param batch of this behavior's observations and actions
     * @param mode how actions are taken; {@link DecisionMode#STOCHASTIC} draws from the rows' random streams
     */
    void decide(DecisionBatch batch, DecisionMode mode);
}
