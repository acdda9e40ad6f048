package io.github.gdxagents.host;

import com.badlogic.gdx.Files;
import com.badlogic.gdx.files.FileHandle;
import com.badlogic.gdx.utils.GdxRuntimeException;
import java.io.File;
import java.io.IOException;

/**
 * What a game saves in a simulation: files in a temporary folder that goes with the episode, so that neither a player's scores are overwritten
 * nor another instance, or the next episode, finds what this one left.
 *
 * <p>Thread safety: none.
 */
final class EpisodeFiles {
    /** Null as long as the game asks for no file. */
    private FileHandle folder;

    /** A file of the user's home: there is none at first. */
    FileHandle external(String path) {
        return file("external", path);
    }

    /** A file of the working folder: where it is there, a copy, for it may come with the game. */
    FileHandle local(String path, Files real) {
        FileHandle file = file("local", path);
        FileHandle given = real == null ? null : real.local(path);
        if (given != null && given.exists() && !given.isDirectory() && !file.exists()) {
            given.copyTo(file);
        }
        return file;
    }

    private FileHandle file(String kind, String path) {
        if (folder == null) {
            folder = new FileHandle(newFolder());
        }
        return folder.child(kind).child(path.replace("..", "__")); // nothing of it leads out
    }

    private static File newFolder() {
        try {
            File file = File.createTempFile("gdx-agents-files", "");
            if (file.delete() && file.mkdir()) {
                return file;
            }
            throw new GdxRuntimeException("The folder '" + file + "' for what the game saves can't be made.");
        } catch (IOException e) {
            throw new GdxRuntimeException(
                    "A folder for what the game saves can't be made: let it write to the folder for temporary files (the system"
                            + " property java.io.tmpdir), or free room there.",
                    e);
        }
    }

    void clear() {
        if (folder != null) {
            folder.deleteDirectory();
            folder = null;
        }
    }
}
