package io.github.gdxagents.sensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.badlogic.gdx.physics.box2d.Body;
import com.badlogic.gdx.physics.box2d.World;
import io.github.gdxagents.agent.ObservationSpec;
import io.github.gdxagents.agent.ObservationWriter;
import io.github.gdxagents.agent.RandomStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StackedSensorTest {
    /** Senses what time it is, in a group of each kind; what it sensed when it was attached counts as nothing. */
    private static class Clock implements Sensor {
        int time;

        @Override
        public void declare(ObservationSpec.Builder observation) {
            observation
                    .add("time")
                    .vector("hands", "hour", "minute")
                    .grid("face", 1, 2, "dark", "light")
                    .set("bells", 2, "tone")
                    .add("tick");
        }

        @Override
        public void attach(World world, Body self) {
            time = 0;
        }

        @Override
        public void observe(ObservationWriter out) {
            out.add(time);
            out.vector("hands").add(time + 0.1f).add(time + 0.2f);
            out.grid("face").add(time + 0.3f).add(time + 0.4f).add(time + 0.5f).add(time + 0.6f);
            out.set("bells", time % 3);
            for (int i = 0; i < time % 3; i++) {
                out.add(time + 0.7f + 0.1f * i);
            }
            out.add(-time);
        }
    }

    private static List<Float> expected(int now, int one, int two) {
        int[] times = {now, one, two};
        List<Float> values = new ArrayList<>();
        for (int t : times) {
            values.add((float) t);
        }
        for (int t : times) {
            values.addAll(List.of(t + 0.1f, t + 0.2f));
        }
        for (int cell = 0; cell < 2; cell++) {
            for (int t : times) {
                values.addAll(cell == 0 ? List.of(t + 0.3f, t + 0.4f) : List.of(t + 0.5f, t + 0.6f));
            }
        }
        for (int t : times) {
            values.addAll(List.of((float) (t % 3), t % 3 > 0 ? t + 0.7f : 0, t % 3 > 1 ? t + 0.7f + 0.1f : 0));
        }
        for (int t : times) {
            values.add((float) -t);
        }
        return values;
    }

    private static List<Float> list(float[] values) {
        List<Float> list = new ArrayList<>();
        for (float value : values) {
            list.add(value);
        }
        return list;
    }

    @Test
    void namesSayHowLongAgo() {
        assertThat(new Sensed(StackedSensor.of(new Clock(), 2, 1)).spec.names())
                .containsExactly(
                        "time",
                        "time@1",
                        "hands.hour",
                        "hands.minute",
                        "hands.hour@1",
                        "hands.minute@1",
                        "face[0,0].dark",
                        "face[0,0].light",
                        "face[0,0].dark@1",
                        "face[0,0].light@1",
                        "face[0,1].dark",
                        "face[0,1].light",
                        "face[0,1].dark@1",
                        "face[0,1].light@1",
                        "bells.count",
                        "bells[0].tone",
                        "bells[1].tone",
                        "bells@1.count",
                        "bells@1[0].tone",
                        "bells@1[1].tone",
                        "tick",
                        "tick@1");
    }

    /** By hand: with an interval of 4, what is sensed before steps 0, 4, 8 and so on is remembered. */
    @Test
    void itRemembersAtEachInterval() {
        Clock clock = new Clock();
        StackedSensor stack = StackedSensor.of(clock, 3, 4);
        Sensed sensed = new Sensed(stack);
        for (int episode = 0; episode < 2; episode++) {
            stack.attach(null, null);
            for (int step = 0; step < 40; step++) {
                int last = (step + 3) / 4 * 4 - 4; // before this step
                int one = Math.max(0, last);
                int two = Math.max(0, last - 4);
                assertThat(list(sensed.now().values)).as("step " + step).isEqualTo(expected(step, one, two));
                stack.beforeStep();
                clock.time++;
            }
        }
    }

    @Test
    void atDecisionsItShowsTheDecisionsBefore() {
        Clock clock = new Clock();
        StackedSensor stack = StackedSensor.of(clock, 3, 4);
        stack.attach(null, null);
        for (int step = 0; step < 12; step++) {
            stack.beforeStep();
            clock.time++;
        }
        assertThat(list(new Sensed(stack).now().values)).isEqualTo(expected(12, 8, 4));
    }

    /** A game may still put things in their places after it has attached its sensors. */
    @Test
    void theEpisodeBeginsAtItsFirstStep() {
        Clock clock = new Clock();
        StackedSensor stack = StackedSensor.of(clock, 3, 2);
        Sensed sensed = new Sensed(stack);
        stack.attach(null, null);
        sensed.now();
        clock.time = 5;
        assertThat(list(sensed.now().values)).isEqualTo(expected(5, 5, 5));
        stack.beforeStep();
        clock.time = 6;
        assertThat(list(sensed.now().values)).isEqualTo(expected(6, 5, 5));
    }

    @Test
    void whoObservesAndHowOftenChangesNothing() {
        RandomStream random = RandomStream.of(1);
        Clock[] clocks = {new Clock(), new Clock()};
        StackedSensor[] stacks = {StackedSensor.of(clocks[0], 3, 3), StackedSensor.of(clocks[1], 3, 3)};
        Sensed[] sensed = {new Sensed(stacks[0]), new Sensed(stacks[1])};
        for (int episode = 0; episode < 20; episode++) {
            stacks[0].attach(null, null);
            stacks[1].attach(null, null);
            for (int step = 0; step < 30; step++) {
                for (int i = random.nextInt(4); i > 0; i--) {
                    sensed[0].now();
                }
                if (step % 5 == 4) {
                    assertThat(sensed[0].now().values).isEqualTo(sensed[1].now().values);
                }
                for (int i = 0; i < 2; i++) {
                    stacks[i].beforeStep();
                    clocks[i].time++;
                }
            }
        }
    }

    /** A sensor that remembers for itself takes note of a step after the stack has asked what it senses before it. */
    @Test
    void whatIsRememberedIsFromBeforeTheStep() {
        Clock clock = new Clock() {
            @Override
            public void beforeStep() {
                time++;
            }
        };
        StackedSensor stack = StackedSensor.of(clock, 3, 2);
        stack.attach(null, null);
        for (int step = 0; step < 7; step++) {
            stack.beforeStep();
        }
        assertThat(list(new Sensed(stack).now().values)).isEqualTo(expected(7, 6, 4));
    }

    @Test
    void aStackOfAStackIsRefusedForItsNames() {
        Sensor stack = StackedSensor.of(BodySensor.builder("self").build(), 2, 2);
        assertThatThrownBy(() -> StackedSensor.of(stack, 2, 1)).hasMessageContaining("'velocity.x@1' is used twice");
    }

    @Test
    void rememberingAllocatesNothing() {
        try (RandomWorld in = new RandomWorld(1)) {
            Sensor eyes = RaySensor.builder("eyes").rays(8).length(5).build();
            Sensor map = GridSensor.builder("map").cells(4, 4).sees("wall", 1).build();
            Sensor guards = EntitySensor.builder("guards")
                    .sees(RandomWorld.GUARD)
                    .nearest(3)
                    .range(9)
                    .build();
            StackedSensor stack = StackedSensor.of(SensorGroup.of(eyes, map, guards), 3, 2);
            stack.attach(in.world, in.self);
            Sensed sensed = new Sensed(stack);
            float[] before = sensed.now().values.clone();
            assertThat(sensed.allocated()).isZero();
            assertThat(sensed.now().values).isEqualTo(before);
        }
    }

    @Test
    void mistakesAreNamed() {
        assertThatThrownBy(() -> StackedSensor.of(new Clock(), 1, 1))
                .hasMessage("stacked sensor: it needs at least 2 moments, now and one before, and an interval of at"
                        + " least 1 step, but has 1 and 1");
        assertThatThrownBy(() -> StackedSensor.of(new Clock(), 2, 0)).hasMessageContaining("but has 2 and 0");
        assertThatThrownBy(() -> StackedSensor.of(new Clock(), 10_000, 1)).hasMessageContaining("at most 65536 values");
        StackedSensor lost =
                StackedSensor.of(RaySensor.builder("eyes").rays(1).length(1).build(), 2, 1);
        assertThatThrownBy(lost::beforeStep).hasMessageContaining("attached to no world");
    }
}
