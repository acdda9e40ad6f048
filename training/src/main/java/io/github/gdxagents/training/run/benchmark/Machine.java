package io.github.gdxagents.training.run.benchmark;

import java.lang.management.ManagementFactory;

/**
 * Where something was measured.
 *
 * <p>Thread safety: immutable.
 *
 * @param cores that this JVM may use
 * @param load processes that wanted a core in the minute before the measurement, or negative if the system doesn't tell
 * @param jvm its name and version
 * @param system operating system and processor architecture
 * @param device that the networks learned on
 */
public record Machine(int cores, double load, String jvm, String system, String device) {
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

    /**
     * Whether something else ran, so that nothing but ratios means much.
     *
     * @return true if so much as half a core was busy
     */
    public boolean wasBusy() {
        return load > 0.5;
    }
}
