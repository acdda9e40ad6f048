package io.github.gdxagents.training.disk;

import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttributeView;
import java.util.List;

/**
 * Attributes of a file. A view outlives the call that makes it, so that its methods have to ask for faults themselves.
 *
 * <p>A proxy, since each system has views of its own and their methods follow one pattern: those that throw {@link IOException} touch the
 * disk, and those of them that set, write or delete change it.
 */
final class FaultyView implements InvocationHandler {
    private final FileAttributeView real;
    private final Path file;
    private final FaultPlan plan;

    private FaultyView(FileAttributeView real, Path file, FaultPlan plan) {
        this.real = real;
        this.file = file;
        this.plan = plan;
    }

    /** Null stays null: the system has no such view. */
    static <V extends FileAttributeView> V over(Class<V> type, V real, Path file, FaultPlan plan) {
        if (real == null) {
            return null;
        }
        ClassLoader loader = FaultyView.class.getClassLoader();
        return type.cast(Proxy.newProxyInstance(loader, new Class<?>[] {type}, new FaultyView(real, file, plan)));
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
        if (List.of(method.getExceptionTypes()).contains(IOException.class)) {
            ask(method.getName());
        }
        try {
            return method.invoke(real, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private void ask(String method) throws IOException {
        if (method.matches("(set|write|delete).*")) {
            plan.pass(Operation.on("change attributes of", file, Need.PERMISSION), file);
        } else {
            plan.look(file);
        }
    }
}
