package lipschitzlab.picture;

import java.awt.Dimension;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How the pictures of a folder become squares, as some of them suggest.
 *
 * @param scaling what is done to each
 * @param note in a sentence, where some of them are no squares
 */
record FitChoice(PictureScaling scaling, Optional<String> note) {
    /** How many pictures are looked at, spread evenly over all. */
    private static final int LOOKED_AT = 64;

    /** Of how many the edges are looked at, which are decoded for it. */
    private static final int DECODED = 16;

    /** A square in the middle of a picture that is longer than this times its width is less than half of it. */
    private static final double LONG = 2;

    private static final int WHITE = 255;

    static FitChoice of(List<Path> files, PictureForm form) {
        double[] ratios = some(files, LOOKED_AT).stream()
                .map(FitChoice::ratio)
                .flatMap(Optional::stream)
                .mapToDouble(Double::doubleValue)
                .sorted()
                .toArray();
        boolean square = ratios.length == 0 || ratios[ratios.length - 1] == 1;
        boolean mostlyLong = !square && ratios[ratios.length / 2] > LONG;
        if (form.fit() == Fit.CROP || square && form.fit() == Fit.AUTO || !mostlyLong && form.fit() == Fit.AUTO) {
            return new FitChoice(
                    form.cropping(),
                    square || form.fit() == Fit.CROP
                            ? Optional.empty()
                            : Optional.of(
                                    "The square in the middle of each is taken; --set data.fit=pad keeps them whole."));
        }
        boolean white = brightEdges(some(files, DECODED));
        String kept = "kept whole, between " + (white ? "white" : "black") + " bars";
        return new FitChoice(
                form.cropping().padding(white ? WHITE : 0),
                Optional.of(
                        form.fit() == Fit.PAD
                                ? "Pictures that are no squares are " + kept + "."
                                : "Most are more than twice as long as wide and therefore " + kept
                                        + "; --set data.fit=crop takes the square in the middle of each."));
    }

    private static List<Path> some(List<Path> files, int most) {
        List<Path> some = new ArrayList<>();
        int count = Math.min(most, files.size());
        for (int i = 0; i < count; i++) {
            some.add(files.get((int) ((long) i * files.size() / count)));
        }
        return some;
    }

    /** How many times its shorter side the longer one is. What cannot be read is left out here, and told where all are read. */
    private static Optional<Double> ratio(Path file) {
        try {
            Dimension size = PictureDecoder.size(file);
            return Optional.of((double) Math.max(size.width, size.height) / Math.min(size.width, size.height));
        } catch (IOException noPicture) {
            return Optional.empty();
        }
    }

    private static boolean brightEdges(List<Path> files) {
        return files.stream()
                        .map(FitChoice::edge)
                        .filter(OptionalDouble::isPresent)
                        .mapToDouble(OptionalDouble::getAsDouble)
                        .average()
                        .orElse(0)
                > WHITE / 2.0;
    }

    private static OptionalDouble edge(Path file) {
        try {
            return OptionalDouble.of(PictureDecoder.edge(file));
        } catch (IOException noPicture) {
            return OptionalDouble.empty();
        }
    }
}
