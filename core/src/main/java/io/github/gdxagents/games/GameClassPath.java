package io.github.gdxagents.games;

import io.github.gdxagents.agent.PrintableText;
import java.io.File;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Where a game's classes are that {@value #OPTION} on a command line names, for a program that starts itself anew with them: assets are
 * found on the class path of the virtual machine alone.
 */
public final class GameClassPath {
    /** The option; jars and folders follow, separated as in a class path, or after an equals sign. */
    public static final String OPTION = "--class-path";

    /** What the option does, for a help text. */
    public static final String DESCRIPTION =
            "Jars and folders of your game, separated as in a class path; may be repeated.";

    private final List<String> arguments = new ArrayList<String>();
    private final List<String> entries = new ArrayList<String>();

    /**
     * Takes the option out of a command line.
     *
     * @param args of the program; an option without a value stays among them
     */
    public GameClassPath(String... args) {
        List<String> all = Arrays.asList(args);
        for (int i = 0; i < all.size(); i++) {
            String arg = all.get(i);
            if (arg.equals(OPTION) && i + 1 < all.size()) {
                add(all.get(++i));
            } else if (arg.startsWith(OPTION + "=")) {
                add(arg.substring(OPTION.length() + 1));
            } else {
                arguments.add(arg);
            }
        }
    }

    /** Absolute, since the program may be started in another folder; all jars of a folder are written as in any class path, with a star. */
    private void add(String path) {
        for (String entry : path.split(Pattern.quote(File.pathSeparator))) {
            entries.add(new File(entry).getAbsolutePath());
        }
    }

    /**
     * What is not there.
     *
     * @return entries that are neither a file nor a folder, in their order
     */
    public List<String> missing() {
        List<String> missing = new ArrayList<String>();
        for (String entry : entries) {
            File file = new File(entry);
            boolean isStar = file.getName().equals("*");
            if (!(isStar ? file.getParentFile().isDirectory() : file.exists())) {
                missing.add(entry);
            }
        }
        return missing;
    }

    /**
     * What to tell of what is not there.
     *
     * @return a sentence or two
     */
    public String complaint() {
        return OPTION + ": there is no " + PrintableText.line(missing().toString())
                + ". Give the jars and folders that have your game's classes, such as target/classes.";
    }

    /**
     * Whether the option was given.
     *
     * @return false if there is nothing to add
     */
    public boolean isGiven() {
        return !entries.isEmpty();
    }

    /**
     * The rest of the command line.
     *
     * @return without the option
     */
    public List<String> arguments() {
        return arguments;
    }

    /**
     * Puts the game in front.
     *
     * @param classPath of the program, may be empty
     * @return the whole class path
     */
    public String before(String classPath) {
        StringBuilder whole = new StringBuilder();
        for (String entry : entries) {
            whole.append(whole.length() == 0 ? "" : File.pathSeparator).append(entry);
        }
        if (!classPath.isEmpty()) {
            whole.append(whole.length() == 0 ? "" : File.pathSeparator).append(classPath);
        }
        return whole.toString();
    }
}
