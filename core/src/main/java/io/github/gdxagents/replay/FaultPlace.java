package io.github.gdxagents.replay;

import io.github.gdxagents.agent.PrintableText;

/**
 * Finds the line of a game that a fault comes from: the innermost one that is neither the JDK's nor libGDX's nor this plugin's, so that
 * an index out of range leads to who asked for it.
 */
public final class FaultPlace {
    private static final String[] LIBRARIES = {
        "java.",
        "javax.",
        "jdk.",
        "sun.",
        "android.",
        "com.badlogic.gdx.",
        "io.github.gdxagents.agent.",
        "io.github.gdxagents.episode."
    };

    private FaultPlace() {}

    /**
     * Says what a game threw and where. Of a class that can't be loaded, why not, which Java keeps in the cause.
     *
     * @param thrown by a game
     * @return for example {@code "java.lang.IllegalStateException: no map at com.acme.Moth.act(Moth.java:41)"}
     */
    public static String describe(Throwable thrown) {
        Throwable cause = thrown.getCause();
        return thrown instanceof LinkageError && cause != null
                ? PrintableText.describe(thrown) + of(thrown) + ", caused by " + describe(cause)
                : PrintableText.describe(thrown) + of(thrown);
    }

    /**
     * Describes the place.
     *
     * @param thrown by a game
     * @return for example {@code " at com.acme.Moth.act(Moth.java:41)"}; empty if there is no stack trace
     */
    public static String of(Throwable thrown) {
        StackTraceElement[] trace = thrown.getStackTrace(); // a virtual machine may leave it out
        for (StackTraceElement frame : trace) {
            if (isOurs(frame)) {
                break;
            }
            if (!isOfLibrary(frame)) {
                return " at " + frame;
            }
        }
        return trace.length == 0 ? "" : " at " + trace[0];
    }

    private static boolean isOurs(StackTraceElement frame) {
        return frame.getClassName().equals(RecordedAgent.class.getName())
                || frame.getClassName().equals(RecordedSimulation.class.getName());
    }

    private static boolean isOfLibrary(StackTraceElement frame) {
        for (String library : LIBRARIES) {
            if (frame.getClassName().startsWith(library)) {
                return true;
            }
        }
        return false;
    }
}
