package io.github.gdxagents.training.config;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What the configuration has to know of a key besides name and type. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
@interface Key {
    /** One short phrase, with unit and special values; {@link ConfigWriter} puts it behind the value. */
    String value();

    /**
     * If the key may be {@code auto}, to be chosen when a run begins: what it is unless somebody chooses better, as YAML. A
     * configuration never holds that word itself, {@link ConfigDraft} says which values are open.
     */
    String auto() default "";
}
