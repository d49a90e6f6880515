package lipschitzlab.diagnostic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import lipschitzlab.autodiff.Gradients;
import lipschitzlab.autodiff.Var;
import lipschitzlab.compute.Engine;
import lipschitzlab.compute.RandomStream;
import lipschitzlab.compute.Scope;
import lipschitzlab.compute.Shape;
import lipschitzlab.network.BoundNetwork;

/**
 * Climbs ‖∇D‖ from given points. A critic of linear layers and leaky ReLU is linear on each of many regions: within one its
 * slope is constant, the gradient of the slope is 0, and only a step into another region can gain. So each round tries straight
 * lines from every point, forwards and backwards, at distances of many sizes, each a quarter of the one before, and goes to the
 * steepest point it met: along the gradient of D, along random directions and, where the critic is curved, along the gradient
 * of the slope.
 */
final class SlopeAscent {
    private static final int RANDOM_DIRECTIONS = 2;
    private static final int DISTANCES = 6;
    private static final double DISTANCE_RATIO = 4;
    /** Under the root, whose derivative is infinite at 0. */
    private static final double EPSILON = 1e-12;

    private final BoundNetwork critic;
    private final Engine engine;
    private final Shape sample;
    private final double reach;
    private final RandomStream random;

    /** A point, its class for a critic that reads classes, and the critic's slope there. */
    record SlopePoint(float[] point, int label, double slope) {}

    /**
     * @param range the largest absolute value of a coordinate of the data: the longest step is a quarter of half the diagonal
     *     of the cube with this half side
     */
    SlopeAscent(BoundNetwork critic, Shape sample, double range, RandomStream random) {
        this.critic = critic;
        this.engine = critic.network().engine();
        this.sample = sample;
        this.reach = range * Math.sqrt(sample.length());
        this.random = random;
    }

    static SlopePoint slopePoint(float[] points, Shape sample, int row, int label, double slope) {
        int length = sample.length();
        return new SlopePoint(Arrays.copyOfRange(points, row * length, (row + 1) * length), label, slope);
    }

    /** The steepest point that was met; the starts are among them. */
    SlopePoint climb(List<SlopePoint> starts, int rounds) {
        List<SlopePoint> slopePoints = starts;
        for (int round = 0; round < rounds; round++) {
            slopePoints = climbOnce(slopePoints);
        }
        return slopePoints.stream()
                .max(Comparator.comparingDouble(SlopePoint::slope))
                .orElseThrow(
                        () -> new IllegalArgumentException("expected one place or more to start from, found none"));
    }

    private List<SlopePoint> climbOnce(List<SlopePoint> slopePoints) {
        List<float[]> directions = directions(slopePoints);
        int perPoint = directions.size() / slopePoints.size() * 2 * DISTANCES;
        float[] candidates = candidates(slopePoints, directions, perPoint);
        double[] slopes = CriticSlopes.at(critic.given(labels(slopePoints, perPoint)), sample, candidates)
                .slopes();
        List<SlopePoint> next = new ArrayList<>();
        for (int i = 0; i < slopePoints.size(); i++) {
            SlopePoint best = slopePoints.get(i);
            for (int row = i * perPoint; row < (i + 1) * perPoint; row++) {
                best = slopes[row] > best.slope()
                        ? slopePoint(candidates, sample, row, best.label(), slopes[row])
                        : best;
            }
            next.add(best);
        }
        return next;
    }

    /** The class of each point, so many times each. */
    private static int[] labels(List<SlopePoint> slopePoints, int times) {
        return slopePoints.stream()
                .flatMapToInt(from -> IntStream.generate(from::label).limit(times))
                .toArray();
    }

    /** Unit vectors, equally many for each point, those of one point after those of the one before. */
    private List<float[]> directions(List<SlopePoint> slopePoints) {
        List<List<float[]>> gradients = gradients(slopePoints);
        List<float[]> directions = new ArrayList<>();
        for (int i = 0; i < slopePoints.size(); i++) {
            for (List<float[]> kind : gradients) {
                directions.add(unit(kind.get(i)));
            }
            for (int j = 0; j < RANDOM_DIRECTIONS; j++) {
                directions.add(unit(random.gaussians(sample.length())));
            }
        }
        return directions;
    }

    /** Of D at each point, and if the critic is curved there, of ‖∇D‖. */
    private List<List<float[]>> gradients(List<SlopePoint> slopePoints) {
        try (Scope temporaries = engine.openScope()) {
            float[] points = new float[slopePoints.size() * sample.length()];
            for (int i = 0; i < slopePoints.size(); i++) {
                System.arraycopy(slopePoints.get(i).point(), 0, points, i * sample.length(), sample.length());
            }
            Var x = Var.variable(engine, engine.of(points, sample.batchOf(slopePoints.size())));
            Var slope = Gradients.of(
                            critic.given(labels(slopePoints, 1)).apply(x).sum(), List.of(x), true)
                    .get(0);
            Var norm = slope.square().rowSum().addScalar(EPSILON).sqrt();
            float[] ofNorm = engine.read(
                    Gradients.of(norm.sum(), List.of(x), false).get(0).value());
            List<float[]> ofCritic = rows(engine.read(slope.value()));
            return isZero(ofNorm) ? List.of(ofCritic) : List.of(ofCritic, rows(ofNorm));
        }
    }

    private static boolean isZero(float[] numbers) {
        for (float number : numbers) {
            if (number != 0) {
                return false;
            }
        }
        return true;
    }

    private List<float[]> rows(float[] numbers) {
        List<float[]> rows = new ArrayList<>();
        for (int first = 0; first < numbers.length; first += sample.length()) {
            rows.add(Arrays.copyOfRange(numbers, first, first + sample.length()));
        }
        return rows;
    }

    /** The vector by its length; a vector of no length as it is. */
    private static float[] unit(float[] vector) {
        double length = CriticSlopes.rowNorms(vector, 1)[0];
        float[] unit = new float[vector.length];
        for (int i = 0; i < unit.length; i++) {
            unit[i] = length > 0 ? (float) (vector[i] / length) : vector[i];
        }
        return unit;
    }

    private float[] candidates(List<SlopePoint> slopePoints, List<float[]> directions, int perPoint) {
        int length = sample.length();
        float[] candidates = new float[slopePoints.size() * perPoint * length];
        int directionsPerPoint = directions.size() / slopePoints.size();
        int at = 0;
        for (int i = 0; i < directions.size(); i++) {
            float[] from = slopePoints.get(i / directionsPerPoint).point();
            double distance = reach;
            for (int j = 0; j < DISTANCES; j++) {
                distance /= DISTANCE_RATIO;
                put(candidates, at, from, directions.get(i), distance);
                put(candidates, at + length, from, directions.get(i), -distance);
                at += 2 * length;
            }
        }
        return candidates;
    }

    private static void put(float[] candidates, int at, float[] from, float[] direction, double distance) {
        for (int i = 0; i < from.length; i++) {
            candidates[at + i] = (float) (from[i] + distance * direction[i]);
        }
    }
}
