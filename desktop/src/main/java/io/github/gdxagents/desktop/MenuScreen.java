package io.github.gdxagents.desktop;

import com.badlogic.gdx.Gdx;
import com.badlogic.gdx.Input;
import com.badlogic.gdx.ScreenAdapter;
import com.badlogic.gdx.scenes.scene2d.Actor;
import com.badlogic.gdx.scenes.scene2d.InputEvent;
import com.badlogic.gdx.scenes.scene2d.InputListener;
import com.badlogic.gdx.scenes.scene2d.Stage;
import com.badlogic.gdx.scenes.scene2d.utils.ChangeListener;
import com.badlogic.gdx.utils.ScreenUtils;
import com.badlogic.gdx.utils.viewport.ScreenViewport;
import com.kotcrab.vis.ui.VisUI;
import com.kotcrab.vis.ui.widget.VisLabel;
import com.kotcrab.vis.ui.widget.VisTable;
import com.kotcrab.vis.ui.widget.VisTextButton;
import io.github.gdxagents.desktop.session.PolicySource;
import io.github.gdxagents.games.Game;
import io.github.gdxagents.games.GameCatalog;

/** Lists the games, to play or to watch, over one that plays itself. */
final class MenuScreen extends ScreenAdapter {
    private static final float TEXT_WIDTH = 460f;

    private final DesktopApplication application;
    private final Stage stage = new Stage(new ScreenViewport());
    private final Demo demo;
    private final VisLabel problem = new VisLabel("");

    MenuScreen(DesktopApplication application) {
        this.application = application;
        demo = new Demo(GameCatalog.games().get(0));
        VisTable whole = new VisTable();
        whole.setFillParent(true);
        VisTable table = new VisTable();
        table.setBackground(VisUI.getSkin().newDrawable("white", 0.047f, 0.059f, 0.125f, 0.86f));
        table.pad(20f, 28f, 20f, 28f);
        table.defaults().pad(6f);
        whole.add(table);
        VisLabel title = new VisLabel("Choose a game");
        title.setColor(0.4f, 0.91f, 1f, 1f);
        table.add(title).left().colspan(3).padBottom(18f).row();
        for (Game game : GameCatalog.games()) {
            addRow(table, game);
        }
        problem.setColor(1f, 0.42f, 0.3f, 1f);
        problem.setWrap(true);
        table.add(problem).colspan(3).width(TEXT_WIDTH + 264f).row();
        stage.addActor(whole);
        stage.addListener(new InputListener() {
            @Override
            public boolean keyDown(InputEvent event, int keycode) {
                if (keycode == Input.Keys.ESCAPE) {
                    application.exit(0);
                }
                return true;
            }
        });
    }

    private void addRow(VisTable table, Game game) {
        VisTable text = new VisTable();
        text.add(new VisLabel(game.title())).left().row();
        VisLabel description = new VisLabel(game.description());
        description.setColor(0.56f, 0.59f, 0.72f, 1f);
        description.setWrap(true);
        text.add(description).width(TEXT_WIDTH).left();
        table.add(text).left();
        boolean trained = PolicySource.isBundled(game.name());
        table.add(button("Play", game, Launch.Mode.PLAY)).width(110f);
        table.add(button(
                        trained ? "Watch" : "Watch script", game, trained ? Launch.Mode.POLICY : Launch.Mode.HEURISTIC))
                .width(130f)
                .row();
    }

    private VisTextButton button(String text, Game game, Launch.Mode mode) {
        VisTextButton button = new VisTextButton(text);
        button.addListener(new ChangeListener() {
            @Override
            public void changed(ChangeEvent event, Actor actor) {
                String message = application.open(game.name(), mode);
                if (message != null) {
                    problem.setText(message);
                }
            }
        });
        return button;
    }

    @Override
    public void show() {
        Gdx.input.setInputProcessor(stage);
    }

    @Override
    public void render(float delta) {
        ScreenUtils.clear(0.047f, 0.059f, 0.125f, 1f);
        demo.render(delta);
        stage.getViewport().apply();
        stage.act(delta);
        stage.draw();
        application.finishFrame();
    }

    @Override
    public void resize(int width, int height) {
        stage.getViewport().update(width, height, true);
        demo.resize(width, height);
    }

    @Override
    public void dispose() {
        stage.dispose();
        demo.dispose();
    }
}
