/**
 * Native libraries unpacked from their archives before the first of them is loaded, and loaded in the order in which they need one
 * another. Knows JavaCPP, which all engines have, and none of the libraries.
 */
package lipschitzlab.compute.unpacking;
