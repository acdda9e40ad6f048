package io.github.gdxagents.host;

import com.badlogic.gdx.Input;
import com.badlogic.gdx.InputProcessor;
import java.lang.reflect.Proxy;
import java.util.HashSet;
import java.util.Set;

/** An input as a window has one, of which a test holds the keys. */
final class PlayerKeyboard {
    final Set<Integer> held = new HashSet<>();
    InputProcessor processor;

    Input input() {
        return (Input) Proxy.newProxyInstance(
                Input.class.getClassLoader(),
                new Class<?>[] {Input.class},
                (proxy, method, args) -> switch (method.getName()) {
                    case "isKeyPressed" -> held.contains(args[0]);
                    case "getInputProcessor" -> processor;
                    case "setInputProcessor" -> {
                        processor = (InputProcessor) args[0];
                        yield null;
                    }
                    case "getX" -> 77;
                    case "vibrate" -> throw new UnsupportedOperationException("no motor");
                    default -> ThreadView.nothing(method.getReturnType());
                });
    }
}
