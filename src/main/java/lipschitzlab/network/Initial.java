package lipschitzlab.network;

/** How large a layer's initial weights are, which are uniform in [−b, b]. */
@FunctionalInterface
interface Initial {
    /** b = √(6/fan-in) (He et al. 2015, equation 10, as WGAN-GP's toy code). */
    Initial HE = (fanIn, fanOut) -> Math.sqrt(6.0 / fanIn);

    /** b = √(6/(fan-in + fan-out)) (Glorot and Bengio 2010, equation 16). */
    Initial GLOROT = (fanIn, fanOut) -> Math.sqrt(6.0 / (fanIn + fanOut));

    /** √2 times that, as the SNGAN paper's code has it in residual branches. */
    Initial GLOROT_RESIDUAL = (fanIn, fanOut) -> Math.sqrt(2) * GLOROT.bound(fanIn, fanOut);

    /**
     * b.
     *
     * @param fanIn inputs of one output
     * @param fanOut outputs of one input
     */
    double bound(int fanIn, int fanOut);
}
