/**
 * The kernels by LibTorch's primitive array operations, on the processor or on an NVIDIA card. Only this package knows LibTorch;
 * derivatives are not its business: the lab's own autodiff makes them from these operations, and {@code baseline} below has
 * LibTorch's own to be timed against. Its library is on the class path only under the profiles {@code libtorch}, {@code gpu}
 * and {@code gpu-cuda13}.
 */
package lipschitzlab.compute.libtorch;
