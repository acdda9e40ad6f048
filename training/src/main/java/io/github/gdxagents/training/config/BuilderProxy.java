package io.github.gdxagents.training.config;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Proxy;
import java.lang.reflect.RecordComponent;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/** What is behind the {@link ConfigBuilder} of every group: it takes values by the names of its methods and copies the record. */
final class BuilderProxy implements InvocationHandler {
    private final Record original;
    private final String prefix;
    /** By the name of the component: its value, the builder of a group, or the fault of a value that could not be made. */
    private final Map<String, Object> changes = new HashMap<>();

    private BuilderProxy(Record original, String prefix) {
        this.original = original;
        this.prefix = prefix;
    }

    /** A builder that begins with the values of a record; {@code prefix} is that of its keys, with a dot, or empty. */
    static <B extends ConfigBuilder<?>> B of(Record original, String prefix, Class<B> type) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, new BuilderProxy(original, prefix)));
    }

    @Override
    @SuppressWarnings("unchecked") // a group's builder is made for what the method's parameter declares
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
        if (method.getDeclaringClass() == Object.class) {
            return method.invoke(this, arguments);
        }
        if (method.isDefault()) { // makes a value of a simpler one
            try {
                return InvocationHandler.invokeDefault(proxy, method, arguments);
            } catch (ConfigException e) {
                changes.put(method.getName(), e);
                return proxy;
            }
        }
        if (arguments == null) {
            return build();
        }
        if (arguments[0] instanceof Consumer<?> change) {
            ((Consumer<Object>) change).accept(group(method));
        } else {
            changes.put(method.getName(), arguments[0]);
        }
        return proxy;
    }

    private ConfigBuilder<?> group(Method method) throws ReflectiveOperationException {
        String name = method.getName();
        if (changes.get(name) instanceof ConfigBuilder<?> group) {
            return group;
        }
        Object present =
                changes.getOrDefault(name, original.getClass().getMethod(name).invoke(original));
        ParameterizedType parameter = (ParameterizedType) method.getGenericParameterTypes()[0];
        Class<?> type = (Class<?>) parameter.getActualTypeArguments()[0];
        ConfigBuilder<?> group = of((Record) present, prefix + name + ".", type.asSubclass(ConfigBuilder.class));
        changes.put(name, group);
        return group;
    }

    /** In place of a value with a fault it goes on with the original, so that the others are checked too. */
    private Object build() {
        Faults faults = new Faults();
        RecordComponent[] components = original.getClass().getRecordComponents();
        Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            String name = components[i].getName();
            values[i] = Records.value(components[i], original);
            if (changes.get(name) instanceof ConfigException fault) {
                fault.faults().forEach(each -> faults.add(each.within(prefix + name)));
            } else if (changes.get(name) instanceof ConfigBuilder<?> group) {
                values[i] = faults.collect("", group::build, values[i]);
            } else {
                values[i] = changes.getOrDefault(name, values[i]);
            }
        }
        Object built = faults.collect("", () -> Records.make(original.getClass(), values), original);
        if (built instanceof TrainingConfig config) {
            ObjectiveCatalog.faultsOf(config).forEach(faults::add);
        }
        faults.throwIfAny();
        return built;
    }
}
