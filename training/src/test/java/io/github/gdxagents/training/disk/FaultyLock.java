package io.github.gdxagents.training.disk;

import java.io.IOException;
import java.nio.channels.FileLock;

/** A real lock that names the faulty channel as its own, so that nobody gets at the real one by it. */
final class FaultyLock extends FileLock {
    private final FileLock real;

    FaultyLock(FaultyChannel channel, FileLock real) {
        super(channel, real.position(), real.size(), real.isShared());
        this.real = real;
    }

    @Override
    public boolean isValid() {
        return real.isValid();
    }

    @Override
    public void release() throws IOException {
        real.release();
    }
}
