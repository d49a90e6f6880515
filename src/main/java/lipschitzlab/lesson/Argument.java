package lipschitzlab.lesson;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import lipschitzlab.measurement.Metric;
import lipschitzlab.network.Architecture;
import lipschitzlab.network.Architecture.Mlp;
import lipschitzlab.network.Architecture.ResNet;
import lipschitzlab.preset.Preset;
import lipschitzlab.preset.SharedSettings;
import lipschitzlab.setting.InputException;
import lipschitzlab.setting.NumberSetting;
import lipschitzlab.setting.Quoted;
import lipschitzlab.yaml.SourceLocation;

/** The arguments that can follow the lane's name in a {@link Quantity}, and the check that a lane has what they ask for. */
public enum Argument {
    METRIC("\"metric\"") {
        @Override
        Optional<String> expected(Object value, Preset preset) {
            List<String> ids = Arrays.stream(Metric.values())
                    .filter(metric -> metric.fits(preset))
                    .map(Metric::id)
                    .toList();
            return value instanceof String id && (ids.contains(id) || isFormer(id, ids))
                    ? Optional.empty()
                    : Optional.of("a metric of these data (" + String.join(", ", ids) + ")");
        }
    },
    DISTANCE("\"distance\"") {
        @Override
        Optional<String> expected(Object value, Preset preset) {
            List<String> ids = Arrays.stream(Metric.values())
                    .filter(metric -> metric.hasFloor() && metric.fits(preset))
                    .map(Metric::id)
                    .toList();
            return ids.contains(value)
                    ? Optional.empty()
                    : Optional.of("a distance of these data (" + String.join(", ", ids) + ")");
        }
    },
    SHARE("share") {
        @Override
        Optional<String> expected(Object value, Preset preset) {
            return value instanceof Double number && number >= 0 && number <= 1
                    ? Optional.empty()
                    : Optional.of("a share from 0 to 1");
        }
    },
    STEP("step") {
        @Override
        Optional<String> expected(Object value, Preset preset) {
            int steps = preset.shared().get(SharedSettings.STEPS);
            return value.equals(END) || isWhole(value, 0, steps)
                    ? Optional.empty()
                    : Optional.of("a step from 0 to " + steps + ", or \"" + END + "\"");
        }
    },
    START_OR_END("step") {
        @Override
        Optional<String> expected(Object value, Preset preset) {
            return value.equals(END) || isWhole(value, 0, 0)
                    ? Optional.empty()
                    : Optional.of("step 0 or \"" + END + "\"");
        }
    },
    LAYER("layer") {
        @Override
        Optional<String> expected(Object value, Preset preset) {
            int layers = layers(preset.critic());
            return isWhole(value, 1, layers) || isWhole(value, -layers, -1)
                    ? Optional.empty()
                    : Optional.of("a layer from 1 to " + layers + ", or from -1, the last, to -" + layers);
        }
    },
    INDEX("index") {
        @Override
        Optional<String> expected(Object value, Preset preset) {
            return isWhole(value, 1, MAX_VALUES)
                    ? Optional.empty()
                    : Optional.of("the index of a singular value, 1 the largest");
        }
    };

    /** The last step. */
    static final String END = "end";

    private static final int MAX_VALUES = 4096;

    /** Seven convolutions and a dense layer (Miyato et al. 2018, table 3). */
    private static final int STANDARD_CNN_LAYERS = 8;

    private static final int RESNET_LAYERS = 11;

    private final String title;

    Argument(String title) {
        this.title = title;
    }

    /** How the help names it. */
    String title() {
        return title;
    }

    /** What would have been right, if this is not. */
    abstract Optional<String> expected(Object value, Preset preset);

    /**
     * Refuses what no run of the preset can have.
     *
     * @param call the function's name, for the message
     */
    void require(Object value, Preset preset, String call, SourceLocation location) {
        expected(value, preset).ifPresent(expected -> {
            String found = value instanceof Double number ? NumberSetting.format(number) : Quoted.of(value.toString());
            throw new InputException(location.text(), expected + " in " + call, found, "Correct the expression.");
        });
    }

    /** Whether it is what one of these metrics was called in a former version. */
    private static boolean isFormer(String id, List<String> ids) {
        return Metric.find(id).filter(metric -> ids.contains(metric.id())).isPresent();
    }

    private static boolean isWhole(Object value, int least, int most) {
        return value instanceof Double number && number >= least && number <= most && number == Math.rint(number);
    }

    /** How many layers of a critic have a weight; of a residual one at least, since there are more for larger pictures. */
    public static int layers(Architecture critic) {
        if (critic instanceof Mlp mlp) {
            return mlp.hidden().size() + 1;
        }
        return critic instanceof ResNet ? RESNET_LAYERS : STANDARD_CNN_LAYERS;
    }
}
