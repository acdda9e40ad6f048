package io.github.gdxagents.training.cli;

import java.io.PrintWriter;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;

/** Notices a game that ends the whole process by {@code System.exit}: its status, which may be 0, must not say that all went well. */
final class GameExit {
    private final PrintWriter err;
    private final Runnable saved;
    private final Thread hook = new Thread(this::look, "game-exit");

    /** Watches from now on; {@code saved} waits until everything is saved that can be. */
    GameExit(PrintWriter err, Runnable saved) {
        this.err = err;
        this.saved = saved;
        Runtime.getRuntime().addShutdownHook(hook);
    }

    private void look() {
        caller(Thread.getAllStackTraces().values()).ifPresent(place -> {
            err.println("The game ended the whole process, which it must not: it called System.exit at " + place + ".");
            saved.run();
            Runtime.getRuntime().halt(1);
        });
    }

    /** Who called {@code System.exit}, as the threads stand, unless it was this program, or a signal came. */
    static Optional<StackTraceElement> caller(Collection<StackTraceElement[]> stacks) {
        return stacks.stream()
                .flatMap(stack -> Arrays.stream(stack)
                        .dropWhile(frame -> !isOf(Runtime.class, frame))
                        .filter(frame -> !isOf(Runtime.class, frame) && !isOf(System.class, frame))
                        .limit(1))
                .filter(frame -> !frame.getClassName().equals(Main.class.getName()))
                .map(frame -> new StackTraceElement( // without the class loader, which means nothing to a user
                        frame.getClassName(), frame.getMethodName(), frame.getFileName(), frame.getLineNumber()))
                .findFirst();
    }

    private static boolean isOf(Class<?> type, StackTraceElement frame) {
        return frame.getClassName().equals(type.getName())
                && frame.getMethodName().equals("exit");
    }

    /** Watches no more: what ends the process from now on is no game. */
    void forget() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The JVM is going down, and the hook looks why.
        }
    }
}
