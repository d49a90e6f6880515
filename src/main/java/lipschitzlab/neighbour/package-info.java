/**
 * Which real samples are nearest to a generated one, by pixels or by features: whether a generator has learned its data by heart can be
 * seen there.
 */
package lipschitzlab.neighbour;
