package io.github.gdxagents.training.cli;

import io.github.gdxagents.training.run.RunDirectory;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** What a command writes into a file of the user's choice: by its beginning it knows its own, and it overwrites no other. */
enum OutputFile {
    TABLE("| | runs |".getBytes(StandardCharsets.UTF_8)),
    PICTURE(new byte[] {(byte) 0x89, 'P', 'N', 'G'}),
    FIGURES("{\"figure\":".getBytes(StandardCharsets.UTF_8));

    private final byte[] beginning;

    OutputFile(byte[] beginning) {
        this.beginning = beginning;
    }

    /**
     * Why a file must stay as it is, or null if it may be written: it is new, empty, no file of a disk (such as a pipe), or the command's
     * own. One that can't be read is for whoever writes it to complain of.
     */
    String refusal(Path file) {
        if (Files.isDirectory(file)) {
            return "'" + file + "' is a folder. Give a file, such as one in it.";
        }
        return isWritable(file)
                ? null
                : "There is '" + file + "' already, which this command has not written, and it is not overwritten. Give"
                        + " another file, or remove it.";
    }

    private boolean isWritable(Path file) {
        if (!Files.isRegularFile(file)) {
            return true;
        }
        RunDirectory run = new RunDirectory(file.toAbsolutePath().getParent());
        if (file.toAbsolutePath().equals(run.learningCurve()) && Files.exists(run.config())) { // a picture, too
            return false;
        }
        try (InputStream stream = Files.newInputStream(file)) {
            byte[] found = stream.readNBytes(beginning.length);
            return found.length == 0 || Arrays.equals(found, beginning);
        } catch (IOException e) {
            return true;
        }
    }
}
