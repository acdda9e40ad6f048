package io.github.gdxagents.training.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.NodeDef;

class OperationPlacementTest {
    private static GraphDef partition(String device, String... operations) {
        GraphDef.Builder graph = GraphDef.newBuilder();
        for (String operation : operations) {
            graph.addNode(NodeDef.newBuilder()
                    .setOp(operation)
                    .setDevice("/job:localhost/replica:0/task:0/device:" + device));
        }
        return graph.build();
    }

    @Test
    void operationsAndCopiesAreCountedAndTheCpusNamed() {
        OperationPlacement placement = OperationPlacement.of(List.of(
                partition("CPU:0", "_Arg", "_Send", "Unique", "Unique", "_HostRecv", "_Retval"),
                partition("GPU:0", "_Recv", "MatMul", "Tanh", "NoOp", "_HostRecv", "_Send")));

        assertThat(placement.operations()).isEqualTo(Map.of("CPU:0", 2, "GPU:0", 2));
        assertThat(placement.onCpu()).containsExactly("Unique");
        assertThat(placement.copies()).isEqualTo(3);
    }
}
