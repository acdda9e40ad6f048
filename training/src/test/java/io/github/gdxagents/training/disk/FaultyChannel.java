package io.github.gdxagents.training.disk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;
import java.util.Objects;

/**
 * An open file whose writes, truncations and forces can fail. Streams and writers of {@code Files} end up here too.
 *
 * <p>Closing is forwarded in any case, so that no failed test leaks a file.
 *
 * <p>Thread safety: as the real channel.
 */
final class FaultyChannel extends FileChannel {
    private final FileChannel real;
    private final Path file;
    private final FaultPlan plan;

    FaultyChannel(FileChannel real, Path file, FaultPlan plan) {
        this.real = real;
        this.file = file;
        this.plan = plan;
    }

    private long passWrite(long bytes) throws IOException {
        return plan.pass(Operation.byChannel("write", file, bytes + " bytes", Need.SPACE), file, bytes);
    }

    @Override
    public int write(ByteBuffer source) throws IOException {
        long allowed = passWrite(source.remaining());
        return part(source, allowed, real::write);
    }

    @Override
    public int write(ByteBuffer source, long position) throws IOException {
        long allowed = passWrite(source.remaining());
        return part(source, allowed, limited -> real.write(limited, position));
    }

    @Override
    public long write(ByteBuffer[] sources, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, sources.length);
        long total = 0;
        for (int i = offset; i < offset + length; i++) {
            total += sources[i].remaining();
        }
        long allowed = passWrite(total);
        if (allowed == total) {
            return real.write(sources, offset, length);
        }
        long written = 0;
        for (int i = offset; written < allowed; i++) {
            written += part(sources[i], allowed - written, real::write);
        }
        return written;
    }

    @Override
    public long transferFrom(ReadableByteChannel source, long position, long count) throws IOException {
        boolean known = source instanceof SeekableByteChannel;
        long left = known ? ((SeekableByteChannel) source).size() - ((SeekableByteChannel) source).position() : count;
        long allowed = passWrite(Math.max(0, Math.min(left, count)));
        return real.transferFrom(source, position, allowed);
    }

    /** Writes at most so many of the bytes that remain, and leaves the others in the buffer. */
    private static int part(ByteBuffer source, long allowed, Writing writing) throws IOException {
        int limit = source.limit();
        source.limit(source.position() + (int) Math.min(allowed, source.remaining()));
        try {
            return writing.write(source);
        } finally {
            source.limit(limit);
        }
    }

    @FunctionalInterface
    private interface Writing {
        int write(ByteBuffer source) throws IOException;
    }

    @Override
    public FileChannel truncate(long size) throws IOException {
        plan.pass(Operation.byChannel("truncate", file, "to " + size + " bytes", Need.PERMISSION), file);
        real.truncate(size);
        return this;
    }

    @Override
    public void force(boolean metaData) throws IOException {
        plan.pass(Operation.byChannel("force", file, "", Need.PERMISSION), file);
        real.force(metaData);
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
        plan.look(file);
        return real.read(target);
    }

    @Override
    public int read(ByteBuffer target, long position) throws IOException {
        plan.look(file);
        return real.read(target, position);
    }

    @Override
    public long read(ByteBuffer[] targets, int offset, int length) throws IOException {
        plan.look(file);
        return real.read(targets, offset, length);
    }

    @Override
    public long transferTo(long position, long count, WritableByteChannel target) throws IOException {
        plan.look(file);
        return real.transferTo(position, count, target);
    }

    @Override
    public long position() throws IOException {
        return real.position();
    }

    @Override
    public FileChannel position(long newPosition) throws IOException {
        real.position(newPosition);
        return this;
    }

    @Override
    public long size() throws IOException {
        plan.look(file);
        return real.size();
    }

    /** Read only: what a program writes to mapped memory could not fail. */
    @Override
    public MappedByteBuffer map(MapMode mode, long position, long size) throws IOException {
        if (mode == MapMode.READ_WRITE) {
            throw new UnsupportedOperationException("Writes to mapped memory can't be made to fail.");
        }
        plan.look(file);
        return real.map(mode, position, size);
    }

    @Override
    public FileLock lock(long position, long size, boolean shared) throws IOException {
        plan.look(file);
        return new FaultyLock(this, real.lock(position, size, shared));
    }

    @Override
    public FileLock tryLock(long position, long size, boolean shared) throws IOException {
        plan.look(file);
        FileLock lock = real.tryLock(position, size, shared);
        return lock == null ? null : new FaultyLock(this, lock);
    }

    @Override
    protected void implCloseChannel() throws IOException {
        real.close();
    }
}
