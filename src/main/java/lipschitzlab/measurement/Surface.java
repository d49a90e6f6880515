package lipschitzlab.measurement;

/**
 * The critic's value over a square of the plane, centred on the origin.
 *
 * @param size points along each side
 * @param extent half of the square's side: points lie from −extent to +extent, both included
 * @param values {@code size·size} values, row by row from the bottom, each row from the left
 */
public record Surface(int size, double extent, float[] values) {}
