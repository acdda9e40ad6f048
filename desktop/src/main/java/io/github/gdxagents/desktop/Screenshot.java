package io.github.gdxagents.desktop;

import com.badlogic.gdx.Gdx;
import com.badlogic.gdx.files.FileHandle;
import com.badlogic.gdx.graphics.Pixmap;
import com.badlogic.gdx.graphics.PixmapIO;
import com.badlogic.gdx.utils.GdxRuntimeException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.Deflater;

/** Writes the frame that was just drawn to a PNG file. */
final class Screenshot {
    /** What a PNG file begins with. */
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G'};

    private Screenshot() {}

    /** Whether nothing but a picture would be lost: there is no such file, or an empty one, or a PNG. */
    static boolean mayReplace(Path file) {
        if (!Files.isRegularFile(file)) {
            return !Files.isDirectory(file);
        }
        try (InputStream stream = Files.newInputStream(file)) {
            byte[] found = stream.readNBytes(PNG.length);
            return found.length == 0 || Arrays.equals(found, PNG);
        } catch (IOException e) { // who writes it will say more
            return true;
        }
    }

    /** Gives the problem, or null. Call it at the end of a frame. */
    static String write(Path file) {
        int width = Gdx.graphics.getBackBufferWidth();
        int height = Gdx.graphics.getBackBufferHeight();
        Pixmap pixels = Pixmap.createFromFrameBuffer(0, 0, width, height);
        try {
            opaque(pixels);
            PixmapIO.writePNG(new FileHandle(file.toFile()), pixels, Deflater.DEFAULT_COMPRESSION, true);
            return null;
        } catch (GdxRuntimeException problem) {
            return "screenshot: '" + file + "' can't be written: " + problem.getMessage();
        } finally {
            pixels.dispose();
        }
    }

    /** Drawing with blending leaves holes in the alpha channel that the window doesn't show. */
    private static void opaque(Pixmap pixels) {
        ByteBuffer bytes = pixels.getPixels();
        for (int i = 3; i < bytes.limit(); i += 4) {
            bytes.put(i, (byte) 0xFF);
        }
    }
}
