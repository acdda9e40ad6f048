package io.github.gdxagents.training.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gdxagents.training.exact.Exactly;
import io.github.gdxagents.training.ppo.TrainerState;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CheckpointStoreTest {
    private final List<String> news = new ArrayList<>();

    @TempDir
    private Path run;

    private CheckpointStore store() {
        return new CheckpointStore(folder(), 3, "");
    }

    private Path folder() {
        return run.resolve("checkpoints");
    }

    private static Checkpoint checkpoint(int iteration, int bestIteration) {
        TrainerState state = RunFixtures.state(iteration);
        return new Checkpoint(
                "0f3a",
                new TrainerState(iteration, 100L * iteration, state.learners(), state.instances(), state.curriculum()),
                new RunProgress(0, 1, bestIteration, 100L * bestIteration, 1L << 31, -1, -1, 0, 0));
    }

    private static RunProgress withoutFingerprint(RunProgress progress) {
        return new RunProgress(
                progress.seconds(),
                progress.bestScore(),
                progress.bestIteration(),
                progress.bestSteps(),
                RunProgress.NO_FINGERPRINT,
                progress.targetSteps(),
                progress.targetSeconds(),
                progress.restarts(),
                progress.backOffs());
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder())) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void theNewestAndTheBestStay() throws IOException {
        for (int iteration = 0; iteration <= 10; iteration++) {
            store().write(checkpoint(iteration, Math.min(iteration, 4)));
        }
        assertThat(names())
                .containsExactly(
                        "000000004.checkpoint", "000000008.checkpoint", "000000009.checkpoint", "000000010.checkpoint");
        assertThat(store().newest(news::add).toBytes())
                .isEqualTo(checkpoint(10, 4).toBytes());
        assertThat(news).isEmpty();
    }

    @Test
    void afterADamagedOneTheOneBeforeIsUsedAndItIsSaid() throws IOException {
        for (int iteration = 1; iteration <= 3; iteration++) {
            store().write(checkpoint(iteration, 1));
        }
        Path newest = CheckpointStore.file(folder(), 3);
        Path second = CheckpointStore.file(folder(), 2);
        byte[] bytes = Files.readAllBytes(newest);
        Files.write(newest, Arrays.copyOf(bytes, bytes.length / 2));
        Files.write(second, new byte[0]);

        assertThat(store().newest(news::add).trainer().iteration()).isEqualTo(1);

        assertThat(news).hasSize(1);
        assertThat(news.get(0))
                .contains(
                        "'" + newest + "' can't be used: it should have",
                        "'" + second + "' can't be used: it does not begin as a checkpoint does",
                        "Going on from the one before, of iteration 1.");
        assertThat(names())
                .containsExactly(
                        "000000001.checkpoint", "000000002.checkpoint.damaged", "000000003.checkpoint.damaged");
    }

    @Test
    void ifAllAreDamagedAllAreNamed() throws IOException {
        store().write(checkpoint(1, 1));
        store().write(checkpoint(2, 1));
        Files.write(CheckpointStore.file(folder(), 1), new byte[40]);
        Files.write(CheckpointStore.file(folder(), 2), new byte[40]);

        assertThatThrownBy(() -> store().newest(news::add))
                .isInstanceOf(RunException.class)
                .hasMessageContaining("000000001.checkpoint")
                .hasMessageContaining("000000002.checkpoint")
                .hasMessageContaining(
                        "There is no other, and nothing was renamed. Put a good one there, go on with the program that wrote it, or train anew.");
        assertThat(names()).as("nothing is renamed").containsExactly("000000001.checkpoint", "000000002.checkpoint");
    }

    @Test
    void anEmptyOrMissingFolderIsNamed() throws IOException {
        assertThatThrownBy(() -> store().newest(news::add))
                .isInstanceOf(RunException.class)
                .hasMessageContaining("There is no checkpoint in '" + folder() + "'");
        Files.createDirectory(folder());
        assertThatThrownBy(() -> store().newest(news::add)).isInstanceOf(RunException.class);
    }

    private static byte[] golden(int version) throws IOException {
        String name = "checkpoint-v" + version + ".checkpoint";
        try (InputStream stream = CheckpointStoreTest.class.getResourceAsStream(name)) {
            return stream.readAllBytes();
        }
    }

    /** Before rollouts could be collected while others were learned from, the policies as they were collected. */
    @Test
    void theGoldenFileOfVersion3ReadsAsItWasWritten() throws Exception {
        Checkpoint written = checkpoint(7, 5);
        TrainerState before = RunFixtures.asOfVersion3(written.trainer());

        Exactly.assertSame(
                Checkpoint.fromBytes(golden(3)), new Checkpoint("", before, withoutFingerprint(written.progress())));
    }

    /** Before episodes had settings, reward terms and statistics of their own. */
    @Test
    void theGoldenFileOfVersion4ReadsAsItWasWritten() throws Exception {
        Checkpoint written = checkpoint(7, 5);
        TrainerState before = RunFixtures.asOfVersion4(written.trainer());

        Exactly.assertSame(
                Checkpoint.fromBytes(golden(4)), new Checkpoint("", before, withoutFingerprint(written.progress())));
    }

    /** Before decisions went on into the next iteration. */
    @Test
    void theGoldenFileOfVersion5ReadsAsItWasWritten() throws Exception {
        Checkpoint written = checkpoint(7, 5);
        TrainerState before = RunFixtures.asOfVersion5(written.trainer());

        Exactly.assertSame(
                Checkpoint.fromBytes(golden(5)), new Checkpoint("", before, withoutFingerprint(written.progress())));
    }

    /** Before checkpoints said whose they are. */
    @Test
    void theGoldenFileOfVersion6ReadsAsItWasWritten() throws Exception {
        Checkpoint written = checkpoint(7, 5);

        Exactly.assertSame(
                Checkpoint.fromBytes(golden(6)),
                new Checkpoint("", RunFixtures.asOfVersion7(written.trainer()), written.progress()));
    }

    /** Before there were lessons, and settings that vary. */
    @Test
    void theGoldenFileOfVersion7ReadsAsItWasWritten() throws Exception {
        Checkpoint written = checkpoint(7, 5);

        Exactly.assertSame(
                Checkpoint.fromBytes(golden(7)),
                new Checkpoint(written.run(), RunFixtures.asOfVersion7(written.trainer()), written.progress()));
    }

    /** Written by this format's first program: {@code checkpoint(7, 5)}. */
    @Test
    void theGoldenFileOfThisVersionReadsAsItWasWritten() throws Exception {
        byte[] golden = golden(8);
        Checkpoint expected = checkpoint(7, 5);

        Exactly.assertSame(Checkpoint.fromBytes(golden), expected);
        assertThat(expected.toBytes()).isEqualTo(golden);
    }

    @Test
    void oneOfAnotherRunIsPassedOverAndKept() throws IOException {
        store().write(checkpoint(1, 1));
        store().write(checkpoint(2, 1));
        assertThat(new CheckpointStore(folder(), 3, "0f3a")
                        .newest(news::add)
                        .trainer()
                        .iteration())
                .isEqualTo(2);
        assertThat(new CheckpointStore(folder(), 3, "")
                        .newest(news::add)
                        .trainer()
                        .iteration())
                .as("a run of a former version knows of none")
                .isEqualTo(2);
        CheckpointStore other = new CheckpointStore(folder(), 3, "77aa");
        assertThat(other.of(1)).isEmpty();
        assertThatThrownBy(() -> other.newest(news::add))
                .hasMessageContaining(
                        "000000002.checkpoint' is another run's: its run.id is 0f3a, that of the config.yaml beside it 77aa")
                .hasMessageContaining("There is no other, and nothing was renamed");
        new CheckpointStore(folder(), 3, "")
                .write(new Checkpoint(
                        "77aa", checkpoint(3, 1).trainer(), checkpoint(3, 1).progress()));
        store().write(checkpoint(4, 1));
        assertThat(other.newest(news::add).trainer().iteration()).isEqualTo(3);
        assertThat(names()).contains("000000003.checkpoint", "000000004.checkpoint.passed-over");
    }

    @Test
    void oneThatIsLongerThanItSaysIsNotEvenRead() throws IOException {
        store().write(checkpoint(1, 1));
        long size = 3L << 30;
        try (FileChannel huge = FileChannel.open(
                CheckpointStore.file(folder(), 2), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            huge.write(ByteBuffer.wrap(checkpoint(2, 1).toBytes()), 0);
            huge.write(ByteBuffer.allocate(1), size - 1);
        }
        assertThat(store().newest(news::add).trainer().iteration()).isEqualTo(1);
        assertThat(news.get(0)).contains("bytes after the header, but has " + (size - Checkpoint.HEADER_SIZE));
        assertThat(names()).containsExactly("000000001.checkpoint", "000000002.checkpoint.damaged");
    }

    /** Its own program can still go on with it; under another name nobody would find it. */
    @Test
    void oneOfAnotherVersionIsPassedOverAndKept() throws IOException {
        store().write(checkpoint(1, 1));
        store().write(checkpoint(2, 1));
        Path newest = CheckpointStore.file(folder(), 2);
        byte[] bytes = Files.readAllBytes(newest);
        bytes[7] = 2;
        Files.write(newest, bytes);

        assertThat(store().newest(news::add).trainer().iteration()).isEqualTo(1);
        assertThat(news.get(0)).contains("'" + newest + "' is not for this program: it has format version 2");
        assertThat(names()).containsExactly("000000001.checkpoint", "000000002.checkpoint.passed-over");
        Files.write(newest, bytes);
        store().newest(news::add);
        assertThat(names())
                .as("what was kept once stays")
                .containsExactly(
                        "000000001.checkpoint",
                        "000000002.checkpoint.passed-over",
                        "000000002.checkpoint.passed-over-2");

        Files.delete(CheckpointStore.file(folder(), 1));
        Files.write(newest, bytes);
        assertThatThrownBy(() -> store().newest(news::add))
                .isInstanceOf(RunException.class)
                .hasMessageContaining("has format version 2, but this program reads versions 3 to 8.")
                .hasMessageContaining("go on with the program that wrote it");
        assertThat(names()).as("nothing is renamed").contains("000000002.checkpoint");
    }

    /** What can't be read now may be readable later; by then the run has gone another way. */
    @Test
    void oneThatIsNoFileIsPassedOverAndKept() throws IOException {
        store().write(checkpoint(1, 1));
        Files.createDirectory(CheckpointStore.file(folder(), 2));

        assertThat(store().newest(news::add).trainer().iteration()).isEqualTo(1);
        assertThat(news.get(0)).contains("000000002.checkpoint' is no file. It is kept as '*.passed-over'.");
        assertThat(names()).containsExactly("000000001.checkpoint", "000000002.checkpoint.passed-over");
    }

    @Test
    void thoseOfLaterIterationsDoNotCount() throws IOException {
        for (int later : new int[] {101, 102, 103, 104}) {
            store().write(checkpoint(later, 101));
        }
        store().write(checkpoint(5, 5));
        store().write(checkpoint(6, 5));
        assertThat(names()).startsWith("000000005.checkpoint", "000000006.checkpoint");
    }

    @Test
    void aCertainOneIsFoundIfItIsGood() throws IOException {
        store().write(checkpoint(3, 3));
        store().write(checkpoint(4, 3));
        Files.write(CheckpointStore.file(folder(), 4), new byte[5]);
        assertThat(store().of(3).orElseThrow().toBytes())
                .isEqualTo(checkpoint(3, 3).toBytes());
        assertThat(store().of(4)).isEmpty();
        assertThat(store().of(5)).isEmpty();
    }
}
