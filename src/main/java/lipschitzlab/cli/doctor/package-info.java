/**
 * What {@code doctor} prints: the engines of this machine, the times of the updates beside a baseline's, what they ask of the engine,
 * and lanes together. Imports {@code benchmark}, {@code compute} and what these do.
 */
package lipschitzlab.cli.doctor;
