package lipschitzlab.lesson;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import lipschitzlab.measurement.LayerSpectrum;
import lipschitzlab.measurement.Metric;
import lipschitzlab.training.LaneInspection.Part;

/** What the expressions of a lesson can ask of a lane's record: functions whose first argument names the lane. */
public enum Quantity {
    /** A metric at a step. */
    AT("at", "a metric, as it was recorded last at that step or before", Argument.METRIC, Argument.STEP) {
        @Override
        double of(LaneRecord lane, Arguments given) {
            return lane.at(given.metric(), given.step(1, lane));
        }
    },
    /** A metric's mean. */
    MEAN("mean", "a metric's mean from one step to another", Argument.METRIC, Argument.STEP, Argument.STEP) {
        @Override
        double of(LaneRecord lane, Arguments given) {
            return lane.within(given.metric(), given.step(1, lane), given.step(2, lane))
                    .average()
                    .orElse(Double.NaN);
        }
    },
    /** A metric's maximum. */
    HIGHEST(
            "highest",
            "a metric's largest value from one step to another",
            Argument.METRIC,
            Argument.STEP,
            Argument.STEP) {
        @Override
        double of(LaneRecord lane, Arguments given) {
            return lane.within(given.metric(), given.step(1, lane), given.step(2, lane))
                    .max()
                    .orElse(Double.NaN);
        }
    },
    /** A metric's minimum. */
    LOWEST(
            "lowest",
            "a metric's smallest value from one step to another",
            Argument.METRIC,
            Argument.STEP,
            Argument.STEP) {
        @Override
        double of(LaneRecord lane, Arguments given) {
            return lane.within(given.metric(), given.step(1, lane), given.step(2, lane))
                    .min()
                    .orElse(Double.NaN);
        }
    },
    /** ‖W‖²_F/σ₁². */
    STABLE_RANK("stableRank", "a layer's ‖W‖²_F/σ₁² at a step", Argument.LAYER, Argument.STEP) {
        @Override
        double of(LaneRecord lane, Arguments given) {
            return lane.spectrum(given.whole(0), given.step(1, lane), LayerSpectrum::stableRank);
        }
    },
    /** A singular value. */
    SIGMA(
            "sigma",
            "a layer's singular value, 1 the largest, at a step",
            Argument.LAYER,
            Argument.INDEX,
            Argument.STEP) {
        @Override
        double of(LaneRecord lane, Arguments given) {
            int index = given.whole(1) - 1;
            return lane.spectrum(
                    given.whole(0),
                    given.step(2, lane),
                    layer -> index < layer.sigma().length ? layer.sigma()[index] : Double.NaN);
        }
    },
    /** The error of the power iteration. */
    ESTIMATE_ERROR(
            "estimateError",
            "how far the method's own estimate of a layer's σ is from the exact one at a step, relative to it",
            Argument.LAYER,
            Argument.STEP) {
        @Override
        double of(LaneRecord lane, Arguments given) {
            return lane.spectrum(given.whole(0), given.step(1, lane), LaneRecord::estimateError);
        }
    },
    /** The largest error of the power iteration. */
    LARGEST_ESTIMATE_ERROR(
            "largestEstimateError",
            "the largest estimateError of any layer from one step to another",
            Argument.STEP,
            Argument.STEP) {
        @Override
        double of(LaneRecord lane, Arguments given) {
            return lane.largestEstimateError(given.step(0, lane), given.step(1, lane));
        }
    },
    /** The usual and the rare error of the power iteration. */
    ESTIMATE_ERROR_QUANTILE(
            "estimateErrorQuantile",
            "the largest estimateError of any layer, of the recorded steps from one to another: their quantile of this share,"
                    + " 0.5 for the median",
            Argument.SHARE,
            Argument.STEP,
            Argument.STEP) {
        @Override
        double of(LaneRecord lane, Arguments given) {
            return lane.estimateErrorQuantile(given.number(0), given.step(1, lane), given.step(2, lane));
        }
    },
    /** What a distance comes to for a perfect generator. */
    FLOOR(
            "floor",
            "what a comparison with held-out data comes to where real samples stand in for generated ones, in all but a twentieth"
                    + " of the draws: at most this for a distance, at least this for precision, recall, density and coverage",
            Argument.DISTANCE) {
        @Override
        double of(LaneRecord lane, Arguments given) {
            return lane.floor(given.metric());
        }
    },
    /** The pile-up at ±c. */
    SHARE_AT_EDGE(
            "shareAtEdge",
            "the share of a layer's weights whose size is within 1 % of the largest weight's, at the end",
            Argument.LAYER) {
        @Override
        double of(LaneRecord lane, Arguments given) {
            return lane.shareAtEdge(given.whole(0));
        }

        @Override
        Optional<Part> part() {
            return Optional.of(Part.WEIGHTS);
        }
    },
    /** By what a layer stretches more than its reshaped weight. */
    OPERATOR_OVER_RESHAPED(
            "operatorOverReshaped",
            "a layer's norm as the linear map that it is, by the largest singular value of its reshaped weight, at the end",
            Argument.LAYER) {
        @Override
        double of(LaneRecord lane, Arguments given) {
            return lane.operatorOverReshaped(given.whole(0));
        }

        @Override
        Optional<Part> part() {
            return Optional.of(Part.NORMS);
        }
    },
    /** Gulrajani et al. 2017, figure 1b, left. */
    ACTIVATION_GRADIENT(
            "activationGradient",
            "the norm of the gradient of the critic's loss, without a penalty, with respect to a layer's activation, at step"
                    + " 0 or \"end\"",
            Argument.LAYER,
            Argument.START_OR_END) {
        @Override
        double of(LaneRecord lane, Arguments given) {
            return lane.activationGradient(given.whole(0), given.step(1, lane));
        }

        @Override
        Optional<Part> part() {
            return Optional.of(Part.GRADIENTS);
        }
    },
    /** The time of training. */
    SECONDS_PER_CRITIC_STEP(
            "secondsPerCriticStep",
            "the median time of a generator step by its number of critic updates, the first fifth of the steps left out") {
        @Override
        double of(LaneRecord lane, Arguments given) {
            return lane.secondsPerCriticStep();
        }
    };

    private final String id;
    private final String help;
    private final List<Argument> arguments;

    Quantity(String id, String help, Argument... arguments) {
        this.id = id;
        this.help = help;
        this.arguments = List.of(arguments);
    }

    /**
     * What stands behind the lane's name.
     *
     * @param values each a {@link String} or a {@link Double}, checked by {@link Argument}
     */
    record Arguments(List<Object> values) {
        Metric metric() {
            return Metric.of((String) values.get(0));
        }

        double number(int index) {
            return (Double) values.get(index);
        }

        int whole(int index) {
            return (int) number(index);
        }

        int step(int index, LaneRecord lane) {
            return values.get(index).equals(Argument.END) ? lane.horizon() : whole(index);
        }
    }

    /** The name in an expression. */
    public String id() {
        return id;
    }

    /** What it is, for the help. */
    public String help() {
        return help;
    }

    /** Such as {@code at("lane", "metric", step)}. */
    public String signature() {
        StringBuilder text = new StringBuilder(id + "(\"lane\"");
        arguments.forEach(argument -> text.append(", ").append(argument.title()));
        return text.append(")").toString();
    }

    List<Argument> arguments() {
        return arguments;
    }

    /** The number, NaN where it was not measured. */
    abstract double of(LaneRecord lane, Arguments given);

    /** What must be measured for it beside a run's record. */
    Optional<Part> part() {
        return Optional.empty();
    }

    static Optional<Quantity> find(String name) {
        return Arrays.stream(values())
                .filter(quantity -> quantity.id.toLowerCase(Locale.ROOT).equals(name.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    static Set<String> ids() {
        return Arrays.stream(values())
                .map(Quantity::id)
                .collect(java.util.stream.Collectors.toCollection(java.util.LinkedHashSet::new));
    }
}
