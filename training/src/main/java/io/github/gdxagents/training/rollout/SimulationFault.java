package io.github.gdxagents.training.rollout;

/** A game broke the rules of {@link io.github.gdxagents.agent.Simulation} while experience was collected: the message says where. */
public final class SimulationFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes a fault.
     *
     * @param message instance, agent, seed, step, what was expected and what to do
     * @param cause what the game threw, or null
     */
    public SimulationFault(String message, Throwable cause) {
        super(message, cause);
    }
}
