/**
 * The command line: {@code run}, {@code findings}, {@code presets}, {@code doctor}. The only package that prints. Imports every package but
 * {@code desktop}.
 */
package lipschitzlab.cli;
