package lipschitzlab.compute.baseline;

/** The baseline's optimizer; both keep 1e-8 from dividing by 0. */
public sealed interface BaselineOptimizer {
    /** Adam (Kingma and Ba 2015). */
    record Adam(double beta1, double beta2) implements BaselineOptimizer {}

    /** RMSProp (Tieleman and Hinton 2012). */
    record RmsProp(double decay) implements BaselineOptimizer {}
}
