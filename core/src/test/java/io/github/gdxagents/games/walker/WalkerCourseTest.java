package io.github.gdxagents.games.walker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.badlogic.gdx.math.Vector2;
import com.badlogic.gdx.physics.box2d.World;
import io.github.gdxagents.agent.RandomStream;
import io.github.gdxagents.box2d.Box2DNatives;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WalkerCourseTest {
    private static final float STEP = 14 / 30f;
    private static final double LEVEL = 400 / 30.0 / 4;

    private static WalkerGround drawn(long seed, boolean hardcore) {
        WalkerGround ground = new WalkerGround();
        WalkerChance chance = new WalkerChance.Drawn(hardcore);
        chance.reset(seed);
        chance.shape(ground);
        return ground;
    }

    private static float side(WalkerGround ground, int box, int from, int to) {
        float[] boxes = ground.boxes();
        return Math.abs(boxes[box * 8 + to] - boxes[box * 8 + from]);
    }

    @Test
    void aCourseBeginsLevelAndStaysNearThatLevel() {
        for (int seed = 0; seed < 50; seed++) {
            WalkerGround ground = drawn(seed, false);
            assertThat(ground.boxCount()).isZero();
            for (int i = 0; i < 200; i++) {
                double reach = i <= 20 ? 1e-6 : 2.5;
                assertThat((double) ground.heights()[i]).as("seed " + seed).isCloseTo(LEVEL, within(reach));
            }
        }
    }

    /** Sizes in steps of 14/30 metres: stumps 1 or 2 square, stairs 4 by 1, walls of pits 1 by 4. */
    @Test
    void theHardCourseHasStumpsStairsAndPits() {
        Set<String> sizes = new HashSet<>();
        for (int seed = 0; seed < 20; seed++) {
            WalkerGround ground = drawn(seed, true);
            for (int box = 0; box < ground.boxCount(); box++) {
                float width = side(ground, box, 0, 4) / STEP;
                float height = side(ground, box, 1, 3) / STEP;
                assertThat(width).isCloseTo(Math.round(width), within(1e-3f));
                assertThat(height).isCloseTo(Math.round(height), within(1e-3f));
                sizes.add(Math.round(width) + "x" + Math.round(height));
            }
        }
        assertThat(sizes).containsExactlyInAnyOrder("1x1", "2x2", "4x1", "1x4");
    }

    /** What stands on the ground begins as high as it: the left upper corner of a wall or a stair, the left lower one of a stump. */
    @Test
    void anObstacleBeginsAtTheHeightOfTheGround() {
        for (int seed = 0; seed < 20; seed++) {
            WalkerGround ground = drawn(seed, true);
            float lastEnd = 0;
            for (int box = 0; box < ground.boxCount(); box++) {
                float[] boxes = ground.boxes();
                float left = boxes[box * 8];
                boolean follows = Math.abs(left - lastEnd) < 0.01f; // a further stair
                lastEnd = boxes[box * 8 + 4];
                if (follows || Math.round(left / STEP) >= 200) { // a wall may stand beyond the end
                    continue;
                }
                boolean isStump = Math.abs(side(ground, box, 0, 4) - side(ground, box, 1, 3)) < 0.01f;
                float height = ground.heights()[Math.round(left / STEP)];
                float upper = boxes[box * 8 + 1];
                float lower = boxes[box * 8 + 3];
                boolean isSecondWall = Math.abs(height - lower) < 0.01f && !isStump; // it begins on the pit's floor
                float begin = isStump || isSecondWall ? lower : upper;
                assertThat(begin).as("seed %d, box %d", seed, box).isCloseTo(height, within(0.01f));
            }
        }
    }

    @Test
    void theSameSeedGivesTheSameCourse() {
        assertThat(drawn(7, true).heights()).isEqualTo(drawn(7, true).heights());
        assertThat(drawn(7, true).heights()).isNotEqualTo(drawn(8, true).heights());
    }

    /** A ray of 160/30 metres that ends on ground h below the walker sees h / (its length * cosine). */
    @Test
    void raysSeeHowFarTheGroundIs() {
        Box2DNatives.require();
        World world = new World(new Vector2(), true);
        WalkerGround ground = new WalkerGround();
        new WalkerCourse(RandomStream.of(1), false).draw(ground);
        for (int i = 0; i < 200; i++) {
            ground.setHeight(i, 1);
        }
        ground.build(world);
        WalkerLidar lidar = new WalkerLidar();
        lidar.cast(world, new Vector2(20.1f, 3));
        for (int ray = 0; ray < 10; ray++) {
            double expected = Math.min(1, 2 / (160 / 30.0 * Math.cos(0.15 * ray)));
            assertThat((double) lidar.fraction(ray)).as("ray " + ray).isCloseTo(expected, within(1e-5));
        }
        world.dispose();
    }
}
