package io.github.gdxagents.host;

import com.badlogic.gdx.Preferences;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;

/**
 * A game's preferences that touch no file: empty in each episode, so that a simulation neither reads nor overwrites a player's scores.
 *
 * <p>Thread safety: none.
 */
final class PreferencesInMemory implements InvocationHandler {
    private final Map<String, Object> values = new HashMap<String, Object>();

    private PreferencesInMemory() {}

    static Preferences make() {
        return (Preferences) Proxy.newProxyInstance(
                Preferences.class.getClassLoader(), new Class<?>[] {Preferences.class}, new PreferencesInMemory());
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] args) {
        String name = method.getName();
        switch (name) {
            case "get":
                return new HashMap<String, Object>(values);
            case "put":
                values.putAll((Map<String, ?>) args[0]);
                return proxy;
            case "contains":
                return values.containsKey(args[0]);
            case "clear":
                values.clear();
                return null;
            case "remove":
                values.remove(args[0]);
                return null;
            case "equals":
                return proxy == args[0];
            case "hashCode":
                return System.identityHashCode(proxy);
            default:
                break; // of a type
        }
        if (name.startsWith("put")) {
            values.put((String) args[0], args[1]);
            return proxy;
        } else if (name.startsWith("get")) {
            return value(method.getReturnType(), args);
        }
        return null; // flush
    }

    private Object value(Class<?> type, Object... args) {
        Object value = values.get(args[0]);
        if (value != null) {
            return as(type, value);
        } else if (args.length > 1) {
            return args[1];
        }
        return type == String.class ? "" : ThreadView.nothing(type);
    }

    /** As real ones do, which keep texts: a number that was put as an int may be asked for as a long. */
    private static Object as(Class<?> type, Object value) {
        String text = String.valueOf(value);
        if (type == boolean.class) {
            return Boolean.valueOf(text);
        } else if (type == int.class) {
            return Integer.valueOf(text);
        } else if (type == long.class) {
            return Long.valueOf(text);
        }
        return type == float.class ? (Object) Float.valueOf(text) : text;
    }
}
