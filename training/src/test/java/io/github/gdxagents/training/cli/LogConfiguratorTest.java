package io.github.gdxagents.training.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.OutputStreamAppender;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

final class LogConfiguratorTest {
    @Test
    void warningsGoToTheErrorStreamAndNothingElseAnywhere() {
        LoggerContext loggers = new LoggerContext();
        assertThat(new LogConfigurator().configure(loggers, new ClassLoader(null) {}))
                .isEqualTo(Configurator.ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY);

        Logger root = loggers.getLogger(Logger.ROOT_LOGGER_NAME);
        assertThat(root.getLevel()).isEqualTo(Level.WARN);
        assertThat(root.iteratorForAppenders()).toIterable().singleElement().satisfies(appender -> {
            assertThat(appender.isStarted()).isTrue();
            assertThat(((OutputStreamAppender<ILoggingEvent>) appender).getOutputStream())
                    .isSameAs(System.err);
        }); // not stopped, which would close the stream
    }

    /** The file of these tests, or a game's own. */
    @Test
    void aFileOnTheClassPathIsHeeded() {
        LoggerContext loggers = new LoggerContext();
        assertThat(new LogConfigurator().configure(loggers)).isEqualTo(Configurator.ExecutionStatus.INVOKE_NEXT_IF_ANY);
        assertThat(loggers.getLogger(Logger.ROOT_LOGGER_NAME).iteratorForAppenders())
                .toIterable()
                .isEmpty();
        assertThat(LoggerFactory.getILoggerFactory())
                .isInstanceOfSatisfying(
                        LoggerContext.class,
                        real -> assertThat(
                                        real.getLogger(Logger.ROOT_LOGGER_NAME).getAppender("console"))
                                .isInstanceOfSatisfying(
                                        ConsoleAppender.class,
                                        console ->
                                                assertThat(console.getTarget()).isEqualTo("System.out")));
    }

    @Test
    void theLibraryFindsIt() {
        assertThat(ServiceLoader.load(Configurator.class)).hasAtLeastOneElementOfType(LogConfigurator.class);
    }
}
