package io.github.gdxagents.policy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** How long it takes to load a policy from memory: checks, weights, and the golden samples that are replayed. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class PolicyFileBenchmark {
    private byte[] bytes;

    /** Writes a policy of two layers of 64. */
    @Setup
    public void prepare() {
        bytes = PolicyFile.toBytes(Workload.model("discrete"));
    }

    /** Reads it. */
    @Benchmark
    public PolicyModel read() throws IOException {
        return PolicyFile.read(new ByteArrayInputStream(bytes));
    }
}
