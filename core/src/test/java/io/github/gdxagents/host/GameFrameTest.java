package io.github.gdxagents.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.badlogic.gdx.ApplicationAdapter;
import com.badlogic.gdx.ApplicationListener;
import com.badlogic.gdx.Files;
import com.badlogic.gdx.Gdx;
import com.badlogic.gdx.Graphics;
import com.badlogic.gdx.Input;
import com.badlogic.gdx.Input.Buttons;
import com.badlogic.gdx.Input.Keys;
import com.badlogic.gdx.InputAdapter;
import com.badlogic.gdx.Preferences;
import com.badlogic.gdx.files.FileHandle;
import io.github.gdxagents.agent.Actions;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a game sees that polls its keys or listens to them, in frames of 1/50 s on a screen of 101 x 51. */
class GameFrameTest {
    private static final InputMapping MAPPING = InputMapping.builder()
            .branch(
                    "run",
                    Press.nothing("stay"),
                    Press.hold("left", Keys.LEFT),
                    Press.hold("fast", Keys.RIGHT, Keys.SHIFT_LEFT))
            .branch("jump", Press.nothing("no"), Press.tap("yes", Keys.SPACE))
            .branch("fire", Press.nothing("no"), Press.touch("hold"), Press.tapScreen("tap"))
            .keys("throttle", Keys.DOWN, Keys.UP, 0.25f)
            .pointer("aim.x", "aim.y")
            .accelerometerX("tilt", 8)
            .build();

    private final Actions actions = new Actions(MAPPING.actionSpec());
    private final ActionInput input = new ActionInput(MAPPING);
    private final GameFrame frame = GameFrame.fixed(input, 0.02f, 101, 51);
    private final PlayerKeyboard player = new PlayerKeyboard();
    private final List<String> told = new ArrayList<>();
    private final List<String> seen = new ArrayList<>();

    @BeforeEach
    void aWindow() {
        Gdx.input = player.input();
    }

    @AfterEach
    void noWindow() {
        Gdx.input = null;
        Gdx.graphics = null;
        Gdx.app = null;
    }

    private void decide(int run, int jump, int fire) {
        actions.setDiscrete(0, run);
        actions.setDiscrete(1, jump);
        actions.setDiscrete(2, fire);
        input.act(actions);
    }

    /** What is pressed in a frame, by asking; a star is what is just pressed. */
    private String poll() {
        return poll(frame);
    }

    private String poll(GameFrame shown) {
        seen.clear();
        shown.run(() -> {
            Map<String, Integer> keys = Map.of(
                    "L",
                    Keys.LEFT,
                    "R",
                    Keys.RIGHT,
                    "S",
                    Keys.SHIFT_LEFT,
                    "J",
                    Keys.SPACE,
                    "U",
                    Keys.UP,
                    "D",
                    Keys.DOWN);
            for (String name : List.of("L", "R", "S", "J", "U", "D")) {
                if (Gdx.input.isKeyPressed(keys.get(name))) {
                    seen.add(name + (Gdx.input.isKeyJustPressed(keys.get(name)) ? "*" : ""));
                }
            }
            if (Gdx.input.isTouched()) {
                seen.add("T" + (Gdx.input.justTouched() ? "*" : ""));
            }
        });
        return String.join(" ", seen);
    }

    private void listen() {
        input.act(actions);
        frame.run(() -> Gdx.input.setInputProcessor(new InputAdapter() {
            @Override
            public boolean keyDown(int key) {
                return told.add("down " + Keys.toString(key));
            }

            @Override
            public boolean keyUp(int key) {
                return told.add("up " + Keys.toString(key));
            }

            @Override
            public boolean touchDown(int x, int y, int pointer, int button) {
                return told.add("touch " + x + "," + y + " " + pointer + " " + button);
            }

            @Override
            public boolean touchUp(int x, int y, int pointer, int button) {
                return told.add("release " + x + "," + y);
            }

            @Override
            public boolean touchDragged(int x, int y, int pointer) {
                return told.add("drag " + x + "," + y);
            }

            @Override
            public boolean mouseMoved(int x, int y) {
                return told.add("move " + x + "," + y);
            }
        }));
        told.clear(); // the first decision moves the pointer to the middle
    }

    private List<String> toldInAFrame() {
        told.clear();
        frame.run(() -> {});
        return List.copyOf(told);
    }

    @Test
    void theMappingDeclaresTheActions() {
        assertThat(MAPPING.actionSpec())
                .hasToString(
                        "action[continuous [throttle, aim.x, aim.y, tilt], branches [run[stay, left, fast], jump[no, yes], fire[no, hold, tap]]]");
    }

    @Test
    void heldKeysStayDownAndAreJustPressedOnce() {
        decide(2, 0, 0);
        assertThat(poll()).isEqualTo("R* S*");
        assertThat(poll()).isEqualTo("R S");
        decide(2, 0, 0);
        assertThat(poll()).isEqualTo("R S");
        decide(1, 0, 0);
        assertThat(poll()).isEqualTo("L*");
        decide(0, 0, 0);
        assertThat(poll()).isEmpty();
    }

    @Test
    void tappedKeysAreDownForOneFrameAndEachDecisionTapsAnew() {
        decide(0, 1, 0);
        assertThat(poll()).isEqualTo("J*");
        assertThat(poll()).isEmpty();
        assertThat(poll()).isEmpty();
        decide(0, 1, 0);
        assertThat(poll()).isEqualTo("J*");
        decide(0, 1, 0); // a key that is down is let go before it can be pressed again
        assertThat(poll()).isEmpty();
        assertThat(poll()).isEqualTo("J*");
        decide(0, 0, 2);
        assertThat(poll()).isEqualTo("T*");
        assertThat(poll()).isEmpty();
    }

    @Test
    void whoListensIsToldOfChangesAlone() {
        listen();
        decide(2, 1, 1);
        assertThat(toldInAFrame()).containsExactly("down Right", "down L-Shift", "down Space", "touch 50,25 0 0");
        assertThat(toldInAFrame()).containsExactly("up Space");
        assertThat(toldInAFrame()).isEmpty();
        decide(0, 0, 0);
        assertThat(toldInAFrame()).containsExactlyInAnyOrder("up Right", "up L-Shift", "release 50,25");
    }

    @Test
    void thePointerGoesFromCornerToCorner() {
        listen();
        actions.setContinuous(1, -1);
        actions.setContinuous(2, -1);
        decide(0, 0, 0);
        assertThat(toldInAFrame()).containsExactly("move 0,50");
        actions.setContinuous(1, 1);
        actions.setContinuous(2, 1);
        decide(0, 0, 1);
        assertThat(toldInAFrame()).containsExactly("move 100,0", "touch 100,0 0 0");
        actions.setContinuous(1, 0.5f);
        decide(0, 0, 1);
        frame.run(() -> {
            assertThat(Gdx.input.getX()).isEqualTo(75);
            assertThat(Gdx.input.getY()).isZero();
            assertThat(Gdx.input.getDeltaX()).isEqualTo(-25);
            assertThat(Gdx.input.getX(0)).isEqualTo(75);
            assertThat(Gdx.input.getX(1)).as("another finger").isZero();
            assertThat(Gdx.input.isTouched(0)).isTrue();
            assertThat(Gdx.input.isTouched(1)).isFalse();
            assertThat(Gdx.input.isButtonPressed(Buttons.LEFT)).isTrue();
            assertThat(Gdx.input.isButtonPressed(Buttons.RIGHT)).isFalse();
        });
        assertThat(told).contains("drag 75,0");
    }

    @Test
    void axesHoldKeysOutsideTheDeadZoneAndTiltTheDevice() {
        actions.setContinuous(0, 0.25f);
        actions.setContinuous(3, -0.5f);
        decide(0, 0, 0);
        assertThat(poll()).isEmpty();
        actions.setContinuous(0, 0.26f);
        decide(0, 0, 0);
        assertThat(poll()).isEqualTo("U*");
        actions.setContinuous(0, -1);
        decide(0, 0, 0);
        assertThat(poll()).isEqualTo("D*");
        frame.run(() -> {
            assertThat(Gdx.input.getAccelerometerX()).isEqualTo(-4);
            assertThat(Gdx.input.getAccelerometerY()).isZero();
            assertThat(Gdx.input.isPeripheralAvailable(Input.Peripheral.Accelerometer))
                    .isTrue();
            assertThat(Gdx.input.isPeripheralAvailable(Input.Peripheral.Compass))
                    .isFalse();
        });
    }

    @Test
    void anyKeyIsPressedIfOneIs() {
        frame.run(() -> assertThat(Gdx.input.isKeyPressed(Keys.ANY_KEY)).isFalse());
        decide(1, 0, 0);
        frame.run(() -> {
            assertThat(Gdx.input.isKeyPressed(Keys.ANY_KEY)).isTrue();
            assertThat(Gdx.input.isKeyJustPressed(Keys.ANY_KEY)).isTrue();
            assertThat(Gdx.input.isKeyPressed(1000)).isFalse();
        });
    }

    @Test
    void inTheRunningGameWhatThePlayerHoldsCountsAsWell() {
        player.held.add(Keys.UP);
        decide(1, 0, 0);
        assertThat(poll()).as("a simulation has no player").isEqualTo("L*");
        Gdx.graphics = graphics();
        assertThat(poll(new GameFrame(input))).isEqualTo("L U");
        assertThat(Gdx.input.isKeyPressed(Keys.LEFT)).as("outside of frames").isFalse();
        assertThat(Gdx.input.isKeyPressed(Keys.UP)).isTrue();
    }

    /** A window has listeners of its own: keys that leave it, say. */
    @Test
    void aSimulationNeitherTellsNorTakesTheWindowsListener() {
        player.processor = hearing("window");
        decide(1, 0, 0);
        frame.run(() -> {
            assertThat(Gdx.input.getInputProcessor()).isNull();
            assertThat(Gdx.input.getX(1)).as("another finger").isZero();
        });
        listen();
        decide(2, 0, 0);
        toldInAFrame();
        assertThat(told).contains("down Right").noneMatch(word -> word.startsWith("window"));
        assertThat(player.processor.keyDown(Keys.A)).isTrue();
        assertThat(told).contains("window A");
    }

    @Test
    void inTheRunningGameWhoeverListensNowIsTold() {
        Gdx.graphics = graphics();
        GameFrame running = new GameFrame(input);
        player.processor = hearing("menu");
        decide(1, 0, 0);
        running.run(() -> Gdx.input.setInputProcessor(hearing("first screen")));
        decide(2, 0, 0);
        running.run(() -> {});
        player.processor = hearing("second screen"); // a click between two frames
        decide(1, 0, 0);
        running.run(() -> {});
        assertThat(told)
                .filteredOn(word -> !word.contains("L-Shift"))
                .containsExactly("menu Left", "first screen Right", "second screen Left");
    }

    private InputAdapter hearing(String who) {
        return new InputAdapter() {
            @Override
            public boolean keyDown(int key) {
                return told.add(who + " " + Keys.toString(key));
            }
        };
    }

    private static Graphics graphics() {
        return (Graphics) Proxy.newProxyInstance(
                Graphics.class.getClassLoader(),
                new Class<?>[] {Graphics.class},
                (proxy, method, args) -> ThreadView.nothing(method.getReturnType()));
    }

    /** Else a screen that begins with the key held would never hear of it. */
    @Test
    void keysThatWereHeldArePressedAnewAfterAReset() {
        Gdx.graphics = graphics();
        GameFrame running = new GameFrame(input);
        player.processor = hearing("first");
        decide(1, 0, 0);
        running.run(() -> {});
        running.reset();
        player.processor = hearing("second");
        decide(1, 0, 0);
        running.run(() -> {});
        assertThat(told).containsExactly("first Left", "second Left");
    }

    /** Two decisions may come in one frame that is long. */
    @Test
    void aTapThatNoFrameHasShownIsNotLost() {
        decide(0, 1, 0);
        decide(0, 0, 0);
        assertThat(poll()).isEqualTo("J*");
        assertThat(poll()).isEmpty();
        decide(1, 0, 0);
        decide(0, 0, 0);
        assertThat(poll()).as("what was only to be held is let go").isEmpty();
    }

    @Test
    void aGameFindsItselfAndItsScreen() {
        ApplicationListener game = new ApplicationAdapter() {};
        frame.setListener(game);
        frame.run(() -> {
            assertThat(Gdx.app.getApplicationListener()).isSameAs(game);
            assertThat(Gdx.graphics.getDisplayMode().width).isEqualTo(101);
            assertThat(Gdx.graphics.getDisplayMode().refreshRate).isEqualTo(50);
            assertThat(Gdx.graphics.getDensity()).isOne();
        });
    }

    @Test
    void aResetLetsEverythingGoWithoutAWord() {
        listen();
        decide(1, 0, 1);
        toldInAFrame();
        frame.reset();
        assertThat(toldInAFrame()).isEmpty();
        assertThat(poll()).isEmpty();
    }

    @Test
    void aFixedFrameHasItsOwnTimeAndScreen() {
        for (int i = 0; i < 3; i++) {
            long number = i;
            frame.run(() -> {
                assertThat(Gdx.graphics.getDeltaTime()).isEqualTo(0.02f);
                assertThat(Gdx.graphics.getFrameId()).isEqualTo(number);
                assertThat(Gdx.graphics.getFramesPerSecond()).isEqualTo(50);
                assertThat(Gdx.graphics.getWidth()).isEqualTo(101);
                assertThat(Gdx.graphics.getBackBufferHeight()).isEqualTo(51);
                assertThat(Gdx.graphics.isFullscreen()).isFalse();
            });
        }
        assertThat(Gdx.graphics.getWidth()).as("outside of frames").isZero();
    }

    @Test
    void aFrameOfTheRunningGameHasTheRealOnes() {
        new GameFrame(input).run(() -> {
            assertThat(Gdx.graphics).isNull();
            assertThat(Gdx.app).isNull();
        });
    }

    @Test
    void whatIsPostedRunsInTheNextFrame() {
        frame.run(() -> Gdx.app.postRunnable(() -> {
            told.add("first");
            Gdx.app.postRunnable(() -> told.add("second"));
        }));
        assertThat(told).isEmpty();
        frame.run(() -> assertThat(told).containsExactly("first"));
        frame.run(() -> assertThat(told).containsExactly("first", "second"));
        frame.run(() -> Gdx.app.postRunnable(() -> told.add("of an episode that is over")));
        frame.reset();
        assertThat(toldInAFrame()).isEmpty();
    }

    @Test
    void preferencesAreKeptUntilTheReset() {
        frame.run(() -> {
            Preferences preferences = Gdx.app.getPreferences("scores");
            assertThat(preferences.getInteger("best")).isZero();
            assertThat(preferences.getInteger("best", 7)).isEqualTo(7);
            assertThat(preferences.getString("name")).isEmpty();
            assertThat(preferences.getBoolean("sound")).isFalse();
            preferences
                    .putInteger("best", 3)
                    .putString("name", "ada")
                    .put(Map.of("sound", true))
                    .flush();
        });
        frame.run(() -> {
            Preferences preferences = Gdx.app.getPreferences("scores");
            assertThat(preferences.getInteger("best", 7)).isEqualTo(3);
            assertThat(Map.of("best", 3, "name", "ada", "sound", true)).isEqualTo(preferences.get());
            assertThat(Gdx.app.getPreferences("others").contains("best")).isFalse();
            preferences.remove("name");
            assertThat(preferences.contains("name")).isFalse();
            assertThat(preferences).isEqualTo(Gdx.app.getPreferences("scores"));
            preferences.clear();
            assertThat(preferences.get()).isEmpty();
            preferences.putLong("time", 5);
            assertThat(preferences.getInteger("time")).isEqualTo(5);
            assertThat(preferences.getString("time")).isEqualTo("5");
            assertThat(preferences.getFloat("time")).isEqualTo(5);
            Gdx.app.exit();
        });
        frame.reset();
        frame.run(() -> assertThat(Gdx.app.getPreferences("scores").get()).isEmpty());
    }

    /** libGDX keeps what an application has in maps by application. */
    @Test
    void whatIsShownEqualsItself() {
        frame.run(() -> {
            assertThat(Gdx.app.equals(Gdx.app)).isTrue();
            assertThat(new HashMap<>(Map.of(Gdx.app, 1))).containsKey(Gdx.app);
            assertThat(Gdx.input.equals(Gdx.input)).isTrue();
            assertThat(Gdx.input.equals(Gdx.graphics)).isFalse();
        });
    }

    @Test
    void eventsHaveTheGamesTime() {
        List<Long> times = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            frame.run(() -> times.add(Math.round(Gdx.input.getCurrentEventTime() * 1e-6)));
        }
        assertThat(times).containsExactly(0L, 20L, 40L);
    }

    /** A game may put its own before what it finds. */
    @Test
    void aGamesOwnInputIsAskedOnce() {
        Gdx.graphics = graphics();
        GameFrame running = new GameFrame(input);
        running.run(() -> {
            Input shown = Gdx.input;
            Gdx.input = (Input) Proxy.newProxyInstance(
                    Input.class.getClassLoader(),
                    new Class<?>[] {Input.class},
                    (proxy, method, args) -> method.invoke(shown, args));
        });
        decide(1, 0, 0);
        assertThat(poll(running)).isEqualTo("L*");
        assertThat(poll(running)).isEqualTo("L");
    }

    @Test
    void aPostedRunnableMayRunAnotherFrame() {
        frame.run(() -> {
            for (int i = 0; i < 3; i++) {
                int number = i;
                Gdx.app.postRunnable(() -> {
                    told.add("posted " + number);
                    if (number == 0) {
                        frame.run(() -> told.add("within"));
                    }
                });
            }
        });
        assertThat(toldInAFrame()).containsExactly("posted 0", "within", "posted 1", "posted 2");
    }

    /** A player's scores stay his, and the next episode finds none. */
    @Test
    void whatAGameSavesIsGoneWithItsEpisode(@TempDir Path working) {
        Files real = (Files) Proxy.newProxyInstance(
                Files.class.getClassLoader(),
                new Class<?>[] {Files.class},
                (proxy, method, args) ->
                        new FileHandle(working.resolve((String) args[0]).toFile()));
        real.local("level.txt").writeString("given", false);
        real.external("scores").writeString("a player's", false);
        Gdx.files = real;
        FileHandle[] saved = new FileHandle[2];
        for (int episode = 0; episode < 2; episode++) {
            int number = episode;
            frame.reset();
            frame.run(() -> {
                assertThat(Gdx.files.internal("level.txt").readString()).isEqualTo("given");
                assertThat(Gdx.files.local("level.txt").readString()).isEqualTo("given");
                assertThat(Gdx.files.external("scores").exists()).isFalse();
                Gdx.files.external("scores").writeString("7", false);
                Gdx.files.local("level.txt").writeString("changed", false);
                Gdx.files.local("../up/there").writeString("x", false);
                saved[number] = Gdx.files.external("scores");
            });
            frame.run(() -> {
                assertThat(Gdx.files.external("scores").readString()).isEqualTo("7");
                assertThat(Gdx.files.local("level.txt").readString()).isEqualTo("changed");
            });
        }
        assertThat(saved[0].exists()).isFalse();
        assertThat(saved[1].exists()).isTrue();
        frame.reset();
        assertThat(saved[1].parent().parent().exists()).isFalse();
        assertThat(real.external("scores").readString()).isEqualTo("a player's");
        assertThat(real.local("level.txt").readString()).isEqualTo("given");
        assertThat(working.toFile().list()).hasSize(2);
        Gdx.files = null;
    }

    @Test
    void eachThreadSeesItsOwnFrame() throws Exception {
        CyclicBarrier together = new CyclicBarrier(2);
        ActionInput otherInput = new ActionInput(MAPPING);
        GameFrame other = GameFrame.fixed(otherInput, 0.5f, 7, 7);
        decide(1, 0, 0);
        List<String> ofOther = new ArrayList<>();
        Thread thread = new Thread(() -> other.run(() -> {
            await(together);
            ofOther.add(Gdx.graphics.getWidth() + " " + Gdx.input.isKeyPressed(Keys.LEFT));
            await(together);
        }));
        thread.start();
        frame.run(() -> {
            await(together);
            seen.add(Gdx.graphics.getWidth() + " " + Gdx.input.isKeyPressed(Keys.LEFT));
            await(together);
        });
        thread.join();
        assertThat(seen).containsExactly("101 true");
        assertThat(ofOther).containsExactly("7 false");
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aFrameThatBreaksEndsAllTheSame() {
        decide(1, 0, 0);
        assertThatThrownBy(() -> frame.run(() -> {
                    throw new IllegalStateException("broken");
                }))
                .hasMessage("broken");
        assertThat(Gdx.input.isKeyPressed(Keys.LEFT)).as("outside of frames").isFalse();
        assertThat(poll()).isEqualTo("L");
        assertThatThrownBy(() -> Gdx.input.vibrate(1))
                .as("what the real one throws")
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessage("no motor");
    }

    @Test
    void windowsSetTheirInputAnewInEachFrame() {
        decide(1, 0, 0);
        assertThat(poll()).isEqualTo("L*");
        Gdx.input = player.input();
        assertThat(poll()).isEqualTo("L");
    }

    @Test
    void impossibleNumbersAndKeys() {
        assertThatThrownBy(() -> GameFrame.fixed(input, 0, 1, 1))
                .hasMessageContaining("more than 0 seconds, but takes 0.0");
        assertThatThrownBy(() -> GameFrame.fixed(input, Float.NaN, 1, 1)).hasMessageContaining("NaN");
        assertThatThrownBy(() -> GameFrame.fixed(input, 1, 0, 1)).hasMessageContaining("0 x 1");
        assertThatThrownBy(() -> Press.hold("left")).hasMessageContaining("choice 'left' presses no key");
        assertThatThrownBy(() -> Press.tap("left", 256)).hasMessageContaining("0 to 255, but one is 256");
        InputMapping.Builder builder = InputMapping.builder();
        assertThatThrownBy(() -> builder.keys("x", Keys.A, Keys.B, 1.5f))
                .hasMessageContaining("dead zone must be 0 to 1, but is 1.5");
        assertThatThrownBy(() -> builder.keys("x", Keys.A, -7, 0)).hasMessageContaining("but one is -7");
        assertThatThrownBy(() -> builder.branch("run", Press.nothing("stay")))
                .hasMessageContaining("at least 2 choices");
        assertThatThrownBy(() -> builder.accelerometerX("tilt", 1).accelerometerX("lean", 1))
                .hasMessageContaining("another one moves ACCELEROMETER_X already");
        assertThatThrownBy(() -> builder.accelerometerY("tilt", Float.NaN))
                .hasMessageContaining("must be a number, but is NaN");
        assertThatThrownBy(InputMapping.builder()::build).hasMessageContaining("must decide something");
    }
}
