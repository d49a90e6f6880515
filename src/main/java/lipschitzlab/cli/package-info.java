/**
 * The command line: {@code run}, {@code findings}, {@code presets}, {@code doctor}. The only room that prints. Imports every room but
 * {@code desktop}.
 */
package lipschitzlab.cli;
