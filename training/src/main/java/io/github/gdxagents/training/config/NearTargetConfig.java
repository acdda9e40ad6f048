package io.github.gdxagents.training.config;

/**
 * How often policies are evaluated that are about to reach the target, so that a run notices soon after they do.
 *
 * <p>How near they are is told by the episodes of training, which cost nothing more: their returns lag behind those of an evaluation, which
 * plays the newest policy and takes its most probable actions.
 *
 * @param trainingReturn mean return of training's last episodes from which on the target is near; {@code .inf} for never
 * @param everyIterations iterations from one evaluation to the next then, until the target is reached; at least 1
 */
public record NearTargetConfig(
        @Key("mean return of training's episodes from which on the target is near, .inf = never")
        double trainingReturn,

        @Key("iterations between evaluations then, until the target is reached")
        int everyIterations) {
    public NearTargetConfig {
        Faults faults = new Faults();
        faults.require(
                trainingReturn > Double.NEGATIVE_INFINITY, // not NaN either
                "evaluation.nearTarget.trainingReturn",
                "a finite number, or .inf for never",
                trainingReturn);
        faults.atLeast("evaluation.nearTarget.everyIterations", everyIterations, 1);
        faults.throwIfAny();
    }

    public interface Builder extends ConfigBuilder<NearTargetConfig> {
        Builder trainingReturn(double trainingReturn);

        Builder everyIterations(int everyIterations);
    }
}
