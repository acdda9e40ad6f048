package io.github.gdxagents.training.tune;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ThreadRaceTest {
    private static final Collecting START = new Collecting(8, new Crowd(32, 256));
    private static final List<Integer> THREADS = List.of(1, 4, 8);
    private static final Pace FAST = new Pace(1e-5, 0.9);

    @Test
    void threadsThatHelpAreUsed() {
        ScriptedLab lab = new ScriptedLab(10, 0.1, how -> 1.0 / how.threads());

        assertThat(new ThreadRace(lab, FAST).winner(START, THREADS)).isEqualTo(START);
        assertThat(lab.opened).containsExactly("32 x 256");
        assertThat(lab.openSites).isZero();
    }

    @Test
    void threadsThatShareACoreAreNotWorthIt() {
        ScriptedLab lab = new ScriptedLab(10, 0.1, how -> 1.0 / Math.min(4.1, how.threads()));

        assertThat(new ThreadRace(lab, FAST).winner(START, THREADS)).isEqualTo(START.with(4));
    }

    @Test
    void aGameThatGetsSlowerByThreadsHasOne() {
        ScriptedLab lab = new ScriptedLab(10, 0.1, how -> how.threads());

        assertThat(new ThreadRace(lab, FAST).winner(START, THREADS)).isEqualTo(START.with(1));
    }

    @Test
    void withoutTimeToCompareItIsOneForEachCore() {
        ScriptedLab lab = new ScriptedLab(1, 0.3, how -> how.threads());

        assertThat(new ThreadRace(lab, FAST).winner(START, THREADS)).isEqualTo(START);
    }

    @Test
    void aSlowGameIsMeasuredWithAnInstanceForEachThreadAndOneDecision() {
        ScriptedLab lab = new ScriptedLab(10, 0.1, how -> 1.0 / how.threads());

        assertThat(new ThreadRace(lab, new Pace(0.5, 1)).winner(START, THREADS)).isEqualTo(START);
        assertThat(lab.opened).containsExactly("8 x 1");
    }
}
