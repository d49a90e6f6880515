/**
 * Times what the lab does: updates of each method beside the same step in LibTorch ({@code compute.baseline}), operation by
 * operation, and lanes together. Knows nothing of the command line that prints the numbers.
 */
package lipschitzlab.benchmark;
