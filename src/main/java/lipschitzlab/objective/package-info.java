/**
 * What critic and generator minimise, each pair listed in {@link lipschitzlab.objective.Objective}. Imports {@code setting},
 * {@code compute}, {@code autodiff} and {@code network}.
 */
package lipschitzlab.objective;
