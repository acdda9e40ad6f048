package io.github.gdxagents.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.badlogic.gdx.assets.AssetManager;
import com.badlogic.gdx.assets.loaders.FileHandleResolver;
import com.badlogic.gdx.files.FileHandle;
import io.github.gdxagents.agent.ActionSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PolicyLoaderTest {
    @TempDir
    Path folder;

    private AssetManager assets;

    @BeforeEach
    void makeManager() {
        FileHandleResolver resolver =
                name -> new FileHandle(folder.resolve(name).toFile());
        assets = new AssetManager(resolver, false);
        assets.setLoader(PolicyModel.class, new PolicyLoader(resolver));
    }

    @AfterEach
    void dispose() {
        assets.dispose();
    }

    private void write(String name, ActionSpec action) throws IOException {
        Files.write(folder.resolve(name), PolicyFile.toBytes(Fixtures.model(action)));
    }

    @Test
    void everyPolicyComesFromItsOwnFile() throws IOException {
        write("walk.policy", Fixtures.CONTINUOUS);
        write("shoot.policy", Fixtures.DISCRETE);
        assets.load("walk.policy", PolicyModel.class);
        assets.load("shoot.policy", PolicyModel.class);
        assets.finishLoading();
        PolicyModel walk = assets.get("walk.policy", PolicyModel.class);
        assertThat(walk.behavior().action()).isEqualTo(Fixtures.CONTINUOUS);
        PolicyModel shoot = assets.get("shoot.policy", PolicyModel.class);
        assertThat(shoot.behavior().action()).isEqualTo(Fixtures.DISCRETE);
    }

    @Test
    void damagedFileIsReportedAsSuch() throws IOException {
        Files.writeString(folder.resolve("broken.policy"), "this is no policy at all");
        assets.load("broken.policy", PolicyModel.class);
        assertThatThrownBy(() -> assets.finishLoading())
                .hasRootCauseInstanceOf(PolicyFileException.class)
                .rootCause()
                .hasMessageContaining("broken.policy");
    }
}
