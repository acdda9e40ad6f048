package io.github.gdxagents.training.cli;

import io.github.gdxagents.agent.PrintableText;
import java.io.PrintWriter;
import java.io.StringWriter;

/** A stack trace as text that no terminal obeys, whatever file its messages quote. Thread safety: stateless. */
final class StackTrace {
    private StackTrace() {}

    static String of(Throwable thrown) {
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text, true));
        return PrintableText.lines(text.toString());
    }
}
