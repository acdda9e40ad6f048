package io.github.gdxagents.training.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The flags of the JVM that trains.
 *
 * <p>A run is often over before a JVM thinks that it has begun: a policy that takes seconds to train spends half of them beside a compiler
 * that optimizes what is called a few thousand times, and beside the threads of a garbage collector that has next to nothing to collect.
 * On a few cores both take them away from the simulation and the learner.
 *
 * <p>Thread safety: stateless.
 */
final class JvmFlags {
    /** With more, nobody waits for a core, and such machines are for runs with heaps that are worth collecting in parallel. */
    private static final int FEW_CORES = 4;

    /** Five times the defaults: what is hot is optimized as before, for what is lukewarm the first compiler will do. */
    private static final List<String> COMPILE_LATER = List.of(
            "-XX:Tier4InvocationThreshold=25000",
            "-XX:Tier4MinInvocationThreshold=3000",
            "-XX:Tier4CompileThreshold=75000",
            "-XX:Tier4BackEdgeThreshold=100000");

    private static final Pattern COLLECTOR = Pattern.compile("-XX:\\+Use\\w*GC\\b");
    /** Variables from which a JVM takes flags by itself. */
    private static final List<String> VARIABLES = List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS");
    /** The first release that warns about native code and Unsafe, both of which TensorFlow needs. */
    private static final int FIRST_RELEASE_WITH_NATIVE_WARNINGS = 24;

    private JvmFlags() {}

    /**
     * Ours, then the user's, which win.
     *
     * @param chosen by the user, separated by spaces; may be empty
     * @param environment of the process
     * @param machine what it runs on
     * @return one flag each
     */
    static List<String> of(String chosen, Map<String, String> environment, Machine machine) {
        List<String> flags = new ArrayList<>();
        if (machine.release() >= FIRST_RELEASE_WITH_NATIVE_WARNINGS) {
            flags.add("--enable-native-access=ALL-UNNAMED");
            flags.add("--sun-misc-unsafe-memory-access=allow");
        }
        // Else each tensor that is made asks the operating system how large the process is: a tenth of a small update.
        flags.add("-Dorg.bytedeco.javacpp.maxPhysicalBytes=0");
        if (machine.isHotSpot() && machine.cores() <= FEW_CORES) {
            flags.addAll(COMPILE_LATER);
            if (!choosesCollector(chosen, environment)) { // a JVM refuses to start with two
                flags.add("-XX:+UseSerialGC");
            }
        }
        if (!chosen.isBlank()) {
            flags.addAll(Arrays.asList(chosen.trim().split("\\s+")));
        }
        return flags;
    }

    private static boolean choosesCollector(String chosen, Map<String, String> environment) {
        StringBuilder all = new StringBuilder(chosen);
        for (String variable : VARIABLES) {
            all.append(' ').append(environment.getOrDefault(variable, ""));
        }
        return COLLECTOR.matcher(all).find();
    }

    /**
     * What a JVM runs on.
     *
     * @param release of Java, such as 17
     * @param isHotSpot whether the JVM is the OpenJDK's, whose flags these are
     * @param cores that it may use
     */
    record Machine(int release, boolean isHotSpot, int cores) {
        static Machine here() {
            String name = System.getProperty("java.vm.name", "");
            return new Machine(
                    Runtime.version().feature(),
                    name.contains("OpenJDK") || name.contains("HotSpot"),
                    Runtime.getRuntime().availableProcessors());
        }
    }
}
