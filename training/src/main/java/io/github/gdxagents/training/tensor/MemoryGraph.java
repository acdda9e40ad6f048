package io.github.gdxagents.training.tensor;

import io.github.gdxagents.network.GruLayer;
import io.github.gdxagents.network.Layer;
import io.github.gdxagents.network.LstmLayer;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * Memory layers as TensorFlow operations, unrolled over the steps of a sequence: gradients flow back through time as far as the sequence
 * goes, but not over the beginning of an episode, where the state is set to 0.
 *
 * <p>Unrolled by hand because TensorFlow for Java has no gradient through loops nor through the fused recurrent operations.
 *
 * <p>Source: GRU: Cho et al. 2014, arXiv:1406.1078, with the reset gate after the recurrent product as in cuDNN; LSTM: Hochreiter and
 * Schmidhuber 1997 with the forget gate of Gers et al. 2000.
 */
final class MemoryGraph {
    private final Ops tf;
    private final int length;
    /** For each time but the first, {@code [M, 1]}: 0 where an episode begins, else 1. */
    private final List<Operand<TFloat32>> keep = new ArrayList<>();

    /** Takes where episodes begin: {@code [M * L, 1]}, 1 or 0 for each step of sequences of a length, L. */
    MemoryGraph(Ops tf, int length, Operand<TFloat32> begins) {
        this.tf = tf;
        this.length = length;
        for (Operand<TFloat32> begin : DualTensor.splitTime(tf, begins, length, 1)) {
            keep.add(tf.math.sub(tf.constant(1f), begin));
        }
    }

    /**
     * Runs a layer over all sequences.
     *
     * @param layer gives kind and sizes
     * @param parameters its tensors in flat order
     * @param inputs {@code [M * L, in]}, the steps of a sequence one after the other
     * @param state {@code [M, state]} before the first step
     * @return {@code [M * L, out]}
     */
    DualTensor run(Layer layer, Iterator<DualTensor> parameters, DualTensor inputs, Operand<TFloat32> state) {
        if (layer instanceof GruLayer) {
            return gru(layer.outputs(), parameters, inputs, state);
        }
        if (layer instanceof LstmLayer) {
            return lstm(layer.outputs(), parameters, inputs, state);
        }
        throw new IllegalArgumentException(
                "no memory layer: " + layer.getClass().getName());
    }

    private DualTensor gru(int size, Iterator<DualTensor> parameters, DualTensor inputs, Operand<TFloat32> state) {
        DualTensor inputWeights = parameters.next();
        DualTensor recurrentWeights = parameters.next();
        DualTensor inputBias = parameters.next();
        DualTensor recurrentBias = parameters.next();
        List<DualTensor> projected =
                inputs.matMul(inputWeights).addBias(inputBias).splitTime(length, 3 * size);
        DualTensor hidden = DualTensor.constant(tf, state);
        List<DualTensor> outputs = new ArrayList<>();
        for (int t = 0; t < length; t++) {
            hidden = kept(hidden, t);
            List<DualTensor> fromInput = projected.get(t).splitColumns(3);
            List<DualTensor> fromHidden =
                    hidden.matMul(recurrentWeights).addBias(recurrentBias).splitColumns(3);
            DualTensor reset = fromInput.get(0).plus(fromHidden.get(0)).sigmoid();
            DualTensor update = fromInput.get(1).plus(fromHidden.get(1)).sigmoid();
            DualTensor candidate =
                    fromInput.get(2).plus(reset.times(fromHidden.get(2))).tanh();
            hidden = candidate.plus(update.times(hidden.minus(candidate)));
            outputs.add(hidden);
        }
        return DualTensor.joinTime(outputs, size);
    }

    private DualTensor lstm(int size, Iterator<DualTensor> parameters, DualTensor inputs, Operand<TFloat32> state) {
        DualTensor inputWeights = parameters.next();
        DualTensor recurrentWeights = parameters.next();
        DualTensor bias = parameters.next();
        List<DualTensor> projected = inputs.matMul(inputWeights).addBias(bias).splitTime(length, 4 * size);
        List<DualTensor> parts = DualTensor.constant(tf, state).splitColumns(2);
        DualTensor hidden = parts.get(0);
        DualTensor cell = parts.get(1);
        List<DualTensor> outputs = new ArrayList<>();
        for (int t = 0; t < length; t++) {
            hidden = kept(hidden, t);
            cell = kept(cell, t);
            List<DualTensor> gates =
                    projected.get(t).plus(hidden.matMul(recurrentWeights)).splitColumns(4);
            DualTensor input = gates.get(0).sigmoid();
            DualTensor forget = gates.get(1).sigmoid();
            DualTensor candidate = gates.get(2).tanh();
            DualTensor output = gates.get(3).sigmoid();
            cell = forget.times(cell).plus(input.times(candidate));
            hidden = output.times(cell.tanh());
            outputs.add(hidden);
        }
        return DualTensor.joinTime(outputs, size);
    }

    /** The state before the first step is kept as it was collected: there the collector has cleared it. */
    private DualTensor kept(DualTensor state, int t) {
        return t == 0 ? state : state.scaleRows(keep.get(t));
    }
}
