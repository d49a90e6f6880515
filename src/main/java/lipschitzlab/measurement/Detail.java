package lipschitzlab.measurement;

/** On-demand details of a lane: measured only while they are requested, because they take long. */
public enum Detail {
    /** The critic's slope over the plane. */
    SLOPES,
    /** The spectra of layers as linear operators. */
    OPERATOR_SPECTRA,
    /** How the weights are distributed. */
    WEIGHTS,
    /** The gradient of the critic's loss at each layer. */
    GRADIENTS,
    /** The averaged generator's samples, where one is kept. */
    AVERAGED_SAMPLES
}
