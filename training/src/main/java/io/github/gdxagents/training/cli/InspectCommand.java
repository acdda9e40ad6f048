package io.github.gdxagents.training.cli;

import io.github.gdxagents.agent.ActionBranch;
import io.github.gdxagents.agent.ActionSpec;
import io.github.gdxagents.agent.BehaviorSpec;
import io.github.gdxagents.agent.ObservationGroup;
import io.github.gdxagents.agent.ObservationSpec;
import io.github.gdxagents.network.Layer;
import io.github.gdxagents.policy.PolicyModel;
import io.github.gdxagents.policy.Provenance;
import io.github.gdxagents.training.metrics.NumberText;
import io.github.gdxagents.training.run.PolicyReader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows what is in a policy file. */
@Command(
        name = "inspect",
        description = {"Shows what a policy perceives and does, its layers, and where it comes from.", ""},
        footer = {"", "Example:", "  gdx-agents inspect runs/lander/trial/best.policy --configuration"})
final class InspectCommand extends Subcommand {
    @Parameters(paramLabel = "POLICY", description = "A policy file.")
    private Path file;

    @Option(
            names = "--configuration",
            description = "Print the configuration that it was trained with, and nothing else: a file for --config.")
    private boolean configuration;

    @Override
    int execute() {
        Messages messages = messages();
        PolicyModel policy = PolicyReader.read(file);
        if (configuration) {
            policy.provenance().configuration().lines().forEach(line -> messages.line("%s", line));
            return ExitCode.OK;
        }
        behavior(policy.behavior(), messages);
        network(policy, messages);
        provenance(policy.provenance(), messages);
        return ExitCode.OK;
    }

    private static void behavior(BehaviorSpec behavior, Messages messages) {
        messages.line("behavior      %s", behavior.name());
        messages.line(
                "timing        a decision every %d physics steps, %s",
                behavior.decisionPeriod(),
                behavior.stepLimit() == BehaviorSpec.NO_STEP_LIMIT
                        ? "no step limit"
                        : "at most " + behavior.stepLimit() + " in an episode");
        observation(behavior.observation(), messages);
        ActionSpec action = behavior.action();
        if (action.continuousSize() > 0) {
            messages.line("continuous    %d: %s", action.continuousSize(), String.join(", ", action.continuous()));
        }
        for (ActionBranch branch : action.branches()) {
            messages.line("branch        %s: %s", branch.name(), String.join(", ", branch.choices()));
        }
    }

    private static void observation(ObservationSpec observation, Messages messages) {
        List<ObservationGroup> groups = observation.groups();
        if (groups.size() == 1 && groups.get(0).name().isEmpty()) {
            messages.line("observation   %d: %s", observation.size(), groups.get(0));
            return;
        }
        messages.line("observation   %d values in %d groups", observation.size(), groups.size());
        for (ObservationGroup group : groups) {
            messages.line("  %-11s %d: %s", group.kind(), group.size(), group);
        }
    }

    private static void network(PolicyModel policy, Messages messages) {
        messages.line("normalizer    %s", policy.normalizer().isIdentity() ? "none" : "mean and scale");
        for (Layer layer : policy.network().layers()) {
            messages.line("layer         %s", layer);
        }
        messages.line("parameters    %,d", policy.network().parameterCount());
        float[] logStandardDeviation = policy.logStandardDeviation();
        if (logStandardDeviation.length > 0) {
            messages.line("log std       %s", Arrays.toString(logStandardDeviation));
        }
        messages.line(
                "golden        %d samples, replayed when it was read",
                policy.goldenSamples().size());
    }

    private static void provenance(Provenance provenance, Messages messages) {
        messages.game("%-14s", provenance.game(), provenance.settings());
        messages.line("seed          %d", provenance.seed());
        messages.line("steps         %,d", provenance.steps());
        if (provenance.evaluationEpisodes() > 0) {
            messages.line(
                    "mean return   %s over %d episodes",
                    NumberText.of(provenance.meanReturn()), provenance.evaluationEpisodes());
        }
        messages.line("version       %s", provenance.libraryVersion());
    }
}
