package io.github.gdxagents.sensor;

import com.badlogic.gdx.physics.box2d.Body;
import com.badlogic.gdx.physics.box2d.Fixture;
import java.util.Arrays;
import java.util.List;

/** Which fixtures a sensor sees, by the category bits of their filters, and as what. Immutable. */
final class Sight {
    static final int EVERYTHING = 0xFFFF;
    static final int MOST = 31; // categories that are told apart: they fit an int

    private final String sensor;
    private final String[] names;
    private final int[] bits;
    private final int all; // the named ones' and others'
    private final boolean sensors;

    private Sight(String sensor, String[] names, int[] bits, int all, boolean sensors) {
        this.sensor = sensor;
        this.names = names;
        this.bits = bits;
        this.all = all;
        this.sensors = sensors;
    }

    /** Sees nothing yet. */
    static Sight of(String sensor) {
        return new Sight(sensor, new String[0], new int[0], 0, false);
    }

    Sight sees(String name, int categoryBits) {
        int length = names.length;
        if (length == MOST) {
            throw new IllegalArgumentException("sensor '" + sensor + "': it tells at most " + MOST
                    + " categories apart, but '" + name + "' is one more; see several as one");
        }
        if (Arrays.asList(names).contains(name)) {
            throw new IllegalArgumentException("sensor '" + sensor + "': the category name '" + name
                    + "' is used twice; name all its bits at once, sees(\"" + name + "\", A | B)");
        }
        String[] newNames = Arrays.copyOf(names, length + 1);
        int[] newBits = Arrays.copyOf(bits, length + 1);
        newNames[length] = name;
        newBits[length] = valid(categoryBits);
        return new Sight(sensor, newNames, newBits, all | newBits[length], sensors);
    }

    /** Sees fixtures that it doesn't tell apart, too. */
    Sight seesOthers(int categoryBits) {
        return new Sight(sensor, names, bits, all | valid(categoryBits), sensors);
    }

    Sight sensors(boolean areSeen) {
        return new Sight(sensor, names, bits, all, areSeen);
    }

    /** A category's bits are a short in Box2D, so that the last of them makes a negative number. */
    private int valid(int categoryBits) {
        if (categoryBits == 0 || categoryBits < Short.MIN_VALUE || categoryBits > EVERYTHING) {
            throw new IllegalArgumentException("sensor '" + sensor + "': category bits must be some of the 16 of"
                    + " Filter.categoryBits, but they are 0x" + Integer.toHexString(categoryBits));
        }
        return categoryBits & EVERYTHING;
    }

    boolean isEmpty() {
        return all == 0;
    }

    /** How many categories are told apart. */
    int size() {
        return names.length;
    }

    List<String> names() {
        return Arrays.asList(names);
    }

    /** The fixture's category bits, or 0 if it isn't seen. */
    int bits(Fixture fixture, Body self) {
        int category = fixture.getFilterData().categoryBits & EVERYTHING;
        boolean isSeen = (category & all) != 0 && fixture.getBody() != self && (sensors || !fixture.isSensor());
        return isSeen ? category : 0;
    }

    /** The first category that has one of the bits; {@link #size} if there is none. */
    int first(int category) {
        int index = 0;
        while (index < bits.length && (bits[index] & category) == 0) {
            index++;
        }
        return index;
    }

    /** All categories that have one of the bits, the first of them as the lowest bit. */
    int mask(int category) {
        int mask = 0;
        for (int i = 0; i < bits.length; i++) {
            if ((bits[i] & category) != 0) {
                mask |= 1 << i;
            }
        }
        return mask;
    }
}
