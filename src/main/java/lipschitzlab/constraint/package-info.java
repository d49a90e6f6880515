/**
 * The ways to hold a critic to a Lipschitz constraint, each one class that fills a few hooks of {@link
 * lipschitzlab.constraint.Constraint}, and one line in {@link lipschitzlab.constraint.ConstraintKind}; a {@link
 * lipschitzlab.constraint.ConstraintSet} is what one lane has of them. Imports {@code setting}, {@code compute},
 * {@code autodiff} and {@code network}.
 */
package lipschitzlab.constraint;
