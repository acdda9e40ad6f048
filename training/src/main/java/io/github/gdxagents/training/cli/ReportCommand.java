package io.github.gdxagents.training.cli;

import io.github.gdxagents.training.metrics.MetricsException;
import io.github.gdxagents.training.run.Advice;
import io.github.gdxagents.training.run.RunDirectory;
import io.github.gdxagents.training.run.RunException;
import io.github.gdxagents.training.run.RunReport;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Parameters;

/** Makes reports of runs. */
@Command(
        name = "report",
        description = {
            "Makes report.html of a run anew, from what lies in its folder.",
            "",
            "A run writes its report at its end and at Ctrl-C. This is for runs that were killed or are still going on.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  gdx-agents report runs/lander/20260131-120000-seed1",
            "  gdx-agents report runs/lander/*"
        })
final class ReportCommand extends Subcommand {
    @Parameters(arity = "1..*", paramLabel = "RUN", description = "The folder of a run.")
    private List<Path> runs = new ArrayList<>();

    @Override
    int execute() {
        Messages messages = messages();
        int status = ExitCode.OK;
        for (Path run : runs) { // the others are to have theirs
            try {
                messages.line("Report:  %s", RunReport.write(new RunDirectory(run)));
            } catch (MetricsException | RunException failure) {
                status = Main.report(failure, spec.commandLine());
            } catch (OutOfMemoryError error) {
                String problem = "There is no report of '" + run + "'. " + Advice.memory(error);
                status = Main.report(new RunException(problem, error), spec.commandLine());
            }
        }
        return status;
    }
}
