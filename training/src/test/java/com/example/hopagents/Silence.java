package com.example.hopagents;

import java.io.OutputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Lets nothing be printed during a test: the game prints without end. */
public final class Silence implements BeforeEachCallback, AfterEachCallback {
    private PrintStream before;

    @Override
    public void beforeEach(ExtensionContext test) {
        before = System.out;
        System.setOut(new PrintStream(OutputStream.nullOutputStream()));
    }

    @Override
    public void afterEach(ExtensionContext test) {
        System.setOut(before);
    }
}
