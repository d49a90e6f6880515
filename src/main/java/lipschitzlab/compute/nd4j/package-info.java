/**
 * ND4J's kernels, on the processor or on an NVIDIA card, and everything about ND4J that matters here: its settings, explained, are
 * in {@link lipschitzlab.compute.nd4j.Nd4jRuntime} and nowhere else. Only this package and {@code cpu} below it import {@code
 * org.nd4j}.
 *
 * <p>{@link lipschitzlab.compute.nd4j.Nd4jKernels} ask for {@link lipschitzlab.compute.nd4j.Nd4jOperations}, of which there are
 * two. On a card {@link lipschitzlab.compute.nd4j.ExecutionerOperations} go the way that every backend of ND4J has, which costs
 * more time and garbage for each call; direct calls there would also have to say which copy of an array's numbers is the newer one,
 * the host's or the card's. On the processor the package {@code cpu} calls the native library directly. Both pass the engine's
 * whole test suite on the processor.
 */
package lipschitzlab.compute.nd4j;
