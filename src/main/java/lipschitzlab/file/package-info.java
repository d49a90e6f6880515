/**
 * Files: checked before they are read, named so that every system takes the name, and written so that one is there whole or
 * not at all and nothing of a person's is lost. Imports {@code setting}; knows no experiment.
 */
package lipschitzlab.file;
