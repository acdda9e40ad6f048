package io.github.gdxagents.training.cli;

import java.io.File;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.regex.Pattern;

/**
 * Copies of those jars of a class path that a build would write anew, in their place, while a trainer still loads classes from them.
 *
 * <p>Thread safety: none. Programs that copy the same jar at once don't disturb each other.
 */
final class SteadyJars {
    /** Where Maven leaves what it builds. */
    private static final Path BUILT = Path.of("target");

    private final Path folder;

    /**
     * Copies into a folder.
     *
     * @param folder made if it is missing
     */
    SteadyJars(Path folder) {
        this.folder = folder;
    }

    /**
     * The same class path, with copies of what was built beside it.
     *
     * @param classPath as a JVM is given it
     * @return with the original wherever it can't be copied, or names other jars by where it lies itself
     */
    String of(String classPath) {
        List<String> entries = new ArrayList<>();
        for (String entry : classPath.split(Pattern.quote(File.pathSeparator))) {
            File file = new File(entry).getAbsoluteFile();
            boolean isBuilt =
                    file.isFile() && BUILT.equals(file.toPath().getParent().getFileName());
            entries.add(isBuilt ? copy(file.toPath(), entry) : entry);
        }
        return String.join(File.pathSeparator, entries);
    }

    private String copy(Path jar, String original) {
        String place = CacheFolder.nameOf(jar.toString());
        try {
            if (namesOthers(jar)) {
                return original;
            }
            String content = Files.size(jar) + "/" + Files.getLastModifiedTime(jar);
            Path copy = folder.resolve(place + "-" + CacheFolder.nameOf(content) + "-" + jar.getFileName());
            if (!Files.isRegularFile(copy)) {
                Files.createDirectories(folder);
                Path unfinished = Files.createTempFile(folder, place, ".part");
                Files.copy(jar, unfinished, StandardCopyOption.REPLACE_EXISTING);
                Files.move(unfinished, copy, StandardCopyOption.ATOMIC_MOVE);
                removeOthers(place, copy);
            }
            return copy.toString();
        } catch (IOException e) { // as long as nobody builds, the original will do
            return original;
        }
    }

    private static boolean namesOthers(Path jar) throws IOException {
        try (JarFile content = new JarFile(jar.toFile())) {
            Manifest manifest = content.getManifest();
            return manifest != null && manifest.getMainAttributes().containsKey(Attributes.Name.CLASS_PATH);
        }
    }

    /** Whoever still loads classes from one of them has it open, and can go on where the system allows it to be deleted. */
    private void removeOthers(String place, Path kept) {
        try (DirectoryStream<Path> copies = Files.newDirectoryStream(folder, place + "-*")) {
            for (Path copy : copies) {
                if (!copy.equals(kept)) {
                    Files.deleteIfExists(copy);
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            return; // it is tried again with the next copy
        }
    }
}
