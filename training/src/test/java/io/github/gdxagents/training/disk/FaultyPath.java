package io.github.gdxagents.training.disk;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;

/**
 * A real path that leads through a {@link FaultyDisk}, and so do all paths made from it.
 *
 * <p>Prints as the real one, so that messages of the code under test are those that users would see.
 *
 * <p>Thread safety: immutable.
 */
final class FaultyPath implements Path {
    private final FaultyFileSystem fileSystem;
    private final Path real;

    FaultyPath(FaultyFileSystem fileSystem, Path real) {
        if (real.getFileSystem() != FileSystems.getDefault()) {
            throw new IllegalArgumentException(
                    "'" + real + "' is of " + real.getFileSystem() + ", expected a path of the default file system.");
        }
        this.fileSystem = fileSystem;
        this.real = real;
    }

    Path real() {
        return real;
    }

    private Path wrap(Path path) {
        return fileSystem.wrap(path);
    }

    private boolean isMine(Path other) {
        return other.getFileSystem() == fileSystem;
    }

    @Override
    public FileSystem getFileSystem() {
        return fileSystem;
    }

    @Override
    public boolean isAbsolute() {
        return real.isAbsolute();
    }

    @Override
    public Path getRoot() {
        return wrap(real.getRoot());
    }

    @Override
    public Path getFileName() {
        return wrap(real.getFileName());
    }

    @Override
    public Path getParent() {
        return wrap(real.getParent());
    }

    @Override
    public int getNameCount() {
        return real.getNameCount();
    }

    @Override
    public Path getName(int index) {
        return wrap(real.getName(index));
    }

    @Override
    public Path subpath(int beginIndex, int endIndex) {
        return wrap(real.subpath(beginIndex, endIndex));
    }

    @Override
    public boolean startsWith(Path other) {
        return isMine(other) && real.startsWith(fileSystem.unwrap(other));
    }

    @Override
    public boolean endsWith(Path other) {
        return isMine(other) && real.endsWith(fileSystem.unwrap(other));
    }

    @Override
    public Path normalize() {
        return wrap(real.normalize());
    }

    @Override
    public Path resolve(Path other) {
        return wrap(real.resolve(fileSystem.unwrap(other)));
    }

    @Override
    public Path relativize(Path other) {
        return wrap(real.relativize(fileSystem.unwrap(other)));
    }

    /** Not {@code file:}, which would lead around the faults. */
    @Override
    public URI toUri() {
        return FaultyProvider.toFaulty(real.toUri());
    }

    @Override
    public Path toAbsolutePath() {
        return wrap(real.toAbsolutePath());
    }

    @Override
    public Path toRealPath(LinkOption... options) throws IOException {
        fileSystem.look(real);
        return wrap(real.toRealPath(options));
    }

    @Override
    public WatchKey register(WatchService watcher, WatchEvent.Kind<?>[] events, WatchEvent.Modifier... modifiers) {
        throw new UnsupportedOperationException("A faulty disk can't be watched.");
    }

    @Override
    public int compareTo(Path other) {
        return real.compareTo(((FaultyPath) other).real);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FaultyPath path && isMine(path) && real.equals(path.real);
    }

    @Override
    public int hashCode() {
        return real.hashCode();
    }

    @Override
    public String toString() {
        return real.toString();
    }
}
