/**
 * Gradient descent in its variants: Adam, RMSProp, SGD, each listed in {@link lipschitzlab.optimizer.OptimizerKind}. Imports
 * {@code setting}, {@code compute}, {@code autodiff} and {@code network}.
 */
package lipschitzlab.optimizer;
