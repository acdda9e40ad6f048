package io.github.gdxagents.training.run;

import io.github.gdxagents.agent.RandomStream;
import io.github.gdxagents.agent.SimulationFactory;
import io.github.gdxagents.agent.SimulationSettings;
import io.github.gdxagents.replay.RecordedEpisode;
import io.github.gdxagents.training.config.ConfigLoader;
import io.github.gdxagents.training.config.TrainingConfig;
import io.github.gdxagents.training.curriculum.CurriculumState;
import io.github.gdxagents.training.ppo.LearnerState;
import io.github.gdxagents.training.ppo.TrainerState;
import io.github.gdxagents.training.rollout.InstanceState;
import io.github.gdxagents.training.rollout.OpenRow;
import io.github.gdxagents.training.rollout.SlotState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
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
        RandomStream acting = RandomStream.of(seed, 4); // came later
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
                    new double[] {2, 0, 0, 100.5, 40, -7, 3},
                    new double[] {1, Double.NaN},
                    random.nextLong(),
                    floats(random, 3),
                    floats(acting, 50),
                    new double[] {acting.nextDouble(), Double.MAX_VALUE, 0.1}));
        }
        List<InstanceState> instances = List.of(
                new InstanceState(
                        3,
                        new RecordedEpisode(random.nextLong(), Map.of("wind", 0.5), 12, random.nextLong(), new byte[] {
                            0, 77, 2, 0, 78, 1
                        }),
                        Map.of("gravity", -9.5),
                        1,
                        new long[] {4, 8},
                        List.of(open(slot(random)), slot(random))),
                new InstanceState(Long.MAX_VALUE, null, Map.of(), 0, new long[0], List.of(slot(random), slot(random))));
        return new TrainerState(
                7, 1L << 40, learners, instances, new CurriculumState(2, "hills", "finished", new double[] {
                    0.1, Double.MAX_VALUE, -0.0
                }));
    }

    /** The same as version 7 had it: without a curriculum, and with the settings of the run in all instances. */
    static TrainerState asOfVersion7(TrainerState state) {
        return new TrainerState(
                state.iteration(),
                state.steps(),
                state.learners(),
                state.instances().stream()
                        .map(instance -> new InstanceState(
                                instance.episodes(),
                                instance.episode(),
                                Map.of(),
                                0,
                                instance.cuts(),
                                instance.slots()))
                        .toList(),
                CurriculumState.START);
    }

    /** The same as version 5 had it: without open decisions, with episodes of which only the number means something now. */
    static TrainerState asOfVersion5(TrainerState state) {
        return new TrainerState(
                state.iteration(),
                state.steps(),
                state.learners().stream()
                        .map(learner -> learner(
                                learner,
                                Arrays.copyOf(learner.episodes(), 3),
                                learner.actingParameters(),
                                learner.actingMoments()))
                        .toList(),
                state.instances().stream()
                        .map(instance -> new InstanceState(
                                instance.episodes(),
                                instance.episode(),
                                Map.of(),
                                0,
                                instance.cuts(),
                                instance.slots().stream()
                                        .map(slot -> withTerms(slot, slot.episodeTerms()))
                                        .toList()))
                        .toList(),
                CurriculumState.START);
    }

    private static SlotState withTerms(SlotState slot, double[] terms) {
        return new SlotState(slot.random(), slot.episodeReturn(), slot.episodeLength(), terms, slot.memory(), null);
    }

    /** The same as version 4 had it: without settings and reward terms of episodes, and with fingerprints that mean nothing now. */
    static TrainerState asOfVersion4(TrainerState state) {
        return new TrainerState(
                state.iteration(),
                state.steps(),
                state.learners().stream()
                        .map(learner -> learner(
                                learner, learner.episodes(), learner.actingParameters(), learner.actingMoments()))
                        .toList(),
                state.instances().stream().map(RunFixtures::withoutFigures).toList(),
                CurriculumState.START);
    }

    /** The same as version 3 had it: besides, the policies as they are collect. */
    static TrainerState asOfVersion3(TrainerState state) {
        TrainerState later = asOfVersion4(state);
        return new TrainerState(
                later.iteration(),
                later.steps(),
                later.learners().stream()
                        .map(learner -> learner(learner, learner.episodes(), new float[0], new double[0]))
                        .toList(),
                later.instances(),
                CurriculumState.START);
    }

    private static LearnerState learner(
            LearnerState learner, double[] episodes, float[] actingParameters, double[] actingMoments) {
        return new LearnerState(
                learner.behavior(),
                learner.parameters(),
                learner.firstMoments(),
                learner.secondMoments(),
                learner.updates(),
                learner.observationMoments(),
                learner.rewardMoments(),
                episodes,
                learner.adaptation(),
                LearnerState.ANY_REFERENCE,
                learner.referenceMemories(),
                actingParameters,
                actingMoments);
    }

    private static InstanceState withoutFigures(InstanceState instance) {
        RecordedEpisode episode = instance.episode();
        return new InstanceState(
                instance.episodes(),
                episode == null
                        ? null
                        : new RecordedEpisode(episode.seed(), episode.steps(), episode.hash(), episode.decisions()),
                Map.of(),
                0,
                instance.cuts(),
                instance.slots().stream()
                        .map(slot -> withTerms(slot, new double[0]))
                        .toList());
    }

    private static SlotState slot(RandomStream random) {
        long[] stream = new long[RandomStream.STATE_SIZE];
        random.save(stream, 0);
        return new SlotState(stream, random.nextDouble(), 5, new double[] {0.25, -3}, floats(random, 4), null);
    }

    private static SlotState open(SlotState slot) {
        OpenRow row = new OpenRow(
                new float[] {0.5f, -0.0f},
                new float[] {Float.MIN_VALUE},
                new int[] {2, 0},
                new boolean[] {true, false, true},
                new float[] {1, 2, 3, 4},
                -1.25f,
                7,
                true,
                new float[] {9});
        return new SlotState(
                slot.random(), slot.episodeReturn(), slot.episodeLength(), slot.episodeTerms(), slot.memory(), row);
    }

    private static float[] floats(RandomStream random, int count) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = random.nextGaussian();
        }
        return values;
    }
}
