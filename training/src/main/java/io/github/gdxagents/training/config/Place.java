package io.github.gdxagents.training.config;

/**
 * Where a value was written.
 *
 * @param source a file's path or an option of the command line
 * @param line from 1, or 0 if the source has no lines
 */
record Place(String source, int line) {
    @Override
    public String toString() {
        return line > 0 ? source + ":" + line : source;
    }
}
