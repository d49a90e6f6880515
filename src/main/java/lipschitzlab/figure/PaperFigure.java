package lipschitzlab.figure;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lipschitzlab.compute.RandomPurpose;
import lipschitzlab.compute.RandomStream;
import lipschitzlab.compute.device.Backend;
import lipschitzlab.experiment.Experiment;
import lipschitzlab.experiment.Lane;
import lipschitzlab.experiment.LaneTitles;
import lipschitzlab.experiment.Opening;
import lipschitzlab.lesson.LaneRecord;
import lipschitzlab.lesson.Lesson.Variant;
import lipschitzlab.preset.LaneSpec;
import lipschitzlab.preset.SharedSettings;
import lipschitzlab.training.LaneInspection.Part;

/**
 * A figure of a paper, to be trained and drawn anew.
 *
 * @param name the bundled name or the file's, without folder and ending
 * @param title one line
 * @param source the paper with its figure
 * @param lookFor what to look for, and what differs from the paper
 * @param variants the experiments that it needs, at least one
 * @param alone whether lanes take turns, since times are measured
 * @param form what is drawn, and how
 */
public record PaperFigure(
        String name,
        String title,
        String source,
        String lookFor,
        List<Variant> variants,
        boolean alone,
        FigureForm form) {
    /** Copies the list. */
    public PaperFigure {
        variants = List.copyOf(variants);
    }

    /**
     * What is shown of one experiment.
     *
     * @param lanes in the preset's order, titled as the figure names them
     * @param real real points of the plane, {@code [n, 2]}, row-major; empty where the figure shows none
     */
    public record Result(Variant variant, List<LaneRecord> lanes, float[] real) {
        /** Copies the list. */
        public Result {
            lanes = List.copyOf(lanes);
        }
    }

    /** The same figure from the data of this file, in those of its experiments that read a file. */
    public PaperFigure withData(Path file) {
        List<Variant> moved = variants.stream()
                .map(variant -> variant.preset().data().kind().needsFile()
                        ? new Variant(variant.name(), variant.preset().withData(file))
                        : variant)
                .toList();
        return new PaperFigure(name, title, source, lookFor, moved, alone, form);
    }

    /** Whether a file must still be named. */
    public boolean missesFile() {
        return variants.stream().anyMatch(variant -> variant.preset().data().missesFile());
    }

    /**
     * One of its experiments, at rest.
     *
     * @param variant one of this figure's
     * @throws lipschitzlab.setting.InputException if its data cannot be read
     */
    public Experiment open(Variant variant, Backend backend) {
        return Opening.of(variant.preset(), backend)
                .atMost(alone ? 1 : Integer.MAX_VALUE)
                .open();
    }

    /**
     * Takes what is shown of one experiment: after its run, while its lanes rest and before it is closed.
     *
     * @param variant one of this figure's
     * @param experiment the one that {@link #open} made of it
     */
    public Result take(Variant variant, Experiment experiment) {
        Set<Part> parts = parts();
        List<LaneRecord> lanes = new ArrayList<>();
        for (Lane lane : experiment.lanes()) {
            lanes.add(LaneRecord.of(lane, title(variant, lane.spec()), Optional.empty(), parts, Map.of()));
        }
        return new Result(variant, lanes, real(experiment));
    }

    private float[] real(Experiment experiment) {
        if (form instanceof FigureForm.Surfaces surfaces) {
            long seed = experiment.preset().shared().get(SharedSettings.SEED);
            return experiment.data().heldOut(surfaces.points(), RandomStream.of(seed, RandomPurpose.SHOWN_REAL));
        }
        return new float[0];
    }

    /** What must be measured at the end of the runs, beside their histories. */
    private Set<Part> parts() {
        if (form instanceof FigureForm.Surfaces) {
            return EnumSet.of(Part.PLANE);
        }
        return form instanceof FigureForm.Gradients
                ? EnumSet.of(Part.GRADIENTS, Part.HIDDEN_WEIGHTS)
                : EnumSet.noneOf(Part.class);
    }

    /** Surfaces have their variants' names above them; elsewhere these stand before. */
    private String title(Variant variant, LaneSpec lane) {
        String title = LaneTitles.byMethod(lane, variant.preset().lanes());
        boolean single = variants.size() == 1 || form instanceof FigureForm.Surfaces;
        return single ? title : variant.name() + " · " + title;
    }

    /** What a figure shows, and how; each kind is laid out as in its paper. */
    public sealed interface FigureForm {
        /**
         * The critics' values over the plane, a row for each lane and a column for each variant (Gulrajani et al. 2017, figure
         * 1a).
         *
         * @param points how many real points are drawn
         * @param contours about how many contour lines
         */
        record Surfaces(int points, int contours) implements FigureForm {}

        /**
         * The norm of the gradient at each layer, and beside it how the weights of some lanes are distributed (Gulrajani et al.
         * 2017, figure 1b).
         *
         * @param weights the lanes whose weights are shown, as an expression of a lesson names them; from the top
         */
        record Gradients(List<String> weights) implements FigureForm {
            /** Copies the list. */
            public Gradients {
                weights = List.copyOf(weights);
            }
        }

        /**
         * Squared singular values by their index, each layer's divided by the largest, a panel for each layer that has several
         * (Miyato et al. 2018, figure 3).
         */
        record Spectra() implements FigureForm {}

        /**
         * The largest singular value of the weights that one lane uses, over time, a line for each layer (Miyato et al. 2018,
         * figure 9).
         *
         * @param lane as an expression of a lesson names it
         * @param layers how many layers, from the input on
         */
        record Norms(String lane, int layers) implements FigureForm {}

        /**
         * The time of some updates of the generator, a bar for each lane (Miyato et al. 2018, figure 10).
         *
         * @param updates how many the time is told for
         * @param baseline the lane by whose time all are divided
         * @param published seconds for as many updates in the paper, by lane
         */
        record Times(int updates, String baseline, Map<String, Seconds> published) implements FigureForm {
            /** Copies the map, its order kept. */
            public Times {
                published = Collections.unmodifiableMap(new LinkedHashMap<>(published));
            }
        }
    }

    /** A time as a paper states it, which may be a range; both are the same if it is none. */
    public record Seconds(double least, double most) {
        /** The middle of the range. */
        public double middle() {
            return (least + most) / 2;
        }
    }
}
