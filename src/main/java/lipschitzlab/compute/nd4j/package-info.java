/**
 * The ND4J engine, on the processor or on an NVIDIA card, and everything about ND4J that matters here: its settings in {@link
 * lipschitzlab.compute.nd4j.Nd4jRuntime}, explained, and nowhere else. The only room that imports {@code org.nd4j}. Imports
 * {@code compute} and {@code setting}.
 */
package lipschitzlab.compute.nd4j;
