package io.github.gdxagents.training.disk;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Path;
import java.util.Iterator;

/** A folder's entries, each over the faulty disk: else whoever lists a folder would get paths without faults. */
final class FaultyListing implements DirectoryStream<Path> {
    private final FaultyFileSystem fileSystem;
    private final DirectoryStream<Path> real;

    FaultyListing(FaultyFileSystem fileSystem, DirectoryStream<Path> real) {
        this.fileSystem = fileSystem;
        this.real = real;
    }

    @Override
    public Iterator<Path> iterator() {
        Iterator<Path> entries = real.iterator();
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return entries.hasNext();
            }

            @Override
            public Path next() {
                return fileSystem.wrap(entries.next());
            }
        };
    }

    @Override
    public void close() throws IOException {
        real.close();
    }
}
