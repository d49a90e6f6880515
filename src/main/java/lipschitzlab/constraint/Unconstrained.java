package lipschitzlab.constraint;

/** Nothing is held: the control to compare with. */
final class Unconstrained implements Constraint {}
