package io.github.gdxagents.training.tool.benchmark;

import io.github.gdxagents.training.tool.Json;
import java.lang.management.ManagementFactory;
import java.util.Map;

/**
 * Where something was measured.
 *
 * @param load processes that wanted a core in the minute before the measurement, or negative if the system doesn't tell
 * @param device that the networks learned on
 */
record Machine(int cores, double load, String jvm, String system, String device) implements Json.Source {
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

    /** Whether so much as half a core was busy with something else, so that nothing but ratios means much. */
    boolean wasBusy() {
        return load > 0.5;
    }

    @Override
    public Map<String, Object> json() {
        return Json.object("cores", cores, "load", load, "jvm", jvm, "system", system, "device", device);
    }
}
