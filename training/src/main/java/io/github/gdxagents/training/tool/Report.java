package io.github.gdxagents.training.tool;

/** What a tool found, for people and for programs. */
public interface Report extends Json.Source {
    void print(Printer out);
}
