package io.github.gdxagents.training.run;

import com.esotericsoftware.kryo.kryo5.io.Output;
import io.github.gdxagents.replay.RecordedEpisode;
import io.github.gdxagents.training.ppo.LearnerState;
import io.github.gdxagents.training.ppo.TrainerState;
import io.github.gdxagents.training.rollout.InstanceState;
import io.github.gdxagents.training.rollout.OpenRow;
import io.github.gdxagents.training.rollout.SlotState;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Writes the body of a checkpoint; {@link CheckpointDecoder} reads it. */
record CheckpointEncoder(Output out) {
    void write(Checkpoint checkpoint) {
        bytes(checkpoint.run().getBytes(StandardCharsets.UTF_8));
        progress(checkpoint.progress());
        TrainerState trainer = checkpoint.trainer();
        out.writeInt(trainer.iteration());
        out.writeLong(trainer.steps());
        out.writeInt(trainer.learners().size());
        trainer.learners().forEach(this::learner);
        out.writeInt(trainer.instances().size());
        trainer.instances().forEach(this::instance);
        out.writeInt(trainer.curriculum().lesson());
        bytes(trainer.curriculum().name().getBytes(StandardCharsets.UTF_8));
        bytes(trainer.curriculum().figure().getBytes(StandardCharsets.UTF_8));
        doubles(trainer.curriculum().window());
    }

    private void progress(RunProgress progress) {
        out.writeDouble(progress.seconds());
        out.writeDouble(progress.bestScore());
        out.writeInt(progress.bestIteration());
        out.writeLong(progress.bestSteps());
        out.writeLong(progress.bestFingerprint());
        out.writeLong(progress.targetSteps());
        out.writeDouble(progress.targetSeconds());
        out.writeLong(progress.restarts());
        out.writeInt(progress.backOffs());
    }

    private void learner(LearnerState learner) {
        bytes(learner.behavior().getBytes(StandardCharsets.UTF_8));
        floats(learner.parameters());
        floats(learner.firstMoments());
        floats(learner.secondMoments());
        out.writeLong(learner.updates());
        doubles(learner.observationMoments());
        doubles(learner.rewardMoments());
        doubles(learner.episodes());
        doubles(learner.adaptation());
        out.writeLong(learner.reference());
        floats(learner.referenceMemories());
        floats(learner.actingParameters());
        doubles(learner.actingMoments());
    }

    private void instance(InstanceState instance) {
        out.writeLong(instance.episodes());
        out.writeBoolean(instance.episode() != null);
        if (instance.episode() != null) {
            RecordedEpisode episode = instance.episode();
            out.writeLong(episode.seed());
            settings(episode.settings());
            out.writeLong(episode.steps());
            out.writeLong(episode.hash());
            bytes(episode.decisions());
        }
        settings(instance.settings());
        out.writeInt(instance.lesson());
        longs(instance.cuts());
        out.writeInt(instance.slots().size());
        instance.slots().forEach(this::slot);
    }

    private void settings(Map<String, Double> settings) {
        out.writeInt(settings.size());
        settings.forEach((name, value) -> {
            bytes(name.getBytes(StandardCharsets.UTF_8));
            out.writeDouble(value);
        });
    }

    private void slot(SlotState slot) {
        longs(slot.random());
        out.writeDouble(slot.episodeReturn());
        out.writeInt(slot.episodeLength());
        doubles(slot.episodeTerms());
        floats(slot.memory());
        out.writeBoolean(slot.open() != null);
        if (slot.open() != null) {
            open(slot.open());
        }
    }

    private void open(OpenRow row) {
        floats(row.observation());
        floats(row.continuous());
        out.writeInt(row.choices().length);
        out.writeInts(row.choices(), 0, row.choices().length);
        out.writeInt(row.allowed().length);
        out.writeBooleans(row.allowed(), 0, row.allowed().length);
        floats(row.outputs());
        out.writeFloat(row.logProbability());
        out.writeFloat(row.value());
        out.writeBoolean(row.begins());
        floats(row.memory());
    }

    private void bytes(byte[] values) {
        out.writeInt(values.length);
        out.writeBytes(values);
    }

    private void floats(float[] values) {
        out.writeInt(values.length);
        out.writeFloats(values, 0, values.length);
    }

    private void doubles(double[] values) {
        out.writeInt(values.length);
        out.writeDoubles(values, 0, values.length);
    }

    private void longs(long[] values) {
        out.writeInt(values.length);
        out.writeLongs(values, 0, values.length);
    }
}
