package io.github.gdxagents.desktop;

import com.badlogic.gdx.Input.Keys;
import com.badlogic.gdx.InputAdapter;

/** The keys of the window itself; those that steer belong to the game. */
final class GameKeys extends InputAdapter {
    private static final String TIME = "P, Space\tpause, go on\nN, .\tone physics step\n+  -\tfaster, slower\n";
    private static final String EPISODES = "R\tsame episode again\nT, Enter\tnext episode\n";
    private static final String ONE_EPISODE = "R, T, Enter\tagain from its beginning\n";
    private static final String WINDOW =
            "Tab\tinspector\nV\twhat agents sense\nH, F1\thelp\nF12\tscreenshot\nEsc\tleave";

    private final GameScreen screen;

    GameKeys(GameScreen screen) {
        this.screen = screen;
    }

    /** What the keys do; a replay has no next episode. */
    static String help(boolean isReplay) {
        return TIME + (isReplay ? ONE_EPISODE : EPISODES) + WINDOW;
    }

    @Override
    public boolean keyDown(int key) {
        switch (key) {
            case Keys.P, Keys.SPACE -> screen.clock().togglePause();
            case Keys.N, Keys.PERIOD -> screen.clock().stepOnce();
            case Keys.R -> screen.restart();
            case Keys.T, Keys.ENTER -> screen.next();
            case Keys.TAB -> screen.hud().toggleInspector();
            case Keys.V -> screen.changeSensors();
            case Keys.H, Keys.F1 -> screen.hud().toggleHelp();
            case Keys.F12 -> screen.takeScreenshot();
            case Keys.ESCAPE -> screen.leave();
            default -> {
                return false;
            }
        }
        return true;
    }

    /** Plus and minus by what they write: keyboards have them in different places. */
    @Override
    public boolean keyTyped(char character) {
        if (character == '+' || character == '=') {
            screen.clock().faster();
        } else if (character == '-' || character == '_') {
            screen.clock().slower();
        } else {
            return false;
        }
        return true;
    }
}
