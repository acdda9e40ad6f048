package io.github.gdxagents.training.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class JvmFlagsTest {
    private static final JvmFlags.Machine LAPTOP = new JvmFlags.Machine(17, true, 2, "a.jsa");

    @Test
    void onFewCoresNeitherCollectorNorCompilerTakesOneAway() {
        assertThat(JvmFlags.of("", Map.of(), LAPTOP))
                .contains("-XX:+UseSerialGC", "-XX:Tier4InvocationThreshold=25000")
                .contains("-Dorg.bytedeco.javacpp.maxPhysicalBytes=0")
                .doesNotContain("--enable-native-access=ALL-UNNAMED");
    }

    @ParameterizedTest
    @CsvSource({"17, true, 5", "17, false, 2"})
    void manyCoresAndOtherJvmsAreLeftAlone(int release, boolean isHotSpot, int cores) {
        assertThat(JvmFlags.of("", Map.of(), new JvmFlags.Machine(release, isHotSpot, cores, "a.jsa")))
                .containsExactly("-Dorg.bytedeco.javacpp.maxPhysicalBytes=0");
    }

    @Test
    void newerReleasesAreToldThatNativeCodeIsWanted() {
        assertThat(JvmFlags.of("", Map.of(), new JvmFlags.Machine(24, true, 2, "a.jsa")))
                .contains("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow");
    }

    @ParameterizedTest
    @CsvSource({"18, true, false", "19, true, true", "25, true, true", "25, false, false"})
    void newerReleasesKeepAnArchiveOfClasses(int release, boolean isHotSpot, boolean expected) {
        List<String> flags = JvmFlags.of("", Map.of(), new JvmFlags.Machine(release, isHotSpot, 2, "a.jsa"));
        assertThat(flags.contains("-XX:+AutoCreateSharedArchive")).isEqualTo(expected);
        assertThat(flags.contains("-XX:SharedArchiveFile=a.jsa")).isEqualTo(expected);
        assertThat(JvmFlags.of("", Map.of(), new JvmFlags.Machine(release, isHotSpot, 2, "")))
                .as("nowhere to keep it")
                .noneMatch(flag -> flag.contains("Archive"));
    }

    @Test
    void theUsersFlagsComeLastSoThatTheyWin() {
        assertThat(JvmFlags.of("  -Xmx8g   -XX:Tier4InvocationThreshold=5000 ", Map.of(), LAPTOP))
                .endsWith("-Xmx8g", "-XX:Tier4InvocationThreshold=5000")
                .doesNotContain("-XX:Tier4InvocationThreshold=25000");
    }

    /** A JVM reads this variable before the command line, on which ours would win. */
    @Test
    void whatAVariableSaysIsNotTakenBack() {
        String theirs = "-XX:Tier4CompileThreshold=1 -Dorg.bytedeco.javacpp.maxPhysicalBytes=4g";
        assertThat(JvmFlags.of("", Map.of("JAVA_TOOL_OPTIONS", theirs), LAPTOP))
                .contains("-XX:Tier4InvocationThreshold=25000")
                .noneMatch(flag -> flag.contains("Tier4CompileThreshold") || flag.contains("maxPhysicalBytes"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"@jvm.txt", "-Xmx1g @jvm.txt", "-XX:VMOptionsFile=jvm.txt", "-XX:Flags=jvm.txt"})
    void aFileMayChooseACollector(String chosen) {
        assertThat(JvmFlags.of(chosen, Map.of(), LAPTOP)).doesNotContain("-XX:+UseSerialGC");
        assertThat(JvmFlags.of("", Map.of("JDK_JAVA_OPTIONS", chosen), LAPTOP)).doesNotContain("-XX:+UseSerialGC");
        assertThat(JvmFlags.of("-Dmail=me@home", Map.of(), LAPTOP)).contains("-XX:+UseSerialGC");
    }

    @ParameterizedTest
    @ValueSource(strings = {"JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS"})
    void aCollectorOfTheUsersIsTheOnlyOne(String variable) {
        assertThat(JvmFlags.of("-XX:+UseZGC", Map.of(), LAPTOP)).doesNotContain("-XX:+UseSerialGC");
        assertThat(JvmFlags.of("", Map.of(variable, "-Xmx1g -XX:+UseParallelGC"), LAPTOP))
                .doesNotContain("-XX:+UseSerialGC");
        assertThat(JvmFlags.of("-XX:+UseStringDeduplication", Map.of(variable, "-Xmx1g"), LAPTOP))
                .contains("-XX:+UseSerialGC");
    }

    /** A JVM that does not know a flag, or sees two collectors, does not start. */
    @ParameterizedTest
    @ValueSource(strings = {"", "-XX:+UseG1GC", "-XX:+UseParallelGC -Xmx64m"})
    void thisJvmStartsWithThem(String chosen) throws IOException, InterruptedException {
        JvmFlags.Machine here = JvmFlags.Machine.here(true);
        JvmFlags.Machine small = new JvmFlags.Machine(here.release(), here.isHotSpot(), 1, "");
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(JvmFlags.of(chosen, System.getenv(), small));
        command.add("-version");
        Process jvm = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(jvm.getInputStream().readAllBytes());
        assertThat(jvm.waitFor()).as(output).isZero();
    }
}
