/**
 * Which engines there are, which of them this machine can run and why not the others; its processor, cards and memory. An
 * engine's package provides an {@link lipschitzlab.compute.device.EngineProvider}.
 */
package lipschitzlab.compute.device;
