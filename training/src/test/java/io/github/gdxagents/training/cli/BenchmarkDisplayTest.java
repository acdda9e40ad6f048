package io.github.gdxagents.training.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class BenchmarkDisplayTest {
    private final StringWriter text = new StringWriter();
    private final AtomicLong clock = new AtomicLong(Long.MAX_VALUE); // nanoTime may be anything, and overflow

    private BenchmarkDisplay display(boolean isTerminal, int rounds) {
        return new BenchmarkDisplay(new PrintWriter(text), isTerminal, rounds, clock::get);
    }

    private String shown() {
        String shown = text.toString();
        text.getBuffer().setLength(0);
        return shown;
    }

    private void pass(Duration time) {
        clock.addAndGet(time.toNanos());
    }

    @Test
    void aTerminalsLineIsWrittenOverAndTakenAway() {
        BenchmarkDisplay display = display(true, 4);

        display.accept(0);
        assertThat(shown()).isEqualTo("\rwarming up");
        display.accept(1);
        assertThat(shown()).isEqualTo("\r[....................] round 1 of 4");
        display.accept(4);
        String last = "[###############.....] round 4 of 4";
        assertThat(shown()).isEqualTo("\r" + last);
        display.end();
        assertThat(shown()).isEqualTo("\r" + " ".repeat(last.length()) + "\r");
    }

    @Test
    void aLogGetsALineEveryFiveSeconds() {
        BenchmarkDisplay display = display(false, 9);

        display.accept(0);
        assertThat(shown()).isEqualTo(String.format("warming up%n"));
        pass(Duration.ofSeconds(6));
        display.accept(0);
        assertThat(shown()).as("nothing new").isEmpty();
        display.accept(1);
        assertThat(shown()).isEqualTo(String.format("[....................] round 1 of 9%n"));
        pass(Duration.ofMillis(4999));
        display.accept(2);
        assertThat(shown()).isEmpty();
        pass(Duration.ofMillis(1));
        display.accept(3);
        assertThat(shown()).contains("round 3 of 9");
        display.end();
        assertThat(shown()).isEmpty();
    }
}
