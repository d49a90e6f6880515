/**
 * The lab's training step as a user of PyTorch writes it: parameters that ask for gradients, {@code torch.nn}'s functions,
 * {@code backward()}, {@code create_graph} for gradient penalty, and LibTorch's own optimizers. The benchmark times the lab
 * against it; nothing else uses it. Imports {@code compute} and {@code compute.baseline}.
 */
package lipschitzlab.compute.libtorch.baseline;
