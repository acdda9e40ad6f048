package io.github.gdxagents.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import io.github.gdxagents.agent.ObservationGroup.Kind;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Groups of observed values: how they are named and laid out, and how they are written. */
class ObservationGroupsTest {
    private static final ObservationSpec SPEC = builder().build();

    private final ObservationWriter writer = new ObservationWriter(SPEC);
    private final float[] target = new float[SPEC.size()];

    private static ObservationSpec.Builder builder() {
        return ObservationSpec.builder()
                .add("time")
                .add("ray", 2)
                .vector("self", "x", "y")
                .grid("map", 2, 3, "wall", "food")
                .set("enemies", 2, "x", "y")
                .set("coins", 3, "x")
                .add("last");
    }

    @Test
    void valuesOfGroupsAreNamedInOrder() {
        assertThat(SPEC.names())
                .containsExactly(
                        "time",
                        "ray.0",
                        "ray.1",
                        "self.x",
                        "self.y",
                        "map[0,0].wall",
                        "map[0,0].food",
                        "map[0,1].wall",
                        "map[0,1].food",
                        "map[0,2].wall",
                        "map[0,2].food",
                        "map[1,0].wall",
                        "map[1,0].food",
                        "map[1,1].wall",
                        "map[1,1].food",
                        "map[1,2].wall",
                        "map[1,2].food",
                        "enemies.count",
                        "enemies[0].x",
                        "enemies[0].y",
                        "enemies[1].x",
                        "enemies[1].y",
                        "coins.count",
                        "coins[0].x",
                        "coins[1].x",
                        "coins[2].x",
                        "last");
        assertThat(builder().size()).isEqualTo(27);
    }

    @Test
    void groupsHaveKindShapeAndPlace() {
        assertThat(SPEC.groups())
                .extracting(ObservationGroup::name)
                .containsExactly("", "self", "map", "enemies", "coins", "");
        assertThat(SPEC.groups())
                .extracting(ObservationGroup::kind)
                .containsExactly(Kind.VECTOR, Kind.VECTOR, Kind.GRID, Kind.SET, Kind.SET, Kind.VECTOR);
        assertThat(SPEC.groups())
                .extracting(group -> group.shape().clone())
                .containsExactly(
                        new int[] {3},
                        new int[] {2},
                        new int[] {2, 3, 2},
                        new int[] {2, 2},
                        new int[] {3, 1},
                        new int[] {1});
        assertThat(SPEC.groups()).extracting(ObservationGroup::offset).containsExactly(0, 3, 5, 17, 22, 26);
        assertThat(SPEC.groups()).extracting(ObservationGroup::size).containsExactly(3, 2, 12, 5, 4, 1);
        assertThat(SPEC.groups().get(2).features()).containsExactly("wall", "food");
        assertThat(SPEC.groups().get(2).describe()).isEqualTo("grid [2, 3, 2]");
        assertThat(SPEC)
                .hasToString(
                        "observation[time, ray.0, ray.1, self [x, y], map 2 x 3 [wall, food], enemies up to 2 [x, y],"
                                + " coins up to 3 [x], last]");
    }

    @Test
    void plainValuesAreOneVectorWithoutAName() {
        ObservationSpec plain = ObservationSpec.of("x", "y");
        assertThat(plain.groups()).hasSize(1);
        assertThat(plain.groups().get(0).name()).isEmpty();
        assertThat(plain).isEqualTo(ObservationSpec.builder().add("x").add("y").build());
    }

    @Test
    void sameValuesInOtherGroupsAreAnotherObservation() {
        ObservationSpec vector = ObservationSpec.builder().vector("a", "x", "y").build();
        assertThat(vector.names()).isEqualTo(ObservationSpec.of("a.x", "a.y").names());
        assertThat(vector).isNotEqualTo(ObservationSpec.of("a.x", "a.y"));
        assertThat(SPEC)
                .isEqualTo(builder().build())
                .hasSameHashCodeAs(builder().build());
        assertThat(ObservationSpec.builder().grid("a", 2, 3, "x").build())
                .isNotEqualTo(ObservationSpec.builder().grid("a", 3, 2, "x").build())
                .isNotEqualTo(ObservationSpec.builder().grid("a", 2, 3, "y").build());
        assertThat(ObservationSpec.builder().set("a", 2, "x").build())
                .isNotEqualTo(ObservationSpec.builder().set("a", 3, "x").build());
    }

    @Test
    void aBuilderThatGoesOnLeavesItsGroups() {
        ObservationSpec.Builder builder = ObservationSpec.builder().add("x").vector("v", "a");
        ObservationSpec spec = builder.build();
        builder.add("y").set("s", 1, "b");
        assertThat(spec.names()).containsExactly("x", "v.a");
        assertThat(builder.build().names()).containsExactly("x", "v.a", "y", "s.count", "s[0].b");
    }

    @Test
    void groupsThatMakeNoSenseAreRefused() {
        ObservationSpec.Builder builder = ObservationSpec.builder();
        assertThatThrownBy(() -> builder.vector("v"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("values of observation group 'v': there must be at least 1, but there are none");
        assertThatThrownBy(() -> builder.grid("g", 0, 3, "c"))
                .hasMessage("observation group 'g': it must have at least 1 of rows, but has 0");
        assertThatThrownBy(() -> builder.grid("g", 3, -1, "c"))
                .hasMessage("observation group 'g': it must have at least 1 of columns, but has -1");
        assertThatThrownBy(() -> builder.set("s", 0, "f"))
                .hasMessage("observation group 's': it must have at least 1 of entries, but has 0");
        assertThatThrownBy(() -> builder.vector("", "x"))
                .hasMessageStartingWith("observation group: the name must have 1");
        assertThatThrownBy(() -> builder.grid("g", 1, 1, "two words"))
                .hasMessageStartingWith("channels of observation group 'g': the name 'two words' has a character");
        assertThatThrownBy(() -> builder.set("s", 1, "f", "f"))
                .hasMessage("features of observation group 's': the name 'f' is used twice; every name must be unique");
        builder.vector("v", "x");
        assertThatThrownBy(() -> builder.set("v", 1, "f"))
                .hasMessage("observation: the group name 'v' is used twice; every name must be unique");
        String longest = "n".repeat(60);
        assertThatThrownBy(() -> builder.vector(longest, longest))
                .hasMessageStartingWith("observation: the name must have 1 to 120 characters");
        assertThat(builder.build().names()).as("what was refused left nothing").containsExactly("v.x");
    }

    @Test
    void valuesOfTwoGroupsMayNotHaveOneName() {
        assertThatThrownBy(() -> ObservationSpec.builder()
                        .vector("a", "b.c")
                        .vector("a.b", "c")
                        .build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("observation: the name 'a.b.c' is used twice; every name must be unique");
    }

    @Test
    void observationsThatAreTooLargeAreRefusedBeforeTheirNamesAreMade() {
        ObservationSpec.Builder builder = ObservationSpec.builder().add("x");
        int huge = Integer.MAX_VALUE;
        assertThatThrownBy(() -> builder.grid("g", 256, 256, "c"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("observation: it may have at most 65536 values, but with the group 'g' it has 65537");
        assertThatThrownBy(() -> builder.grid("g", huge, huge, "c", "d", "e"))
                .hasMessageContaining("at most 65536 values");
        assertThatThrownBy(() -> builder.set("s", huge, "c", "d", "e")).hasMessageContaining("at most 65536 values");
        builder.grid("g", 255, 257, "c");
        assertThat(builder.build().size()).isEqualTo(65_536);
        assertThatThrownBy(() -> builder.add("y"))
                .hasMessage("observation: it may have at most 65536 values, but with the value 'y' it has 65537");
    }

    private void writeUpToSets() {
        writer.begin(target).add(0).add(1).add(2);
        writer.vector("self").add(3).add(4);
        writer.grid("map");
        for (int i = 5; i < 17; i++) {
            writer.add(i);
        }
    }

    @Test
    void valuesAreWrittenGroupAfterGroup() {
        Arrays.fill(target, Float.NaN);
        writeUpToSets();
        writer.set("enemies", 1).add(-1).add(-2);
        writer.set("coins", 3).add(7).add(8).add(9);
        writer.add(true).finish();
        assertThat(target)
                .containsExactly(
                        0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 1, -1, -2, 0, 0, 3, 7, 8, 9, 1);
    }

    @Test
    void absentEntriesAreZerosWhateverStoodThere() {
        for (int enemies = 0; enemies <= 2; enemies++) {
            Arrays.fill(target, Float.NaN);
            writeUpToSets();
            writer.set("enemies", enemies);
            for (int i = 0; i < 2 * enemies; i++) {
                writer.add(5);
            }
            writer.set("coins", 0).add(6).finish();
            float[] entries = {
                enemies, enemies > 0 ? 5 : 0, enemies > 0 ? 5 : 0, enemies > 1 ? 5 : 0, enemies > 1 ? 5 : 0
            };
            assertThat(Arrays.copyOfRange(target, 17, 22)).isEqualTo(entries);
            assertThat(Arrays.copyOfRange(target, 22, 27)).containsExactly(0, 0, 0, 0, 6);
        }
    }

    @Test
    void aSetAtTheEndIsFinishedWithItsEntries() {
        ObservationWriter last =
                new ObservationWriter(ObservationSpec.builder().set("s", 3, "f").build());
        float[] values = new float[4];
        last.begin(values).set("s", 2).add(1).add(2).finish();
        assertThat(values).containsExactly(2, 1, 2, 0);
        assertThat(last.written()).isEqualTo(4);
        assertThatThrownBy(() -> last.add(3)).hasMessageContaining("more values were written than the 4");
        last.begin(values).set("s", 0).finish();
        assertThat(values).containsExactly(0, 0, 0, 0);
        assertThatThrownBy(() -> last.begin(values).set("s", 2).add(1).finish())
                .hasMessage("observation: only 2 of 4 values were written; the first that is missing is 's[1].f'");
    }

    @Test
    void aSetOfMoreThanItsMostIsRefused() {
        writeUpToSets();
        assertThatThrownBy(() -> writer.set("enemies", 3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "observation group 'enemies': it is a set of 0 to 2 entries, but was given 3; show the nearest, or"
                                + " make the set larger");
        assertThatThrownBy(() -> writer.set("enemies", -1)).hasMessageContaining("but was given -1");
    }

    @Test
    void aSetMustBeBegun() {
        writeUpToSets();
        assertThatThrownBy(() -> writer.add(1))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("observation group 'enemies': it is a set, but a value was added before it was begun; call"
                        + " set(\"enemies\", count), then add the features of each entry");
    }

    @Test
    void groupsMustBeBegunInTheirPlaceAndAsTheirKind() {
        writer.begin(target).add(1).add(2);
        assertThatThrownBy(() -> writer.vector("self"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("observation group 'self': it begins after 3 values, but 2 were written; the first that is"
                        + " missing is 'ray.1'");
        writer.add(3);
        assertThatThrownBy(() -> writer.grid("self"))
                .hasMessage(
                        "observation group 'self': it is a vector [2], but was begun as a grid; call vector(\"self\")");
        assertThatThrownBy(() -> writer.vector("enemies")).hasMessageEndingWith("call set(\"enemies\", count)");
        assertThatThrownBy(() -> writer.grid("sea"))
                .hasMessage("observation group 'sea': there is none of this name in " + SPEC);
        writer.vector("self").add(1).add(2).add(3);
        assertThatThrownBy(() -> writer.grid("map"))
                .hasMessage("observation group 'map': it begins after 5 values, but 6 were written; write the groups in"
                        + " their order, each once, with as many values as they have");
    }

    @Test
    void entriesThatAreMissingAreToldByTheNextGroup() {
        writeUpToSets();
        writer.set("enemies", 2).add(1).add(2).add(3);
        assertThatThrownBy(() -> writer.set("coins", 1))
                .hasMessage(
                        "observation group 'coins': it begins after 22 values, but 21 were written; the first that is"
                                + " missing is 'enemies[1].y'");
    }

    /** Wherever it failed: before the sets, within one, or after all. */
    @Test
    void whatIsMissingCanBeFilledWithZeros() {
        for (int failsAfter = 0; failsAfter < 4; failsAfter++) {
            Arrays.fill(target, 9);
            writer.begin(target).add(1);
            if (failsAfter > 0) {
                writeUpToSets();
            }
            if (failsAfter > 1) {
                writer.set("enemies", 2).add(5);
            }
            if (failsAfter > 2) {
                writer.add(6).add(7).add(8).set("coins", 0).add(4);
            }
            int written = writer.written();
            float[] before = Arrays.copyOf(target, written);
            writer.fillMissing();
            writer.finish();
            assertThat(Arrays.copyOf(target, written)).isEqualTo(before);
            assertThat(Arrays.copyOfRange(target, written, target.length)).doesNotContain(9);
            assertThatThrownBy(() -> writer.add(1)).hasMessageContaining("more values were written than the 27");
        }
    }

    @Test
    void anObservationHasAtMost256Groups() {
        ObservationSpec.Builder builder = ObservationSpec.builder().add("x");
        for (int i = 1; i < ObservationSpec.MAX_GROUPS; i++) {
            builder.vector("v" + i, "a");
        }
        assertThat(builder.build().groups()).hasSize(256);
        assertThatThrownBy(builder.add("y")::build)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("observation: it may have at most 256 groups, but has 257");
    }

    @Test
    void writingAllocatesNothing() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long least = Long.MAX_VALUE;
        for (int round = 0; round < 20; round++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            for (int i = 0; i < 100; i++) {
                writeUpToSets();
                writer.set("enemies", 1).add(1).add(2);
                writer.set("coins", 0).add(1).finish();
            }
            least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
        }
        assertThat(least).isZero();
    }

    @Test
    void whatIsGivenOutCannotChangeAGroup() {
        ObservationGroup map = SPEC.groups().get(2);
        map.shape()[0] = 9;
        assertThat(map.shape()).containsExactly(2, 3, 2);
        assertThatThrownBy(() -> map.features().add("x")).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> SPEC.groups().remove(0)).isInstanceOf(UnsupportedOperationException.class);
        assertThat(List.copyOf(SPEC.groups())).hasSize(6);
    }
}
