/**
 * YAML with the source location of every key, for messages that say file, line and the key that was meant. The only package
 * that knows the YAML library.
 */
package lipschitzlab.yaml;
