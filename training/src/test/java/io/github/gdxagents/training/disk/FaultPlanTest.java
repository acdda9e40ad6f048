package io.github.gdxagents.training.disk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

final class FaultPlanTest {
    private static final int THREADS = 4;
    private static final int EACH = 20_000; // enough for threads to meet

    private final FaultPlan plan = new FaultPlan();
    private final CyclicBarrier start = new CyclicBarrier(THREADS);

    @Test
    void oneOfManyThreadsMeetsTheFaultAndNoOperationIsLost() throws Exception {
        plan.failAt(THREADS * EACH / 2, Fault.REFUSED);
        ExecutorService pool = Executors.newFixedThreadPool(THREADS);
        List<Future<Integer>> threads = new ArrayList<>();
        for (int t = 0; t < THREADS; t++) {
            threads.add(pool.submit(this::countRefusals));
        }
        int refusals = 0;
        for (Future<Integer> thread : threads) {
            refusals += thread.get();
        }
        pool.shutdown();

        assertThat(refusals).isEqualTo(1);
        assertThat(plan.failures()).isEqualTo(1);
        assertThat(plan.operations()).isEqualTo(THREADS * EACH);
    }

    private int countRefusals() throws Exception {
        Path file = Path.of("a");
        Operation operation = Operation.on("delete", file, Need.PERMISSION);
        int refusals = 0;
        start.await();
        for (int i = 0; i < EACH; i++) {
            try {
                plan.pass(operation, file);
            } catch (IOException e) {
                refusals++;
            }
        }
        return refusals;
    }
}
