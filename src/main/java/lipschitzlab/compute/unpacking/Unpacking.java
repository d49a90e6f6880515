package lipschitzlab.compute.unpacking;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.function.Supplier;
import lipschitzlab.compute.device.EngineUnavailableException;
import lipschitzlab.compute.device.NativeFolder;
import lipschitzlab.compute.device.UnpackingWatcher;
import lipschitzlab.file.FreeSpace;

/**
 * Libraries unpacked into one folder, by one program at a time: another one waits and then finds them there.
 *
 * @param folder JavaCPP's
 * @param watcher who is told
 */
record Unpacking(Path folder, UnpackingWatcher watcher) {
    static final String LOCK = ".unpacking.lock";
    private static final double GIGABYTE = 1e9;

    void unpack(List<NativeFile> files) throws IOException {
        unpack(files, () -> FreeSpace.at(folder));
    }

    /**
     * Unpacks those of the files that are not there.
     *
     * @param room bytes that are left; empty where the system does not say
     * @throws EngineUnavailableException if there is too little room, before anything is written
     */
    void unpack(List<NativeFile> files, Supplier<OptionalLong> room) throws IOException {
        if (missing(files).isEmpty()) {
            return;
        }
        Files.createDirectories(folder);
        try (FileChannel channel =
                        FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock held = lock(channel)) {
            List<NativeFile> missing = missing(files);
            if (!missing.isEmpty()) {
                long bytes = missing.stream().mapToLong(NativeFile::size).sum();
                room.get().ifPresent(free -> requireRoom(bytes, free));
                write(missing, bytes);
            }
        }
    }

    private static List<NativeFile> missing(List<NativeFile> files) throws IOException {
        List<NativeFile> missing = new ArrayList<>();
        for (NativeFile file : files) {
            if (!file.isUnpacked()) {
                missing.add(file);
            }
        }
        return missing;
    }

    private FileLock lock(FileChannel channel) throws IOException {
        FileLock atOnce = channel.tryLock();
        if (atOnce != null) {
            return atOnce;
        }
        watcher.waits(folder);
        try {
            return channel.lock();
        } finally {
            // The other one may have left nothing to do, and so nothing more to tell.
            watcher.ends();
        }
    }

    private void requireRoom(long bytes, long free) {
        if (free < bytes) {
            throw new EngineUnavailableException(
                    String.format(
                            Locale.ROOT,
                            "The native libraries take %.2f GB in %s, where %.2f GB are free. Free some, or name"
                                    + " another folder: java -D%s=FOLDER -jar lipschitz-lab.jar.",
                            bytes / GIGABYTE,
                            folder,
                            free / GIGABYTE,
                            NativeFolder.ofEngines().property()),
                    null);
        }
    }

    private void write(List<NativeFile> missing, long bytes) throws IOException {
        UnpackingWatcher told = missing.stream().allMatch(Unpacking::isLink) ? UnpackingWatcher.NONE : watcher;
        told.begins(folder, bytes);
        try {
            long[] done = {0};
            for (NativeFile file : missing) {
                file.unpack(part -> told.advances(done[0] += part));
            }
        } finally {
            told.ends();
        }
    }

    /**
     * JavaCPP puts a link in the place of a library that has the name of one which it loaded before, to that one, at each start. It
     * was unpacked once: it gets its place back, and nobody need be told.
     */
    private static boolean isLink(NativeFile file) {
        return Files.isSymbolicLink(file.file());
    }
}
