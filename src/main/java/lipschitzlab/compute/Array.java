package lipschitzlab.compute;

/** An opaque array of 32-bit floats that belongs to one {@link Engine}; its numbers are reached only through that engine. */
public interface Array {
    /** The array's sizes. */
    Shape shape();
}
