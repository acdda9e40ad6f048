package io.github.gdxagents.policy;

import com.esotericsoftware.kryo.kryo5.io.Input;
import io.github.gdxagents.network.ParameterSource;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;

/**
 * Reads numbers and text of a policy file, and never takes memory for more than is left of the file: Kryo's own methods believe every
 * length that they read.
 */
final class CheckedInput {
    private static final int MAX_NAME_BYTES = 120;
    private static final int MIN_NAME_BYTES = 5; // its length and one letter

    private final String file;
    private final Input input;
    private final int size;
    private final byte[] name = new byte[MAX_NAME_BYTES];

    /**
     * Begins to read.
     *
     * @param file its name, for messages
     * @param frame whose body is read
     */
    CheckedInput(String file, PolicyFrame frame) {
        this.file = file;
        input = frame.bodyInput();
        size = frame.bodySize();
    }

    /** Reads a number of things of which each takes at least {@code minimumBytes} of what is left. */
    int count(FieldPath place, int minimum, int maximum, int minimumBytes) {
        int value = integer(place, minimum, maximum);
        if ((long) value * minimumBytes > remaining()) {
            throw fault(
                    place,
                    4,
                    "expected at most what " + remaining() + " bytes can hold, but found a count of " + value);
        }
        return value;
    }

    int integer(FieldPath place, int minimum, int maximum) {
        require(place, 4);
        int value = input.readInt();
        if (value < minimum || value > maximum) {
            throw fault(place, 4, "expected a number from " + minimum + " to " + maximum + ", but found " + value);
        }
        return value;
    }

    int code(FieldPath place, int codes) {
        require(place, 1);
        int value = input.readByteUnsigned();
        if (value >= codes) {
            throw fault(place, 1, "expected a code from 0 to " + (codes - 1) + ", but found " + value);
        }
        return value;
    }

    long longInteger(FieldPath place, long minimum) {
        require(place, 8);
        long value = input.readLong();
        if (value < minimum) {
            throw fault(place, 8, "expected a number of at least " + minimum + ", but found " + value);
        }
        return value;
    }

    double finiteDouble(FieldPath place) {
        require(place, 8);
        double value = input.readDouble();
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            throw fault(place, 8, "expected a finite number, but found " + value);
        }
        return value;
    }

    float[] finiteFloats(FieldPath place, int count) {
        ParameterSource source = finiteFloatSource(place, count);
        float[] values = new float[count];
        source.read(values, count);
        return values;
    }

    float[] positiveFloats(FieldPath place, int count) {
        float[] values = finiteFloats(place, count);
        for (int i = 0; i < count; i++) {
            if (!(values[i] > 0)) {
                throw fault(place.at(i), 4 * (count - i), "expected a finite number above 0, but found " + values[i]);
            }
        }
        return values;
    }

    /** Looks whether so many numbers are left, and gives them piece by piece to whoever has the memory for them. */
    ParameterSource finiteFloatSource(final FieldPath place, long count) {
        require(place, 4 * count);
        return new ParameterSource() {
            private int next;

            @Override
            public void read(float[] values, int length) {
                for (int i = 0; i < length; i++, next++) {
                    values[i] = input.readFloat();
                    if (Float.isNaN(values[i]) || Float.isInfinite(values[i])) {
                        throw fault(place.at(next), 4, "expected a finite number, but found " + values[i]);
                    }
                }
            }
        };
    }

    /** Reads a list of names, all different; sorts them for that, because a set of them would take more than they do. */
    String[] names(FieldPath list, int minimum, int maximum) {
        String[] names = new String[count(list.dot("count"), minimum, maximum, MIN_NAME_BYTES)];
        int from = position();
        for (int i = 0; i < names.length; i++) {
            names[i] = name(list.at(i));
        }
        String[] sorted = names.clone();
        Arrays.sort(sorted);
        for (int i = 1; i < sorted.length; i++) {
            if (sorted[i].equals(sorted[i - 1])) {
                throw usedTwice(list, names, from, sorted[i]);
            }
        }
        return names;
    }

    private PolicyFileException usedTwice(FieldPath list, String[] names, int from, String twice) {
        int first = Arrays.asList(names).indexOf(twice);
        int position = from;
        int i = 0;
        for (; i <= first || !names[i].equals(twice); i++) {
            position += 4 + names[i].length();
        }
        return usedTwice(list.at(i), position() - position - 4, twice);
    }

    /** Reads a name that is none of those taken, and adds it. */
    String name(FieldPath place, Set<String> taken) {
        String text = name(place);
        requireUnique(place, text, text.length(), taken);
        return text;
    }

    /** Reads a name as specifications have them: printable ASCII without blanks. */
    String name(FieldPath place) {
        return name(place, 1);
    }

    /** The same, but it may be empty. */
    String nameOrNone(FieldPath place) {
        return name(place, 0);
    }

    private String name(FieldPath place, int fewest) {
        int length = count(place.dot("length"), fewest, MAX_NAME_BYTES, 1);
        for (int i = 0; i < length; i++) {
            name[i] = input.readByte();
            if (name[i] <= ' ' || name[i] > '~') {
                throw fault(
                        place,
                        1,
                        String.format(
                                "expected a name of printable ASCII without blanks, but found a byte %02x", name[i]));
            }
        }
        return new String(name, 0, length, StandardCharsets.US_ASCII);
    }

    String text(FieldPath place, int maximumBytes) {
        int length = count(place.dot("length"), 0, maximumBytes, 1);
        byte[] bytes = input.readBytes(length);
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw fault(place, length, "expected text in UTF-8, but found other bytes");
        }
    }

    /** Reads a text that must differ from those taken; it is added. */
    String uniqueText(FieldPath place, int maximumBytes, Set<String> taken) {
        int from = position();
        String text = text(place, maximumBytes);
        requireUnique(place, text, position() - from - 4, taken);
        return text;
    }

    private void requireUnique(FieldPath place, String text, int bytes, Set<String> taken) {
        if (!taken.add(text)) {
            throw usedTwice(place, bytes, text);
        }
    }

    private PolicyFileException usedTwice(FieldPath place, int bytesBack, String text) {
        return fault(place, bytesBack, "the name '" + text + "' is used twice; every name must be unique");
    }

    void requireEnd() {
        if (remaining() != 0) {
            throw fault(
                    FieldPath.of("after the body"), 0, "expected its end, but found " + remaining() + " more bytes");
        }
    }

    void require(FieldPath place, long bytes) {
        if (bytes > remaining()) {
            throw fault(place, 0, "expected " + bytes + " bytes, but only " + remaining() + " are left");
        }
    }

    int position() {
        return (int) input.total();
    }

    private int remaining() {
        return size - position();
    }

    PolicyFileException fault(FieldPath place, int bytesBack, String fault) {
        return new PolicyFileException(
                file,
                place + " at byte " + (PolicyFrame.HEADER_SIZE + position() - bytesBack),
                fault,
                PolicyFileException.DAMAGED);
    }
}
