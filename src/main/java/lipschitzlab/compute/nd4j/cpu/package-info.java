/**
 * ND4J's kernels on the processor: {@link lipschitzlab.compute.nd4j.cpu.CpuOperations} call its native operations directly, with
 * objects that are made once. Other packages reach them only through {@link lipschitzlab.compute.nd4j.cpu.Nd4jCpuProvider}.
 *
 * <p>Where ND4J is slow, others compute, on the same arrays: OpenBLAS the small products, {@link
 * lipschitzlab.compute.nd4j.cpu.OneDnn} convolutions, leaky ReLU and batch normalization. A computation of oneDNN's is a {@link
 * lipschitzlab.compute.nd4j.cpu.OneDnnPrimitive} with its {@link lipschitzlab.compute.nd4j.cpu.OneDnnOperand}s, made once for each
 * shape; where oneDNN does not load, ND4J's own operations take its place. {@code doctor --profile} tells what each operation
 * takes.
 */
package lipschitzlab.compute.nd4j.cpu;
