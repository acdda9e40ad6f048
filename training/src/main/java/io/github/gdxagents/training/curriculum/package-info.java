/** Lessons that training goes through: {@link io.github.gdxagents.training.curriculum.Curriculum} says when the next one begins. */
package io.github.gdxagents.training.curriculum;
