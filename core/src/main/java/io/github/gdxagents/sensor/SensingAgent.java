package io.github.gdxagents.sensor;

import io.github.gdxagents.agent.Agent;
import java.util.List;

/** An agent that shows its sensors to whoever looks on, so that a window can draw what it senses. */
public interface SensingAgent extends Agent {
    /**
     * The agent's sensors.
     *
     * @return in the order of its observation; attached while an episode is played
     */
    List<? extends Sensor> sensors();
}
