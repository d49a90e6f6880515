/**
 * Networks whose features pictures are compared by. They are trained on the data at hand, or not at all; none is downloaded. A network
 * is kept as plain arrays and computes on any engine. Imports {@code setting}, {@code file}, {@code compute}, {@code autodiff},
 * {@code network}, {@code optimizer}, {@code dataset} and {@code diagnostic.sample}.
 */
package lipschitzlab.diagnostic.feature;
