package lipschitzlab.export.network;

import lipschitzlab.compute.Shape;

/** Inputs that every program makes alike, without rounding: whole numbers by a formula, over 1000. */
final class KnownInputs {
    /** As many as are compared. */
    static final int ROWS = 1000;

    private KnownInputs() {}

    /** Numbers in [−1, 1]: for the k-th, ((7919·k + 17) mod 2001 − 1000)/1000. */
    static float[] of(Shape row) {
        float[] numbers = new float[ROWS * row.length()];
        for (int k = 0; k < numbers.length; k++) {
            numbers[k] = (float) (((7919L * k + 17) % 2001 - 1000) / 1000.0);
        }
        return numbers;
    }
}
