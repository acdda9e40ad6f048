package io.github.gdxagents.training.host;

import com.badlogic.gdx.graphics.GL20;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.IntBuffer;
import java.util.Map;

/**
 * An OpenGL that draws nothing and complains of nothing: shaders compile, framebuffers are complete, handles are never 0.
 *
 * <p>Thread safety: any number of threads.
 */
final class SilentOpenGL implements InvocationHandler {
    private static final int A_HANDLE = 1;
    /** What a game may ask before it makes shaders and textures. */
    private static final Map<Integer, Integer> PARAMETERS = Map.of(
            GL20.GL_COMPILE_STATUS, 1,
            GL20.GL_LINK_STATUS, 1,
            GL20.GL_MAX_TEXTURE_SIZE, 8192,
            GL20.GL_MAX_TEXTURE_IMAGE_UNITS, 16,
            GL20.GL_MAX_TEXTURE_UNITS, 16);

    private SilentOpenGL() {}

    static GL20 make() {
        return (GL20)
                Proxy.newProxyInstance(GL20.class.getClassLoader(), new Class<?>[] {GL20.class}, new SilentOpenGL());
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] args) {
        switch (method.getName()) {
            case "glGetShaderiv", "glGetProgramiv", "glGetIntegerv" -> put(args);
            case "glGenTexture",
                    "glGenBuffer",
                    "glGenFramebuffer",
                    "glGenRenderbuffer",
                    "glCreateShader",
                    "glCreateProgram" -> {
                return A_HANDLE;
            }
            case "glCheckFramebufferStatus" -> {
                return GL20.GL_FRAMEBUFFER_COMPLETE;
            }
            case "toString" -> {
                return SilentOpenGL.class.getName();
            }
            case "equals" -> {
                return proxy == args[0];
            }
            default -> {
                // nothing to do
            }
        }
        return nothing(method.getReturnType());
    }

    /** The last argument takes the answer to the one before. */
    private static void put(Object... args) {
        IntBuffer answer = (IntBuffer) args[args.length - 1];
        answer.put(answer.position(), PARAMETERS.getOrDefault((Integer) args[args.length - 2], 0));
    }

    private static Object nothing(Class<?> type) {
        if (type == int.class) {
            return 0;
        } else if (type == boolean.class) {
            return false;
        }
        return type == String.class ? "" : null;
    }
}
