package io.github.gdxagents.training.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class FaultyDiskTest {
    private static final String NO_SPACE = "No space left on device";
    private static final int STEPS = 8; // operations of writeCarefully

    private final FaultyDisk disk = new FaultyDisk();

    @TempDir
    private Path real;

    private Path folder;

    @BeforeEach
    void enterFolder() {
        folder = disk.path(real);
    }

    /** What careful programs do: eight operations, of each kind that they need. */
    private static void writeCarefully(Path folder) throws IOException {
        Path temporary = Files.createDirectory(folder.resolve("run")).resolve("checkpoint.tmp");
        try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(new byte[120]));
            channel.truncate(100);
            channel.force(true);
        }
        Files.move(temporary, temporary.resolveSibling("checkpoint"), StandardCopyOption.ATOMIC_MOVE);
        Files.setLastModifiedTime(temporary.resolveSibling("checkpoint"), FileTime.fromMillis(0));
        Files.delete(temporary.resolveSibling("checkpoint"));
    }

    @Test
    void everyKindOfOperationIsCountedAndTold() throws IOException {
        writeCarefully(folder);

        assertThat(disk.log())
                .containsExactly(
                        "create folder run",
                        "open checkpoint.tmp [CREATE, WRITE]",
                        "write checkpoint.tmp 120 bytes",
                        "truncate checkpoint.tmp to 100 bytes",
                        "force checkpoint.tmp",
                        "move checkpoint.tmp -> checkpoint",
                        "change attributes of checkpoint",
                        "delete checkpoint");
        assertThat(disk.operations()).isEqualTo(STEPS);
        assertThat(disk.failures()).isZero();
    }

    @Test
    void readingIsNotCounted() throws IOException {
        Files.writeString(real.resolve("a"), "text");
        Path file = folder.resolve("a");

        assertThat(Files.readString(file)).isEqualTo("text");
        assertThat(Files.size(file)).isEqualTo(4);
        assertThat(Files.isRegularFile(file)).isTrue();
        assertThat(disk.operations()).isZero();
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void exactlyThePlannedOperationFails(Fault fault) throws IOException {
        for (int k = 1; k <= STEPS; k++) {
            FaultyDisk faulty = new FaultyDisk();
            Path root = faulty.path(Files.createDirectory(real.resolve("at-" + k)));
            faulty.failAt(k, fault);

            if (fault == Fault.SHORT && k == 3) {
                writeCarefully(root); // a short write throws nothing, and nothing later needs space
                assertThat(faulty.operations()).isEqualTo(STEPS);
            } else {
                assertThatThrownBy(() -> writeCarefully(root), "operation %d", k)
                        .isInstanceOf(IOException.class);
                assertThat(faulty.operations()).as("last operation").isEqualTo(k);
            }
            assertThat(faulty.failures()).isEqualTo(1);
            assertThat(faulty.log().get(k - 1)).contains(": ");
        }
    }

    @Test
    void fullDiskStaysFullForWhatNeedsSpaceOnly() throws IOException {
        Path file = Files.writeString(folder.resolve("old"), "old");
        disk.failAt(disk.operations() + 1, Fault.FULL);

        assertNoSpace(() -> Files.createDirectory(folder.resolve("x")));
        assertNoSpace(() -> Files.createDirectory(folder.resolve("y")));
        assertNoSpace(() -> Files.copy(file, folder.resolve("copy")));
        assertNoSpace(() -> Files.writeString(file, "new"));
        assertThat(real.resolve("old")).as("cut by opening, then not written").isEmptyFile();
        Files.move(file, folder.resolve("renamed"));
        Files.delete(folder.resolve("renamed"));
        assertThat(real).isEmptyDirectory();
    }

    private static void assertNoSpace(ThrowingCallable action) {
        assertThatThrownBy(action).isInstanceOf(IOException.class).hasMessageEndingWith(NO_SPACE);
    }

    @Test
    void failedOperationsLeaveEverythingAsItWas() throws IOException {
        Files.writeString(real.resolve("checkpoint"), "old");
        Files.writeString(real.resolve("checkpoint.tmp"), "new");
        Path file = folder.resolve("checkpoint");
        Path temporary = folder.resolve("checkpoint.tmp");

        refuseNext();
        assertThatThrownBy(() -> Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING))
                .isExactlyInstanceOf(FileSystemException.class)
                .hasMessage(temporary + " -> " + file + ": Operation not permitted");
        refuseNext();
        assertThatThrownBy(() -> Files.delete(file)).isInstanceOf(AccessDeniedException.class);
        refuseNext();
        assertThatThrownBy(() -> Files.writeString(file, "x")).isInstanceOf(AccessDeniedException.class);

        assertThat(real.resolve("checkpoint")).hasContent("old");
        assertThat(real.resolve("checkpoint.tmp")).hasContent("new");
    }

    private void refuseNext() {
        disk.failAt(disk.operations() + 1, Fault.REFUSED);
    }

    @Test
    void refusalIsOfOneOperationOnly() throws IOException {
        Path file = folder.resolve("metrics.csv");
        try (FileChannel channel = create(file)) {
            refuseNext();
            assertThatThrownBy(() -> channel.write(bytes(10)))
                    .isExactlyInstanceOf(IOException.class)
                    .hasMessage("Operation not permitted");
            channel.write(bytes(7));
        }
        assertThat(real.resolve("metrics.csv")).hasSize(7);
    }

    @Test
    void shortWriteTakesHalfThenTheDiskIsFull() throws IOException {
        try (FileChannel channel = create(folder.resolve("a"))) {
            disk.failAt(2, Fault.SHORT);
            ByteBuffer source = bytes(11);

            assertThat(channel.write(source)).isEqualTo(5);

            assertThat(source.remaining()).isEqualTo(6);
            assertNoSpace(() -> channel.write(source));
            assertThat(source.remaining()).isEqualTo(6);
        }
        assertThat(real.resolve("a")).hasBinaryContent(new byte[] {0, 1, 2, 3, 4});
        assertThat(disk.log().get(1)).isEqualTo("write a 11 bytes: only 5 of them");
    }

    @Test
    void shortGatheringWriteTakesHalfOfAllBuffers() throws IOException {
        try (FileChannel channel = create(folder.resolve("a"))) {
            disk.failAt(2, Fault.SHORT);
            ByteBuffer[] sources = {bytes(2), bytes(3), bytes(3), bytes(4)};

            assertThat(channel.write(sources)).isEqualTo(6);

            assertThat(sources).extracting(ByteBuffer::remaining).containsExactly(0, 0, 2, 4);
        }
        assertThat(real.resolve("a")).hasBinaryContent(new byte[] {0, 1, 0, 1, 2, 0});
    }

    @Test
    void shortWriteOfOneByteFails() throws IOException {
        try (FileChannel channel = create(folder.resolve("a"))) {
            disk.failAt(2, Fault.SHORT);
            assertNoSpace(() -> channel.write(bytes(1)));
        }
        assertThat(real.resolve("a")).isEmptyFile();
    }

    @Test
    void streamsLearnOfTheHalfThatIsMissing() {
        disk.failAt(2, Fault.SHORT);

        assertNoSpace(() -> Files.writeString(folder.resolve("a"), "0123456789"));

        assertThat(real.resolve("a")).hasContent("01234");
    }

    @Test
    void healedDiskWorksAgain() throws IOException {
        disk.failAt(1, Fault.FULL);
        assertNoSpace(() -> Files.writeString(folder.resolve("a"), "text"));
        disk.readOnly();
        disk.vanish();

        disk.heal();

        Files.writeString(folder.resolve("a"), "text");
        assertThat(real.resolve("a")).hasContent("text");
        disk.failAt(disk.operations() + 1, Fault.REFUSED);
        disk.heal();
        Files.delete(folder.resolve("a"));
        assertThat(disk.failures()).isEqualTo(1);
    }

    @Test
    void readOnlyDiskCanBeReadOnly() throws IOException {
        Files.writeString(real.resolve("a"), "text");
        Path file = folder.resolve("a");
        try (FileChannel open = create(folder.resolve("b"))) {
            disk.readOnly();
            assertReadOnly(() -> open.write(bytes(1)));
        }
        assertReadOnly(() -> Files.writeString(file, "x"));
        assertReadOnly(() -> Files.delete(file));
        assertReadOnly(() -> Files.move(file, folder.resolve("c")));
        assertReadOnly(() -> Files.createDirectory(folder.resolve("d")));
        assertReadOnly(() -> Files.setLastModifiedTime(file, FileTime.fromMillis(0)));

        assertThat(Files.isWritable(file)).isFalse();
        assertThat(file.getFileSystem().isReadOnly()).isTrue();
        assertThat(Files.readString(file)).isEqualTo("text");
        assertThat(disk.failures()).isEqualTo(6);
    }

    private static void assertReadOnly(ThrowingCallable action) {
        assertThatThrownBy(action).isInstanceOf(IOException.class).hasMessageEndingWith("Read-only file system");
    }

    @Test
    void readOnlyDiskSaysFirstWhatIsThereAlready() {
        disk.readOnly();

        assertThatThrownBy(() -> Files.createDirectory(folder)).isInstanceOf(FileAlreadyExistsException.class);
        assertThatThrownBy(() -> create(folder)).isInstanceOf(FileAlreadyExistsException.class);
        assertReadOnly(() -> create(folder.resolve("a")));
    }

    @Test
    void nothingIsOnAVanishedDisk() throws IOException {
        Path file = Files.writeString(folder.resolve("a"), "text");
        try (FileChannel open = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            disk.vanish();

            assertGone(() -> open.read(ByteBuffer.allocate(1)));
            assertGone(() -> open.write(bytes(1)));
            assertGone(() -> open.force(false));
            assertGone(open::size);
            assertGone(open::tryLock);
        }
        assertThat(Files.exists(file)).isFalse();
        assertThat(Files.isDirectory(folder)).isFalse();
        assertGone(() -> Files.readString(file));
        assertGone(() -> Files.writeString(file, "x"));
        assertGone(() -> Files.createDirectory(folder));
        assertGone(this::list);
        assertGone(() -> Files.getLastModifiedTime(file));
        assertGone(file::toRealPath);
        assertThat(real.resolve("a")).hasContent("text");
    }

    private void list() throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            assertThat(entries).isEmpty();
        }
    }

    private static void assertGone(ThrowingCallable action) {
        assertThatThrownBy(action).isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void faultsInThePastAreRefused() throws IOException {
        Files.createFile(folder.resolve("a"));

        assertThatThrownBy(() -> disk.failAt(1, Fault.FULL))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1 have been already");
        assertThatThrownBy(() -> new FaultyDisk().failAt(0, Fault.FULL)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void bufferedWritersMeetTheFaultAtTheLatestWhenClosed() throws IOException {
        Path file = folder.resolve("metrics.csv");
        BufferedWriter writer = Files.newBufferedWriter(file);
        writer.write("1,2\n");
        writer.flush();
        disk.failAt(disk.operations() + 1, Fault.FULL);
        writer.write("3,4\n");

        assertNoSpace(writer::close);

        assertThat(Files.readAllLines(file)).containsExactly("1,2");
        assertThat(disk.log()).endsWith("write metrics.csv 4 bytes: java.io.IOException: " + NO_SPACE);
    }

    private static FileChannel create(Path file) throws IOException {
        return FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }

    /** 0, 1, 2 … */
    private static ByteBuffer bytes(int count) {
        ByteBuffer bytes = ByteBuffer.allocate(count);
        while (bytes.hasRemaining()) {
            bytes.put((byte) bytes.position());
        }
        return bytes.flip();
    }
}
