package io.github.gdxagents.training.tool.benchmark;

import io.github.gdxagents.training.tool.Report;
import java.lang.management.ManagementFactory;

/**
 * Where something was measured.
 *
 * @param load processes that wanted a core in the minute before the measurement, or negative if the system doesn't tell
 * @param device that the networks learned on
 */
record Machine(int cores, double load, String jvm, String system, String device) {
    static Machine here(double load, String device) {
        return new Machine(
                Runtime.getRuntime().availableProcessors(),
                load,
                System.getProperty("java.vm.name") + " " + System.getProperty("java.runtime.version"),
                System.getProperty("os.name") + " " + System.getProperty("os.version") + " "
                        + System.getProperty("os.arch"),
                device);
    }

    static double currentLoad() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }

    /** If so much as half a core was busy with something else, says so, and what of the result still means much. */
    void printLoad(Report.Printer out, String advice) {
        if (load > 0.5) {
            out.line("Other programs were running (a load of %.1f): %s.", load, advice);
        }
    }
}
