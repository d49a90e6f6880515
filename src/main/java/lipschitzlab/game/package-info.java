/**
 * The smallest game of a generator and a critic, one parameter each, in which convergence is decided in closed form. It knows nothing
 * of networks, and imports nothing of the lab.
 */
package lipschitzlab.game;
