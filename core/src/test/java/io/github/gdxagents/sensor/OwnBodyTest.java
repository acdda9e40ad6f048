package io.github.gdxagents.sensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.badlogic.gdx.physics.box2d.Body;
import org.junit.jupiter.api.Test;

/** What a body feels of itself, and where its target is. */
class OwnBodyTest {
    @Test
    void aBodyFeelsItsOwnMotionAsPlainGeometrySays() {
        BodySensor sensor = BodySensor.builder("self").build();
        Sensed sensed = new Sensed(sensor);
        assertThat(sensed.spec.names())
                .containsExactly(
                        "self.velocity.x", "self.velocity.y", "self.sine", "self.cosine", "self.angularVelocity");
        for (int seed = 0; seed < 300; seed++) {
            try (RandomWorld in = new RandomWorld(seed, 3)) {
                sensor.attach(in.world, in.self);
                double angle = in.self.getAngle();
                double vx = in.self.getLinearVelocity().x;
                double vy = in.self.getLinearVelocity().y;
                float[] expected = {
                    (float) (Math.cos(angle) * vx + Math.sin(angle) * vy),
                    (float) (Math.cos(angle) * vy - Math.sin(angle) * vx),
                    (float) Math.sin(angle),
                    (float) Math.cos(angle),
                    in.self.getAngularVelocity()
                };
                assertThat(sensed.now().values).containsExactly(expected, within(1e-5f));
            }
        }
    }

    @Test
    void partsCanBeLeftOut() {
        Sensed sensed = new Sensed(BodySensor.builder("self")
                .velocity(false)
                .angularVelocity(false)
                .build());
        assertThat(sensed.spec.names()).containsExactly("self.sine", "self.cosine");
        assertThat(new Sensed(BodySensor.builder("self").angle(false).build()).spec.names())
                .containsExactly("self.velocity.x", "self.velocity.y", "self.angularVelocity");
        assertThatThrownBy(() -> BodySensor.builder("self")
                        .velocity(false)
                        .angle(false)
                        .angularVelocity(false)
                        .build())
                .hasMessage("sensor 'self': everything is left out; keep a part of it, or do without the sensor");
    }

    @Test
    void aTargetIsWherePlainGeometrySays() {
        for (int seed = 0; seed < 300; seed++) {
            try (RandomWorld in = new RandomWorld(seed, 3)) {
                float facing = in.uniform(-4, 4);
                TargetSensor sensor =
                        TargetSensor.builder("goal").facing(facing).build();
                sensor.attach(in.world, in.self);
                Body target = in.bodies.get(0);
                if (seed % 2 == 0) {
                    sensor.setTarget(target);
                } else {
                    sensor.setTarget(target.getPosition().x, target.getPosition().y);
                }
                double angle = in.self.getAngle();
                double x = target.getPosition().x - in.self.getPosition().x;
                double y = target.getPosition().y - in.self.getPosition().y;
                double bearing = Math.atan2(y, x) - angle - facing;
                float[] expected = {
                    (float) (Math.cos(angle) * x + Math.sin(angle) * y),
                    (float) (Math.cos(angle) * y - Math.sin(angle) * x),
                    (float) Math.hypot(x, y),
                    (float) Math.sin(bearing),
                    (float) Math.cos(bearing)
                };
                assertThat(new Sensed(sensor).now().values).containsExactly(expected, within(2e-5f));
            }
        }
    }

    @Test
    void aTargetMayComeMoveAndGo() {
        try (RandomWorld in = new RandomWorld(1);
                RandomWorld another = new RandomWorld(2)) {
            TargetSensor sensor = TargetSensor.builder("goal").build();
            Sensed sensed = new Sensed(sensor);
            assertThat(sensed.spec.names())
                    .containsExactly("goal.x", "goal.y", "goal.distance", "goal.sine", "goal.cosine");
            assertThatThrownBy(sensed::now).hasMessageContaining("attached to no world");
            assertThatThrownBy(() -> sensor.setTarget(in.self)).hasMessageContaining("attached to no world");
            sensor.attach(in.world, in.self);
            assertThat(sensed.now().values).containsOnly(0);
            in.self.setTransform(1, 2, 0);
            in.bodies.get(0).setTransform(4, -2, 0);
            sensor.setTarget(in.bodies.get(0));
            assertThat(sensed.now().values).containsExactly(3, -4, 5, -0.8f, 0.6f);
            in.bodies.get(0).setTransform(1, 2, 0);
            assertThat(sensed.now().values).as("the very same place").containsExactly(0, 0, 0, 0, 1);
            assertThatThrownBy(() -> sensor.setTarget(another.self))
                    .hasMessage("sensor 'goal': the target belongs to another world; take a body of the world that the"
                            + " sensor is attached to");
            assertThatThrownBy(() -> sensor.setTarget(Float.NaN, 0))
                    .hasMessage("sensor 'goal': the target's x must be a finite number, but is NaN");
            sensor.setTarget(in.bodies.get(1));
            sensor.clearTarget();
            assertThat(sensed.now().values).containsOnly(0);
            sensor.setTarget(in.bodies.get(1));
            sensor.attach(another.world, another.self);
            assertThat(sensed.now().values)
                    .as("the old world's body is forgotten")
                    .containsOnly(0);
        }
    }

    @Test
    void feelingAllocatesNothing() {
        try (RandomWorld in = new RandomWorld(1)) {
            TargetSensor target = TargetSensor.builder("goal").build();
            SensorGroup all = SensorGroup.of(BodySensor.builder("self").build(), target);
            all.attach(in.world, in.self);
            target.setTarget(in.bodies.get(0));
            Sensed sensed = new Sensed(all);
            float[] before = sensed.now().values.clone();
            assertThat(sensed.allocated()).isZero();
            assertThat(sensed.now().values).isEqualTo(before);
        }
    }

    @Test
    void aGroupDeclaresAndWritesInOrder() {
        BodySensor self = BodySensor.builder("self").velocity(false).build();
        TargetSensor goal = TargetSensor.builder("goal").build();
        SensorGroup group = SensorGroup.of(self, goal);
        try (RandomWorld in = new RandomWorld(1)) {
            group.attach(in.world, in.self);
            goal.setTarget(0, 0);
            float[] values = new float[8];
            System.arraycopy(new Sensed(self).now().values, 0, values, 0, 3);
            System.arraycopy(new Sensed(goal).now().values, 0, values, 3, 5);
            assertThat(new Sensed(group).now().values).isEqualTo(values);
        }
        assertThatThrownBy(() -> SensorGroup.of(self, self))
                .hasMessage("observation: the group name 'self' is used twice; every name must be unique");
        assertThatThrownBy(SensorGroup::of).hasMessageContaining("at least one value");
    }
}
