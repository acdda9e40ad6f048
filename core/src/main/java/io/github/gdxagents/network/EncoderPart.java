package io.github.gdxagents.network;

import java.util.Collections;
import java.util.List;

/**
 * What an {@link ObservationEncoder} makes of one group of observed values.
 *
 * <p>Thread safety: many threads may read it while none changes its parameters.
 */
abstract class EncoderPart {
    /** How many values it gives. */
    abstract int outputs();

    /** The tensors in the order of the flat layout. */
    abstract List<EncoderTensor> tensors();

    /** What each value that it gives is called; made anew, for a grid has many. */
    abstract List<String> outputNames();

    abstract void read(ParameterSource source);

    abstract void write(ParameterSink sink);

    /** What one thread needs to apply it. */
    abstract Pass pass();

    abstract static class Pass {
        /**
         * Writes as many values as the part has outputs.
         *
         * @param input {@code [obs]}, the whole observation, unchanged
         * @param output overwritten from {@code at} on
         * @param at where its values begin
         */
        abstract void apply(float[] input, float[] output, int at);
    }

    /** Passes values on as they are. */
    static final class Plain extends EncoderPart {
        private final List<String> names;
        private final int offset;

        Plain(List<String> names, int offset) {
            this.names = names;
            this.offset = offset;
        }

        @Override
        int outputs() {
            return names.size();
        }

        @Override
        List<EncoderTensor> tensors() {
            return Collections.emptyList();
        }

        @Override
        List<String> outputNames() {
            return names;
        }

        @Override
        void read(ParameterSource source) {}

        @Override
        void write(ParameterSink sink) {}

        @Override
        Pass pass() {
            return new Pass() {
                @Override
                void apply(float[] input, float[] output, int at) {
                    System.arraycopy(input, offset, output, at, names.size());
                }
            };
        }
    }
}
