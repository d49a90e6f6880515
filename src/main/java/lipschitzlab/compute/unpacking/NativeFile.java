package lipschitzlab.compute.unpacking;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import java.util.function.LongConsumer;

/**
 * A native library inside an archive of the class path, and the file that JavaCPP would make of it: JavaCPP takes a file as it is
 * if its size and its time are those of the archive.
 *
 * @param resource in the archive
 * @param file where it is unpacked to
 * @param size in bytes
 * @param modified the time that the archive gives, in milliseconds
 */
record NativeFile(URL resource, Path file, long size, long modified) {
    private static final int CHUNK = 1 << 18;

    /** What a resource becomes in JavaCPP's folder; none if it is a file of the system's and no archive's. */
    static Optional<NativeFile> of(URL resource, Path folder) throws IOException {
        if (!(resource.openConnection() instanceof JarURLConnection connection)) {
            return Optional.empty();
        }
        File inside = new File(connection.getEntryName());
        String name = resource.getRef() == null ? inside.getName() : resource.getRef();
        Path archive = Path.of(connection.getJarFile().getName()).getFileName();
        return Optional.of(new NativeFile(
                resource,
                folder.resolve(archive).resolve(inside.getParent()).resolve(name),
                connection.getJarEntry().getSize(),
                connection.getJarEntry().getTime()));
    }

    /** Whether the whole file is there. */
    boolean isUnpacked() throws IOException {
        return Files.isRegularFile(file)
                && Files.size(file) == size
                && Files.getLastModifiedTime(file).toMillis() == modified
                && file.toRealPath().getParent().equals(file.getParent().toRealPath());
    }

    /**
     * Unpacks it under another name, and gives it its own when it is whole: what was interrupted is never taken for a library.
     *
     * @param progress is told how many bytes came with each part
     */
    void unpack(LongConsumer progress) throws IOException {
        Files.createDirectories(file.getParent());
        Path partial = file.resolveSibling(file.getFileName() + ".part");
        try (InputStream in = resource.openStream();
                OutputStream out = Files.newOutputStream(partial)) {
            byte[] chunk = new byte[CHUNK];
            for (int length = in.read(chunk); length >= 0; length = in.read(chunk)) {
                out.write(chunk, 0, length);
                progress.accept(length);
            }
        } catch (IOException failure) {
            Files.deleteIfExists(partial);
            throw failure;
        }
        Files.setLastModifiedTime(partial, FileTime.fromMillis(modified));
        Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
