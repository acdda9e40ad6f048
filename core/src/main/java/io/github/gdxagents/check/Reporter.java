package io.github.gdxagents.check;

import com.badlogic.gdx.utils.SharedLibraryLoadRuntimeException;
import io.github.gdxagents.agent.BehaviorSpec;
import io.github.gdxagents.agent.PrintableText;

/** Knows where one instance is (circumstance, seed, physics step), so that findings say it. */
final class Reporter {
    private final Findings findings;
    private final String circumstance;
    private String episode = "before the first reset";

    Reporter(Findings findings, String circumstance) {
        this.findings = findings;
        this.circumstance = circumstance;
    }

    void at(long seed, long step) {
        episode = "seed " + seed + ", step " + step;
    }

    static String agent(int index, BehaviorSpec behavior) {
        return "agent " + index + " ('" + behavior.name() + "')";
    }

    /**
     * Reports a finding.
     *
     * @param subject what it is about, for example agent and observation; findings of one kind and subject are counted together
     */
    void report(FindingKind kind, String subject, String expected, String actual) {
        findings.add(kind, subject, subject + ", " + where(), expected, actual);
    }

    /** Reports what a method of the game threw, unless the machine itself is in trouble. */
    void threw(String method, Throwable thrown) {
        if (thrown instanceof VirtualMachineError && !(thrown instanceof StackOverflowError)) {
            throw (VirtualMachineError) thrown;
        }
        StackTraceElement[] trace = thrown.getStackTrace();
        String place =
                trace.length == 0 ? "" : " at " + trace[0] + (trace.length == 1 ? "" : ", called at " + trace[1]);
        report(kind(thrown), method, "no exception", PrintableText.describe(thrown) + place);
    }

    private static FindingKind kind(Throwable thrown) {
        if (missesNatives(thrown)) {
            return FindingKind.NATIVES_MISSING;
        }
        boolean missesGdx = thrown instanceof NullPointerException
                && String.valueOf(thrown.getMessage()).contains("\"com.badlogic.gdx.Gdx."); // as Java tells from 14 on
        return missesGdx ? FindingKind.APPLICATION_MISSING : FindingKind.EXCEPTION;
    }

    private static boolean missesNatives(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            boolean failedBefore = cause instanceof NoClassDefFoundError
                    && String.valueOf(cause.getMessage()).startsWith("Could not initialize class com.badlogic.gdx.");
            if (failedBefore
                    || cause instanceof UnsatisfiedLinkError
                    || cause instanceof SharedLibraryLoadRuntimeException) {
                return true;
            }
        }
        return false;
    }

    private String where() {
        return circumstance.isEmpty() ? episode : episode + ", " + circumstance;
    }
}
