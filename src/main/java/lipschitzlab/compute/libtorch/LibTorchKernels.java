package lipschitzlab.compute.libtorch;

import lipschitzlab.compute.Engine;
import lipschitzlab.compute.spi.ArrayPool;
import lipschitzlab.compute.spi.ConvolutionKernels;
import lipschitzlab.compute.spi.ElementwiseKernels;
import lipschitzlab.compute.spi.Kernels;
import lipschitzlab.compute.spi.NormalizationKernels;
import lipschitzlab.compute.spi.PooledArray;
import lipschitzlab.compute.spi.PooledEngine;
import lipschitzlab.compute.spi.ProductKernels;
import lipschitzlab.compute.spi.SumKernels;
import lipschitzlab.compute.spi.TransferKernels;
import lipschitzlab.compute.spi.UpdateKernels;
import org.bytedeco.pytorch.Tensor;

/**
 * The kernels by LibTorch's primitive operations, on the processor or on a card. LibTorch's own derivatives are not used: no
 * tensor here asks for one. Results are written into tensors from a pool wherever LibTorch has a form of the operation that does
 * so; convolutions make theirs.
 */
final class LibTorchKernels implements Kernels<TensorViews> {
    private final TorchDevice device;
    private final LibTorchTransfer transfer;
    private final LibTorchElementwise elementwise = new LibTorchElementwise();
    private final LibTorchProducts products;
    private final LibTorchSums sums = new LibTorchSums();
    private final LibTorchConvolutions convolutions;
    private final LibTorchBatchNormalization normalization;
    private final LibTorchUpdates updates = new LibTorchUpdates();

    private LibTorchKernels(TorchDevice device, ArrayPool<TensorViews> pool) {
        this.device = device;
        this.transfer = new LibTorchTransfer(device);
        this.products = new LibTorchProducts(pool);
        this.convolutions = new LibTorchConvolutions(pool);
        this.normalization = new LibTorchBatchNormalization(pool);
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
    public void close() {
        convolutions.close();
        normalization.close();
    }
}
