package io.github.gdxagents.training.cli;

import io.github.gdxagents.training.run.RunException;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.lang.model.SourceVersion;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes the project of a new game: the templates lie beside each other as resources. */
@Command(
        name = "new",
        description = {
            "Writes the project of a small Box2D game of two characters, to be trained, played and changed.",
            "It has files for Maven and for Gradle, a check, tests, settings for training, and a screen.",
            ""
        },
        footer = {"", "Example:", "  gdx-agents new com.acme.mygame"})
final class NewCommand extends Subcommand {
    private static final String TEMPLATES = "/io/github/gdxagents/training/project/";
    /** What stands in the templates for the game's package, its group, its name, and the version of something. */
    private static final Pattern PLACEHOLDER = Pattern.compile("com\\.acme\\.mygame|com\\.acme|mygame|@([a-z-]+)@");

    private static final Pattern PACKAGE = Pattern.compile("([A-Za-z_][A-Za-z0-9_]*\\.)+[A-Za-z_][A-Za-z0-9_]*");

    @Parameters(
            paramLabel = "PACKAGE",
            description = "Of the game's classes; its last part is the game's name. With at least two parts.")
    private String gamePackage;

    @Option(names = "--directory", paramLabel = "FOLDER", description = "Otherwise one of the game's name, here.")
    private Path directory;

    @Override
    int execute() {
        if (!PACKAGE.matcher(gamePackage).matches() || !SourceVersion.isName(gamePackage)) {
            throw misuse(
                    "PACKAGE must be the name of a Java package with at least two parts, such as com.acme.mygame, but"
                            + " is '" + gamePackage + "'.");
        }
        String name = gamePackage.substring(gamePackage.lastIndexOf('.') + 1);
        Path folder = directory == null ? Path.of(name) : directory;
        Properties versions = versions();
        try {
            requireEmpty(folder);
            for (Map.Entry<String, String> file : files().entrySet()) {
                write(folder.toAbsolutePath().resolve(file.getValue()), template(file.getKey(), versions));
            }
        } catch (IOException e) {
            throw unwritable(folder, e);
        }
        Messages messages = messages();
        messages.line("The project is in %s. In that folder:", folder);
        messages.line("  mvn -q verify   or  gradle build   builds it and checks the game");
        messages.line("  mvn -q -Ptrain  or  gradle train   trains its two characters");
        messages.line("  mvn -q -Pplay   or  gradle run     plays it");
        messages.line("Its README.md says where things are, and where to put the policies.");
        return ExitCode.OK;
    }

    private static void requireEmpty(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        boolean isEmpty = false;
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
                isEmpty = !files.iterator().hasNext();
            }
        }
        if (!isEmpty) {
            throw new RunException(
                    "There is '" + folder + "' already, and nothing in it is overwritten. Choose another --directory.",
                    null);
        }
    }

    /** Templates, and where they go. */
    private Map<String, String> files() {
        Map<String, String> files = new LinkedHashMap<>();
        String path = gamePackage.replace('.', '/') + "/";
        for (String type : new String[] {"TagGame", "Disc", "TagFactory", "TagScreen", "Desktop"}) {
            files.put(type + ".java", "src/main/java/" + path + type + ".java");
        }
        files.put("TagGameTest.java", "src/test/java/" + path + "TagGameTest.java");
        for (String file : new String[] {"training.yaml", "pom.xml", "build.gradle", "settings.gradle", "README.md"}) {
            files.put(file, file);
        }
        files.put("gitignore", ".gitignore");
        files.put("gitkeep", "src/main/resources/.gitkeep");
        return files;
    }

    /** In one pass: what is put in place of one thing may look like another. */
    private String template(String name, Properties versions) {
        int last = gamePackage.lastIndexOf('.');
        return PLACEHOLDER
                .matcher(read(name))
                .replaceAll(found -> Matcher.quoteReplacement(
                        switch (found.group()) {
                            case "com.acme.mygame" -> gamePackage;
                            case "com.acme" -> gamePackage.substring(0, last);
                            case "mygame" -> gamePackage.substring(last + 1);
                            default -> versions.getProperty(found.group(1));
                        }));
    }

    private static Properties versions() {
        Properties versions = new Properties();
        try {
            versions.load(new StringReader(read("versions.properties")));
        } catch (IOException e) {
            throw new UncheckedIOException("a string can be read", e);
        }
        return versions;
    }

    private static String read(String name) {
        try (InputStream stream = NewCommand.class.getResourceAsStream(TEMPLATES + name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("can't read template " + name + " from the jar", e);
        }
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
