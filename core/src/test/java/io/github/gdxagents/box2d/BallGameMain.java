package io.github.gdxagents.box2d;

import io.github.gdxagents.agent.ObservationWriter;
import io.github.gdxagents.agent.SimulationFactory;
import io.github.gdxagents.check.SimulationCheck;
import io.github.gdxagents.testgame.TargetSimulation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** What {@link Box2DNativesTest} lets a new JVM do. */
final class BallGameMain {
    private static final int THREADS = 8;
    private static final SimulationFactory GAME = settings -> new BallGame();

    private BallGameMain() {}

    public static void main(String[] args) throws Exception {
        for (String task : args) {
            switch (task) {
                case "check" ->
                    System.out.println(SimulationCheck.of(GAME).episodes(3).run());
                case "check-without-box2d" ->
                    System.out.println(SimulationCheck.of(new TargetSimulation.Factory())
                            .episodes(3)
                            .run());
                case "prepare" -> Box2DNatives.prepare();
                case "require" -> require();
                case "play" -> play();
                default -> throw new IllegalArgumentException(task);
            }
        }
    }

    private static void require() {
        try {
            Box2DNatives.require();
            System.out.println("there");
        } catch (UnsatisfiedLinkError e) {
            System.out.println("refused: " + e.getMessage());
            System.out.println("because: " + e.getCause());
        }
    }

    /** All threads prepare, make their first world and meet their first contact at once. */
    private static void play() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        CyclicBarrier start = new CyclicBarrier(THREADS);
        List<Callable<String>> games = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            games.add(() -> {
                start.await();
                Box2DNatives.prepare();
                return episode();
            });
        }
        List<String> ends = new ArrayList<>();
        for (Future<String> game : threads.invokeAll(games)) {
            ends.add(game.get());
        }
        threads.shutdown();
        System.out.println(ends.stream().distinct().count() + " of " + ends.size() + " differ");
    }

    private static String episode() {
        BallGame game = new BallGame();
        game.reset(5);
        float[] seen = new float[3];
        ObservationWriter writer = new ObservationWriter(game.behavior().observation());
        StringBuilder all = new StringBuilder();
        for (int step = 0; step < 300; step++) {
            game.step();
            game.observe(writer.begin(seen));
            all.append(Arrays.toString(seen));
        }
        game.dispose();
        return all.toString();
    }
}
