package io.github.gdxagents.training.tune;

/** Puts numbers into sentences. Thread safety: stateless. */
final class Words {
    private Words() {}

    /** For example {@code 1 thread}, {@code 2 threads}. */
    static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
