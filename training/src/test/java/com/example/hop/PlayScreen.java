package com.example.hop;

import com.badlogic.gdx.Gdx;
import com.badlogic.gdx.Input.Keys;
import com.badlogic.gdx.InputAdapter;
import com.badlogic.gdx.ScreenAdapter;
import com.badlogic.gdx.graphics.GL20;
import com.badlogic.gdx.graphics.OrthographicCamera;
import com.badlogic.gdx.graphics.Texture;
import com.badlogic.gdx.graphics.g2d.BitmapFont;
import com.badlogic.gdx.graphics.g2d.SpriteBatch;
import com.badlogic.gdx.math.MathUtils;
import com.badlogic.gdx.math.Vector2;
import com.badlogic.gdx.physics.box2d.Body;
import com.badlogic.gdx.physics.box2d.BodyDef;
import com.badlogic.gdx.physics.box2d.CircleShape;
import com.badlogic.gdx.physics.box2d.Contact;
import com.badlogic.gdx.physics.box2d.ContactImpulse;
import com.badlogic.gdx.physics.box2d.ContactListener;
import com.badlogic.gdx.physics.box2d.Manifold;
import com.badlogic.gdx.physics.box2d.PolygonShape;
import com.badlogic.gdx.physics.box2d.World;
import com.badlogic.gdx.utils.Array;

public class PlayScreen extends ScreenAdapter implements ContactListener {
    static Vector2 tmp = new Vector2();

    public World world;
    public Body player;
    public Array<Body> coins = new Array<>();
    private HopGame game;
    private SpriteBatch batch;
    private OrthographicCamera camera;
    private BitmapFont font;
    private float untilNext = 0.5f;
    private boolean sprints;

    public PlayScreen(HopGame game) {
        this.game = game;
        HopGame.score = 0;
        HopGame.lives = 3;
        batch = new SpriteBatch();
        font = new BitmapFont();
        font.setUseIntegerPositions(false);
        font.getData().setScale(0.04f);
        camera = new OrthographicCamera();
        camera.setToOrtho(false, 16, 16f * Gdx.graphics.getHeight() / Gdx.graphics.getWidth());
        world = new World(new Vector2(0, -10), true);
        world.setContactListener(this);
        BodyDef def = new BodyDef();
        def.type = BodyDef.BodyType.KinematicBody;
        def.position.set(8, 1);
        player = world.createBody(def);
        PolygonShape box = new PolygonShape();
        box.setAsBox(1, 0.3f);
        player.createFixture(box, 1);
        box.dispose();
        player.setUserData("player");
    }

    @Override
    public void show() {
        Gdx.input.setInputProcessor(new InputAdapter() {
            @Override
            public boolean keyDown(int key) {
                sprints |= key == Keys.SPACE;
                return true;
            }

            @Override
            public boolean keyUp(int key) {
                sprints &= key != Keys.SPACE;
                return true;
            }
        });
    }

    @Override
    public void render(float delta) {
        tmp.set(0, 0);
        if (Gdx.input.isKeyPressed(Keys.LEFT) && player.getPosition().x > 1) {
            tmp.x -= sprints ? 12 : 6;
        }
        if (Gdx.input.isKeyPressed(Keys.RIGHT) && player.getPosition().x < 15) {
            tmp.x += sprints ? 12 : 6;
        }
        player.setLinearVelocity(tmp);
        untilNext -= Gdx.graphics.getDeltaTime();
        if (untilNext < 0) {
            untilNext = 1.2f;
            drop();
        }
        world.step(delta, 8, 3);
        for (int i = coins.size - 1; i >= 0; i--) {
            if (coins.get(i).getPosition().y < 0) {
                System.out.println("missed, lives " + --HopGame.lives);
                world.destroyBody(coins.removeIndex(i));
            }
        }
        draw();
        if (HopGame.lives == 0) {
            game.setScreen(new GameOverScreen(game));
        }
    }

    private void drop() {
        BodyDef def = new BodyDef();
        def.type = BodyDef.BodyType.DynamicBody;
        def.linearDamping = 2;
        def.position.set(MathUtils.random(1f, 15f), 9);
        Body coin = world.createBody(def);
        CircleShape circle = new CircleShape();
        circle.setRadius(0.3f);
        coin.createFixture(circle, 1).setSensor(true);
        circle.dispose();
        coins.add(coin);
    }

    private void draw() {
        Gdx.gl.glClear(GL20.GL_COLOR_BUFFER_BIT);
        camera.update();
        batch.setProjectionMatrix(camera.combined);
        batch.begin();
        batch.draw(HopGame.assets.get("hop/player.png", Texture.class), player.getPosition().x - 1, 0.7f, 2, 0.6f);
        for (Body coin : coins) {
            tmp.set(coin.getPosition());
            batch.draw(HopGame.assets.get("hop/coin.png", Texture.class), tmp.x - 0.3f, tmp.y - 0.3f, 0.6f, 0.6f);
        }
        font.draw(batch, "Score " + HopGame.score, 0.3f, 11);
        batch.end();
    }

    @Override
    public void beginContact(Contact contact) {
        final Body coin = contact.getFixtureA().getBody() == player
                ? contact.getFixtureB().getBody()
                : contact.getFixtureA().getBody();
        Gdx.app.postRunnable(() -> {
            if (coins.removeValue(coin, true)) {
                world.destroyBody(coin);
                HopGame.score++;
            }
        });
    }

    @Override
    public void endContact(Contact contact) {}

    @Override
    public void preSolve(Contact contact, Manifold oldManifold) {}

    @Override
    public void postSolve(Contact contact, ContactImpulse impulse) {}

    @Override
    public void dispose() {
        world.dispose();
        batch.dispose();
        font.dispose();
    }
}
