/**
 * The Dirac-GAN as a drawing: its vector field, the path of each method, and what their eigenvalues say.
 */
package lipschitzlab.plot.game;
