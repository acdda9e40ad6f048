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
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The classes that a trainer loads, as the JVM keeps them for the next start: read, verified and linked. That is a quarter of the time
 * before the first iteration.
 *
 * <p>The first run leaves the archive behind. It belongs to one JVM with some flags and to the very jars of one class path: if a jar
 * changes, a new archive takes its place. Nothing depends on it: without a folder to write to, or with classes that are not in jars, every
 * start takes as long as the first.
 *
 * <p>Thread safety: {@link #settle} may be called by several threads, one after the other or at once; the first to come settles it.
 *
 * <p>Source: JEP 350, dynamic CDS archives.
 */
final class ClassArchive {
    private static final int FIRST_RELEASE = 13;
    private static final String ENDING = ".jsa";
    /** Several archives: a JVM that can't write one to its end ends with a failure. */
    private static final long ROOM = 200L << 20;
    /** From here on pointers are longer in a JVM's heap, and archives made with short ones of no use. */
    private static final long LARGE_HEAP = 32L << 30;
    /** A shell's statuses after Ctrl-C and SIGTERM: a trainer that they end has saved, and ended well. */
    private static final Set<Integer> STOPPED = Set.of(130, 143);

    private static final int KILLED = 128;

    /** Flags that decide about archives, keep the JVM from having one, or are in a file where one of those may be. */
    private static final Pattern IN_THE_WAY =
            Pattern.compile("-Xshare|SharedArchive|ArchiveClasses|RecordDynamicDump|-XX:AOT"
                    + "|-javaagent|-agent|-Xrun|-Xbootclasspath|--patch-module|--limit-modules|--upgrade-module-path"
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
            File jar = new File(entry);
            if (!jar.isFile()) { // JVMs archive classes of jars alone
                return Optional.empty();
            }
            content.append(jar.length()).append('/').append(jar.lastModified()).append('\n');
        }
        if (!isFit(folder)) {
            return Optional.empty();
        }
        String jvm = String.join(
                "\n",
                System.getProperty("java.home"),
                System.getProperty("java.vm.version"),
                theirs,
                String.valueOf(Runtime.getRuntime().maxMemory() < LARGE_HEAP));
        return Optional.of(new ClassArchive(
                folder, CacheFolder.nameOf(jvm + classPath), "-" + CacheFolder.nameOf(content.toString())));
    }

    private static boolean isFit(Path folder) {
        try {
            Files.createDirectories(folder);
            return Files.isWritable(folder) && folder.toFile().getUsableSpace() >= ROOM;
        } catch (IOException e) { // a home that is closed to us
            return false;
        }
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
     * @param status that it ended with
     */
    void settle(int status) {
        try {
            boolean isGood = status == 0 || STOPPED.contains(status);
            if (isGood && Files.isRegularFile(unfinished)) {
                Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
                removeOthers();
            } else if (!isGood) {
                remove(unfinished);
            }
            if (status > KILLED && !isGood) { // by a crash, for which a damaged archive may be the reason
                remove(file);
            }
        } catch (IOException | DirectoryIteratorException e) {
            unfinished.toFile().delete(); // all that is lost is a faster start
        }
    }

    private void removeOthers() throws IOException {
        try (DirectoryStream<Path> siblings = Files.newDirectoryStream(folder, place + "*")) {
            for (Path sibling : siblings) {
                if (!sibling.equals(file)) {
                    remove(sibling);
                }
            }
        }
    }

    /** JVMs write archives that are read-only, which on Windows are not deleted. */
    private static void remove(Path path) throws IOException {
        path.toFile().setWritable(true);
        Files.deleteIfExists(path);
    }
}
