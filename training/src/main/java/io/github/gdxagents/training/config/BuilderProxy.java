package io.github.gdxagents.training.config;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Proxy;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/** What is behind the {@link ConfigBuilder} of every group: it takes values by the names of its methods and copies the record. */
final class BuilderProxy implements InvocationHandler {
    private final Record original;
    private final String prefix;
    /** By the name of the component: its value, the builder of a group, or the fault of a value that could not be made. */
    private final Map<String, Object> values = new HashMap<>();

    private BuilderProxy(Record original, String prefix) {
        this.original = original;
        this.prefix = prefix;
        for (RecordComponent component : original.getClass().getRecordComponents()) {
            values.put(component.getName(), Records.value(component, original));
        }
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
                values.put(method.getName(), e);
                return proxy;
            }
        }
        if (arguments == null) {
            return build();
        }
        if (arguments[0] instanceof Consumer<?> change) {
            ((Consumer<Object>) change).accept(group(method));
        } else {
            values.put(method.getName(), arguments[0]);
        }
        return proxy;
    }

    private Object group(Method method) {
        String name = method.getName();
        if (values.get(name) instanceof Record present) {
            ParameterizedType parameter = (ParameterizedType) method.getGenericParameterTypes()[0];
            Class<?> type = (Class<?>) parameter.getActualTypeArguments()[0];
            values.put(name, of(present, prefix + name + ".", type.asSubclass(ConfigBuilder.class)));
        }
        return values.get(name);
    }

    /** In place of a value with a fault it goes on with the original, so that the others are checked too. */
    private Object build() {
        Faults faults = new Faults();
        Object[] made = Arrays.stream(original.getClass().getRecordComponents())
                .map(component -> value(component, faults))
                .toArray();
        Object built = faults.collect("", () -> Records.make(original.getClass(), made), original);
        if (built instanceof TrainingConfig config) {
            ObjectiveCatalog.faultsOf(config).forEach(faults::add);
        }
        faults.throwIfAny();
        return built;
    }

    private Object value(RecordComponent component, Faults faults) {
        Object value = values.get(component.getName());
        if (value instanceof ConfigException fault) {
            faults.addAll(fault, each -> each.within(prefix + component.getName()));
            return Records.value(component, original);
        }
        if (value == null) {
            faults.add(prefix + component.getName(), "must be a value, but is null");
            return Records.value(component, original);
        }
        return value instanceof ConfigBuilder<?> group
                ? faults.collect("", group::build, Records.value(component, original))
                : value;
    }
}
