package com.acme.mygame;

import com.badlogic.gdx.Game;
import com.badlogic.gdx.backends.lwjgl3.Lwjgl3Application;
import com.badlogic.gdx.backends.lwjgl3.Lwjgl3ApplicationConfiguration;

/** Opens the window. */
public class Desktop {
    public static void main(String[] args) {
        Lwjgl3ApplicationConfiguration configuration = new Lwjgl3ApplicationConfiguration();
        configuration.setTitle("mygame");
        configuration.setWindowedMode(720, 720);
        configuration.disableAudio(true); // as long as there are no sounds
        new Lwjgl3Application(
                new Game() {
                    @Override
                    public void create() {
                        setScreen(new TagScreen());
                    }

                    @Override
                    public void dispose() {
                        getScreen().dispose();
                    }
                },
                configuration);
    }
}
