package lipschitzlab.constraint;

/** No constraint: the control to compare with. */
final class Unconstrained implements Constraint {}
