package io.github.gdxagents.sensor;

import com.badlogic.gdx.graphics.glutils.ShapeRenderer;
import com.badlogic.gdx.physics.box2d.Body;
import com.badlogic.gdx.physics.box2d.World;
import io.github.gdxagents.agent.ObservationGroup;
import io.github.gdxagents.agent.ObservationSpec;
import io.github.gdxagents.agent.ObservationWriter;
import java.util.ArrayList;
import java.util.List;

/**
 * Adds to what another sensor senses now what it sensed a while ago, so that a policy without memory knows what has changed.
 *
 * <p>It remembers at the first physics step of an episode and then every {@code interval} steps, before the world moves: with the behavior's
 * decision period as interval that is what was observed at each decision. Who observes, and how often, changes nothing. What is older than
 * the episode is taken to be as its beginning was.
 *
 * <p>Names say how many moments ago a value is from, the newest first and without a number:
 *
 * <table>
 * <caption>What becomes of groups</caption>
 * <tr><th>group</th><th>with 3 moments</th></tr>
 * <tr><td>plain values {@code speed}</td><td>{@code speed}, {@code speed@1}, {@code speed@2}</td></tr>
 * <tr><td>vector</td><td>one vector: {@code self.x}, {@code self.y}, {@code self.x@1}, {@code self.y@1}, ...</td></tr>
 * <tr><td>grid</td><td>one grid with more channels, so that a convolution sees them together: {@code map[0,0].wall},
 * {@code map[0,0].wall@1}, ...</td></tr>
 * <tr><td>set</td><td>a set for each moment: {@code guards}, {@code guards@1}, {@code guards@2}</td></tr>
 * </table>
 */
public final class StackedSensor implements Sensor {
    private final Sensor sensor;
    private final int interval;
    private final ObservationGroup[] groups; // the sensor's own
    private final String[][] setNames; // [groups, moments], of sets alone
    private final ObservationWriter writer;
    private final float[] now;
    private final float[][] past; // [moments - 1, obs], newest first
    private int untilNext; // steps until it remembers
    private boolean isBeginning; // nothing is remembered yet

    private StackedSensor(Sensor sensor, int moments, int interval) {
        this.sensor = sensor;
        this.interval = interval;
        ObservationSpec.Builder builder = ObservationSpec.builder();
        sensor.declare(builder);
        ObservationSpec spec = builder.build();
        groups = spec.groups().toArray(new ObservationGroup[0]);
        writer = new ObservationWriter(spec);
        now = new float[spec.size()];
        past = new float[moments - 1][spec.size()];
        setNames = new String[groups.length][moments];
        for (int g = 0; g < groups.length; g++) {
            for (int m = 0; m < moments; m++) {
                setNames[g][m] = suffixed(groups[g].name(), m);
            }
        }
        declare(ObservationSpec.builder()); // tells of too many values, and of names that have become too long
    }

    /**
     * Stacks what a sensor senses.
     *
     * @param sensor any; it is used through this one from now on
     * @param moments how many, together with now, at least 2
     * @param interval physics steps from one to the next, at least 1; the behavior's decision period
     * @return the sensor with its past
     * @throws IllegalArgumentException if a number is too small, or there are too many values
     */
    public static StackedSensor of(Sensor sensor, int moments, int interval) {
        if (moments < 2 || interval < 1) {
            throw new IllegalArgumentException("stacked sensor: it needs at least 2 moments, now and one before, and an"
                    + " interval of at least 1 step, but has " + moments + " and " + interval);
        }
        return new StackedSensor(sensor, moments, interval);
    }

    private int moments() {
        return past.length + 1;
    }

    private static String suffixed(String name, int moment) {
        return moment == 0 ? name : name + "@" + moment;
    }

    @Override
    public void declare(ObservationSpec.Builder observation) {
        for (int g = 0; g < groups.length; g++) {
            ObservationGroup group = groups[g];
            if (group.kind() == ObservationGroup.Kind.SET) {
                String[] features = group.features().toArray(new String[0]);
                for (String name : setNames[g]) {
                    observation.set(name, group.shape()[0], features);
                }
            } else {
                declare(observation, group, ofAllMoments(group.features()));
            }
        }
    }

    private static void declare(ObservationSpec.Builder observation, ObservationGroup group, String[] features) {
        int[] shape = group.shape();
        if (group.kind() == ObservationGroup.Kind.GRID) {
            observation.grid(group.name(), shape[0], shape[1], features);
        } else if (group.name().isEmpty()) {
            for (String name : features) {
                observation.add(name);
            }
        } else {
            observation.vector(group.name(), features);
        }
    }

    private String[] ofAllMoments(List<String> features) {
        List<String> names = new ArrayList<String>();
        for (int m = 0; m < moments(); m++) {
            for (String feature : features) {
                names.add(suffixed(feature, m));
            }
        }
        return names.toArray(new String[0]);
    }

    @Override
    public void attach(World world, Body self) {
        sensor.attach(world, self);
        untilNext = 0;
        isBeginning = true;
    }

    @Override
    public void beforeStep() {
        if (untilNext == 0) {
            remember();
            untilNext = interval;
        }
        untilNext--;
        sensor.beforeStep();
    }

    private void remember() {
        float[] oldest = past[past.length - 1];
        System.arraycopy(past, 0, past, 1, past.length - 1);
        past[0] = oldest;
        sense(oldest);
        for (int i = 1; isBeginning && i < past.length; i++) {
            System.arraycopy(oldest, 0, past[i], 0, oldest.length);
        }
        isBeginning = false;
    }

    private void sense(float[] target) {
        sensor.observe(writer.begin(target));
        writer.finish();
    }

    @Override
    public void observe(ObservationWriter out) {
        sense(now);
        for (int g = 0; g < groups.length; g++) {
            switch (groups[g].kind()) {
                case GRID:
                    writeGrid(out, groups[g]);
                    break;
                case SET:
                    writeSets(out, groups[g], setNames[g]);
                    break;
                default:
                    writeVector(out, groups[g]);
            }
        }
    }

    private float[] at(int moment) {
        return moment == 0 || isBeginning ? now : past[moment - 1];
    }

    private void writeVector(ObservationWriter out, ObservationGroup group) {
        if (!group.name().isEmpty()) {
            out.vector(group.name());
        }
        writeMoments(out, group.offset(), group.size());
    }

    private void writeGrid(ObservationWriter out, ObservationGroup group) {
        out.grid(group.name());
        int channels = group.features().size();
        int end = group.offset() + group.size();
        for (int cell = group.offset(); cell < end; cell += channels) {
            writeMoments(out, cell, channels);
        }
    }

    private void writeMoments(ObservationWriter out, int from, int count) {
        for (int m = 0; m < moments(); m++) {
            write(out, at(m), from, count);
        }
    }

    private void writeSets(ObservationWriter out, ObservationGroup group, String[] names) {
        for (int m = 0; m < moments(); m++) {
            float[] values = at(m);
            int entries = (int) values[group.offset()];
            out.set(names[m], entries);
            write(out, values, group.offset() + 1, entries * group.features().size());
        }
    }

    private static void write(ObservationWriter out, float[] values, int from, int count) {
        for (int i = from; i < from + count; i++) {
            out.add(values[i]);
        }
    }

    /** Draws what is sensed now. */
    @Override
    public void draw(ShapeRenderer shapes) {
        sensor.draw(shapes);
    }
}
