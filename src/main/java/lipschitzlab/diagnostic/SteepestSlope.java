package lipschitzlab.diagnostic;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lipschitzlab.compute.RandomStream;
import lipschitzlab.network.BoundNetwork;

/**
 * The largest slopes ‖∇D‖₂ that were found in a critic. Each is a bound of its Lipschitz constant from below: the constant
 * is at least as large, and how much larger nobody knows.
 *
 * @param real at samples of the data; 0 if there were none, as for the next three
 * @param fake at samples of the generator
 * @param between between real and fake samples
 * @param uniform at uniform points of the cube that holds the data
 * @param found the largest of all, after a {@linkplain SlopeAscent climb} from the best of these points
 * @param point where the largest slope was found, {@code [1, …sample]}
 */
public record SteepestSlope(double real, double fake, double between, double uniform, double found, float[] point) {
    /** The usual number of rounds of the climb. */
    public static final int ROUNDS = 5;

    /**
     * Looks at all points, then climbs.
     *
     * @param starts from how many points to climb, from 1 to 4: the best of each set, the best sets first
     * @param rounds of the climb, 0 or more; each costs some 40 points a start
     * @param random directions of the climb
     * @throws IllegalArgumentException if there is no point, or starts and rounds are out of range
     */
    public static SteepestSlope of(
            BoundNetwork critic, CriticPoints points, int starts, int rounds, RandomStream random) {
        if (starts < 1 || starts > 4 || rounds < 0) {
            throw new IllegalArgumentException(
                    "expected 1 to 4 starts and 0 rounds or more, found " + starts + " and " + rounds);
        }
        Best real = best(critic, points, points.real());
        Best fake = best(critic, points, points.fake());
        Best between = best(critic, points, points.between());
        Best uniform = best(critic, points, points.uniform());
        List<SlopeAscent.SlopePoint> slopePoints = Stream.of(real, fake, between, uniform)
                .flatMap(best -> best.slopePoint().stream())
                .sorted(Comparator.comparingDouble(SlopeAscent.SlopePoint::slope)
                        .reversed())
                .limit(starts)
                .toList();
        if (slopePoints.isEmpty()) {
            throw new IllegalArgumentException("expected one point or more, found none");
        }
        SlopeAscent.SlopePoint top =
                new SlopeAscent(critic, points.sample(), points.range(), random).climb(slopePoints, rounds);
        return new SteepestSlope(
                real.slope(), fake.slope(), between.slope(), uniform.slope(), top.slope(), top.point());
    }

    private record Best(double slope, Optional<SlopeAscent.SlopePoint> slopePoint) {}

    private static Best best(BoundNetwork critic, CriticPoints points, float[] set) {
        double[] slopes = CriticSlopes.at(critic.given(points.labels()), points.sample(), set)
                .slopes();
        return IntStream.range(0, slopes.length)
                .boxed()
                .max(Comparator.comparingDouble(i -> slopes[i]))
                .map(i -> new Best(
                        slopes[i],
                        Optional.of(SlopeAscent.slopePoint(set, points.sample(), i, points.label(i), slopes[i]))))
                .orElse(new Best(0, Optional.empty()));
    }
}
