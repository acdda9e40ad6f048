package io.github.gdxagents.training.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.badlogic.gdx.Application;
import com.badlogic.gdx.Gdx;
import com.badlogic.gdx.graphics.Color;
import com.badlogic.gdx.graphics.GL20;
import com.badlogic.gdx.graphics.Pixmap;
import com.badlogic.gdx.graphics.Texture;
import com.badlogic.gdx.graphics.g2d.BitmapFont;
import com.badlogic.gdx.graphics.glutils.FrameBuffer;
import com.badlogic.gdx.graphics.glutils.ShaderProgram;
import com.badlogic.gdx.graphics.glutils.ShapeRenderer;
import com.badlogic.gdx.scenes.scene2d.Stage;
import com.badlogic.gdx.scenes.scene2d.ui.Label;
import com.badlogic.gdx.utils.viewport.FitViewport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What games make in their screens. */
final class HeadlessGdxTest {
    @BeforeAll
    static void install() {
        HeadlessGdx.install();
    }

    @Test
    void itIsThereOnce() {
        Application before = Gdx.app;
        HeadlessGdx.install();
        assertThat(Gdx.app).isSameAs(before);
        assertThat(Gdx.app.getType()).isEqualTo(Application.ApplicationType.HeadlessDesktop);
        assertThat(Gdx.gl20).isSameAs(Gdx.gl).isEqualTo(Gdx.gl).hasToString(Gdx.gl.toString());
    }

    @Test
    void texturesFontsShadersAndStagesCanBeMadeAndDrawn() {
        assertThatCode(() -> {
                    Texture texture = new Texture(new Pixmap(4, 4, Pixmap.Format.RGBA8888), true);
                    assertThat(texture.getTextureObjectHandle()).isPositive();
                    assertThat(new Texture(Gdx.files.internal("hop/coin.png")).getWidth())
                            .isEqualTo(16);
                    Stage stage = new Stage(new FitViewport(800, 480));
                    stage.addActor(new Label("score", new Label.LabelStyle(new BitmapFont(), Color.WHITE)));
                    stage.act(0.1f);
                    stage.draw();
                    stage.dispose();
                    FrameBuffer buffer = new FrameBuffer(Pixmap.Format.RGBA8888, 8, 8, true);
                    buffer.begin();
                    Gdx.gl.glClear(GL20.GL_COLOR_BUFFER_BIT);
                    buffer.end();
                    buffer.dispose();
                    ShapeRenderer shapes = new ShapeRenderer();
                    shapes.begin(ShapeRenderer.ShapeType.Filled);
                    shapes.circle(0, 0, 1);
                    shapes.end();
                    shapes.dispose();
                    ShaderProgram shader = new ShaderProgram("void main() {}", "void main() {}");
                    assertThat(shader.isCompiled()).as(shader.getLog()).isTrue();
                    Gdx.audio.newSound(Gdx.files.internal("none.ogg")).play();
                    texture.dispose();
                })
                .doesNotThrowAnyException();
    }

    @Test
    void whatWouldBeSharedByAllInstancesIsRefusedOutsideOfFrames() {
        assertThatThrownBy(() -> Gdx.app.getPreferences("scores"))
                .hasMessageContaining("getPreferences(scores) outside of a frame")
                .hasMessageContaining("GameFrame");
        assertThatThrownBy(() -> Gdx.app.postRunnable(() -> {}))
                .hasMessageContaining("postRunnable outside of a frame");
    }
}
