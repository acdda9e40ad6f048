package io.github.gdxagents.training.run;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Replaces a file's content so that a reader, or whoever comes after a crash, finds either the old or the new, never a part.
 *
 * <p>Thread safety: stateless; two writers of one file must not meet.
 */
final class AtomicFile {
    private static final Logger LOG = LoggerFactory.getLogger(AtomicFile.class);
    private static final String SUFFIX = ".tmp";
    /** Of the files of a run, so that nobody else's are removed. */
    private static final String LEFT = "*.{checkpoint,replay,policy,yaml,csv,html,png}" + SUFFIX;

    private AtomicFile() {}

    /** Removes what a process that was killed in the midst of writing left in some folders, those of them that there are. */
    static void clean(Path... folders) {
        for (Path folder : folders) {
            if (!Files.isDirectory(folder)) {
                continue;
            }
            try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, LEFT)) {
                for (Path file : left) {
                    Files.deleteIfExists(file);
                }
            } catch (IOException e) {
                throw RunException.writing(folders[0], e);
            }
        }
    }

    /** What a file is to have, written piece by piece. */
    @FunctionalInterface
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    static void write(Path file, byte[] content) {
        write(file, out -> out.write(content));
    }

    static void write(Path file, Content content) {
        Path temporary = file.resolveSibling(file.getFileName() + SUFFIX);
        try {
            try (FileChannel channel = FileChannel.open(
                    temporary,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE,
                    StandardOpenOption.TRUNCATE_EXISTING)) {
                OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel));
                content.writeTo(out);
                out.flush();
                channel.force(true); // else the rename may reach the disk before the content does
            }
            move(temporary, file);
            keepName(file);
        } catch (IOException e) {
            throw RunException.writing(file, e);
        } finally {
            remove(temporary); // unless it has become the file
        }
    }

    /** Gives a file another name, one that nothing has: what was put aside once stays. */
    static Path putAside(Path file, String suffix) throws IOException {
        Path name = file.resolveSibling(file.getFileName() + suffix);
        for (int i = 2; Files.exists(name); i++) {
            name = file.resolveSibling(file.getFileName() + suffix + "-" + i);
        }
        move(file, name);
        return name;
    }

    /** On a full disk it would take the space that others need. */
    private static void remove(Path temporary) {
        try {
            Files.deleteIfExists(temporary);
        } catch (IOException e) {
            LOG.debug("{} can't be removed", temporary, e);
        }
    }

    /** Without this a power cut may leave the folder without the new name, and the file's content nowhere. */
    private static void keepName(Path file) {
        try (FileChannel folder = FileChannel.open(file.toAbsolutePath().getParent(), StandardOpenOption.READ)) {
            folder.force(true);
        } catch (IOException e) {
            LOG.trace("this system can't flush a folder", e); // Windows, and it needn't
        }
    }

    static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
