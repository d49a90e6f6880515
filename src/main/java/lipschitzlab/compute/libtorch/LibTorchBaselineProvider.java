package lipschitzlab.compute.libtorch;

import lipschitzlab.compute.baseline.Baseline;
import lipschitzlab.compute.baseline.BaselineProvider;
import lipschitzlab.compute.baseline.BaselineTask;
import lipschitzlab.compute.device.EngineKind;
import lipschitzlab.compute.libtorch.baseline.TorchBaseline;

/** LibTorch with its own autograd, on the processor. */
public final class LibTorchBaselineProvider implements BaselineProvider {
    @Override
    public String title() {
        return EngineKind.LIBTORCH_CPU.library() + " with its own autograd";
    }

    @Override
    public boolean isInstalled() {
        return LibTorchLibrary.forProcessor();
    }

    @Override
    public Baseline create(BaselineTask task, int threads) {
        LibTorchRuntime.load();
        LibTorchRuntime.limitThreads(threads);
        LibTorchRuntime.limitOpenBlas(threads);
        return new TorchBaseline(task);
    }
}
