package lipschitzlab.compute.nd4j.cpu;

/**
 * A computation of oneDNN's and what pulls a gradient of its result back.
 *
 * @param forward the computation
 * @param adjoints of all its inputs at once
 */
record OneDnnPair(OneDnnPrimitive forward, OneDnnPrimitive adjoints) implements AutoCloseable {
    @Override
    public void close() {
        forward.close();
        adjoints.close();
    }
}
