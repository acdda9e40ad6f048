package io.github.gdxagents.training.ppo.device;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tensorflow.exceptions.TFInvalidArgumentException;
import org.tensorflow.exceptions.TFUnimplementedException;
import org.tensorflow.exceptions.TensorFlowException;

class TensorFlowFailureTest {
    @Test
    void whatTensorFlowThrowsIsOneWhateverItExtends() {
        assertThat(TensorFlowFailure.isOne(new TensorFlowException("x"))).isTrue();
        assertThat(TensorFlowFailure.isOne(new TFInvalidArgumentException("x"))).isTrue();
        assertThat(TensorFlowFailure.isOne(new TFUnimplementedException("x"))).isTrue();
        assertThat(TensorFlowFailure.isOne(new IllegalArgumentException("org.tensorflow")))
                .isFalse();
    }
}
