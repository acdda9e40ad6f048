package io.github.gdxagents.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PrintableTextTest {
    @Test
    void whatATerminalObeysIsEscaped() {
        assertThat(PrintableText.line("\u001b[2J")).isEqualTo("\\u001b[2J");
        assertThat(PrintableText.line("\u0007")).isEqualTo("\\u0007"); // the bell
        assertThat(PrintableText.line("\u009b2J")).isEqualTo("\\u009b2J"); // an escape sequence of one character
        assertThat(PrintableText.line("\u007f")).isEqualTo("\\u007f");
        assertThat(PrintableText.line("a\u202eb\u2066c\u2028")).isEqualTo("a\\u202eb\\u2066c\\u2028");
        assertThat(PrintableText.line("\u061c\u200e\u200f")).isEqualTo("\\u061c\\u200e\\u200f");
    }

    @Test
    void noControlCharacterIsLeftAtAll() {
        for (char c = 0; c < 0x100; c++) {
            boolean control = c < 0x20 || c >= 0x7f && c <= 0x9f;
            String text = String.valueOf(c);
            assertThat(PrintableText.line(text)).isEqualTo(control ? String.format("\\u%04x", (int) c) : text);
            assertThat(PrintableText.lines(text))
                    .isEqualTo(control && c != '\n' && c != '\t' ? String.format("\\u%04x", (int) c) : text);
        }
    }

    @Test
    void linesMayEndButNotBeWrittenOver() {
        assertThat(PrintableText.lines("a\n\tb\r\nc\rd\r")).isEqualTo("a\n\tb\r\nc\\u000dd\\u000d");
        assertThat(PrintableText.line("a\r\nb\t")).isEqualTo("a\\u000d\\u000ab\\u0009");
    }

    @Test
    void aThrowableSaysWhatItCanInAFewThousandCharacters() {
        assertThat(PrintableText.describe(new IllegalStateException("no map")))
                .isEqualTo("java.lang.IllegalStateException: no map");
        assertThat(PrintableText.describe(new IllegalStateException("x".repeat(3_000_000))))
                .hasSize(4003)
                .endsWith("x...");
        RuntimeException evil = new RuntimeException() {
            private static final long serialVersionUID = 1L;

            @Override
            public String getMessage() {
                throw new IllegalStateException("none");
            }
        };
        assertThat(PrintableText.describe(evil)).isEqualTo(evil.getClass().getName() + ", whose message can't be had");
    }

    @Test
    void textOfAnyScriptStays() {
        String text = "größer, 更大, \uD83D\uDE80 'x' \\ \u200d";
        assertThat(PrintableText.line(text)).isEqualTo(text);
        assertThat(PrintableText.lines(text)).isEqualTo(text);
    }

    @Test
    void aNameThatIsRefusedIsQuotedWithoutItsControlCharacters() {
        assertThatThrownBy(() -> ObservationSpec.of("\u001b[2Jx"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("the name '\\u001b[2Jx' has a character that is not printable ASCII");
        assertThatThrownBy(() -> ObservationSpec.of("\u0007".repeat(121)))
                .hasMessageContaining("must have 1 to 120 characters")
                .message()
                .doesNotContain("\u0007");
    }
}
