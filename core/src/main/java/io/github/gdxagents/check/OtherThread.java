package io.github.gdxagents.check;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** Another thread than the first play's. */
final class OtherThread implements Circumstance {
    private final NewInstance play = NewInstance.plain();

    @Override
    public FindingKind kind() {
        return FindingKind.THREAD_DEPENDENT;
    }

    @Override
    public String description() {
        return "on another thread";
    }

    @Override
    public EpisodeTrace play(Stage stage, long seed) {
        FutureTask<EpisodeTrace> task = new FutureTask<>(() -> play.play(stage, seed));
        Thread thread = new Thread(task, "simulation-check");
        thread.setDaemon(true);
        stage.globalRandom().watch(thread);
        thread.start();
        try {
            return task.get();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof GameFailure) {
                throw (GameFailure) failed.getCause();
            }
            throw new IllegalStateException("simulation check: the second thread failed", failed.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("simulation check: interrupted", interrupted);
        } finally {
            stage.globalRandom().watch(Thread.currentThread());
        }
    }
}
