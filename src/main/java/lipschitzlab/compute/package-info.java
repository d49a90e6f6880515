/**
 * The primitive array operations that everything else is made of, on opaque arrays of 32-bit floats, the scopes that free
 * temporaries, the machine with its cards, and the choice of an engine that it can run. Also the seeded streams that all randomness comes
 * from. Each engine's library stays in a room of its own below this one. Imports {@code setting}.
 */
package lipschitzlab.compute;
