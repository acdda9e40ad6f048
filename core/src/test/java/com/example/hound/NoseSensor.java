package com.example.hound;

import com.badlogic.gdx.graphics.Color;
import com.badlogic.gdx.graphics.glutils.ShapeRenderer;
import com.badlogic.gdx.math.Vector2;
import com.badlogic.gdx.physics.box2d.Body;
import com.badlogic.gdx.physics.box2d.World;
import com.badlogic.gdx.utils.Array;
import io.github.gdxagents.agent.ObservationSpec;
import io.github.gdxagents.agent.ObservationWriter;
import io.github.gdxagents.sensor.Sensor;

/** Smells treats: how strongly here, and how much more strongly a step ahead. */
public final class NoseSensor implements Sensor {
    private final Array<Vector2> treats; // the game's, metres in the world
    private Body self;

    public NoseSensor(Array<Vector2> treats) {
        this.treats = treats;
    }

    @Override
    public void declare(ObservationSpec.Builder observation) {
        observation.vector("nose", "here", "ahead");
    }

    @Override
    public void attach(World world, Body self) {
        this.self = self;
    }

    @Override
    public void observe(ObservationWriter out) {
        Vector2 position = self.getPosition(); // the body's own vector, which the next call overwrites
        float angle = self.getAngle();
        float aheadX = position.x + (float) StrictMath.cos(angle);
        float aheadY = position.y + (float) StrictMath.sin(angle);
        float here = smell(position.x, position.y);
        out.vector("nose").add(here).add(smell(aheadX, aheadY) - here);
    }

    private float smell(float x, float y) {
        float sum = 0;
        for (int i = 0; i < treats.size; i++) { // no iterator, which would be garbage
            sum += 1 / (1 + treats.get(i).dst2(x, y));
        }
        return sum;
    }

    @Override
    public void draw(ShapeRenderer shapes) {
        Vector2 position = self.getPosition();
        shapes.setColor(Color.GOLD);
        shapes.circle(position.x, position.y, smell(position.x, position.y), 24);
    }
}
