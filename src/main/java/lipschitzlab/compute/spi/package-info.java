/**
 * What every engine is made of, written once: {@link lipschitzlab.compute.spi.PooledEngine} checks the arguments of an
 * operation, works out its result's shape, takes an array for it from the {@link lipschitzlab.compute.spi.ArrayPool}, and frees
 * what a scope leaves behind. A library brings a {@link lipschitzlab.compute.spi.Storage} and {@link
 * lipschitzlab.compute.spi.Kernels}, which compute and do nothing else. Imports {@code compute}.
 */
package lipschitzlab.compute.spi;
