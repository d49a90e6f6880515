package lipschitzlab.compute.libtorch;

import java.util.OptionalLong;
import lipschitzlab.compute.Engine;
import lipschitzlab.compute.spi.ArrayPool;
import lipschitzlab.compute.spi.ConvolutionKernels;
import lipschitzlab.compute.spi.ElementwiseKernels;
import lipschitzlab.compute.spi.FusedKernels;
import lipschitzlab.compute.spi.Kernels;
import lipschitzlab.compute.spi.LaunchCounter;
import lipschitzlab.compute.spi.NormalizationKernels;
import lipschitzlab.compute.spi.PooledArray;
import lipschitzlab.compute.spi.PooledEngine;
import lipschitzlab.compute.spi.ProductKernels;
import lipschitzlab.compute.spi.SumKernels;
import lipschitzlab.compute.spi.TransferKernels;
import lipschitzlab.compute.spi.UpdateKernels;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * The kernels by LibTorch's primitive operations, on the processor or on a card. LibTorch's own derivatives are not used: no
 * tensor here asks for one. Results are written into tensors from a pool wherever LibTorch has a form of the operation that does
 * so; convolutions make theirs.
 */
final class LibTorchKernels implements Kernels<TensorViews> {
    private final TorchDevice device;
    private final LibTorchTransfer transfer;
    private final LibTorchElementwise elementwise;
    private final LibTorchProducts products;
    private final LibTorchSums sums;
    private final LibTorchConvolutions convolutions;
    private final LibTorchBatchNormalization normalization;
    private final LibTorchUpdates updates;
    private final LibTorchFusions fused;
    private final LaunchCounter count = new LaunchCounter();

    private LibTorchKernels(TorchDevice device, ArrayPool<TensorViews> pool) {
        this.device = device;
        this.transfer = new LibTorchTransfer(device, count);
        this.elementwise = new LibTorchElementwise(count);
        this.products = new LibTorchProducts(pool, count);
        this.sums = new LibTorchSums(count);
        this.convolutions = new LibTorchConvolutions(pool, count);
        this.normalization = new LibTorchBatchNormalization(pool, count);
        this.fused = new LibTorchFusions(
                pool,
                normalization,
                torch.zeros(new long[0], device.options()),
                torch.ones(new long[] {1}, device.options()),
                count);
        this.updates = new LibTorchUpdates(torch.zeros(new long[0], device.options()), count);
    }

    /** An engine that computes there. */
    static Engine engine(TorchDevice device) {
        ArrayPool<TensorViews> pool = new ArrayPool<>(new LibTorchStorage(device.options()));
        return new PooledEngine<>(pool, new LibTorchKernels(device, pool));
    }

    /** The array as LibTorch takes it. */
    static Tensor tensor(PooledArray<TensorViews> array) {
        return array.data().tensor();
    }

    @Override
    public String description() {
        return "LibTorch " + device.description();
    }

    @Override
    public void prepareThread() {
        device.prepareThread();
    }

    @Override
    public TransferKernels<TensorViews> transfer() {
        return transfer;
    }

    @Override
    public ElementwiseKernels<TensorViews> elementwise() {
        return elementwise;
    }

    @Override
    public ProductKernels<TensorViews> products() {
        return products;
    }

    @Override
    public SumKernels<TensorViews> sums() {
        return sums;
    }

    @Override
    public ConvolutionKernels<TensorViews> convolutions() {
        return convolutions;
    }

    @Override
    public NormalizationKernels<TensorViews> normalization() {
        return normalization;
    }

    @Override
    public UpdateKernels<TensorViews> updates() {
        return updates;
    }

    @Override
    public FusedKernels<TensorViews> fused() {
        return fused;
    }

    @Override
    public OptionalLong launches() {
        return OptionalLong.of(count.total());
    }

    @Override
    public void close() {
        updates.close();
        fused.close();
        transfer.close();
        convolutions.close();
        normalization.close();
    }
}
