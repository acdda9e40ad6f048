package io.github.gdxagents.training.rollout;

/** A policy gave numbers that are not finite while experience was collected: its weights, or what it observed, are too large. */
public final class PolicyFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    PolicyFault(String message) {
        super(message);
    }
}
