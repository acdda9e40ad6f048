package io.github.gdxagents.training.config;

import java.lang.reflect.RecordComponent;

/** Reads and makes records whatever their components are. */
final class Records {
    private Records() {}

    static Object value(RecordComponent component, Object values) {
        try {
            return component.getAccessor().invoke(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("can't read " + component, e);
        }
    }

    /** Makes a record of the values of its components, in their order; a ConfigException of its constructor is passed on. */
    static Object make(Class<?> type, Object... values) {
        try {
            return type.getDeclaredConstructors()[0].newInstance(values);
        } catch (ReflectiveOperationException e) {
            if (e.getCause() instanceof ConfigException fault) {
                throw fault;
            }
            throw new IllegalStateException("can't make a " + type.getSimpleName(), e);
        }
    }
}
