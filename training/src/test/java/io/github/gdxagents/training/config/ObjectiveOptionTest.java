package io.github.gdxagents.training.config;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the author of an objective can declare wrongly. */
class ObjectiveOptionTest {
    @ParameterizedTest
    @ValueSource(strings = {"", "name", "a.b", "two words", "1st", "kl-target"})
    void aNameThatNoConfigurationCouldGiveIsRefused(String name) {
        assertThatThrownBy(() -> new ObjectiveOption(name, "of no use", 0, 0, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("objective option '" + name
                        + "': the name must be letters and digits, beginning with a letter, and not 'name'");
    }

    @ParameterizedTest
    @CsvSource({"2, 0, 1", "-1, 0, 1", "0, 1, -1", "NaN, 0, 1", "0, NaN, 1", "Infinity, 0, Infinity"})
    void aDefaultBeyondItsBoundsIsRefused(double defaultValue, double smallest, double largest) {
        assertThatThrownBy(() -> new ObjectiveOption("x", "of no use", defaultValue, smallest, largest))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("objective option 'x': the default must be finite and in [");
    }

    @Test
    void twoOptionsOfTheSameNameAreRefused() {
        ObjectiveOption option = new ObjectiveOption("x", "of no use", 0, 0, 1);
        ObjectiveDeclaration twice = new ObjectiveDeclaration() {
            @Override
            public String name() {
                return "twice";
            }

            @Override
            public List<ObjectiveOption> options() {
                return List.of(option, option);
            }
        };
        assertThatThrownBy(() -> ObjectiveCatalog.requireUniqueOptions(twice))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("objective 'twice'")
                .hasMessageContaining("[x, x]; rename one");
    }
}
