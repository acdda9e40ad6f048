package io.github.gdxagents.training.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gdxagents.training.config.TrainingConfig;
import io.github.gdxagents.training.tool.tune.Tuner;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A game that needs one thread is played by one, whatever was asked for. */
final class OneThreadTest {
    private final SolitaryCorridor game = new SolitaryCorridor();

    @TempDir
    private Path folder;

    private TrainingConfig config(int threads) {
        return RunFixtures.small(folder, game, "solitary")
                .set("rollout.threads=" + threads, "test")
                .load();
    }

    @Test
    void trainingAndEvaluationsUseOneThreadAndSaySo() {
        StringWriter text = new StringWriter();
        TrainingConfig config = config(4);
        RunDirectory directory = RunDirectory.create(config, LocalDateTime.now());
        try (TrainingRun run =
                TrainingRun.start(config, game, directory, ProgressDisplay.quiet(new PrintWriter(text)))) {
            run.run();
        }
        assertThat(game.mostAtOnce()).isEqualTo(1);
        assertThat(text.toString()).contains("The game needs one thread");
    }

    @Test
    void theTunerChoosesOneThread() {
        TrainingConfig tuned = new Tuner(
                        RunFixtures.small(folder, game, "solitary")
                                .set("rollout.threads=auto", "test")
                                .set("tuning.seconds=0.5", "test")
                                .draft(),
                        game,
                        4)
                .tune(text -> {}, () -> false)
                .config();
        assertThat(tuned.rollout().threads()).isEqualTo(1);
        assertThat(game.mostAtOnce()).isEqualTo(1);
    }
}
