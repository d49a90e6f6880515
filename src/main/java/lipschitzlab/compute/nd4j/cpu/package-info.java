/**
 * ND4J's kernels on the processor: its native operations called directly, with oneDNN and OpenBLAS where they are faster.
 * Other packages reach it only through its provider.
 */
package lipschitzlab.compute.nd4j.cpu;
