package io.github.gdxagents.desktop.session;

import io.github.gdxagents.agent.Agent;
import io.github.gdxagents.agent.ObservationWriter;

/**
 * Where a session learns what the first agent perceives and is rewarded, without a say in the episode.
 *
 * <p>Thread safety: none. Looking allocates nothing.
 */
public interface Onlooker {
    /**
     * The reward since the last call.
     *
     * @return the sum
     */
    float takeReward();

    /**
     * What the agent perceives.
     *
     * @param target {@code [obs]}, overwritten
     */
    void observe(float[] target);

    /**
     * Asks the agent itself: for episodes in which nobody else takes its rewards.
     *
     * @param agent whom to ask
     * @return sees the state as it is now
     */
    static Onlooker asking(Agent agent) {
        ObservationWriter writer = new ObservationWriter(agent.behavior().observation());
        return new Onlooker() {
            @Override
            public float takeReward() {
                return agent.takeReward();
            }

            @Override
            public void observe(float[] target) {
                agent.observe(writer.begin(target));
                writer.finish();
            }
        };
    }
}
