package io.github.gdxagents.training.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gdxagents.training.metrics.IterationRecord;
import io.github.gdxagents.training.metrics.IterationRecords;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

final class ProgressDisplayTest {
    private static final long SECOND = 1_000_000_000L;

    private final StringWriter text = new StringWriter();
    private final PrintWriter out = new PrintWriter(text);

    @Test
    void aLineSaysStepsSpeedReturnBestAndTimeLeft() {
        // 100,000 - 18,080 = 81,920 steps left at 8,192 steps per second: 10 s
        new ProgressDisplay(out, false)
                .show(IterationRecords.iteration(3, 18_080, null, "lander"), 100_000, 41.26, 0, 0);

        assertThat(text.toString().strip())
                .isEqualTo("18 %  18,080 / 100,000 steps  8,192 steps/s  return 2.5  best evaluation 41.3  0:10 left");
    }

    /** A clock need not have ticked within an iteration. */
    @Test
    void aSpeedThatIsNoNumberSpoilsNoLaterOne() {
        ProgressDisplay display = new ProgressDisplay(out, false);
        IterationRecord sound = IterationRecords.iteration(3, 18_080, null, "lander");
        display.show(sound, 100_000, 41.26, 0, 0);
        for (double speed : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
            display.show(new IterationRecord(sound.report(), 6, speed, null), 100_000, 41.26, 0, 0);
        }
        display.show(sound, 100_000, 42, 0, 5 * SECOND);

        assertThat(text.toString()).endsWith("8,192 steps/s  return 2.5  best evaluation 42  0:10 left\n");
    }

    @Test
    void aLogGetsALineEveryFiveSecondsWithoutControlCharacters() {
        ProgressDisplay display = new ProgressDisplay(out, false);
        for (int second = 0; second <= 11; second++) {
            display.show(IterationRecords.iteration(1, second, null, "lander"), 100, 0, 0, second * SECOND);
        }

        assertThat(text.toString().lines()).hasSize(3);
        assertThat(text.toString()).doesNotContain("\r");
    }

    @Test
    void aTerminalHasOneLineThatIsWrittenOverCompletely() {
        ProgressDisplay display = new ProgressDisplay(out, true);
        display.show(IterationRecords.iteration(1, 10, null, "lander"), 1_000_000_000, 0, 0, 0);
        display.show(
                IterationRecords.iteration(1, 1_000_000_000, null, "lander"), 1_000_000_000, Double.NaN, 0, SECOND);
        display.message("Saved.");

        String[] parts = text.toString().split("\r");
        assertThat(parts[1]).startsWith("[....................]");
        assertThat(parts[2]).startsWith("[####################]");
        assertThat(parts[2].length()).isGreaterThanOrEqualTo(parts[1].length());
        assertThat(parts[3]).isBlank();
        assertThat(parts[4].strip()).isEqualTo("Saved.");
    }

    @Test
    void aQuietDisplayShowsMessagesAlone() {
        ProgressDisplay display = ProgressDisplay.quiet(out);
        display.show(IterationRecords.iteration(1, 10, null, "lander"), 100, 0, 0, 0);
        display.message("Saved.");

        assertThat(text.toString().strip()).isEqualTo("Saved.");
    }

    @Test
    void restartedInstancesAreCounted() {
        new ProgressDisplay(out, false)
                .show(IterationRecords.iteration(3, 18_080, null, "lander"), 100_000, 41.26, 1234, 0);

        assertThat(text.toString()).contains("best evaluation 41.3  1,234 restarted  0:10 left");
    }
}
