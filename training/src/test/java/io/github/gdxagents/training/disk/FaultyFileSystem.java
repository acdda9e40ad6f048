package io.github.gdxagents.training.disk;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.ProviderMismatchException;
import java.nio.file.WatchService;
import java.nio.file.attribute.UserPrincipalLookupService;
import java.nio.file.spi.FileSystemProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The default file system's syntax and folders, with paths that lead through {@link FaultyProvider}. */
final class FaultyFileSystem extends FileSystem {
    private final FileSystem real = FileSystems.getDefault();
    private final FaultPlan plan;
    private final FaultyProvider provider;

    FaultyFileSystem(FaultPlan plan) {
        this.plan = plan;
        provider = new FaultyProvider(this, plan);
    }

    /** Null stays null, as for the parent of a root. */
    FaultyPath wrap(Path path) {
        return path == null ? null : new FaultyPath(this, path);
    }

    /** The real path; one of another disk is refused, as it would be counted there. */
    Path unwrap(Path path) {
        if (path instanceof FaultyPath mine && path.getFileSystem() == this) {
            return mine.real();
        }
        if (path == null) {
            throw new NullPointerException("path");
        }
        throw new ProviderMismatchException("'" + path + "' is not of this disk. Get it by FaultyDisk.path.");
    }

    /** Before {@code path} is asked something of the real disk. */
    void look(Path path) throws IOException {
        plan.look(path);
    }

    @Override
    public FileSystemProvider provider() {
        return provider;
    }

    @Override
    public void close() {
        throw new UnsupportedOperationException("A faulty disk needs no closing.");
    }

    @Override
    public boolean isOpen() {
        return true;
    }

    @Override
    public boolean isReadOnly() {
        return plan.isReadOnly();
    }

    @Override
    public String getSeparator() {
        return real.getSeparator();
    }

    @Override
    public Iterable<Path> getRootDirectories() {
        List<Path> roots = new ArrayList<>();
        real.getRootDirectories().forEach(root -> roots.add(wrap(root)));
        return roots;
    }

    @Override
    public Iterable<FileStore> getFileStores() {
        return real.getFileStores();
    }

    @Override
    public Set<String> supportedFileAttributeViews() {
        return real.supportedFileAttributeViews();
    }

    @Override
    public Path getPath(String first, String... more) {
        return wrap(real.getPath(first, more));
    }

    @Override
    public PathMatcher getPathMatcher(String syntaxAndPattern) {
        PathMatcher matcher = real.getPathMatcher(syntaxAndPattern);
        return path -> matcher.matches(unwrap(path));
    }

    @Override
    public UserPrincipalLookupService getUserPrincipalLookupService() {
        return real.getUserPrincipalLookupService();
    }

    @Override
    public WatchService newWatchService() {
        throw new UnsupportedOperationException("A faulty disk can't be watched.");
    }
}
