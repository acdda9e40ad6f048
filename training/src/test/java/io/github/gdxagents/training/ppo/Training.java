package io.github.gdxagents.training.ppo;

import io.github.gdxagents.agent.Simulation;
import io.github.gdxagents.agent.SimulationFactory;
import io.github.gdxagents.episode.EpisodeListener;
import io.github.gdxagents.episode.EpisodeLoop;
import io.github.gdxagents.episode.Seat;
import io.github.gdxagents.policy.DecisionMode;
import io.github.gdxagents.policy.NetworkPolicy;
import io.github.gdxagents.policy.PolicyModel;
import io.github.gdxagents.training.config.PpoConfig;
import io.github.gdxagents.training.config.TrainingConfig;
import io.github.gdxagents.training.metrics.Metric;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** A finished training of a small game with a single behavior. */
record Training(List<Map<Metric, Double>> iterations, PolicyModel policy) {
    static Training of(SimulationFactory game, long seed, Consumer<PpoConfig.Builder> ppo) {
        return of(game, TrainingConfig.builder("test").seed(seed).ppo(ppo).build());
    }

    static Training of(SimulationFactory game, TrainingConfig config) {
        try (Trainer trainer = new Trainer(config, game)) {
            List<Map<Metric, Double>> iterations = new ArrayList<>();
            while (!trainer.isFinished()) {
                iterations.add(trainer.iterate().metrics().values().iterator().next());
            }
            return new Training(iterations, trainer.policies().get(0));
        }
    }

    /** One epoch of one minibatch, so that what an iteration reports was measured before its only update. */
    static TrainingConfig.Builder singleUpdate(double clipRange) {
        return TrainingConfig.builder("test")
                .seed(5)
                .rollout(rollout -> rollout.instances(8).horizon(64))
                .ppo(ppo -> ppo.epochs(1)
                        .minibatchSize(1_000_000)
                        .learningRate(1e-2)
                        .clipRangeLower(clipRange)
                        .clipRangeUpper(clipRange)
                        .entropyCoefficient(0.01))
                .normalization(normalization -> normalization.observations(true).rewards(true));
    }

    Map<Metric, Double> last() {
        return iterations.get(iterations.size() - 1);
    }

    /** Mean return of the last 100 training episodes, actions drawn. */
    double meanReturn() {
        return last().get(Metric.EPISODE_RETURN_MEAN);
    }

    /** The middle value of a metric over all iterations but the first ones. */
    double median(Metric metric, int from) {
        double[] values = iterations.subList(from, iterations.size()).stream()
                .mapToDouble(metrics -> metrics.get(metric))
                .sorted()
                .toArray();
        return values[values.length / 2];
    }

    double largest(Metric metric) {
        return iterations.stream()
                .mapToDouble(metrics -> metrics.get(metric))
                .max()
                .orElseThrow();
    }

    /** Mean return of 200 episodes, one after the other and with the likeliest actions, as a game would play them. */
    static double play(SimulationFactory game, PolicyModel policy) {
        Simulation simulation = game.create(game.settings());
        EpisodeLoop loop = new EpisodeLoop(simulation);
        loop.playAll(new NetworkPolicy(policy, DecisionMode.DETERMINISTIC, 1));
        double[] sum = {0};
        loop.listen(new EpisodeListener() {
            @Override
            public void ended(Seat seat) {
                sum[0] += seat.episodeReturn();
            }
        });
        int episodes = 200;
        for (int episode = 0; episode < episodes; episode++) {
            loop.reset(1000 + episode);
            while (!loop.isOver()) {
                loop.step();
            }
        }
        simulation.dispose();
        return sum[0] / episodes;
    }
}
