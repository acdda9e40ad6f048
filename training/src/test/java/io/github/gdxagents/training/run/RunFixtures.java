package io.github.gdxagents.training.run;

import io.github.gdxagents.agent.RandomStream;
import io.github.gdxagents.agent.SimulationFactory;
import io.github.gdxagents.agent.SimulationSettings;
import io.github.gdxagents.training.config.ConfigLoader;
import io.github.gdxagents.training.config.TrainingConfig;
import io.github.gdxagents.training.ppo.IterationReport;
import io.github.gdxagents.training.ppo.LearnerState;
import io.github.gdxagents.training.ppo.Metric;
import io.github.gdxagents.training.ppo.TrainerState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Small configurations and made-up states. */
final class RunFixtures {
    private RunFixtures() {}

    /** A run of four iterations that takes a second or two. */
    static ConfigLoader small(Path runs, SimulationFactory game, String name) {
        ConfigLoader loader = ConfigLoader.forGame(name, game.settings());
        for (String assignment : List.of(
                "rollout.instances=4",
                "rollout.horizon=32",
                "rollout.threads=2",
                "ppo.totalSteps=512",
                "ppo.epochs=2",
                "ppo.minibatchSize=64",
                "network.hidden=[8]",
                "evaluation.everyIterations=2",
                "evaluation.episodes=4",
                "evaluation.finalEpisodes=6",
                "run.name=trial")) {
            loader.set(assignment, "test");
        }
        return loader.setText("run.directory", runs.toString(), "test");
    }

    static TrainingConfig config(Path runs) {
        return ConfigLoader.forGame("lander", SimulationSettings.none())
                .setText("run.directory", runs.toString(), "test")
                .load();
    }

    static TrainerState state(long seed) {
        RandomStream random = RandomStream.of(seed);
        List<LearnerState> learners = new ArrayList<>();
        for (String behavior : List.of("guard", "späher")) {
            learners.add(new LearnerState(
                    behavior,
                    floats(random, 50),
                    floats(random, 50),
                    floats(random, 50),
                    random.nextLong(),
                    new double[] {random.nextDouble(), Double.MIN_VALUE, -0.0},
                    new double[0],
                    random.nextLong(),
                    new double[] {1, Double.NaN}));
        }
        return new TrainerState(7, 1L << 40, learners, new long[] {1, -1, Long.MAX_VALUE, 0});
    }

    private static float[] floats(RandomStream random, int count) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = random.nextGaussian();
        }
        return values;
    }

    static IterationRecord iteration(int number, long steps, EvaluationResult evaluation, String... behaviors) {
        Map<String, Map<Metric, Double>> metrics = new LinkedHashMap<>();
        for (String behavior : behaviors) {
            Map<Metric, Double> values = new EnumMap<>(Metric.class);
            values.put(Metric.EPISODE_RETURN_MEAN, number - 0.5);
            values.put(Metric.APPROX_KL, 0.0078125);
            values.put(Metric.ENTROPY, Double.NaN);
            metrics.put(behavior, values);
        }
        return new IterationRecord(
                new IterationReport(number, steps, metrics, 0.5, 0.25, 0.125, 1), number * 2.0, 8192, evaluation);
    }

    static EvaluationResult evaluation(double... returns) {
        return new EvaluationResult(List.of(new BehaviorResult("lander", new ReturnStatistics(returns), 12)));
    }
}
