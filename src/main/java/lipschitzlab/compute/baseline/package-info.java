/**
 * The baseline that the lab's training step is timed against: the same step as a user of another library writes it, with that
 * library's own autograd. A {@link lipschitzlab.compute.baseline.BaselineTask} describes the step without naming a library, and
 * a {@link lipschitzlab.compute.baseline.BaselineProvider}, if the class path holds one, makes the {@link
 * lipschitzlab.compute.baseline.Baseline} that carries it out. Nothing here takes part in an experiment. Imports {@code
 * setting} and {@code compute}.
 */
package lipschitzlab.compute.baseline;
