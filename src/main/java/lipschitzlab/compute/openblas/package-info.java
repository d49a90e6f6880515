/** The one setting of OpenBLAS that is shared by all engines of a program. Imports nothing of the lab. */
package lipschitzlab.compute.openblas;
