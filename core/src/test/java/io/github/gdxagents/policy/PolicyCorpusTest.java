package io.github.gdxagents.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each file of the kept corpus is refused for what its name says; the good ones are read. */
class PolicyCorpusTest {
    private static final String FOLDER = "PolicyFileFuzzTestInputs/anyBytesAreAPolicyOrRefused";

    private static Path folder() throws URISyntaxException {
        return Path.of(PolicyCorpusTest.class.getResource(FOLDER).toURI());
    }

    static Set<String> badNames() {
        return PolicyCorpus.bad().keySet();
    }

    @ParameterizedTest
    @MethodSource("badNames")
    void aBadFileIsRefusedWithThePlace(String name) throws IOException, URISyntaxException {
        byte[] kept = Files.readAllBytes(folder().resolve(name));
        PolicyCorpus.Bad bad = PolicyCorpus.bad().get(name);
        assertThat(kept).as("the corpus is as it is made").isEqualTo(bad.bytes());
        assertThatThrownBy(() -> PolicyFile.read(new ByteArrayInputStream(kept)))
                .isInstanceOf(PolicyFileException.class)
                .hasMessageContaining(bad.expected());
    }

    @Test
    void theGoodFilesAreRead() throws IOException, URISyntaxException {
        for (String kind : new String[] {"dense", "gru", "lstm", "groups", "encoder"}) {
            byte[] kept = Files.readAllBytes(folder().resolve("good-" + kind));
            assertThat(PolicyFile.toBytes(PolicyFile.read(new ByteArrayInputStream(kept))))
                    .isEqualTo(kept);
        }
    }

    /** As they were made when version 2 was the current one. */
    @ParameterizedTest
    @ValueSource(strings = {"dense", "gru", "lstm"})
    void theGoodFilesOfVersionTwoAreTheSamePolicies(String kind) throws IOException, URISyntaxException {
        byte[] old = Files.readAllBytes(folder().resolve("good-v2-" + kind));
        assertThat(old[8]).isEqualTo((byte) 2);
        assertThat(PolicyFile.toBytes(PolicyFile.read(new ByteArrayInputStream(old))))
                .isEqualTo(PolicyCorpus.valid(kind));
    }

    @Test
    void nothingElseIsInTheCorpusButWhatTheFuzzerFound() throws IOException, URISyntaxException {
        Set<String> known = new TreeSet<>(badNames());
        try (Stream<Path> files = Files.list(folder())) {
            Set<String> names = files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.startsWith("good-") && !name.startsWith("found-"))
                    .collect(Collectors.toCollection(TreeSet::new));
            assertThat(names).isEqualTo(known);
        }
    }

    /** 24 counts, lengths and sizes: counted by hand in the format's table for this network. */
    @Test
    void eachLengthFieldIsSwollenInOneOfThem() {
        assertThat(badNames()).filteredOn(name -> name.startsWith("bad-count-")).hasSize(24);
    }
}
