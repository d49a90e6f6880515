package lipschitzlab.compute.libtorch;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lipschitzlab.compute.device.EngineUnavailableException;

/**
 * NVIDIA's libraries that LibTorch 2.10 computes with and the registry does not have: cuBLAS, cuSPARSE and cuSOLVER of CUDA 13,
 * cuDNN 9 and NCCL 2. They are looked for where their installers, distributions' packages and Python's wheels put them, and
 * loaded by their full paths, since a library that is loaded already is found by those that need it.
 */
final class InstalledCuda {
    /** In the order in which they need one another. */
    private static final List<String> LINUX = List.of(
            "libnvJitLink.so.13",
            "libcublasLt.so.13",
            "libcublas.so.13",
            "libcusparse.so.12",
            "libcusolver.so.12",
            "libcudnn_graph.so.9",
            "libcudnn_ops.so.9",
            "libcudnn_cnn.so.9",
            "libcudnn_adv.so.9",
            "libcudnn.so.9",
            "libnccl.so.2");

    private static final List<String> WINDOWS = List.of(
            "nvJitLink_130_0.dll",
            "cublasLt64_13.dll",
            "cublas64_13.dll",
            "cusparse64_12.dll",
            "cusolver64_12.dll",
            "cudnn_graph64_9.dll",
            "cudnn_ops64_9.dll",
            "cudnn_cnn64_9.dll",
            "cudnn_adv64_9.dll",
            "cudnn64_9.dll");

    private InstalledCuda() {}

    /** What a user must have installed, as a sentence. */
    static String requirement() {
        return "It needs NVIDIA's driver of version 580 or later, the CUDA Toolkit 13, cuDNN 9 for CUDA 13"
                + (CudaFolders.isWindows() ? "" : " and NCCL 2")
                + " on this machine; the lab looks for them on the library path, under CUDA_PATH and CUDA_HOME,"
                + " and where their installers put them.";
    }

    /**
     * Loads them.
     *
     * @throws EngineUnavailableException if some are missing, with their names and where they were looked for
     */
    static void load() {
        List<Path> folders = CudaFolders.existing();
        List<String> missing = new ArrayList<>();
        for (String library : CudaFolders.isWindows() ? WINDOWS : LINUX) {
            Optional<Path> file = find(library, folders);
            if (file.isPresent()) {
                System.load(file.get().toString());
            } else {
                missing.add(library);
            }
        }
        if (!missing.isEmpty()) {
            throw new EngineUnavailableException(
                    "LibTorch for NVIDIA cards lacks " + String.join(", ", missing) + ". " + requirement(), null);
        }
    }

    private static Optional<Path> find(String library, List<Path> folders) {
        return folders.stream()
                .map(folder -> folder.resolve(library))
                .filter(Files::isRegularFile)
                .findFirst();
    }
}
