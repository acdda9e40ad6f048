package com.example.hop;

import com.badlogic.gdx.Gdx;
import com.badlogic.gdx.Input.Keys;
import com.badlogic.gdx.Preferences;
import com.badlogic.gdx.ScreenAdapter;
import com.badlogic.gdx.graphics.GL20;

class GameOverScreen extends ScreenAdapter {
    private final HopGame game;

    GameOverScreen(HopGame game) {
        this.game = game;
        Preferences preferences = Gdx.app.getPreferences("hop");
        preferences.putInteger("best", Math.max(HopGame.score, preferences.getInteger("best")));
        preferences.flush();
    }

    @Override
    public void render(float delta) {
        Gdx.gl.glClear(GL20.GL_COLOR_BUFFER_BIT);
        if (Gdx.input.isKeyJustPressed(Keys.ENTER)) {
            game.setScreen(new PlayScreen(game));
        }
    }
}
