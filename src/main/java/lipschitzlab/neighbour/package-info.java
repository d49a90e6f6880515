/**
 * Which real samples are nearest to a generated one: whether a generator has learned its data by heart can be seen there.
 */
package lipschitzlab.neighbour;
