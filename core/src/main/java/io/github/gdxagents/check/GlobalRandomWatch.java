package io.github.gdxagents.check;

import com.badlogic.gdx.math.MathUtils;
import com.badlogic.gdx.math.RandomXS128;
import java.util.Random;

/** Stands in for {@code MathUtils.random} and reports who draws from it, or puts another in its place. */
final class GlobalRandomWatch implements AutoCloseable {
    private static final long SEED = 1;

    private final Random original = MathUtils.random;
    private final Random standIn = new WatchedRandom();
    private final Findings findings;
    private volatile Thread watched = Thread.currentThread();

    GlobalRandomWatch(Findings findings) {
        this.findings = findings;
        MathUtils.random = standIn;
    }

    /** Begins the shared numbers again, so that their use alone doesn't make an episode unrepeatable. */
    void rewind() {
        Random found = MathUtils.random;
        if (found != standIn) {
            String place = "MathUtils.random";
            findings.add(FindingKind.GLOBAL_RANDOM, place, place, "left as it is", "replaced by " + found);
            MathUtils.random = standIn;
        }
        standIn.setSeed(SEED);
    }

    /** Watches another thread instead: draws by others are no fault of the game. */
    void watch(Thread thread) {
        watched = thread;
    }

    @Override
    public void close() {
        MathUtils.random = original;
    }

    private void drawn() {
        if (Thread.currentThread() == watched) {
            String place = caller(new Throwable().getStackTrace());
            findings.add(FindingKind.GLOBAL_RANDOM, place, place, "no draw from MathUtils.random", "drawn at " + place);
        }
    }

    private static String caller(StackTraceElement[] trace) {
        for (StackTraceElement element : trace) {
            String name = element.getClassName();
            if (!name.startsWith("com.badlogic.gdx.")
                    && !name.startsWith("java.")
                    && !name.startsWith(GlobalRandomWatch.class.getName())) {
                return element.toString();
            }
        }
        return "a place unknown";
    }

    private final class WatchedRandom extends RandomXS128 {
        private static final long serialVersionUID = 1;

        WatchedRandom() {
            super(SEED);
        }

        @Override
        public long nextLong() {
            drawn();
            return super.nextLong();
        }
    }
}
