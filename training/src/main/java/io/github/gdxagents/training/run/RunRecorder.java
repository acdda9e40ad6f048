package io.github.gdxagents.training.run;

import io.github.gdxagents.policy.PolicyFile;
import io.github.gdxagents.policy.PolicyModel;
import io.github.gdxagents.policy.Provenance;
import io.github.gdxagents.training.config.ConfigWriter;
import io.github.gdxagents.training.config.TrainingConfig;
import io.github.gdxagents.training.evaluation.BehaviorResult;
import io.github.gdxagents.training.evaluation.EvaluationResult;
import io.github.gdxagents.training.metrics.IterationRecord;
import io.github.gdxagents.training.metrics.MetricsCsv;
import io.github.gdxagents.training.metrics.MetricsException;
import io.github.gdxagents.training.metrics.MetricsTable;
import io.github.gdxagents.training.metrics.RunColumns;
import io.github.gdxagents.training.metrics.TensorBoardWriter;
import io.github.gdxagents.training.ppo.Trainer;
import io.github.gdxagents.training.report.LearningCurve;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes what a run leaves on disk. */
final class RunRecorder implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RunRecorder.class);

    private final RunDirectory directory;
    private final TrainingConfig config;
    private final String configuration;
    private final RunColumns columns;
    private final long begunMillis = System.currentTimeMillis();
    private final long begunNanos = System.nanoTime();
    private String notice; // null: none
    private MetricsCsv metrics;
    private TensorBoardWriter tensorBoard;

    /** Goes on from the trainer's iteration; what was written for later ones is dropped. */
    RunRecorder(RunDirectory directory, TrainingConfig config, Trainer trainer) {
        this.directory = directory;
        this.config = config;
        columns = new RunColumns(trainer.behaviors());
        configuration = ConfigWriter.toYaml(config.reproducible());
        writeConfig();
        open(trainer);
    }

    private void writeConfig() {
        AtomicFile.write(directory.config(), ConfigWriter.toYaml(config).getBytes(StandardCharsets.UTF_8));
    }

    /** Writes the configuration anew if it is gone: no run goes on without. */
    void keepConfig() {
        if (!Files.exists(directory.config())) {
            LOG.warn("'{}' was gone; it is written anew", directory.config());
            writeConfig();
        }
    }

    private void open(Trainer trainer) {
        try {
            if (Files.exists(directory.metrics())) {
                keepMetrics(trainer.iteration());
            } else if (trainer.iteration() > 0) {
                notice = "'" + directory.metrics() + "' is gone: curves and report begin with the next iteration.";
            }
            metrics = new MetricsCsv(directory.metrics(), columns);
            openTensorBoard(trainer.steps());
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private void keepMetrics(int iteration) throws IOException {
        int[] kept = {0};
        try {
            AtomicFile.write(
                    directory.metrics(),
                    out -> kept[0] = MetricsCsv.copyUpTo(iteration, directory.metrics(), columns, out));
        } catch (MetricsException foreign) {
            Path aside = AtomicFile.putAside(directory.metrics(), ".unreadable");
            notice = foreign.getMessage() + " It was put aside as '" + aside.getFileName()
                    + "': curves and report begin with the next iteration.";
            return;
        }
        if (kept[0] < iteration) {
            notice = "'" + directory.metrics() + "' has " + kept[0] + " of the " + iteration
                    + " iterations until now: curves and report have a gap.";
        }
    }

    /** What there is to tell of files that are not as they were left. */
    Optional<String> notice() {
        return Optional.ofNullable(notice);
    }

    /** Milliseconds since 1970, which never go back: a system may set its clock meanwhile. */
    private long now() {
        return begunMillis + TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begunNanos);
    }

    private void openTensorBoard(long steps) throws IOException {
        try {
            tensorBoard = new TensorBoardWriter(directory.path(), now(), steps);
        } catch (IOException e) {
            metrics.close();
            throw e;
        }
    }

    /** Goes back to the trainer's iteration: what was written for later ones is dropped. */
    void rewind(Trainer trainer) {
        close();
        open(trainer);
    }

    void write(IterationRecord iteration) {
        try {
            metrics.write(iteration);
            requireFolder();
            tensorBoard.write(iteration.report().steps(), now(), columns.scalars(iteration));
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /** A file that was removed takes lines without complaint; a run that nobody can find must not go on for hours. */
    private void requireFolder() throws IOException {
        if (!Files.exists(directory.metrics())) {
            throw new NoSuchFileException(directory.metrics().toString());
        }
    }

    /** Puts the figures until now safely on the disk. */
    void force() {
        try {
            metrics.force();
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /** The files of policies, {@code best} or {@code latest}, whether or not there are any yet. */
    List<Path> policyFiles(String kind, List<PolicyModel> policies) {
        return directory.policies(
                kind, policies.stream().map(policy -> policy.behavior().name()).toList());
    }

    /** Writes a policy file for each behavior, with an evaluation of these policies, or null if there was none. */
    void writePolicies(String kind, List<PolicyModel> policies, EvaluationResult evaluation) {
        List<Path> files = policyFiles(kind, policies);
        for (int g = 0; g < policies.size(); g++) {
            Provenance known = policies.get(g).provenance();
            BehaviorResult result =
                    evaluation == null ? null : evaluation.behaviors().get(g);
            PolicyModel complete = policies.get(g).toBuilder()
                    .provenance(provenance(known, result))
                    .build();
            AtomicFile.write(files.get(g), PolicyFile.toBytes(complete));
        }
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
        String title =
                directory.path().toAbsolutePath().normalize().getParent().getFileName() + ", seed " + config.seed();
        MetricsTable table = MetricsTable.read(directory.metrics());
        byte[] picture = new LearningCurve(table, title, config.evaluation().targetReturn()).png(1);
        if (picture.length > 0) { // else no episode has finished yet
            AtomicFile.write(directory.learningCurve(), picture);
        }
    }

    private RunException failed(IOException cause) {
        return RunException.writing(directory.metrics(), cause);
    }

    @Override
    public void close() {
        try (TensorBoardWriter events = tensorBoard;
                MetricsCsv figures = metrics) {
            LOG.debug("closing {} and {} of {}", events, figures, directory);
        } catch (IOException e) {
            throw failed(e);
        }
    }
}
