package io.github.gdxagents.training.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.gdxagents.training.metrics.MetricsTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AxisTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0", "-0.0, 0", "0.30000000000000004, 0.3", "-400, -400", "1000, 1000", "9999, 9999", "10000, 10k",
        "262144, 262.1k", "1e6, 1M", "1.5e6, 1.5M", "-2.5e9, -2.5G", "0.001, 0.001", "0.0005, 5e-4",
                "-0.000025, -2.5e-5"
    })
    void labelsAreShort(double value, String label) {
        assertThat(Axis.text(value)).isEqualTo(label);
    }

    @Test
    void anAxisHasRoomAroundItsValues() {
        Axis range = Axis.of(DoubleStream.of(-100, Double.NaN, 100, Double.POSITIVE_INFINITY));

        assertThat(range.from()).isCloseTo(-112, within(1e-9));
        assertThat(range.to()).isCloseTo(112, within(1e-9));
        assertThat(range.logarithmic()).isFalse();
    }

    @Test
    void sharesAndSizesDoNotBeginBelowZero() {
        assertThat(Axis.of(DoubleStream.of(0.01, 1)).from()).isZero();
        assertThat(Axis.of(DoubleStream.of(0.5, 1)).from()).isCloseTo(0.47, within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({"2, 0, 4", "-2, -4, 0", "0, 0, 1"})
    void aConstantStandsInTheMiddle(double value, double from, double to) {
        assertThat(Axis.of(DoubleStream.of(value, value))).isEqualTo(new Axis(from, to, false));
    }

    @Test
    void withoutValuesThereIsAnAxisNevertheless() {
        assertThat(Axis.of(DoubleStream.empty())).isEqualTo(new Axis(0, 1, false));
        assertThat(Axis.ofSizes(DoubleStream.of(Double.NaN))).isEqualTo(new Axis(0, 1, false));
        assertThat(Axis.fromZero(0)).isEqualTo(new Axis(0, 1, false));
    }

    @Test
    void sizesThatDifferByTwoDecadesGetLogarithms() {
        assertThat(Axis.ofSizes(DoubleStream.of(1, 99)).logarithmic()).isFalse();
        assertThat(Axis.ofSizes(DoubleStream.of(0, 1000)).logarithmic()).isFalse();
        Axis range = Axis.ofSizes(DoubleStream.of(1, 100));
        assertThat(range.logarithmic()).isTrue();
        assertThat(range.from()).isLessThan(1).isPositive();
        assertThat(range.to()).isGreaterThan(100);
    }

    @Test
    void placesAreWithinTheEnds() {
        Axis plain = new Axis(-1, 2, false);
        Axis logarithmic = new Axis(0.1, 1000, true);

        assertThat(plain.place(5)).isEqualTo(2);
        assertThat(plain.place(-5)).isEqualTo(-1);
        assertThat(logarithmic.place(100)).isCloseTo(2, within(1e-12));
        assertThat(logarithmic.place(0)).isCloseTo(-1, within(1e-12));
        assertThat(logarithmic.label(2)).isEqualTo("100");
        assertThat(logarithmic.label(1.5)).isEqualTo("32");
        assertThat(plain.label(1.5)).isEqualTo("1.5");
    }

    /** Such an axis was drawn for ever. */
    @Test
    void valuesThatDifferByTheirLastBitsAreOne() {
        for (double value : new double[] {1e20, -1e20, 5e16, 1e15}) {
            Axis range = Axis.of(DoubleStream.of(value, Math.nextUp(value)));
            assertThat(range.to() - range.from()).isGreaterThan(Math.abs(value));
        }
        assertThat(Axis.of(DoubleStream.of(1, 1.00001)).to()).isLessThan(1.0001);
    }

    @Test
    void whatIsShownIsFarFromTheEndsOfFloats() {
        assertThat(Axis.bounded(1e300)).isEqualTo(1e30);
        assertThat(Axis.bounded(-1e31)).isEqualTo(-1e30);
        assertThat(Axis.bounded(-1e-31)).isZero();
        assertThat(Axis.bounded(1e-30)).isEqualTo(1e-30);
        Axis widest = Axis.of(DoubleStream.of(-Double.MAX_VALUE, Double.MAX_VALUE));
        assertThat(widest.from()).isCloseTo(-1.12e30, within(1e18));
        assertThat(widest.to()).isCloseTo(1.12e30, within(1e18));
        assertThat(Axis.ofSizes(DoubleStream.of(1e-300, 1e300)).to()).isLessThan(1e32);
    }

    /** With all of their zeros they were wider than the picture, and it was drawn for ever. */
    @Test
    void labelsOfHugeNumbersAreShort(@TempDir Path folder) throws IOException {
        assertThat(Axis.text(2.5e37)).isEqualTo("2.5e37");
        assertThat(Axis.text(-3e12)).isEqualTo("-3e12");
        assertThat(Axis.text(3e11)).isEqualTo("300G");
        MetricsTable table = MetricsTable.read(Files.writeString(
                folder.resolve("metrics.csv"), "iteration,steps,seconds,loss\n1,256,1,2.1e37\n2,512,2,1.4e36\n"));
        assertThat(Panel.of("Loss", "", () -> "loss").png(table, "", List.of())).isNotEmpty();
    }
}
