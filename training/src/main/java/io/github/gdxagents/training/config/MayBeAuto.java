package io.github.gdxagents.training.config;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a key that may be left to be chosen when a run begins: in YAML, {@code auto} in place of a value. A configuration never holds
 * that word itself: {@link ConfigDraft} says which values are still open.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
@interface MayBeAuto {
    /** What it is unless somebody chooses better, as it would be written in YAML. */
    String otherwise();
}
