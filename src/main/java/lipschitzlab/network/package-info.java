/**
 * Parameters, layers and the generator and critic architectures, and {@link lipschitzlab.network.Reparametrization}, through which
 * a constraint reaches a layer without the layer knowing which one it is. Imports {@code setting}, {@code compute} and
 * {@code autodiff}.
 */
package lipschitzlab.network;
