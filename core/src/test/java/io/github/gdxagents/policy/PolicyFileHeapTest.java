package io.github.gdxagents.policy;

import io.github.gdxagents.agent.ActionSpec;
import io.github.gdxagents.agent.BehaviorSpec;
import io.github.gdxagents.agent.ObservationSpec;
import io.github.gdxagents.agent.RandomStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How much heap reading takes, all that is allocated on the way counted, is what {@code core/docs/policy-format.md} states. */
class PolicyFileHeapTest {
    private static final long MIB = 1 << 20;
    private static final int LETTERS = 26;

    /** Files near the limit, each with another part that is large. */
    enum Large {
        /** One layer: nothing but a long row for each of a thousand values. */
        MATRIX {
            @Override
            PolicyModel.Builder model() {
                return policy(behavior(1 << 10, 1), Network.builder(1 << 10).dense(7 << 10, Activation.TANH));
            }
        },
        /** As many layers as there may be, a gigantic one in the midst. */
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

    @ParameterizedTest
    @EnumSource(Large.class)
    void probe(Large large) throws IOException {
        byte[] bytes = PolicyFile.toBytes(large.model().build());
        for (int i = 0; i < 3; i++) {
            long before = Fixtures.allocated();
            PolicyFile.read(new ByteArrayInputStream(bytes));
            long taken = Fixtures.allocated() - before;
            System.err.println(large + " " + bytes.length + " " + taken + " " + (double) taken / bytes.length);
        }
    }
}
