package io.github.gdxagents.training.cli;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The classes that a trainer loads, as the JVM keeps them for the next start: read, verified and linked. That is a quarter of the time
 * before the first iteration.
 *
 * <p>The first run that ends well leaves the archive behind. It belongs to one JVM and to the very jars of one class path; whichever of
 * them changes, a new archive takes its place. Nothing depends on it: without a folder to write to, or with classes that are not in jars,
 * every start takes as long as the first.
 *
 * <p>Thread safety: none.
 *
 * <p>Source: JEP 350, dynamic CDS archives.
 */
final class ClassArchive {
    private static final int FIRST_RELEASE = 13;
    private static final String ENDING = ".jsa";

    /** Flags that decide about archives, keep the JVM from using one, or are in a file where one of those may be. */
    private static final Pattern IN_THE_WAY =
            Pattern.compile("-Xshare|SharedArchive|ArchiveClasses|-javaagent|-agent|-Xbootclasspath"
                    + "|-XX:Flags=|-XX:VMOptionsFile=|(^|\\s)@");

    private final Path folder;
    /** Begins the names of all archives of this class path. */
    private final String place;

    private final Path file;
    private final Path unfinished;

    private ClassArchive(Path folder, String place, String content) {
        this.folder = folder;
        this.place = place;
        file = folder.resolve(place + content + ENDING);
        unfinished =
                folder.resolve(place + content + "-" + ProcessHandle.current().pid() + ".part");
    }

    /**
     * The archive of a class path, whether there is one yet or not.
     *
     * @param classPath as a JVM is given it
     * @param theirs flags of the user's
     * @param folder for archives, made if it is missing
     * @param machine what the trainer runs on
     * @return empty if there can be none
     */
    static Optional<ClassArchive> of(String classPath, String theirs, Path folder, JvmFlags.Machine machine) {
        if (!machine.isHotSpot()
                || machine.release() < FIRST_RELEASE
                || IN_THE_WAY.matcher(theirs).find()) {
            return Optional.empty();
        }
        StringBuilder content = new StringBuilder();
        for (String entry : classPath.split(Pattern.quote(File.pathSeparator))) {
            Path jar = Path.of(entry);
            if (!Files.isRegularFile(jar)) { // JVMs archive classes of jars alone
                return Optional.empty();
            }
            content.append(jar.toFile().length())
                    .append('/')
                    .append(jar.toFile().lastModified())
                    .append('\n');
        }
        try {
            Files.createDirectories(folder);
        } catch (IOException e) { // a home that is closed to us
            return Optional.empty();
        }
        String jvm = System.getProperty("java.home") + '\n' + System.getProperty("java.vm.version") + '\n';
        return Optional.of(new ClassArchive(folder, hash(jvm + classPath), "-" + hash(content.toString())));
    }

    private static String hash(String text) {
        return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8))
                .toString()
                .substring(0, 13);
    }

    /** Where archives are kept: in the user's folder for what can be made anew. */
    static Path folder(String cacheHome) {
        Path caches = cacheHome == null || cacheHome.isBlank()
                ? Path.of(System.getProperty("user.home"), ".cache")
                : Path.of(cacheHome);
        return caches.resolve("gdx-agents");
    }

    /**
     * Flags for the trainer's JVM.
     *
     * @param isRepresentative whether it will load what most trainers load, so that an archive of it is worth to be kept
     * @return use the archive if there is one; else make one, if the run is worth it
     */
    List<String> flags(boolean isRepresentative) {
        List<String> flags = new ArrayList<>();
        if (Files.isRegularFile(file)) {
            flags.add("-XX:SharedArchiveFile=" + file);
        } else if (isRepresentative) {
            flags.add("-XX:ArchiveClassesAtExit=" + unfinished);
        }
        flags.add("-Xlog:cds*=off"); // of classes that can't be archived a user need not know
        return flags;
    }

    /**
     * Keeps what the trainer's JVM has left, in the place of an older one; to be called after its end.
     *
     * @param isGood whether it ended well
     */
    void settle(boolean isGood) {
        try {
            if (isGood && Files.isRegularFile(unfinished)) {
                Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
                removeOthers();
            } else {
                Files.deleteIfExists(unfinished);
            }
        } catch (IOException e) { // all that is lost is a faster start
            unfinished.toFile().deleteOnExit();
        }
    }

    private void removeOthers() throws IOException {
        try (DirectoryStream<Path> siblings = Files.newDirectoryStream(folder, place + "*" + ENDING)) {
            for (Path sibling : siblings) {
                if (!sibling.equals(file)) {
                    Files.deleteIfExists(sibling);
                }
            }
        }
    }
}
