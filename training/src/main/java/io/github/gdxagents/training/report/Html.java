package io.github.gdxagents.training.report;

import java.util.Base64;

/** Puts a page together; every text is escaped. */
final class Html {
    private final StringBuilder page = new StringBuilder(1 << 20);

    /** Adds what is HTML already. */
    Html raw(String html) {
        page.append(html);
        return this;
    }

    /** Adds a text. */
    Html text(String text) {
        return raw(text.replace("&", "&amp;") // first, before others come to have one
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;"));
    }

    /** Adds an element that holds a text; of its start tag nothing but the name is repeated at the end. */
    Html element(String startTag, String text) {
        String name = startTag.contains(" ") ? startTag.substring(0, startTag.indexOf(' ')) : startTag;
        return raw("<" + startTag + ">").text(text).raw("</" + name + ">");
    }

    /** Adds a picture that lies within the page. */
    Html picture(byte[] png, int width, int height, String description) {
        return raw("<img width=\"" + width + "\" height=\"" + height + "\" alt=\"")
                .text(description)
                .raw("\" src=\"data:image/png;base64,")
                .raw(Base64.getEncoder().encodeToString(png))
                .raw("\">");
    }

    @Override
    public String toString() {
        return page.toString();
    }
}
