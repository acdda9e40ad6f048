package io.github.gdxagents.training.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Without a fault a faulty disk is a disk. */
final class FaultyFilesTest {
    private final FaultyDisk disk = new FaultyDisk();

    @TempDir
    private Path real;

    private Path folder;
    private Path file;

    @BeforeEach
    void makeFile() throws IOException {
        folder = disk.path(real);
        file = Files.write(folder.resolve("a.txt"), List.of("one", "two"));
    }

    @Test
    void filesAreWrittenAndRead() throws IOException {
        assertThat(real.resolve("a.txt")).hasContent("one\ntwo");
        assertThat(Files.readAllLines(file)).containsExactly("one", "two");
        assertThat(Files.readAllBytes(file)).hasSize(8);
        try (InputStream in = Files.newInputStream(file)) {
            assertThat(in).hasContent("one\ntwo\n");
        }
        Files.writeString(file, "three\n", StandardOpenOption.APPEND);
        try (Stream<String> lines = Files.lines(file)) {
            assertThat(lines).containsExactly("one", "two", "three");
        }
    }

    @Test
    void streamsWriteThroughToTheRealFile() throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write("12".getBytes(StandardCharsets.UTF_8));
            out.write('3');
            assertThat(real.resolve("a.txt")).hasContent("123");
        }
        assertThat(disk.log())
                .endsWith(
                        "open a.txt [CREATE, TRUNCATE_EXISTING, WRITE]", "write a.txt 2 bytes", "write a.txt 1 bytes");
    }

    @Test
    void foldersAreListedAndWalkedOnTheDisk() throws IOException {
        Path inner = Files.createDirectories(folder.resolve("x/y"));
        Files.createFile(inner.resolve("best.policy"));

        try (Stream<Path> list = Files.list(folder)) {
            assertThat(list.toList()).containsExactlyInAnyOrder(file, folder.resolve("x"));
        }
        try (Stream<Path> walk = Files.walk(folder)) {
            assertThat(walk.toList())
                    .containsExactlyInAnyOrder(
                            folder, file, folder.resolve("x"), inner, folder.resolve("x/y/best.policy"));
        }
        try (DirectoryStream<Path> found = Files.newDirectoryStream(inner, "best*.policy")) {
            assertThat(found).containsExactly(inner.resolve("best.policy"));
        }
        try (DirectoryStream<Path> found = Files.newDirectoryStream(inner, "*.txt")) {
            assertThat(found).isEmpty();
        }
    }

    @Test
    void filesAreMovedCopiedAndDeleted() throws IOException {
        Path other = Files.writeString(folder.resolve("b"), "other");
        Files.move(file, other, StandardCopyOption.ATOMIC_MOVE);
        assertThat(real.resolve("b")).hasContent("one\ntwo");
        assertThat(real.resolve("a.txt")).doesNotExist();

        Files.copy(other, file);
        assertThat(real.resolve("a.txt")).hasContent("one\ntwo");
        Files.delete(other);
        assertThat(Files.deleteIfExists(other)).isFalse();
        assertThatThrownBy(() -> Files.delete(other)).isInstanceOf(NoSuchFileException.class);
        assertThat(real.resolve("b")).doesNotExist();
        assertThat(disk.failures()).as("faults, not mistakes").isZero();
    }

    @Test
    void filesAreCopiedAndMovedFromAndToOtherFileSystems() throws IOException {
        Path outside = real.resolve("outside");
        Files.copy(file, outside);
        assertThat(outside).hasContent("one\ntwo");

        Files.copy(outside, folder.resolve("inside"));
        assertThat(real.resolve("inside")).hasContent("one\ntwo");
        Path onOtherDisk = new FaultyDisk().path(real.resolve("moved"));
        Files.move(file, onOtherDisk);
        assertThat(real.resolve("moved")).hasContent("one\ntwo");
        assertThat(real.resolve("a.txt")).doesNotExist();
        assertThat(disk.log()).contains("write inside 8 bytes", "delete a.txt");
    }

    @Test
    void attributesAreThoseOfTheRealFile() throws IOException {
        Files.setLastModifiedTime(file, FileTime.fromMillis(5000));

        assertThat(Files.getLastModifiedTime(real.resolve("a.txt"))).isEqualTo(FileTime.fromMillis(5000));
        assertThat(Files.getLastModifiedTime(file)).isEqualTo(FileTime.fromMillis(5000));
        assertThat(Files.readAttributes(file, BasicFileAttributes.class).size()).isEqualTo(8);
        assertThat(Files.readAttributes(file, "size")).containsEntry("size", 8L);
        assertThat(Files.isDirectory(folder)).isTrue();
        assertThat(Files.exists(folder.resolve("b"))).isFalse();
        assertThat(Files.isWritable(file)).isTrue();
        assertThat(Files.isSameFile(file, folder.resolve("./a.txt"))).isTrue();
        assertThat(Files.isSameFile(file, folder)).isFalse();
    }

    @Test
    void channelsReadAndWriteAnywhere() throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap("TWO".getBytes(StandardCharsets.UTF_8)), 4);
            ByteBuffer read = ByteBuffer.allocate(3);
            channel.position(1).read(read);
            assertThat(read.array()).isEqualTo("ne\n".getBytes(StandardCharsets.UTF_8));
            assertThat(channel.position()).isEqualTo(4);
            assertThat(channel.truncate(7).size()).isEqualTo(7);
            assertThat(channel.map(FileChannel.MapMode.READ_ONLY, 4, 3).get(0)).isEqualTo((byte) 'T');
            assertThatThrownBy(() -> channel.map(FileChannel.MapMode.READ_WRITE, 0, 1))
                    .isInstanceOf(UnsupportedOperationException.class);
        }
        assertThat(real.resolve("a.txt")).hasContent("one\nTWO");
    }

    @Test
    void channelsTransferBothWays() throws IOException {
        try (FileChannel from = FileChannel.open(file);
                FileChannel to = FileChannel.open(
                        folder.resolve("b"), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            assertThat(from.transferTo(0, 4, to)).isEqualTo(4);
            assertThat(to.transferFrom(from.position(4), 4, 100)).isEqualTo(4);
        }
        assertThat(real.resolve("b")).hasContent("one\ntwo");
        assertThat(disk.log()).endsWith("write b 4 bytes", "write b 4 bytes");
    }

    @Test
    void locksExcludeOthersUntilReleased() throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
                FileChannel other = FileChannel.open(real.resolve("a.txt"), StandardOpenOption.WRITE)) {
            FileLock lock = channel.tryLock();
            assertThat(lock.isValid()).isTrue();
            assertThat(lock.acquiredBy()).isSameAs(channel);
            assertThatThrownBy(other::tryLock).isInstanceOf(OverlappingFileLockException.class);
            lock.release();
            assertThat(lock.isValid()).isFalse();
            assertThat(channel.lock().isValid()).isTrue();
        }
    }

    @Test
    void linksAreMadeAndFollowed() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link"), file.getFileName());
        Files.createLink(folder.resolve("hard"), file);

        assertThat((Object) Files.readSymbolicLink(link)).isEqualTo(file.getFileName());
        assertThat(Files.readString(link)).isEqualTo("one\ntwo\n");
        assertThat(Files.isSameFile(folder.resolve("hard"), file)).isTrue();
        assertThat((Object) link.toRealPath()).isEqualTo(file.toRealPath());
    }
}
