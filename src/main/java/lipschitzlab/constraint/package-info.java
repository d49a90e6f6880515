/**
 * The methods that constrain a critic, each one class that implements a few hooks of {@link
 * lipschitzlab.constraint.Constraint}, and one line in {@link lipschitzlab.constraint.ConstraintKind}; a {@link
 * lipschitzlab.constraint.ConstraintSet} is what one lane has of them. Imports {@code setting}, {@code compute},
 * {@code autodiff} and {@code network}.
 */
package lipschitzlab.constraint;
