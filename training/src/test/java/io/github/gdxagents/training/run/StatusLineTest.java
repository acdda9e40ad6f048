package io.github.gdxagents.training.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class StatusLineTest {
    private final StringWriter text = new StringWriter();
    private long now = Long.MAX_VALUE; // nanoTime may be anything, and overflow

    private StatusLine status(boolean isTerminal, Duration interval) {
        return new StatusLine(new PrintWriter(text), isTerminal, interval);
    }

    private String shown() {
        String shown = text.toString();
        text.getBuffer().setLength(0);
        return shown;
    }

    private void pass(Duration time) {
        now += time.toNanos();
    }

    @Test
    void aTerminalsLineIsWrittenOverCompletelyAndTakenAway() {
        StatusLine status = status(true, Duration.ZERO);

        status.show("warming up", now);
        assertThat(shown()).isEqualTo("\rwarming up");
        status.show("round 1", now);
        assertThat(shown()).isEqualTo("\rround 1   ");
        status.erase();
        assertThat(shown()).isEqualTo("\r       \r");
        status.erase();
        assertThat(shown()).as("nothing stands there").isEmpty();
        status.show("round 1", now);
        status.end();
        assertThat(shown()).isEqualTo("\rround 1" + System.lineSeparator());
    }

    @Test
    void aTerminalsLineStandsForAMoment() {
        StatusLine status = status(true, Duration.ofMillis(150));

        status.show("1", now);
        pass(Duration.ofMillis(149));
        status.show("2", now);
        assertThat(shown()).isEqualTo("\r1");
        pass(Duration.ofMillis(1));
        status.show("3", now);
        assertThat(shown()).isEqualTo("\r3");
    }

    @Test
    void aLogGetsALineEveryFiveSeconds() {
        StatusLine status = status(false, Duration.ZERO);

        status.show("warming up", now);
        assertThat(shown()).isEqualTo(String.format("warming up%n"));
        pass(Duration.ofSeconds(6));
        status.show("warming up", now);
        assertThat(shown()).as("nothing new").isEmpty();
        status.show("round 1", now);
        assertThat(shown()).isEqualTo(String.format("round 1%n"));
        pass(Duration.ofMillis(4999));
        status.show("round 2", now);
        assertThat(shown()).isEmpty();
        pass(Duration.ofMillis(1));
        status.show("round 3", now);
        assertThat(shown()).isEqualTo(String.format("round 3%n"));
        status.erase();
        status.end();
        assertThat(shown()).isEmpty();
    }

    @Test
    void aBarIsFilledUpToItsShare() {
        assertThat(StatusLine.bar(0)).isEqualTo("[....................] ");
        assertThat(StatusLine.bar(0.75)).isEqualTo("[###############.....] ");
        assertThat(StatusLine.bar(1)).isEqualTo("[####################] ");
    }
}
