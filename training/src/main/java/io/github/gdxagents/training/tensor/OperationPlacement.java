package io.github.gdxagents.training.tensor;

import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.NodeDef;

/**
 * Where TensorFlow computes the gradient of a minibatch, as it says itself: what it has no code for on a GPU it computes on the CPU, with
 * copies there and back, and says nothing.
 *
 * <p>The samples are on the device already. So on a GPU all that is copied should be parameters, indices, weights and coefficients in and
 * the gradient out, and nothing be computed on the CPU.
 *
 * <p>Thread safety: immutable but for its collections, which nobody changes.
 *
 * @param operations how many each device has, by a name such as {@code GPU:0}; without those that only move tensors
 * @param onCpu kinds of operations that the CPU computes
 * @param copies tensors that are copied from one device to another
 */
public record OperationPlacement(SortedMap<String, Integer> operations, SortedSet<String> onCpu, int copies) {
    private static final String NAME_PREFIX = "device:";
    /** What feeds, fetches and moves tensors, or does nothing at all. */
    private static final List<String> MOVING =
            List.of("_Arg", "_Retval", "_Send", "_HostSend", "_Recv", "_HostRecv", "NoOp");

    /** From the graph that each device is given. */
    public static OperationPlacement of(List<GraphDef> partitions) {
        SortedMap<String, Integer> operations = new TreeMap<>();
        SortedSet<String> onCpu = new TreeSet<>();
        int copies = 0;
        for (GraphDef partition : partitions) {
            for (NodeDef node : partition.getNodeList()) {
                String device =
                        node.getDevice().substring(node.getDevice().indexOf(NAME_PREFIX) + NAME_PREFIX.length());
                if (node.getOp().endsWith("Recv")) {
                    copies++;
                }
                if (!MOVING.contains(node.getOp())) {
                    operations.merge(device, 1, Integer::sum);
                    if (device.startsWith("CPU:")) {
                        onCpu.add(node.getOp());
                    }
                }
            }
        }
        return new OperationPlacement(operations, onCpu, copies);
    }
}
