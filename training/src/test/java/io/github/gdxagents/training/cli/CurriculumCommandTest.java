package io.github.gdxagents.training.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gdxagents.training.curriculum.MarchSimulation;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lessons and settings that vary, from the command line. */
@Tag("slow")
final class CurriculumCommandTest {
    private static final String LESSONS = "curriculum.lessons=[{name: slow, until: {return: %s, episodes: 5}},"
            + " {name: quick, settings: {pace: {uniform: [2, 4]}}}]";

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path runs;

    private int execute(String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        return Main.commandLine(new PrintWriter(out, true), new PrintWriter(err, true))
                .execute(arguments);
    }

    private int train(String... assignments) {
        List<String> arguments = new ArrayList<>(List.of(
                "train", MarchSimulation.Factory.class.getName(), "--runs", runs.toString(), "--name", "trial"));
        List<String> all = new ArrayList<>(List.of(
                "rollout.instances=2",
                "rollout.horizon=16",
                "rollout.threads=1",
                "ppo.totalSteps=96",
                "ppo.epochs=1",
                "network.hidden=[4]",
                "evaluation.finalEpisodes=5",
                "tuning.seconds=0"));
        all.addAll(List.of(assignments));
        all.forEach(assignment -> arguments.addAll(List.of("--set", assignment)));
        return execute(arguments.toArray(new String[0]));
    }

    private Path folder() {
        return runs.resolve("MarchSimulation-Factory/trial");
    }

    @Test
    void aPolicyIsEvaluatedAsItsRunDidUnlessOneSaysOtherwise() {
        assertThat(train(LESSONS.formatted("4"))).as(err.toString()).isZero();
        assertThat(out.toString())
                .contains(
                        "Lesson slow (1 of 2) is passed after 32 steps (return of 4 or more over 5 episodes): quick (2 of 2)"
                                + " begins.",
                        "Lesson at the end: quick (2 of 2), the last.");

        String best = folder().resolve("best.policy").toString();
        assertThat(execute("evaluate", best, "--episodes", "200")).isZero();
        String byRange = out.toString();
        assertThat(byRange).containsPattern("mean return (11\\.|12)").contains("200 episodes");
        assertThat(execute("evaluate", best, "--episodes", "200")).isZero();
        assertThat(out.toString()).as("the same draws").isEqualTo(byRange);
        assertThat(execute("evaluate", best, "--episodes", "20", "--setting", "pace=5"))
                .isZero();
        assertThat(out.toString()).contains("mean return 20 ");
        assertThat(execute("evaluate", best, "--setting", "pace={choice: [7]}")).isZero();
        assertThat(out.toString()).contains("mean return 28 ");

        assertThat(execute("evaluate", best, "--setting", "pase=5")).isEqualTo(2);
        assertThat(err.toString())
                .contains("evaluation.settings.pase: unknown key, did you mean evaluation.settings.pace?");
        assertThat(execute("evaluate", best, "--setting", "pace=-1")).isEqualTo(1);
        assertThat(err.toString()).contains("the pace must be 0 or more, but is -1.0");

        assertThat(execute("inspect", best)).isZero();
        assertThat(out.toString()).contains("settings      pace = 3.0");
    }

    @Test
    void aLessonThatIsNotPassedIsTold() {
        assertThat(train(LESSONS.formatted("5"))).as(err.toString()).isZero();
        assertThat(out.toString())
                .contains(
                        "Lesson at the end: slow (1 of 2); those after it never began. Give it more steps, or ask for less in"
                                + " its until.");

        String run = folder().toString();
        assertThat(execute("train", "--resume", run, "--set", "curriculum.lessons=[{name: other}]"))
                .isEqualTo(2);
        assertThat(err.toString())
                .contains(
                        "curriculum.lessons are [slow, quick], and can't become [other]; their settings and conditions may"
                                + " change");
        assertThat(execute("train", "--resume", run, "--steps", "192", "--set", LESSONS.formatted("3")))
                .as(err.toString())
                .isZero();
        assertThat(out.toString()).contains("Lesson at the end: quick (2 of 2), the last.");
    }

    @Test
    void whatTheGameRefusesIsToldBeforeTrainingBegins() {
        assertThat(train("settings.pace={uniform: [-1, 1]}")).isEqualTo(2);
        assertThat(err.toString())
                .contains("settings.pace: the game doesn't take {pace=-1.0}: an instance, can't be made:")
                .contains("the pace must be 0 or more, but is -1.0");
        assertThat(folder()).doesNotExist();
    }
}
