/**
 * What every engine must do: an engine in plain loops and double precision, and a table of calls on which the others must agree with
 * it. {@code doctor --gpu-report} asks an engine for them on the machine at hand, and the tests do. Imports {@code compute}.
 */
package lipschitzlab.compute.conformance;
