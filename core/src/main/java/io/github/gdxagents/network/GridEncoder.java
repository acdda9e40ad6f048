package io.github.gdxagents.network;

import io.github.gdxagents.agent.ObservationGroup;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Leads a grid through one {@link Convolution} after the other; what the last gives is passed on, cell after cell. */
final class GridEncoder extends EncoderPart {
    private final ObservationGroup grid;
    private final Convolution[] convolutions;

    GridEncoder(ObservationGroup grid, EncoderShape encoder) {
        this.grid = grid;
        int[] outputs = encoder.gridChannels();
        convolutions = new Convolution[outputs.length];
        int[] shape = grid.shape();
        for (int i = 0; i < outputs.length; i++) {
            convolutions[i] = new Convolution(shape[0], shape[1], shape[2], outputs[i], encoder.activation());
            shape = convolutions[i].outputShape();
        }
    }

    @Override
    int outputs() {
        return convolutions[convolutions.length - 1].outputSize();
    }

    @Override
    List<EncoderTensor> tensors() {
        List<EncoderTensor> tensors = new ArrayList<EncoderTensor>();
        for (int i = 0; i < convolutions.length; i++) {
            String name = grid.name() + ".convolution." + i;
            List<String> rows = i == 0 ? cellNames(grid.features()) : Collections.<String>emptyList();
            int outputs = convolutions[i].outputShape()[2];
            tensors.add(new EncoderTensor(name, rows, convolutions[i].inputs(), outputs));
            tensors.add(new EncoderTensor(name + ".bias", Collections.<String>emptyList(), outputs));
        }
        return tensors;
    }

    @Override
    List<String> outputNames() {
        int[] shape = convolutions[convolutions.length - 1].outputShape();
        // With the grid's size: in another one the same cell is another place. Unlike the [r,c] of what is observed.
        String prefix = grid.name() + "/" + grid.shape()[0] + "x" + grid.shape()[1];
        List<String> names = new ArrayList<String>(outputs());
        for (int r = 0; r < shape[0]; r++) {
            for (int c = 0; c < shape[1]; c++) {
                for (int k = 0; k < shape[2]; k++) {
                    names.add(prefix + "(" + r + "," + c + ")" + k);
                }
            }
        }
        return names;
    }

    private static List<String> cellNames(List<String> channels) {
        List<String> names = new ArrayList<String>();
        for (int cell = 0; cell < Convolution.CELLS; cell++) {
            for (String channel : channels) {
                names.add(cell + "." + channel);
            }
        }
        return names;
    }

    @Override
    void read(ParameterSource source) {
        for (Convolution convolution : convolutions) {
            convolution.read(source);
        }
    }

    @Override
    void write(ParameterSink sink) {
        for (Convolution convolution : convolutions) {
            convolution.write(sink);
        }
    }

    @Override
    Pass pass() {
        return new GridPass();
    }

    private final class GridPass extends Pass {
        private final Convolution.Pass[] passes = new Convolution.Pass[convolutions.length];
        private final float[][] between = new float[convolutions.length - 1][];

        GridPass() {
            for (int i = 0; i < passes.length; i++) {
                passes[i] = convolutions[i].pass();
                if (i < between.length) {
                    between[i] = new float[convolutions[i].outputSize()];
                }
            }
        }

        @Override
        void apply(float[] input, float[] output, int at) {
            float[] values = input;
            int from = grid.offset();
            for (int i = 0; i < between.length; i++) {
                passes[i].apply(values, from, between[i], 0);
                values = between[i];
                from = 0;
            }
            passes[between.length].apply(values, from, output, at);
        }
    }
}
