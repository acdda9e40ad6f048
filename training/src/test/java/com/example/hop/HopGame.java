package com.example.hop;

import com.badlogic.gdx.Game;
import com.badlogic.gdx.Gdx;
import com.badlogic.gdx.assets.AssetManager;
import com.badlogic.gdx.graphics.Texture;

/** Catch the coins; three that fall are the end. */
public class HopGame extends Game {
    public static AssetManager assets;
    public static int score;
    public static int lives;

    @Override
    public void create() {
        assets = new AssetManager();
        assets.load("hop/coin.png", Texture.class);
        assets.load("hop/player.png", Texture.class);
        assets.finishLoading();
        Gdx.app.log("hop", "best so far: " + Gdx.app.getPreferences("hop").getInteger("best"));
        setScreen(new PlayScreen(this));
    }

    @Override
    public void dispose() {
        getScreen().dispose();
        assets.dispose();
    }
}
