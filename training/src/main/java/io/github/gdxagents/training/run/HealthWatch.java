package io.github.gdxagents.training.run;

import io.github.gdxagents.training.health.HealthCheck;
import io.github.gdxagents.training.health.HealthSettings;
import io.github.gdxagents.training.health.HealthWarning;
import io.github.gdxagents.training.metrics.MetricsException;
import io.github.gdxagents.training.metrics.MetricsTable;
import io.github.gdxagents.training.metrics.SavedConfig;
import io.github.gdxagents.training.ppo.IterationReport;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks after each iteration at how learning goes, and tells what goes wrong.
 */
final class HealthWatch {
    private static final Logger LOG = LoggerFactory.getLogger(HealthWatch.class);

    private final RunDirectory directory;
    private final ProgressDisplay display;
    private HealthCheck health;

    /** Looks at the iterations before too, if the run goes on. */
    HealthWatch(RunDirectory directory, ProgressDisplay display) {
        this.directory = directory;
        this.display = display;
        begin();
    }

    /** Begins anew, with the iterations that are written down. */
    void begin() {
        health = new HealthCheck(HealthSettings.of(SavedConfig.read(directory.config())));
        try {
            health.replay(MetricsTable.read(directory.metrics()));
        } catch (MetricsException e) { // no reason not to train
            display.message(e.getMessage() + "\nThe run goes on; its pictures are drawn when that is mended.");
        }
    }

    void look(IterationReport report) {
        for (HealthWarning change : health.look(report.iteration(), report.steps(), report.metrics())) {
            LOG.info("{}: {}, {}", change.lasts() ? "warning" : "recovered", change.titleOfBehavior(), change.span());
            if (change.lasts()) {
                display.message(change.message());
            }
        }
    }

    /** What went wrong so far, in the order in which it was told. */
    List<HealthWarning> warnings() {
        return health.warnings();
    }
}
