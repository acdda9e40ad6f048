package io.github.gdxagents.policy;

import com.esotericsoftware.kryo.kryo5.io.Input;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Reads numbers and text of a policy file, and never takes memory for more than is left of the file: Kryo's own methods believe every
 * length that they read.
 */
final class CheckedInput {
    private final String file;
    private final Input input;
    private final int end;

    CheckedInput(String file, byte[] bytes, int start, int end) {
        this.file = file;
        this.end = end;
        input = new Input(bytes, start, end - start);
    }

    String file() {
        return file;
    }

    /** Reads a number of things of which each takes at least {@code minimumBytes} of what is left. */
    int count(String place, int minimum, int maximum, int minimumBytes) {
        int value = integer(place, minimum, maximum);
        if ((long) value * minimumBytes > remaining()) {
            throw fault(
                    place,
                    4,
                    "expected at most what " + remaining() + " bytes can hold, but found a count of " + value);
        }
        return value;
    }

    int integer(String place, int minimum, int maximum) {
        require(place, 4);
        int value = input.readInt();
        if (value < minimum || value > maximum) {
            throw fault(place, 4, "expected a number from " + minimum + " to " + maximum + ", but found " + value);
        }
        return value;
    }

    int code(String place, int codes) {
        require(place, 1);
        int value = input.readByteUnsigned();
        if (value >= codes) {
            throw fault(place, 1, "expected a code from 0 to " + (codes - 1) + ", but found " + value);
        }
        return value;
    }

    long longInteger(String place) {
        require(place, 8);
        return input.readLong();
    }

    double finiteDouble(String place) {
        require(place, 8);
        double value = input.readDouble();
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            throw fault(place, 8, "expected a finite number, but found " + value);
        }
        return value;
    }

    float[] finiteFloats(String place, long count) {
        require(place, 4 * count);
        float[] values = new float[(int) count];
        for (int i = 0; i < values.length; i++) {
            values[i] = input.readFloat();
            if (Float.isNaN(values[i]) || Float.isInfinite(values[i])) {
                throw fault(place + "[" + i + "]", 4, "expected a finite number, but found " + values[i]);
            }
        }
        return values;
    }

    String text(String place, int maximumBytes) {
        int length = count(place + ".length", 0, maximumBytes, 1);
        int start = input.position();
        byte[] bytes = input.readBytes(length);
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw fault(place, input.position() - start, "expected text in UTF-8, but found other bytes");
        }
    }

    void requireEnd() {
        if (remaining() != 0) {
            throw fault("after the body", 0, "expected its end, but found " + remaining() + " more bytes");
        }
    }

    private void require(String place, long bytes) {
        if (bytes > remaining()) {
            throw fault(place, 0, "expected " + bytes + " bytes, but only " + remaining() + " are left");
        }
    }

    private int remaining() {
        return end - input.position();
    }

    private PolicyFileException fault(String place, int bytesBack, String fault) {
        return new PolicyFileException(
                file, place + " at byte " + (input.position() - bytesBack), fault, PolicyFileException.DAMAGED);
    }
}
