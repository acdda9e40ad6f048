package io.github.gdxagents.training.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.BasicConfigurator;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ConfiguratorRank;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.util.DefaultJoranConfigurator;
import ch.qos.logback.core.ConsoleAppender;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class LogConfiguratorTest {
    @Test
    void warningsGoToTheErrorStreamAndNothingElseAnywhere() {
        LoggerContext loggers = new LoggerContext();
        assertThat(new LogConfigurator().configure(loggers))
                .isEqualTo(Configurator.ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY);

        Logger root = loggers.getLogger(Logger.ROOT_LOGGER_NAME);
        assertThat(root.getLevel()).isEqualTo(Level.WARN);
        assertThat(root.iteratorForAppenders()).toIterable().singleElement().satisfies(appender -> {
            assertThat(appender.isStarted()).isTrue();
            assertThat(((ConsoleAppender<ILoggingEvent>) appender).getTarget()).isEqualTo("System.err");
        });
        loggers.stop();
    }

    @Test
    void itIsFoundAndComesAfterFiles() {
        assertThat(ServiceLoader.load(Configurator.class)).hasAtLeastOneElementOfType(LogConfigurator.class);
        List<Class<?>> inTurn = Stream.<Class<?>>of(
                        BasicConfigurator.class, LogConfigurator.class, DefaultJoranConfigurator.class)
                .sorted(Comparator.comparingInt((Class<?> type) ->
                                type.getAnnotation(ConfiguratorRank.class).value())
                        .reversed())
                .toList();
        assertThat(inTurn)
                .containsExactly(DefaultJoranConfigurator.class, LogConfigurator.class, BasicConfigurator.class);
    }
}
