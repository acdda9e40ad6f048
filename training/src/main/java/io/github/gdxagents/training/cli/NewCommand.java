package io.github.gdxagents.training.cli;

import io.github.gdxagents.training.run.RunException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
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
    private static final String PACKAGE = "com.acme.mygame";
    private static final String GROUP = "com.acme";
    private static final String NAME = "mygame";

    @Parameters(
            paramLabel = "PACKAGE",
            description = "Of the game's classes; its last part is the game's name. With at least two parts.")
    private String gamePackage;

    @Option(names = "--directory", paramLabel = "FOLDER", description = "Otherwise one of the game's name, here.")
    private Path directory;

    @Override
    int execute() {
        if (!SourceVersion.isName(gamePackage) || !gamePackage.contains(".")) {
            throw misuse(
                    "PACKAGE must be the name of a Java package with at least two parts, such as com.acme.mygame, but"
                            + " is '" + gamePackage + "'.");
        }
        String name = gamePackage.substring(gamePackage.lastIndexOf('.') + 1);
        Path folder = directory == null ? Path.of(name) : directory;
        try {
            requireEmpty(folder);
            for (Map.Entry<String, String> file : files().entrySet()) {
                write(folder.resolve(file.getValue()), template(file.getKey()));
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
        return files;
    }

    private String template(String name) throws IOException {
        String text = read(name);
        Properties versions = new Properties();
        versions.load(NewCommand.class.getResourceAsStream(TEMPLATES + "versions.properties"));
        for (String key : versions.stringPropertyNames()) {
            text = text.replace("@" + key + "@", versions.getProperty(key));
        }
        int last = gamePackage.lastIndexOf('.');
        return text.replace(PACKAGE, gamePackage)
                .replace(">" + GROUP + "<", ">" + gamePackage.substring(0, last) + "<")
                .replace(NAME, gamePackage.substring(last + 1));
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
