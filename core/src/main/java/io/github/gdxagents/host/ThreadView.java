package io.github.gdxagents.host;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;

/**
 * Stands in for one of {@code Gdx}'s fields: a thread in which a {@link GameFrame} runs sees that, all others the real thing.
 *
 * <p>A proxy, since the interfaces of libGDX grow from version to version, and the plugin runs with many.
 */
final class ThreadView implements InvocationHandler {
    /** What a frame gives for what it leaves to the real thing; null is an answer. */
    static final Object UNANSWERED = new Object();

    /** What a frame answers. */
    interface Answers {
        Object answer(GameFrame frame, Method method, Object[] args, Object real);
    }

    private final Object real;
    private final Answers answers;

    private ThreadView(Object real, Answers answers) {
        this.real = real;
        this.answers = answers;
    }

    /** Something that stands in for the real thing, of which there may be none, or the real thing itself if it is one already. */
    static <T> T of(Class<T> type, T real, Answers answers) {
        return viewOf(real) != null
                ? real
                : type.cast(Proxy.newProxyInstance(
                        type.getClassLoader(), new Class<?>[] {type}, new ThreadView(real, answers)));
    }

    /** What stands behind. */
    static <T> T real(Class<T> type, T seen) {
        ThreadView view = viewOf(seen);
        return view == null ? seen : type.cast(view.real);
    }

    private static ThreadView viewOf(Object seen) {
        if (seen == null || !Proxy.isProxyClass(seen.getClass())) {
            return null;
        }
        InvocationHandler handler = Proxy.getInvocationHandler(seen);
        return handler instanceof ThreadView ? (ThreadView) handler : null;
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] args) throws Throwable {
        if (method.getName().equals("equals") && args.length == 1) { // libGDX keeps maps by application
            return proxy == args[0];
        }
        GameFrame frame = GameFrame.ofThisThread();
        Object answer = frame == null ? UNANSWERED : answers.answer(frame, method, args, real);
        if (answer != UNANSWERED) {
            return answer;
        }
        if (real == null) {
            return method.getName().equals("hashCode") ? (Object) 0 : nothing(method.getReturnType());
        }
        try {
            return method.invoke(real, args);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        }
    }

    /** What a thing that isn't there says: 0, false or null. */
    static Object nothing(Class<?> type) {
        if (type == boolean.class) {
            return false;
        } else if (type == float.class) {
            return 0f;
        } else if (type == long.class) {
            return 0L;
        } else {
            return type == int.class ? (Object) 0 : null;
        }
    }
}
