/** Holds runs against each other: a table, and a picture of returns over steps and over seconds. */
package io.github.gdxagents.training.run.compare;
