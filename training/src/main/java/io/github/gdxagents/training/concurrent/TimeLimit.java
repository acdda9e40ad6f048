package io.github.gdxagents.training.concurrent;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;

/** Runs somebody else's code, such as a game's constructor, that may not come back. */
public final class TimeLimit {
    private TimeLimit() {}

    /**
     * Runs something on a thread of its own and waits for it.
     *
     * @param limit how long it may take, or if it beats how long from one beat to the next; zero for as long as it likes
     * @param code is given the heartbeat of its thread
     * @throws Watchdog.StuckException if it takes longer; its thread is left behind
     * @throws RuntimeException as it threw, or an error
     */
    public static void run(Duration limit, Consumer<Heartbeat> code) {
        Heartbeat heartbeat = new Heartbeat();
        FutureTask<Void> task = new FutureTask<>(
                () -> {
                    heartbeat.begin();
                    try {
                        code.accept(heartbeat);
                    } finally {
                        heartbeat.end();
                    }
                },
                null);
        Threads.daemons("game").newThread(task).start();
        try {
            new Watchdog(List.of(heartbeat), limit).await(List.of(task));
        } catch (ExecutionException e) {
            throw Failures.unchecked(e.getCause());
        }
    }
}
