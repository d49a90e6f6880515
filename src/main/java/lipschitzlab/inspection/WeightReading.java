package lipschitzlab.inspection;

import java.util.Optional;
import lipschitzlab.file.HeapSpace;
import lipschitzlab.setting.InputException;

/** Reads one weight after another from a file, normalized as the layer that uses it does. */
record WeightReading(ArrayFile file) {
    /** Nothing of what is no matrix. */
    Optional<MeasuredWeight> measured(StoredWeight weight) {
        int[] shape = file.shape(weight.array());
        return MatrixView.of(shape).map(matrix -> measured(weight, shape, matrix));
    }

    private MeasuredWeight measured(StoredWeight weight, int[] shape, MatrixView matrix) {
        float[] numbers = file.numbers(weight.array());
        if (matrix.count() > 1) {
            // The matrix in double precision, a copy that is decomposed, and what that makes.
            long bytes = 3L * Double.BYTES * numbers.length;
            HeapSpace.require(bytes, bytes, weight.name(), "a matrix of " + matrix);
        }
        if (weight.form() instanceof StoredWeight.Form.OverSigma normalized) {
            double sigma = sigma(weight, numbers, shape, file.numbers(normalized.u()), file.numbers(normalized.v()));
            return MeasuredWeight.of(weight, shape, matrix, numbers, sigma, "stored weight divided by uᵀWv");
        }
        if (weight.form() instanceof StoredWeight.Form.GainTimesDirection normalized) {
            float[] used = gainTimesDirection(weight, numbers, shape, normalized.gain());
            return MeasuredWeight.of(weight, shape, matrix, used, 1, "g·v/‖v‖ of what is stored");
        }
        return MeasuredWeight.of(
                weight, shape, matrix, numbers, 1, weight.used() ? "" : "as stored, before it is normalized");
    }

    /**
     * uᵀWv. PyTorch has outputs on the first side of a weight, or, of transposed convolutions, on the second; where both are as long
     * as u, the larger product is that of the pair that belongs together.
     */
    private double sigma(StoredWeight weight, float[] numbers, int[] shape, float[] u, float[] v) {
        double sigma = 0;
        for (int side = 0; side < Math.min(2, shape.length); side++) {
            if (u.length == shape[side] && (long) u.length * v.length == numbers.length) {
                sigma = Math.max(sigma, Math.abs(product(numbers, shape, side, u, v)));
            }
        }
        if (!(sigma > 0)) {
            throw new InputException(
                    weight.name(),
                    "vectors u and v for a weight of shape " + WeightInspection.words(shape) + ", with uᵀWv above 0",
                    "vectors of " + u.length + " and " + v.length + " numbers",
                    "Was the file saved whole?");
        }
        return sigma;
    }

    /** With the outputs on a side of the array; the other sides follow in their order. */
    private static double product(float[] numbers, int[] shape, int side, float[] u, float[] v) {
        int inner = 1;
        for (int i = side + 1; i < shape.length; i++) {
            inner *= shape[i];
        }
        double sum = 0;
        for (int i = 0; i < numbers.length; i++) {
            int output = i / inner % shape[side];
            int column = i / inner / shape[side] * inner + i % inner;
            sum += (double) u[output] * numbers[i] * v[column];
        }
        return sum;
    }

    /** One gain and one norm for each place on the side on which the gains lie; one for all where there is one gain. */
    private float[] gainTimesDirection(StoredWeight weight, float[] direction, int[] shape, String gains) {
        float[] gain = file.numbers(gains);
        int[] gainShape = file.shape(gains);
        int side = 0;
        for (int i = 0; i < Math.min(gainShape.length, shape.length); i++) {
            side = gainShape[i] > 1 ? i : side;
        }
        if (gain.length != 1 && gain.length != shape[side]) {
            throw new InputException(
                    weight.name(),
                    "a gain for each output of a weight of shape " + WeightInspection.words(shape),
                    gain.length + " gains",
                    "Was the file saved whole?");
        }
        int inner = 1;
        for (int i = side + 1; i < shape.length; i++) {
            inner *= shape[i];
        }
        double[] squares = new double[gain.length];
        for (int i = 0; i < direction.length; i++) {
            squares[i / inner % shape[side] % gain.length] += (double) direction[i] * direction[i];
        }
        float[] used = new float[direction.length];
        for (int i = 0; i < direction.length; i++) {
            int output = i / inner % shape[side] % gain.length;
            used[i] = (float) (gain[output] * direction[i] / Math.sqrt(squares[output]));
        }
        return used;
    }
}
