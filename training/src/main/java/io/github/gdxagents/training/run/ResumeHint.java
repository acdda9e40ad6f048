package io.github.gdxagents.training.run;

/**
 * Says how to go on with a run, and how to see a replay.
 *
 * <p>Thread safety: stateless.
 */
public final class ResumeHint {
    private ResumeHint() {}

    /**
     * The options of the command line.
     *
     * @param directory the run's folder
     * @param options further ones, each after a blank; may be empty
     * @return what to type
     */
    public static String of(RunDirectory directory, String options) {
        return "train --resume " + directory + options;
    }
}
