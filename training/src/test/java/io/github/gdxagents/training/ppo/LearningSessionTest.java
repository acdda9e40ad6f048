package io.github.gdxagents.training.ppo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gdxagents.agent.RandomStream;
import io.github.gdxagents.network.Activation;
import io.github.gdxagents.training.config.ObjectiveOption;
import io.github.gdxagents.training.ppo.device.LearningDevice;
import io.github.gdxagents.training.rollout.ActorCritic;
import io.github.gdxagents.training.rollout.TestNetworks;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.tensorflow.ExecutionEnvironment;
import org.tensorflow.Operand;
import org.tensorflow.exceptions.TFInvalidArgumentException;
import org.tensorflow.op.Ops;
import org.tensorflow.proto.ConfigProto;
import org.tensorflow.proto.SessionMetadata;
import org.tensorflow.types.TFloat32;

@Timeout(60) // a graph with an open session can't be closed: a test that waits for that would never fail
class LearningSessionTest {
    private final ActorCritic networks = TestNetworks.feedForward(
            RandomBehaviors.behavior(3, 1, 1, RandomStream.of(1)), new int[] {4}, Activation.TANH);

    /** That of a policy gradient; remembers the graph, and may fail to be built. */
    private static final class Spy implements Objective {
        private final RuntimeException failure;
        private ExecutionEnvironment graph;

        Spy(RuntimeException failure) {
            this.failure = failure;
        }

        @Override
        public String name() {
            return "spy";
        }

        @Override
        public List<ObjectiveOption> options() {
            return List.of();
        }

        @Override
        public Operand<TFloat32> perStep(Ops tf, PolicyStep step) {
            graph = tf.scope().env();
            if (failure != null) {
                throw failure;
            }
            return tf.math.mul(step.ratio(), step.advantage());
        }

        boolean isGraphOpen() {
            try {
                graph.opBuilder("NoOp", "one-more", Ops.create(graph).scope()).build();
                return true;
            } catch (IllegalStateException e) {
                assertThat(e).hasMessageContaining("close() has been called on the Graph");
                return false;
            }
        }
    }

    private LearningSession session(Spy objective, ConfigProto config) {
        LearnerSettings settings = TestSettings.of(objective).learner();
        return new LearningSession(networks, SampleLayout.of(networks, false), settings, config);
    }

    @Test
    void aSessionHasItsGraphUntilItIsClosed() {
        Spy objective = new Spy(null);
        try (LearningSession session = session(objective, LearningDevice.CPU.session())) {
            assertThat(session.graph()).isNotNull();
            assertThat(objective.isGraphOpen()).isTrue();
        }
        assertThat(objective.isGraphOpen()).isFalse();
    }

    @Test
    void aGraphThatCanNotBeBuiltIsClosed() {
        RuntimeException failure = new IllegalStateException("no such operation");
        Spy objective = new Spy(failure);
        assertThatThrownBy(() -> session(objective, LearningDevice.CPU.session()))
                .isSameAs(failure)
                .hasNoSuppressedExceptions();
        assertThat(objective.isGraphOpen()).isFalse();
    }

    /** TensorFlow refuses versions below 0 before anything is run. */
    @Test
    void aSessionThatCanNotBeMadeLeavesNoGraphOpen() {
        Spy objective = new Spy(null);
        ConfigProto refused = LearningDevice.CPU.session().toBuilder()
                .setExperimental(ConfigProto.Experimental.newBuilder()
                        .setSessionMetadata(SessionMetadata.newBuilder().setVersion(-1)))
                .build();
        assertThatThrownBy(() -> session(objective, refused))
                .isInstanceOf(TFInvalidArgumentException.class)
                .hasMessageContaining("negative")
                .hasNoSuppressedExceptions();
        assertThat(objective.isGraphOpen()).isFalse();
    }
}
