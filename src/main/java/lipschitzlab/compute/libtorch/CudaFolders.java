package lipschitzlab.compute.libtorch;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The folders in which installers, distributions' packages and Python's wheels put NVIDIA's libraries. */
final class CudaFolders {
    private CudaFolders() {}

    /** Those that exist, the user's own wishes first. */
    static List<Path> existing() {
        List<Path> folders = new ArrayList<>();
        for (String path : List.of("LD_LIBRARY_PATH", "PATH")) {
            Optional.ofNullable(System.getenv(path)).stream()
                    .flatMap(value -> Stream.of(value.split(File.pathSeparator)))
                    .filter(folder -> !folder.isBlank())
                    .map(Path::of)
                    .forEach(folders::add);
        }
        for (String home : List.of("CUDA_PATH", "CUDA_HOME", "CUDNN_PATH")) {
            Optional.ofNullable(System.getenv(home)).map(Path::of).ifPresent(folder -> addToolkit(folder, folders));
        }
        if (isWindows()) {
            children(Path.of("C:/Program Files/NVIDIA GPU Computing Toolkit/CUDA"), "v13*")
                    .forEach(toolkit -> addToolkit(toolkit, folders));
            children(Path.of("C:/Program Files/NVIDIA/CUDNN"), "v9*").forEach(cudnn -> addToolkit(cudnn, folders));
        } else {
            addToolkit(Path.of("/usr/local/cuda"), folders);
            children(Path.of("/usr/local"), "cuda-13*").forEach(toolkit -> addToolkit(toolkit, folders));
            folders.add(Path.of("/usr/lib/x86_64-linux-gnu"));
            folders.add(Path.of("/usr/lib64"));
            folders.add(Path.of("/usr/lib/wsl/lib"));
            pythonPrefixes().forEach(prefix -> addPythonWheels(prefix, folders));
        }
        return folders.stream().filter(Files::isDirectory).toList();
    }

    private static void addToolkit(Path home, List<Path> folders) {
        for (String inside : List.of("lib64", "lib", "targets/x86_64-linux/lib", "bin", "bin/x64")) {
            folders.add(home.resolve(inside));
        }
    }

    /** Where NVIDIA's packages for Python keep their libraries: {@code site-packages/nvidia/NAME/lib}. */
    private static List<Path> pythonPrefixes() {
        List<Path> prefixes = new ArrayList<>(List.of(Path.of("/usr"), Path.of("/usr/local")));
        for (String variable : List.of("VIRTUAL_ENV", "CONDA_PREFIX")) {
            Optional.ofNullable(System.getenv(variable)).map(Path::of).ifPresent(prefixes::add);
        }
        prefixes.add(Path.of(System.getProperty("user.home"), ".local"));
        return prefixes;
    }

    private static void addPythonWheels(Path prefix, List<Path> folders) {
        for (Path python : children(prefix.resolve("lib"), "python3*")) {
            for (String packages : List.of("site-packages", "dist-packages")) {
                for (Path wheel : children(python.resolve(packages).resolve("nvidia"), "*")) {
                    folders.add(wheel.resolve("lib"));
                }
            }
        }
    }

    private static List<Path> children(Path folder, String pattern) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, pattern)) {
            List<Path> children = new ArrayList<>();
            found.forEach(children::add);
            return children;
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot look for CUDA's libraries in " + folder, unreadable);
        }
    }

    static boolean isWindows() {
        return System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");
    }
}
