package io.github.gdxagents.training.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.tensorflow.ExecutionEnvironment;
import org.tensorflow.exceptions.TFInvalidArgumentException;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.proto.ConfigProto;
import org.tensorflow.proto.SessionMetadata;

@Timeout(60) // a graph with an open session can't be closed: a test that waits for that would never fail
class GraphSessionTest {
    private ExecutionEnvironment graph;

    /** Remembers the graph, and may fail to build it. */
    private GraphSession<FlatVariable> session(RuntimeException failure, ConfigProto config) {
        return new GraphSession<>(config, tf -> {
            graph = tf.scope().env();
            if (failure != null) {
                throw failure;
            }
            return new FlatVariable(tf, "numbers", Shape.of(3));
        });
    }

    private boolean isGraphOpen() {
        try {
            graph.opBuilder("NoOp", "one-more", Ops.create(graph).scope()).build();
            return true;
        } catch (IllegalStateException e) {
            assertThat(e).hasMessageContaining("close() has been called on the Graph");
            return false;
        }
    }

    @Test
    void aSessionHasItsGraphUntilItIsClosed() {
        try (GraphSession<FlatVariable> session = session(null, LearningDevice.CPU.session())) {
            assertThat(session.graph()).isNotNull();
            assertThat(isGraphOpen()).isTrue();
        }
        assertThat(isGraphOpen()).isFalse();
    }

    @Test
    void aGraphIsBuiltInALocaleWithDigitsOfItsOwn() {
        Locale before = Locale.getDefault(Locale.Category.FORMAT);
        Locale persian = new Locale("fa", "IR");
        Locale.setDefault(Locale.Category.FORMAT, persian);
        try {
            assertThat(String.format("%d", 1))
                    .as("else the test would show nothing")
                    .isNotEqualTo("1");
            GraphSession<FlatVariable> session = new GraphSession<>(LearningDevice.CPU.session(), tf -> {
                tf.constant(1f);
                tf.constant(2f);
                return new FlatVariable(tf, "numbers", Shape.of(3));
            });
            session.close();
            assertThat(Locale.getDefault(Locale.Category.FORMAT)).isEqualTo(persian);
        } finally {
            Locale.setDefault(Locale.Category.FORMAT, before);
        }
    }

    /** The variable takes over the memory of what is fed, which must not be that of the array. */
    @Test
    void aVariableHasACopyOfWhatWasWrittenLast() {
        try (GraphSession<FlatVariable> session = session(null, LearningDevice.CPU.session())) {
            float[] numbers = {1, 2, 3};
            session.write(session.graph(), Shape.of(3), new float[3]);
            session.write(session.graph(), Shape.of(3), numbers);
            numbers[0] = 9;
            for (int i = 0; i < 2; i++) {
                float[][] fetched =
                        GraphSession.run(session.runner().fetch(session.graph().value()));
                assertThat(fetched).isDeepEqualTo(new float[][] {{1, 2, 3}});
                fetched[0][0] = 8;
            }
        }
    }

    @Test
    void aGraphThatCanNotBeBuiltIsClosed() {
        RuntimeException failure = new IllegalStateException("no such operation");
        assertThatThrownBy(() -> session(failure, LearningDevice.CPU.session()))
                .isSameAs(failure)
                .hasNoSuppressedExceptions();
        assertThat(isGraphOpen()).isFalse();
    }

    /** TensorFlow refuses versions below 0 before anything is run. */
    @Test
    void aSessionThatCanNotBeMadeLeavesNoGraphOpen() {
        ConfigProto refused = LearningDevice.CPU.session().toBuilder()
                .setExperimental(ConfigProto.Experimental.newBuilder()
                        .setSessionMetadata(SessionMetadata.newBuilder().setVersion(-1)))
                .build();
        assertThatThrownBy(() -> session(null, refused))
                .isInstanceOf(TFInvalidArgumentException.class)
                .hasMessageContaining("negative")
                .hasNoSuppressedExceptions();
        assertThat(isGraphOpen()).isFalse();
    }
}
