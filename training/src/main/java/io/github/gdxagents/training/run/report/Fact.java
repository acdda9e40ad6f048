package io.github.gdxagents.training.run.report;

/**
 * A figure at the head of a report.
 *
 * @param label what it is
 * @param value in few characters
 * @param detail a line below, or empty
 */
public record Fact(String label, String value, String detail) {}
