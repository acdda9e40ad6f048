package io.github.gdxagents.training.tune;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

class ClimbTest {
    private static final Collecting START = new Collecting(2, new Crowd(32, 256));

    private static Collecting climb(ScriptedLab lab, int shortest) {
        Collecting end = new Climb(lab, 8, shortest).from(START);
        assertThat(lab.openSites).as("sites left open").isZero();
        assertThat(end.crowd().instances() * end.crowd().horizon())
                .as("decisions of an iteration")
                .isEqualTo(32 * 256);
        return end;
    }

    private static ScriptedLab lab(ToDoubleFunction<Collecting> costs) {
        return new ScriptedLab(1000, 0.1, costs);
    }

    private static ToDoubleFunction<Collecting> leastAt(int instances) {
        return how -> 1 + Math.abs(Math.log((double) how.crowd().instances() / instances));
    }

    @Test
    void instancesAreDoubledAsLongAsThatHelps() {
        assertThat(climb(lab(leastAt(64)), 1).crowd()).isEqualTo(new Crowd(64, 128));
        assertThat(climb(lab(leastAt(32)), 1).crowd()).isEqualTo(new Crowd(32, 256));
    }

    @Test
    void theHorizonStaysLongEnough() {
        assertThat(climb(lab(leastAt(4096)), 1).crowd()).isEqualTo(new Crowd(128, 64));
        assertThat(climb(lab(leastAt(4096)), 100).crowd()).isEqualTo(new Crowd(64, 128));
    }

    @Test
    void ifMoreAreNoBetterHalfAsManyMayBe() {
        ScriptedLab lab = lab(leastAt(8));

        assertThat(climb(lab, 1).crowd()).isEqualTo(new Crowd(16, 512));
        assertThat(lab.opened).containsExactly("32 x 8", "64 x 8", "16 x 8");
    }

    @Test
    void aLittleBetterIsNoReason() {
        ScriptedLab lab = lab(how -> 1 - 1e-4 * how.crowd().instances());

        assertThat(climb(lab, 1).crowd()).isEqualTo(START.crowd());
    }

    @Test
    void withoutTimeItStaysWhereItIs() {
        ScriptedLab lab = new ScriptedLab(1, 0.3, leastAt(128));

        assertThat(climb(lab, 1).crowd()).isEqualTo(START.crowd());
    }

    @Test
    void aGameThatBreaksLeavesNothingOpen() {
        for (int breaking : new int[] {32, 64, 16}) {
            ScriptedLab lab = lab(how -> {
                if (how.crowd().instances() == breaking) {
                    throw new ArithmeticException("the floor gave way");
                }
                return 1;
            });

            assertThatThrownBy(() -> climb(lab, 1)).hasMessage("the floor gave way");
            assertThat(lab.openSites).isZero();
        }
    }

    @Test
    void instancesForWhichThereIsNoMemoryAreNoCandidates() {
        ScriptedLab lab = lab(leastAt(128));
        lab.roomForInstances = 64;

        assertThat(climb(lab, 1).crowd()).isEqualTo(new Crowd(64, 128));
    }
}
