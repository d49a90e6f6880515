/** Inspecting weights that come from a file: the question for it, and a table of its matrices with their singular values. */
package lipschitzlab.desktop.weights;
