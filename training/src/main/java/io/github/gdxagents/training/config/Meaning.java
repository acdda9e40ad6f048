package io.github.gdxagents.training.config;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Says in a few words what a key is for; {@link ConfigWriter} puts it behind the value. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
@interface Meaning {
    /** One short phrase, with unit and special values. */
    String value();
}
