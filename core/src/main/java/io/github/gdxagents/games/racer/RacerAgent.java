package io.github.gdxagents.games.racer;

import com.badlogic.gdx.physics.box2d.World;
import io.github.gdxagents.agent.ActionSpec;
import io.github.gdxagents.agent.Actions;
import io.github.gdxagents.agent.BehaviorSpec;
import io.github.gdxagents.agent.NamedValues;
import io.github.gdxagents.agent.ObservationSpec;
import io.github.gdxagents.agent.ObservationWriter;
import io.github.gdxagents.agent.StepStatus;
import io.github.gdxagents.sensor.RaySensor;
import io.github.gdxagents.sensor.SensingAgent;
import io.github.gdxagents.sensor.Sensor;
import java.util.Collections;
import java.util.List;

/**
 * A driver: what one perceives, does and is rewarded for, and the rules of the race.
 *
 * <p>Rewards: 0.1 for each metre along the centre line; -0.01 for each step, or a slow lap would return what a fast one does; -0.3 for each
 * step that touches a border; +10 for finishing, which ends the episode, as does a checkpoint that is not reached in time, at -5. Checkpoints
 * are 20 metres apart, and from one to the next there are 6 seconds. So all episodes end, without a step limit.
 *
 * <p>Actions: {@code steer} from -1, left, to 1, right, and {@code throttle} from -1, brake, or backwards once the car stands, to 1.
 *
 * <p>A car whose episode has ended leaves the track.
 *
 * <p>Thread safety: that of its simulation.
 */
public final class RacerAgent implements SensingAgent {
    static final double METRE_REWARD = 0.1;
    static final double STEP_REWARD = -0.01;
    static final double TOUCH_REWARD = -0.3;
    static final double FINISH_REWARD = 10;
    static final double LATE_REWARD = -5;
    static final double CHECKPOINT = 20; // metres
    static final int PATIENCE = 6 * 60; // steps

    private static final double FAST = 20; // m/s
    private static final double SLIDING = 5; // m/s
    private static final double SPINNING = 2; // radians a second
    /** How far ahead a driver looks along the centre line, metres. */
    private static final double[] AHEAD = {5, 10, 16, 24, 34, 46};

    private static final BehaviorSpec BEHAVIOR = BehaviorSpec.builder("racer")
            .observation(observation())
            .action(ActionSpec.builder().continuous("steer", "throttle").build())
            .decisionPeriod(4)
            .rewardTerms("progress", "time", "touch", "end")
            .statistics("finished", "lapSeconds", "touches")
            .build();

    private final RacerCar car = new RacerCar();
    private final RaySensor eyes = eyes();
    private RacerTrack track;
    private StepStatus status = StepStatus.INACTIVE;
    private int laps;
    private double lane;
    private double start;
    private double place;
    private double checkpoint;
    private int patience;
    private int steps;
    private int bordersTouched;
    private int carsTouched;
    private int touches;
    private double progressReward;
    private double timeReward;
    private double touchReward;
    private double endReward;

    RacerAgent() {}

    private static ObservationSpec observation() {
        ObservationSpec.Builder observation = ObservationSpec.builder()
                .add("velocity.along")
                .add("velocity.across")
                .add("spin")
                .add("steering")
                .add("patience")
                .add("track.offset")
                .add("track.along")
                .add("track.across");
        for (double metres : AHEAD) {
            observation.add("ahead." + (int) metres + ".along");
            observation.add("ahead." + (int) metres + ".across");
        }
        eyes().declare(observation);
        return observation.build();
    }

    private static RaySensor eyes() {
        return RaySensor.builder("eyes")
                .rays(11)
                .fan(4f)
                .length(40)
                .sees("border", RacerSimulation.BORDER)
                .sees("car", RacerCar.CATEGORY)
                .build();
    }

    void begin(World world, RacerTrack newTrack, int newLaps, double newStart, float newLane) {
        track = newTrack;
        laps = newLaps;
        start = newStart;
        lane = newLane;
        float angle = track.angle(start);
        float x = (float) (track.atX(start) - lane * StrictMath.sin(angle));
        float y = (float) (track.atY(start) + lane * StrictMath.cos(angle));
        car.begin(world, x, y, angle);
        place = track.nearest(x, y, start);
        start = place;
        checkpoint = place + CHECKPOINT;
        patience = PATIENCE;
        steps = 0;
        bordersTouched = 0;
        carsTouched = 0;
        touches = 0;
        progressReward = 0;
        timeReward = 0;
        touchReward = 0;
        endReward = 0;
        status = StepStatus.RUNNING;
    }

    /** All cars are in their places: the sensors may look. */
    void look(World world) {
        eyes.attach(world, car.body());
    }

    void beforeStep() {
        if (status == StepStatus.TERMINATED) {
            status = StepStatus.INACTIVE;
            car.body().setActive(false);
        }
        if (status == StepStatus.RUNNING) {
            car.drive(RacerSimulation.STEP_SECONDS);
        }
    }

    void afterStep() {
        if (status != StepStatus.RUNNING) {
            return;
        }
        steps++;
        double before = place;
        place = track.nearest(car.x(), car.y(), place);
        progressReward += METRE_REWARD * (place - before);
        timeReward += STEP_REWARD;
        if (isTouchingBorder()) {
            touchReward += TOUCH_REWARD;
        }
        patience--;
        if (place >= checkpoint) {
            checkpoint += CHECKPOINT;
            patience = PATIENCE;
        }
        if (isFinished()) {
            end(FINISH_REWARD);
        } else if (patience <= 0) {
            end(LATE_REWARD);
        }
    }

    private void end(double reward) {
        endReward += reward;
        status = StepStatus.TERMINATED;
    }

    /** The car has begun (1) or ceased (-1) to touch a stretch of border or another car. */
    void touch(boolean isCar, int more) {
        boolean isFirst = bordersTouched + carsTouched == 0 && more > 0;
        if (isCar) {
            carsTouched += more;
        } else {
            bordersTouched += more;
        }
        if (isFirst && status == StepStatus.RUNNING) {
            touches++;
        }
    }

    boolean isFinished() {
        return place >= laps * track.length();
    }

    /** Seconds a lap at the speed so far, but no slower than the checkpoints allow. */
    double lapSeconds() {
        double slowest = track.length() / CHECKPOINT * PATIENCE;
        double driven = Math.max(1, place - start);
        return RacerSimulation.STEP_SECONDS * Math.min(slowest, steps * track.length() / driven);
    }

    RacerCar car() {
        return car;
    }

    RacerTrack track() {
        return track;
    }

    /** Metres from the start line, along the centre line; negative before it, and growing from lap to lap. */
    double place() {
        return place;
    }

    /** How far left of the centre line the car is, metres. */
    float offset() {
        return track.offset(car.x(), car.y(), place);
    }

    /** How far the track's direction is turned from the car's, radians counter-clockwise. */
    float turned() {
        return track.angle(place) - car.angle();
    }

    boolean isTouchingBorder() {
        return bordersTouched > 0;
    }

    /** How far left of the centre line the car stood at the start, metres. */
    double lane() {
        return lane;
    }

    @Override
    public BehaviorSpec behavior() {
        return BEHAVIOR;
    }

    @Override
    public List<? extends Sensor> sensors() {
        return Collections.singletonList(eyes);
    }

    @Override
    public void observe(ObservationWriter out) {
        float x = car.x();
        float y = car.y();
        float angle = car.angle();
        float cos = (float) StrictMath.cos(angle);
        float sin = (float) StrictMath.sin(angle);
        out.add((float) (car.along() / FAST), (float) (car.across() / SLIDING))
                .add((float) (car.spin() / SPINNING))
                .add((float) (car.steering() / RacerCar.MOST_STEERING))
                .add(patience / (float) PATIENCE)
                .add(2 * offset() / track.width())
                .add((float) StrictMath.cos(turned()), (float) StrictMath.sin(turned()));
        for (int i = 0; i < AHEAD.length; i++) {
            float dx = track.atX(place + AHEAD[i]) - x;
            float dy = track.atY(place + AHEAD[i]) - y;
            float metres = (float) AHEAD[i];
            out.add((dx * cos + dy * sin) / metres, (dy * cos - dx * sin) / metres);
        }
        eyes.observe(out);
    }

    @Override
    public void act(Actions actions) {
        car.control(actions.continuous(1), actions.continuous(0));
    }

    @Override
    public float takeReward() {
        float taken = (float) (progressReward + timeReward + touchReward + endReward);
        progressReward = 0;
        timeReward = 0;
        touchReward = 0;
        endReward = 0;
        return taken;
    }

    @Override
    public void rewardTerms(NamedValues out) {
        out.set(0, (float) progressReward);
        out.set(1, (float) timeReward);
        out.set(2, (float) touchReward);
        out.set(3, (float) endReward);
    }

    @Override
    public void statistics(NamedValues out) {
        out.set(0, isFinished() ? 1 : 0);
        out.set(1, (float) lapSeconds());
        out.set(2, touches);
    }

    @Override
    public StepStatus status() {
        return status;
    }

    @Override
    public void heuristic(Actions out) {
        RacerHeuristic.decide(this, out);
    }
}
