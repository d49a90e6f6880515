/**
 * ND4J's kernels, on the processor or on an NVIDIA card, and everything about ND4J that matters here: its settings in {@link
 * lipschitzlab.compute.nd4j.Nd4jRuntime}, explained, and nowhere else. The only package that imports {@code org.nd4j}. Imports
 * {@code compute}, {@code compute.spi}, {@code compute.openblas} and {@code setting}.
 *
 * <p>{@link lipschitzlab.compute.nd4j.Nd4jKernels} ask for {@link lipschitzlab.compute.nd4j.Nd4jOperations}, of which there are
 * two. On the processor {@link lipschitzlab.compute.nd4j.CpuOperations} call the native library directly, with objects that
 * are made once. On a card {@link lipschitzlab.compute.nd4j.ExecutionerOperations} go the way that every backend of ND4J has,
 * which costs more time and garbage for each call; direct calls there would also have to say which copy of an array's numbers
 * is the newer one, the host's or the card's. Both pass the engine's whole test suite on the processor.
 *
 * <p>Where ND4J is slow on the processor, others compute, on the same arrays: OpenBLAS the small products, {@link
 * lipschitzlab.compute.nd4j.OneDnn} convolutions, leaky ReLU and batch normalization. A computation of oneDNN's is a {@link
 * lipschitzlab.compute.nd4j.OneDnnPrimitive} with its {@link lipschitzlab.compute.nd4j.OneDnnOperand}s, made once for each shape; where
 * oneDNN does not load, ND4J's own operations take its place. {@code doctor --profile} tells what each operation takes.
 */
package lipschitzlab.compute.nd4j;
