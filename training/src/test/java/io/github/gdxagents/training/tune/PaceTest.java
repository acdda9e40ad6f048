package io.github.gdxagents.training.tune;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PaceTest {
    @Test
    void ofAFastGameAllInstancesAreMeasuredForLong() {
        Pace pace = new Pace(1e-5, 0.8);

        assertThat(pace.instances(0.1, 2, 32)).isEqualTo(32);
        assertThat(pace.horizon(0.1, 2, 32)).isEqualTo(256);
    }

    /** Of 4 ms a step, two threads take 50 in 0.1 s: one of each of the 32 instances, or 3 of each of 16. */
    @Test
    void ofASlowerGameAsMuchIsMeasuredAsFitsIntoASlice() {
        Pace pace = new Pace(4e-3, 0.8);

        assertThat(pace.instances(0.1, 2, 32)).isEqualTo(32);
        assertThat(pace.horizon(0.1, 2, 32)).isEqualTo(1);
        assertThat(pace.horizon(0.1, 2, 16)).isEqualTo(3);
    }

    @Test
    void ofASlowGameThereAreFewInstancesButOneForEachThread() {
        assertThat(new Pace(10e-3, 1).instances(0.1, 2, 32)).isEqualTo(20);
        assertThat(new Pace(5, 1).instances(0.1, 2, 32)).isEqualTo(2);
        assertThat(new Pace(5, 1).instances(0.1, 16, 4)).isEqualTo(4);
        assertThat(new Pace(5, 1).horizon(0.1, 2, 2)).isEqualTo(1);
    }

    @Test
    void whereNetworksTakeHardlyAnyTimeMoreInstancesCannotHelp() {
        assertThat(new Pace(1, 0.96).canGainFromMoreInstances()).isFalse();
        assertThat(new Pace(1, 0.9).canGainFromMoreInstances()).isTrue();
    }
}
