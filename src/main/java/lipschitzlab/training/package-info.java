/**
 * One generator and one critic in training: the GAN step, the loss with its penalty, and probes that observe the networks
 * without changing them.
 */
package lipschitzlab.training;
