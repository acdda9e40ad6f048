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
     * How many values the policy remembers of each agent from one decision of an episode to the next.
     *
     * @return always the same number, 0 if it remembers nothing
     */
    default int memorySize() {
        return 0;
    }

    /**
     * Decides for the first {@code batch.count()} rows: reads their observations, masks and memory, writes their actions, outputs and
     * memory. Allocates nothing.
     *
     * @param batch of this behavior's observations and actions, with memory of {@link #memorySize}
     * @param mode how actions are taken; {@link DecisionMode#STOCHASTIC} draws from the rows' random streams
     */
    void decide(DecisionBatch batch, DecisionMode mode);
}
