package io.github.gdxagents.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gdxagents.agent.ActionSpec;
import io.github.gdxagents.agent.BehaviorSpec;
import io.github.gdxagents.agent.ObservationSpec;
import io.github.gdxagents.agent.RandomStream;
import io.github.gdxagents.network.Activation;
import io.github.gdxagents.network.Network;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How much heap reading takes, all that is allocated on the way counted, is what {@code core/docs/policy-format.md} states. */
@Tag("slow")
class PolicyFileHeapTest {
    private static final long MIB = 1 << 20;
    private static final int LETTERS = 26;
    private static final int NAMES = 1 << 16;

    /** Files near the limit, each with another part that is large. */
    enum Large {
        /** One layer: nothing but a long row for each of a thousand values. */
        MATRIX {
            @Override
            PolicyModel.Builder model() {
                return policy(behavior(1 << 10, 1), Network.builder(1 << 10).dense(7900, Activation.TANH));
            }
        },
        /** As many layers as there may be. */
        LAYERS {
            @Override
            PolicyModel.Builder model() {
                Network.Builder network = Network.builder(8);
                for (int i = 0; i < 31; i++) {
                    network.dense(505, Activation.SILU);
                }
                return policy(behavior(8, 3), network);
            }
        },
        /** Rows of 17 values, which take the most beside their values. */
        ROWS {
            @Override
            PolicyModel.Builder model() {
                Network.Builder network = Network.builder(8);
                for (int i = 0; i < 3; i++) {
                    network.dense(1 << 16, Activation.RELU).dense(17, Activation.TANH);
                }
                return policy(behavior(8, 3), network);
            }
        },
        GRU {
            @Override
            PolicyModel.Builder model() {
                return policy(behavior(100, 3), Network.builder(100).gru(1550));
            }
        },
        LSTM {
            @Override
            PolicyModel.Builder model() {
                return policy(behavior(100, 3), Network.builder(100).lstm(1350));
            }
        },
        SAMPLES {
            @Override
            PolicyModel.Builder model() {
                return policy(behavior(1 << 16, 1), Network.builder(1 << 16)).goldenSamples(64, RandomStream.of(1));
            }
        };

        abstract PolicyModel.Builder model();

        static PolicyModel.Builder policy(BehaviorSpec behavior, Network.Builder layers) {
            Network network = layers.dense(behavior.action().outputSize(), Activation.IDENTITY)
                    .build();
            Fixtures.randomize(network, RandomStream.of(3));
            return PolicyModel.builder(behavior, network).goldenSamples(2, RandomStream.of(4));
        }
    }

    static BehaviorSpec behavior(int observations, int actions) {
        ObservationSpec.Builder observation = ObservationSpec.builder();
        for (int i = 0; i < observations; i++) {
            observation.add(name(i));
        }
        ActionSpec.Builder action = ActionSpec.builder();
        for (int i = 0; i < actions; i++) {
            action.continuous(name(i));
        }
        return BehaviorSpec.builder("b")
                .observation(observation.build())
                .action(action.build())
                .build();
    }

    private static String name(int index) {
        StringBuilder name = new StringBuilder();
        for (int rest = index; rest > 0 || name.length() == 0; rest /= LETTERS) {
            name.append((char) ('a' + rest % LETTERS));
        }
        return name.toString();
    }

    private static byte[] repaired(byte[] bytes) {
        CRC32 checksum = new CRC32();
        checksum.update(bytes, 0, bytes.length - 4);
        buffer(bytes).putInt(bytes.length - 4, (int) checksum.getValue());
        return bytes;
    }

    private static ByteBuffer buffer(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** So many bytes of the file, with a header and a checksum that fit. */
    private static byte[] shortened(byte[] bytes, int length) {
        byte[] shorter = Arrays.copyOf(bytes, length);
        buffer(shorter).putInt(12, length - 20);
        return repaired(shorter);
    }

    /** Compares what reading allocates in all, whether it is kept or not; may read twice, because the first loads classes. */
    private static void assertFrugal(byte[] bytes, String expected, long most) throws IOException {
        long least = Long.MAX_VALUE;
        for (int round = 0; round < 2 && least >= most; round++) {
            String message = "";
            long before = Fixtures.allocated();
            try {
                PolicyFile.read(new ByteArrayInputStream(bytes));
            } catch (PolicyFileException refused) {
                message = refused.getMessage();
            }
            least = Math.min(least, Fixtures.allocated() - before);
            assertThat(message).contains(expected);
            assertThat(message.isEmpty()).isEqualTo(expected.isEmpty());
        }
        assertThat(least).as("heap for %d bytes, %s", bytes.length, expected).isLessThan(most);
    }

    private static void assertFrugal(byte[] bytes, int names, String expected) throws IOException {
        assertFrugal(bytes, expected, mostFor(bytes.length, names));
    }

    /** As it is stated in the format's description. */
    private static long mostFor(int bytes, int names) {
        return 5L * bytes / 2 + 200L * names + MIB / 4;
    }

    @ParameterizedTest
    @EnumSource(Large.class)
    void readingTakesWhatIsStatedWhateverIsWrongWithTheFile(Large large) throws IOException {
        PolicyModel model = large.model().build();
        int names = model.behavior().observation().size()
                + model.behavior().action().continuousSize();
        byte[] bytes = PolicyFile.toBytes(model);
        assertThat(bytes).as("a large file").hasSizeBetween((int) (16 * MIB), PolicyFile.MAX_SIZE);
        PolicyFileLayout layout = new PolicyFileLayout(bytes);
        assertFrugal(bytes, names, "");
        assertFrugal(shortened(bytes, bytes.length / 2), names, "expected ");
        assertFrugal(Arrays.copyOf(bytes, bytes.length / 2), names, "end: expected " + bytes.length);
        float output = buffer(bytes).getFloat(layout.firstGoldenOutput);
        buffer(bytes).putFloat(layout.firstGoldenOutput, output + 1);
        assertFrugal(bytes, names, "checksum: expected");
        assertFrugal(repaired(bytes), names, "golden sample 0, output 0: expected");
        buffer(bytes).putFloat(layout.firstGoldenOutput, Float.NaN);
        assertFrugal(repaired(bytes), names, "goldenSamples[0].outputs[0]");
    }

    @Test
    void aHeaderThatPromisesMuchTakesOnePiece() throws IOException {
        byte[] header = Arrays.copyOf(PolicyFile.toBytes(Fixtures.versionTwo("gru")), 16);
        buffer(header).putInt(12, PolicyFile.MAX_SIZE - 20);
        assertFrugal(header, "end: expected " + PolicyFile.MAX_SIZE, MIB / 8);
    }

    @Test
    void namesTakeTwoHundredBytesEachAtMost() throws IOException {
        byte[] bytes = PolicyFile.toBytes(
                Large.policy(behavior(NAMES, 1), Network.builder(NAMES)).build());
        int end = new PolicyFileLayout(bytes).normalizerKind;
        byte[] cut = shortened(bytes, end + 4);
        assertFrugal(cut, NAMES, "observation at byte ");
        byte[] later = shortened(bytes, end + 40 + 8 * NAMES); // enough for the values, not for what they need
        assertFrugal(later, NAMES, "goldenSamples.count");
        assertFrugal(bytes, NAMES, "");
    }

    /** The file has a few names, of which the groups make many. */
    @ParameterizedTest
    @ValueSource(strings = {"grid", "set"})
    void namesThatGroupsMakeTakeNoMore(String kind) throws IOException {
        ObservationSpec.Builder observation = ObservationSpec.builder();
        if (kind.equals("grid")) {
            observation.grid("map", 1 << 8, 1 << 8, "c");
        } else {
            observation.set("enemies", (NAMES - 1) / 3, "x", "y", "z");
        }
        BehaviorSpec behavior = BehaviorSpec.builder("b")
                .observation(observation.build())
                .action(Fixtures.CONTINUOUS)
                .build();
        byte[] bytes = PolicyFile.toBytes(
                Large.policy(behavior, Network.builder(NAMES)).build());
        assertFrugal(bytes, NAMES, "");
        byte[] cut = shortened(bytes, 200);
        assertFrugal(cut, "observation at byte ", MIB / 8);
    }

    /** Latin letters take a byte each, until one at the end is none. */
    @Test
    void textTakesEightTimesItsBytesAtMost() throws IOException {
        char[] letters = new char[(1 << 20) - 3];
        Arrays.fill(letters, 'x');
        for (String end : new String[] {"xyz", "更"}) {
            byte[] bytes = PolicyFile.toBytes(Fixtures.versionTwo("gru").toBuilder()
                    .provenance(Provenance.builder()
                            .configuration(new String(letters) + end)
                            .build())
                    .build());
            assertFrugal(bytes, "", 8L * bytes.length);
        }
    }
}
