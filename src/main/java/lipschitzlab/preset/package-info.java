/**
 * Presets: what an experiment is made of, read from YAML, overridden by path, checked key by key, and written back.
 */
package lipschitzlab.preset;
