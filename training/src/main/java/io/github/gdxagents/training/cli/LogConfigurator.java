package io.github.gdxagents.training.cli;

import ch.qos.logback.classic.ClassicConstants;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.spi.ContextAwareBase;

/**
 * Logs to the error stream, and warnings only: what a user needs to know is printed by the commands; the option {@code -v} shows the rest.
 *
 * <p>In code, because to read as much from XML takes a tenth of a second of every start. Leaves it to the library if there is a file: a
 * game's own {@code logback.xml} on the class path, or the one that {@code logback.configurationFile} names.
 */
public final class LogConfigurator extends ContextAwareBase implements Configurator {
    private static final String PATTERN = "%d{HH:mm:ss.SSS} %-5level %logger{24} %msg%n";

    @Override
    public ExecutionStatus configure(LoggerContext loggers) {
        return configure(loggers, LogConfigurator.class.getClassLoader());
    }

    /** With the files of a class loader. */
    ExecutionStatus configure(LoggerContext loggers, ClassLoader files) {
        boolean hasFile = System.getProperty(ClassicConstants.CONFIG_FILE_PROPERTY) != null
                || files.getResource(ClassicConstants.TEST_AUTOCONFIG_FILE) != null
                || files.getResource(ClassicConstants.AUTOCONFIG_FILE) != null;
        if (hasFile) {
            return ExecutionStatus.INVOKE_NEXT_IF_ANY;
        }
        logWarnings(loggers);
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }

    private static void logWarnings(LoggerContext loggers) {
        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setContext(loggers);
        encoder.setPattern(PATTERN);
        encoder.start();
        OutputStreamAppender<ILoggingEvent> console = new OutputStreamAppender<>();
        console.setContext(loggers);
        console.setName("console");
        console.setEncoder(encoder);
        console.setOutputStream(System.err); // as it is now: what games print may go elsewhere later
        console.start();
        Logger root = loggers.getLogger(Logger.ROOT_LOGGER_NAME);
        root.setLevel(Level.WARN);
        root.addAppender(console);
    }
}
