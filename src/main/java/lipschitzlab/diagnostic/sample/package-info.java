/**
 * Measures of a set of generated samples against a set of real ones, as plain numbers of rows: distances, and how far one set lies
 * where the other does. Whose features the rows are is not known here; no network and no dataset is needed. Imports
 * {@code compute} and {@code diagnostic}; of libraries EJML alone.
 */
package lipschitzlab.diagnostic.sample;
