package io.github.gdxagents.training.run;

import io.github.gdxagents.policy.PolicyModel;
import io.github.gdxagents.policy.Provenance;
import io.github.gdxagents.training.health.HealthCheck;
import io.github.gdxagents.training.health.HealthSettings;
import io.github.gdxagents.training.metrics.EvaluationColumn;
import io.github.gdxagents.training.metrics.IterationColumn;
import io.github.gdxagents.training.metrics.MetricsTable;
import io.github.gdxagents.training.metrics.NumberText;
import io.github.gdxagents.training.metrics.SavedConfig;
import io.github.gdxagents.training.report.LearningCurve;
import io.github.gdxagents.training.report.ReportPage;
import io.github.gdxagents.training.report.ReportPage.Fact;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Makes the report of a run from what lies in its folder, and nothing else: a run that is over, stopped, killed or still going on, of
 * this version or an earlier one, with its game's classes at hand or without.
 */
public final class RunReport {
    private static final int DENSE = 2;

    private final RunDirectory directory;
    private final SavedConfig config;
    private final MetricsTable table;
    private final String game;
    private final double target;

    private RunReport(RunDirectory directory) {
        this.directory = directory;
        config = SavedConfig.read(directory.config());
        table = MetricsTable.read(directory.metrics());
        game = config.text("game", "?");
        target = config.number("evaluation.targetReturn", Double.POSITIVE_INFINITY);
    }

    /**
     * Makes a report anew.
     *
     * @throws io.github.gdxagents.training.metrics.MetricsException if the folder holds no run, or one that can't be read
     * @throws RunException if it can't be written
     */
    public static Path write(RunDirectory directory) {
        byte[] page = new RunReport(directory).page().html().getBytes(StandardCharsets.UTF_8);
        AtomicFile.write(directory.report(), page);
        return directory.report();
    }

    private ReportPage page() {
        List<Path> best = bestPolicies();
        return new ReportPage(
                game,
                directory.name(),
                status(),
                facts(best),
                commands(best),
                new LearningCurve(table, "", target).png(DENSE),
                table,
                new HealthCheck(HealthSettings.of(config)).replay(table).warnings(),
                config.yaml());
    }

    private double last(IterationColumn column) {
        double[] values = table.column(column);
        return values.length == 0 ? 0 : values[values.length - 1];
    }

    private boolean hasAllSteps() {
        return last(IterationColumn.STEPS) >= config.number("ppo.totalSteps", Double.POSITIVE_INFINITY);
    }

    private String status() {
        String done = NumberText.count((long) last(IterationColumn.STEPS)) + " of "
                + NumberText.count((long) config.number("ppo.totalSteps", 0)) + " steps, seed "
                + config.text("seed", "?");
        return (hasAllSteps() ? "Finished: " : "Not all steps are taken yet: ") + done + ".";
    }

    private List<Fact> facts(List<Path> best) {
        List<Fact> facts = new ArrayList<>();
        best.forEach(file -> facts.add(bestFact(file, best.size() > 1)));
        if (Double.isFinite(target)) {
            facts.add(targetFact());
        }
        lessonFact().ifPresent(facts::add);
        double seconds = last(IterationColumn.SECONDS);
        facts.add(new Fact(
                "Steps",
                NumberText.count((long) last(IterationColumn.STEPS)),
                NumberText.count(table.size()) + " iterations"));
        facts.add(new Fact(
                "Training time",
                duration(seconds),
                seconds > 0 ? NumberText.of(last(IterationColumn.STEPS) / seconds) + " steps per second" : ""));
        facts.add(new Fact(
                "Objective",
                config.text("ppo.objective.name", config.text("ppo.objective", "clip")),
                config.text("rollout.instances", "?") + " instances, horizon " + config.text("rollout.horizon", "?")));
        return facts;
    }

    private Fact bestFact(Path file, boolean several) {
        try {
            PolicyModel policy = PolicyReader.read(file);
            Provenance provenance = policy.provenance();
            boolean isMeasured = provenance.evaluationEpisodes() > 0;
            return new Fact(
                    several ? "Best policy, " + policy.behavior().name() : "Best policy",
                    isMeasured ? NumberText.of(provenance.meanReturn()) : "–",
                    (isMeasured
                                    ? "mean return over " + NumberText.count(provenance.evaluationEpisodes())
                                            + " episodes"
                                    : "not evaluated")
                            + ", after " + NumberText.count(provenance.steps()) + " steps");
        } catch (RunException e) {
            return new Fact("Best policy", "–", file.getFileName() + " can't be read");
        }
    }

    /** The lesson that it has come to; empty without a curriculum. */
    private Optional<Fact> lessonFact() {
        double[] lessons = table.column(IterationColumn.LESSON);
        int row = lessons.length - 1;
        if (row < 0 || Double.isNaN(lessons[row])) {
            return Optional.empty();
        }
        int first = row;
        while (first > 0 && lessons[first - 1] == lessons[row]) {
            first--;
        }
        int number = (int) lessons[row];
        String name = config.text("curriculum.lessons." + (number - 1) + ".name", String.valueOf(number));
        long count = config.values().keySet().stream()
                .filter(key -> key.matches("curriculum\\.lessons\\.\\d+\\.name"))
                .count();
        double since = first == 0 ? 0 : table.column(IterationColumn.STEPS)[first - 1];
        return Optional.of(new Fact(
                "Lesson", name, number + " of " + count + ", since " + NumberText.count((long) since) + " steps"));
    }

    private Fact targetFact() {
        double[] evaluations = table.mean(EvaluationColumn.RETURN_MEAN);
        double[] steps = table.column(IterationColumn.STEPS);
        double[] seconds = table.column(IterationColumn.SECONDS);
        String label = "Target " + NumberText.of(target);
        String meaning = "steps to the first evaluation above it, confirmed by more episodes or not, ";
        return IntStream.range(0, evaluations.length)
                .filter(i -> evaluations[i] >= target)
                .mapToObj(i -> new Fact(label, NumberText.count((long) steps[i]), meaning + duration(seconds[i])))
                .findFirst()
                .orElse(new Fact(label, "–", "not reached by an evaluation"));
    }

    private static String duration(double seconds) {
        if (seconds < 60) {
            return NumberText.of(seconds) + " s";
        }
        long whole = Math.round(seconds);
        return whole < 3600
                ? NumberText.format("%d:%02d min", whole / 60, whole % 60)
                : NumberText.format("%d:%02d h", whole / 3600, whole / 60 % 60);
    }

    private List<String> commands(List<Path> best) {
        List<String> commands = new ArrayList<>();
        if (!best.isEmpty()) {
            commands.add(Advice.watch(game, directory, best));
        }
        if (!hasAllSteps()) {
            commands.add("Go on with:     " + Advice.resume(directory, ""));
        }
        return commands;
    }

    private List<Path> bestPolicies() {
        try (Stream<Path> files = Files.list(directory.path())) {
            return files.filter(file -> file.getFileName().toString().matches("best.*\\.policy"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new RunException("Can't list '" + directory + "': " + e + ".", e);
        }
    }
}
