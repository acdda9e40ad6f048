package io.github.gdxagents.training.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The flags of the JVM that trains.
 *
 * <p>A run is often over before a JVM thinks that it has begun: a policy that takes seconds to train spends half of them beside a compiler
 * that optimizes what is called a few thousand times, and beside the threads of a garbage collector that has next to nothing to collect.
 * On a few cores both take them away from the simulation and the learner.
 */
final class JvmFlags {
    private static final String ONE_COLLECTING_THREAD = "-XX:+UseSerialGC";

    /** With more, nobody waits for a core, and such machines are for runs with heaps that are worth collecting in parallel. */
    private static final int FEW_CORES = 4;

    /** Five times the defaults: what is hot is optimized as before, for what is lukewarm the first compiler will do. */
    private static final List<String> COMPILE_LATER = List.of(
            "-XX:Tier4InvocationThreshold=25000",
            "-XX:Tier4MinInvocationThreshold=3000",
            "-XX:Tier4CompileThreshold=75000",
            "-XX:Tier4BackEdgeThreshold=100000");

    /** Flags that choose a collector, or are in a file where one may be chosen. */
    private static final Pattern COLLECTOR =
            Pattern.compile("-XX:\\+Use\\w*GC\\b|-XX:Flags=|-XX:VMOptionsFile=|(^|\\s)@");

    /** Variables from which a JVM takes flags by itself. */
    private static final List<String> VARIABLES = List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS");

    /** The first release that warns about native code and Unsafe, both of which TensorFlow needs. */
    private static final int FIRST_RELEASE_WITH_NATIVE_WARNINGS = 24;

    /** The first release that keeps an archive of loaded classes by itself, which makes the next start faster. */
    private static final int FIRST_RELEASE_WITH_ARCHIVES = 19;

    private JvmFlags() {}

    /**
     * Ours, but for those that the user has given a value of their own, also in the environment, then the user's: separated by spaces,
     * none of which is inside of a flag; may be empty.
     */
    static List<String> of(String chosen, Map<String, String> environment, Machine machine) {
        String theirs = VARIABLES.stream()
                .map(variable -> environment.getOrDefault(variable, ""))
                .collect(Collectors.joining(" ", chosen + " ", ""));
        List<String> flags = ours(machine);
        flags.removeIf(flag -> isDecided(flag, theirs));
        if (!chosen.isBlank()) {
            flags.addAll(Arrays.asList(chosen.trim().split("\\s+")));
        }
        return flags;
    }

    private static List<String> ours(Machine machine) {
        List<String> flags = new ArrayList<>();
        if (machine.release() >= FIRST_RELEASE_WITH_NATIVE_WARNINGS) {
            flags.add("--enable-native-access=ALL-UNNAMED");
            flags.add("--sun-misc-unsafe-memory-access=allow");
        }
        if (machine.release() >= FIRST_RELEASE_WITH_ARCHIVES
                && machine.isHotSpot()
                && !machine.archive().isEmpty()) {
            flags.add("-XX:+AutoCreateSharedArchive");
            flags.add("-XX:SharedArchiveFile=" + machine.archive());
        }
        // Else each tensor that is made asks the operating system how large the process is: a tenth of a small update.
        flags.add("-Dorg.bytedeco.javacpp.maxPhysicalBytes=0");
        if (machine.isHotSpot() && machine.cores() <= FEW_CORES) {
            flags.addAll(COMPILE_LATER);
            flags.add(ONE_COLLECTING_THREAD);
        }
        return flags;
    }

    /** Of two values of a flag the one in a variable would lose, and with two collectors no JVM starts. */
    private static boolean isDecided(String flag, String theirs) {
        if (flag.equals(ONE_COLLECTING_THREAD)) {
            return COLLECTOR.matcher(theirs).find();
        }
        return flag.matches("-(XX:|D).*=.*") && theirs.contains(flag.substring(0, flag.indexOf('=') + 1));
    }

    /**
     * What a JVM runs on: the release of Java, such as 17, whether the JVM is the OpenJDK's, whose flags these are, and where it may keep
     * an archive of classes, empty for nowhere.
     */
    record Machine(int release, boolean isHotSpot, int cores, String archive) {
        /** With an archive if that is possible: one of folders is an error, and one of a game would not be the next game's. */
        static Machine here(boolean hasArchive) {
            String name = System.getProperty("java.vm.name", "");
            return new Machine(
                    Runtime.version().feature(),
                    name.contains("OpenJDK") || name.contains("HotSpot"),
                    Runtime.getRuntime().availableProcessors(),
                    hasArchive
                            ? Path.of(System.getProperty("user.home"), ".gdx-agents.jsa")
                                    .toString()
                            : "");
        }
    }
}
