package io.github.gdxagents.training.ppo.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DriverTest {
    @TempDir
    private Path root;

    @ParameterizedTest
    @CsvSource({
        "470.223.02, true",
        "525.60.12, true",
        "525.60, true",
        "525.60.13, false",
        "525.105.17, false",
        "1000.1, false"
    })
    void versionsAreComparedNumberByNumber(String version, boolean isTooOld) {
        Driver driver = new FakeMachine(root).driver(version).driver();

        assertThat(driver.version()).contains(version);
        assertThat(driver.isTooOld()).isEqualTo(isTooOld);
    }

    @Test
    void theOpenModuleSaysItsVersionInOtherWords() {
        Driver driver = new FakeMachine(root)
                .file(
                        "proc/driver/nvidia/version",
                        "NVRM version: NVIDIA UNIX Open Kernel Module for x86_64  570.86.10  Release Build\n")
                .driver();
        assertThat(driver.version()).contains("570.86.10");
    }

    @Test
    void withoutAModuleThereIsNoVersionAndNothingTooOld() {
        Driver driver = new FakeMachine(root).driver();

        assertThat(driver.version()).isEmpty();
        assertThat(driver.isTooOld()).isFalse();
        assertThat(driver.hasCard()).isFalse();
    }

    @Test
    void aCardIsADeviceFileWithANumber() {
        FakeMachine machine = new FakeMachine(root).file("dev/nvidiactl", "");
        assertThat(machine.driver().hasCard()).isFalse();
        assertThat(machine.file("dev/nvidia3", "").driver().hasCard()).isTrue();
    }

    @Test
    void windowsShowsItsCardsInAnotherWay() {
        assertThat(new FakeMachine(root).file("dev/dxg", "").driver().hasCard()).isTrue();
    }
}
