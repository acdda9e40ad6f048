/** The command line: one class a command. */
package io.github.gdxagents.training.cli;
