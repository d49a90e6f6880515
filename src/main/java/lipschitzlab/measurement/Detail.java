package lipschitzlab.measurement;

/** What of a lane is measured only while somebody looks at it, because it takes long. */
public enum Detail {
    /** The critic's slope over the plane. */
    SLOPES,
    /** The spectra of layers as linear operators. */
    OPERATOR_SPECTRA,
    /** How the weights are distributed. */
    WEIGHTS,
    /** The gradient of the critic's loss at each layer. */
    GRADIENTS
}
