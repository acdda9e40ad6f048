package io.github.gdxagents.training.run;

import io.github.gdxagents.policy.PolicyFile;
import io.github.gdxagents.policy.PolicyModel;
import io.github.gdxagents.policy.Provenance;
import io.github.gdxagents.training.config.ConfigWriter;
import io.github.gdxagents.training.config.TrainingConfig;
import io.github.gdxagents.training.ppo.TrainerState;
import io.github.gdxagents.training.run.record.MetricsTable;
import io.github.gdxagents.training.run.report.LearningCurve;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes what a run leaves on disk.
 *
 * <p>Thread safety: none.
 */
final class RunRecorder implements AutoCloseable {
    private final RunDirectory directory;
    private final TrainingConfig config;
    private final String configuration;
    private final MetricsCsv metrics;
    private final TensorBoardWriter tensorBoard;

    /** Goes on from an iteration; what was written for later ones is dropped. */
    RunRecorder(RunDirectory directory, TrainingConfig config, List<String> behaviors, int iteration, long steps) {
        this.directory = directory;
        this.config = config;
        configuration = ConfigWriter.toYaml(config);
        try {
            AtomicFile.write(directory.config(), configuration.getBytes(StandardCharsets.UTF_8));
            MetricsCsv.cutAfter(directory.metrics(), iteration);
            metrics = new MetricsCsv(directory.metrics(), behaviors);
            tensorBoard = new TensorBoardWriter(directory.path(), System.currentTimeMillis(), steps);
        } catch (IOException e) {
            throw failed(e);
        }
    }

    void write(IterationRecord iteration) {
        try {
            metrics.write(iteration);
            tensorBoard.write(iteration.report().steps(), System.currentTimeMillis(), iteration.scalars());
        } catch (IOException e) {
            throw failed(e);
        }
    }

    void writeCheckpoint(TrainerState state, RunProgress progress) {
        new Checkpoint(state, progress).write(directory.checkpoint());
    }

    /**
     * Writes a policy file for each behavior.
     *
     * @param kind {@code best} or {@code latest}
     * @param evaluation of these policies, or null if there was none
     * @return the files
     */
    List<Path> writePolicies(String kind, List<PolicyModel> policies, EvaluationResult evaluation) {
        List<Path> files = new ArrayList<>();
        for (int g = 0; g < policies.size(); g++) {
            PolicyModel policy = policies.get(g);
            BehaviorResult result =
                    evaluation == null ? null : evaluation.behaviors().get(g);
            PolicyModel complete = policy.toBuilder()
                    .provenance(provenance(policy.provenance(), result))
                    .build();
            Path file = directory.policy(kind, policy.behavior().name(), policies.size() == 1);
            AtomicFile.write(file, PolicyFile.toBytes(complete));
            files.add(file);
        }
        return files;
    }

    private Provenance provenance(Provenance known, BehaviorResult result) {
        String version = RunRecorder.class.getPackage().getImplementationVersion();
        Provenance.Builder builder = Provenance.builder()
                .game(known.game())
                .settings(known.settings())
                .seed(known.seed())
                .steps(known.steps())
                .configuration(configuration)
                .libraryVersion(version == null ? "development" : version);
        if (result != null && result.returns().episodes() > 0) {
            builder.evaluation(result.returns().mean(), result.returns().episodes());
        }
        return builder.build();
    }

    void drawLearningCurve() {
        String title = directory.path().getParent().getFileName() + ", seed " + config.seed();
        MetricsTable table = MetricsTable.read(directory.metrics());
        byte[] picture = new LearningCurve(table, title, config.evaluation().targetReturn()).png(1);
        if (picture.length > 0) { // else no episode has finished yet
            AtomicFile.write(directory.learningCurve(), picture);
        }
    }

    private RunException failed(IOException cause) {
        return new RunException(
                "Can't write to '" + directory + "': " + cause
                        + ". Free some space or check the permissions, then go on with --resume " + directory + ".",
                cause);
    }

    @Override
    public void close() {
        try {
            metrics.close();
            tensorBoard.close();
        } catch (IOException e) {
            throw failed(e);
        }
    }
}
