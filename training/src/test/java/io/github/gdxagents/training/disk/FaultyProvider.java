package io.github.gdxagents.training.disk;

import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessMode;
import java.nio.file.CopyOption;
import java.nio.file.DirectoryStream;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileAttributeView;
import java.nio.file.spi.FileSystemProvider;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;

/**
 * Forwards to the default file system whatever {@link FaultPlan} lets pass.
 *
 * <p>One for each disk and never installed: {@code Files} takes it from the path, and between two disks it copies the bytes itself.
 *
 * <p>Thread safety: safe.
 */
final class FaultyProvider extends FileSystemProvider {
    private static final String SCHEME = "faulty";

    private final FileSystemProvider real = FileSystems.getDefault().provider();
    private final FaultyFileSystem fileSystem;
    private final FaultPlan plan;

    FaultyProvider(FaultyFileSystem fileSystem, FaultPlan plan) {
        this.fileSystem = fileSystem;
        this.plan = plan;
    }

    static URI toFaulty(URI real) {
        return URI.create(SCHEME + ":" + real.getRawSchemeSpecificPart());
    }

    /** Before something that only reads. */
    private Path look(Path path) throws IOException {
        Path file = fileSystem.unwrap(path);
        plan.look(file);
        return file;
    }

    /** Before something that changes the disk. */
    private Path pass(String verb, Path path, Need need) throws IOException {
        Path file = fileSystem.unwrap(path);
        plan.pass(Operation.on(verb, file, need), file);
        return file;
    }

    @Override
    public FileChannel newFileChannel(Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
            throws IOException {
        Path file = fileSystem.unwrap(path);
        if (options.contains(StandardOpenOption.WRITE) || options.contains(StandardOpenOption.APPEND)) {
            boolean taken = options.contains(StandardOpenOption.CREATE_NEW) && exists(file);
            plan.pass(Operation.open(file, options, taken ? Need.NOTHING : Need.PERMISSION), file);
        } else {
            plan.look(file);
        }
        return new FaultyChannel(real.newFileChannel(file, options, attributes), file, plan);
    }

    @Override
    public SeekableByteChannel newByteChannel(
            Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes) throws IOException {
        return newFileChannel(path, options, attributes);
    }

    private static boolean exists(Path file) {
        return Files.exists(file, LinkOption.NOFOLLOW_LINKS);
    }

    @Override
    public void createDirectory(Path path, FileAttribute<?>... attributes) throws IOException {
        boolean taken = exists(fileSystem.unwrap(path));
        real.createDirectory(pass("create folder", path, taken ? Need.NOTHING : Need.SPACE), attributes);
    }

    @Override
    public void createSymbolicLink(Path link, Path target, FileAttribute<?>... attributes) throws IOException {
        real.createSymbolicLink(pass("create link", link, Need.SPACE), fileSystem.unwrap(target), attributes);
    }

    @Override
    public void createLink(Path link, Path existing) throws IOException {
        real.createLink(pass("create link", link, Need.SPACE), fileSystem.unwrap(existing));
    }

    @Override
    public void delete(Path path) throws IOException {
        real.delete(pass("delete", path, Need.PERMISSION));
    }

    @Override
    public void copy(Path source, Path target, CopyOption... options) throws IOException {
        Path from = fileSystem.unwrap(source);
        Path to = fileSystem.unwrap(target);
        plan.pass(Operation.between("copy", from, to, Need.SPACE), from);
        real.copy(from, to, options);
    }

    @Override
    public void move(Path source, Path target, CopyOption... options) throws IOException {
        Path from = fileSystem.unwrap(source);
        Path to = fileSystem.unwrap(target);
        plan.pass(Operation.between("move", from, to, Need.PERMISSION), from);
        real.move(from, to, options);
    }

    @Override
    public void setAttribute(Path path, String attribute, Object value, LinkOption... options) throws IOException {
        real.setAttribute(pass("change attributes of", path, Need.PERMISSION), attribute, value, options);
    }

    @Override
    public <V extends FileAttributeView> V getFileAttributeView(Path path, Class<V> type, LinkOption... options) {
        Path file = fileSystem.unwrap(path);
        return FaultyView.over(type, real.getFileAttributeView(file, type, options), file, plan);
    }

    @Override
    public <A extends BasicFileAttributes> A readAttributes(Path path, Class<A> type, LinkOption... options)
            throws IOException {
        return real.readAttributes(look(path), type, options);
    }

    @Override
    public Map<String, Object> readAttributes(Path path, String attributes, LinkOption... options) throws IOException {
        return real.readAttributes(look(path), attributes, options);
    }

    @Override
    public void checkAccess(Path path, AccessMode... modes) throws IOException {
        Path file = look(path);
        if (plan.isReadOnly() && Arrays.asList(modes).contains(AccessMode.WRITE)) {
            throw new FileSystemException(file.toString(), null, "Read-only file system");
        }
        real.checkAccess(file, modes);
    }

    @Override
    public DirectoryStream<Path> newDirectoryStream(Path folder, DirectoryStream.Filter<? super Path> filter)
            throws IOException {
        DirectoryStream.Filter<Path> unwrapped = entry -> filter.accept(fileSystem.wrap(entry));
        return new FaultyListing(fileSystem, real.newDirectoryStream(look(folder), unwrapped));
    }

    @Override
    public Path readSymbolicLink(Path link) throws IOException {
        return fileSystem.wrap(real.readSymbolicLink(look(link)));
    }

    @Override
    public boolean isSameFile(Path path, Path other) throws IOException {
        return other.getFileSystem() == fileSystem && real.isSameFile(look(path), look(other));
    }

    @Override
    public boolean isHidden(Path path) throws IOException {
        return real.isHidden(look(path));
    }

    @Override
    public FileStore getFileStore(Path path) throws IOException {
        return real.getFileStore(look(path));
    }

    @Override
    public String getScheme() {
        return SCHEME;
    }

    @Override
    public FileSystem newFileSystem(URI uri, Map<String, ?> environment) {
        throw new UnsupportedOperationException("A faulty disk is made by its constructor.");
    }

    @Override
    public FileSystem getFileSystem(URI uri) {
        return fileSystem;
    }

    @Override
    public Path getPath(URI uri) {
        return fileSystem.wrap(real.getPath(URI.create("file:" + uri.getRawSchemeSpecificPart())));
    }
}
