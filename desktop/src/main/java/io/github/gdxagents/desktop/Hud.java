package io.github.gdxagents.desktop;

import com.badlogic.gdx.Gdx;
import com.badlogic.gdx.graphics.glutils.HdpiUtils;
import com.badlogic.gdx.scenes.scene2d.Stage;
import com.badlogic.gdx.utils.Disposable;
import com.badlogic.gdx.utils.viewport.ScreenViewport;
import io.github.gdxagents.desktop.overlay.Banner;
import io.github.gdxagents.desktop.overlay.HelpPanel;
import io.github.gdxagents.desktop.overlay.Inspector;
import io.github.gdxagents.games.view.GameView;

/** Lays out the window: the inspector at the right, the scene in what is left, help and messages over the scene. */
final class Hud implements Disposable {
    private static final int PANEL_WIDTH = 310;
    private static final int SMALLEST_SCENE = 320;

    private final Stage stage = new Stage(new ScreenViewport());
    private final GameView view;
    private final Inspector inspector;
    private final Banner banner = new Banner();
    private final HelpPanel help;

    Hud(GameView view, Inspector inspector, HelpPanel help, boolean overlay) {
        this.view = view;
        this.inspector = inspector;
        this.help = help;
        inspector.setVisible(overlay);
        stage.addActor(inspector);
        stage.addActor(banner);
        stage.addActor(help);
    }

    Stage stage() {
        return stage;
    }

    Banner banner() {
        return banner;
    }

    void toggleInspector() {
        inspector.setVisible(!inspector.isVisible());
        resize(Gdx.graphics.getWidth(), Gdx.graphics.getHeight());
    }

    void toggleHelp() {
        help.setVisible(!help.isVisible());
    }

    void resize(int width, int height) {
        stage.getViewport().update(width, height, true);
        boolean room = inspector.isVisible() && width >= PANEL_WIDTH + SMALLEST_SCENE;
        int scene = room ? width - PANEL_WIDTH : width;
        inspector.setBounds(width - PANEL_WIDTH, 0f, PANEL_WIDTH, height);
        view.resize(0, 0, scene, height);
        float bannerWidth = Math.min(560f, scene - 40f);
        banner.setWidth(bannerWidth);
        banner.setX((scene - bannerWidth) / 2f);
        help.pack();
        help.setPosition(Math.max(0f, (scene - help.getWidth()) / 2f), (height - help.getHeight()) / 2f);
    }

    void draw(float frameSeconds, float delta) {
        if (inspector.isVisible()) {
            inspector.update(frameSeconds, delta);
        }
        banner.setHeight(banner.getPrefHeight());
        banner.setY(stage.getHeight() - banner.getHeight() - 18f);
        stage.act(delta);
        HdpiUtils.glViewport(0, 0, Gdx.graphics.getWidth(), Gdx.graphics.getHeight());
        stage.draw();
    }

    @Override
    public void dispose() {
        stage.dispose();
    }
}
