/**
 * Networks as files: their layers in words, for traces and for {@code architecture.json}, and their arrays as PyTorch's
 * {@code nn.Sequential} names and lays them out.
 */
package lipschitzlab.export.network;
