package io.github.gdxagents.training.ppo;

import java.util.List;

/** Steps of a minibatch that follow each other, and what is remembered before the first. */
public record LossSequence(List<LossRow> rows, float[] memory) {
    /** A step that stands for itself. */
    public static LossSequence of(LossRow row) {
        return new LossSequence(List.of(row), new float[0]);
    }
}
