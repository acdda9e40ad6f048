package io.github.gdxagents.policy;

import com.badlogic.gdx.assets.AssetDescriptor;
import com.badlogic.gdx.assets.AssetLoaderParameters;
import com.badlogic.gdx.assets.AssetManager;
import com.badlogic.gdx.assets.loaders.AsynchronousAssetLoader;
import com.badlogic.gdx.assets.loaders.FileHandleResolver;
import com.badlogic.gdx.files.FileHandle;
import com.badlogic.gdx.utils.Array;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Loads policies through an {@link AssetManager}:
 *
 * <pre>{@code
 * assets.setLoader(PolicyModel.class, new PolicyLoader(assets.getFileHandleResolver()));
 * assets.load("lander.policy", PolicyModel.class);
 * }</pre>
 *
 * <p>The whole file is read and checked off the rendering thread.
 *
 * <p>Thread safety: as the asset manager needs it.
 */
public final class PolicyLoader extends AsynchronousAssetLoader<PolicyModel, PolicyLoader.Parameters> {
    private final Map<String, PolicyModel> loaded = new ConcurrentHashMap<String, PolicyModel>();

    /**
     * Makes a loader.
     *
     * @param resolver finds the files
     */
    public PolicyLoader(FileHandleResolver resolver) {
        super(resolver);
    }

    @Override
    public void loadAsync(AssetManager manager, String fileName, FileHandle file, Parameters parameters) {
        loaded.put(fileName, PolicyFile.read(file));
    }

    @Override
    public PolicyModel loadSync(AssetManager manager, String fileName, FileHandle file, Parameters parameters) {
        return loaded.remove(fileName);
    }

    @Override
    public void unloadAsync(AssetManager manager, String fileName, FileHandle file, Parameters parameters) {
        loaded.remove(fileName);
    }

    @Override
    @SuppressWarnings("rawtypes") // the type that libGDX declares
    public Array<AssetDescriptor> getDependencies(String fileName, FileHandle file, Parameters parameters) {
        return null;
    }

    /** A policy has no parameters of its own. */
    public static final class Parameters extends AssetLoaderParameters<PolicyModel> {}
}
