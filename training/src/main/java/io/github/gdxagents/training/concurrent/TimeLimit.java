package io.github.gdxagents.training.concurrent;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** Runs somebody else's code, such as a game's constructor, that may not come back. */
public final class TimeLimit {
    private TimeLimit() {}

    /**
     * Runs something on a thread of its own and waits for it.
     *
     * @param limit how long it may take, zero for as long as it likes
     * @throws Watchdog.StuckException if it takes longer; its thread is left behind
     * @throws RuntimeException as it threw, or an error
     */
    public static void run(Duration limit, Runnable code) {
        Heartbeat heartbeat = new Heartbeat();
        FutureTask<Void> task = new FutureTask<>(
                () -> {
                    heartbeat.begin();
                    try {
                        code.run();
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
