package io.github.gdxagents.desktop;

import com.badlogic.gdx.Gdx;
import com.badlogic.gdx.files.FileHandle;
import com.badlogic.gdx.graphics.Pixmap;
import com.badlogic.gdx.graphics.PixmapIO;
import com.badlogic.gdx.utils.GdxRuntimeException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.zip.Deflater;

/** Writes the frame that was just drawn to a PNG file. */
final class Screenshot {
    private Screenshot() {}

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
