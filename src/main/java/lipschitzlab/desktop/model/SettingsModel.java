package lipschitzlab.desktop.model;

import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import lipschitzlab.desktop.control.Texts;
import lipschitzlab.experiment.Lane;
import lipschitzlab.network.Architecture;
import lipschitzlab.preset.GeneratorSpec.Trained;
import lipschitzlab.preset.Preset;
import lipschitzlab.preset.PresetEdit;
import lipschitzlab.preset.SharedSettings;
import lipschitzlab.setting.Assignment;
import lipschitzlab.setting.Values;

/**
 * What a person may change of the experiment on show: live settings at once, all others by starting again.
 */
public final class SettingsModel {
    private final LabModel model;

    public SettingsModel(LabModel model) {
        this.model = model;
    }

    /** What the data have in the preset that a person chose. */
    public Values chosenData(Preset shown) {
        return model.chosen().orElse(shown).data().values();
    }

    /** What all lanes share in the preset that a person chose. */
    public Values chosenShared(Preset shown) {
        return model.chosen().orElse(shown).shared();
    }

    /** What a lane has in the preset that a person chose; for a lane that was added later, what it was added with. */
    public Values chosenOf(LaneModel lane) {
        String id = lane.lane().id();
        return model.chosen().stream()
                .flatMap(preset -> preset.lanes().stream())
                .filter(spec -> spec.id().equals(id))
                .findFirst()
                .orElse(lane.lane().spec())
                .values();
    }

    /** Back to the same initial weights, with the settings as they are on the panel. */
    public void reset() {
        model.whenOpen(running -> {
            String said = "Reset to the same initial weights, settings kept";
            if (running.lanes().stream().anyMatch(Lane::changed)) {
                model.restart(UnaryOperator.identity(), said, false);
            } else {
                model.rewind(said);
            }
        });
    }

    /** The same experiment from the next seed. */
    public void reseed() {
        model.restart(
                preset -> PresetEdit.withShared(preset, new Assignment<>(SharedSettings.SEED, nextSeed(preset))),
                "Other initial weights, batches and noise, from the next seed",
                model.training().isTraining());
    }

    private static int nextSeed(Preset preset) {
        int seed = preset.shared().get(SharedSettings.SEED);
        return seed == Integer.MAX_VALUE ? 0 : seed + 1;
    }

    /** Changes one lane's setting: at once if it is live, otherwise by starting again. */
    public void changeLane(String laneId, Assignment<?> assignment) {
        if (assignment.setting().live()) {
            // As it was called before, since the value may be part of what it is called.
            String title = model.lanes().stream()
                    .filter(lane -> lane.lane().id().equals(laneId))
                    .map(LaneModel::title)
                    .findFirst()
                    .orElse(laneId);
            model.whenOpen(running -> {
                running.change(laneId, assignment);
                model.say(assignment.setting().label() + " of " + title + " is now " + assignment.text());
            });
        } else {
            startAgain(preset -> PresetEdit.withLane(preset, laneId, assignment), assignment);
        }
    }

    /** Starts again with another shared value. */
    public void changeShared(Assignment<?> assignment) {
        startAgain(preset -> PresetEdit.withShared(preset, assignment), assignment);
    }

    /** Starts again with another value for the data. */
    public void changeData(Assignment<?> assignment) {
        startAgain(preset -> PresetEdit.withData(preset, assignment), assignment);
    }

    /** Starts again with another critic. */
    public void changeCritic(Architecture critic) {
        String said = "Started again: the critic has " + inWords(critic);
        model.restart(
                preset -> preset.withNetworks(preset.generator(), critic),
                said,
                model.training().isTraining());
    }

    /** Starts again with another generator. */
    public void changeGenerator(Trained generator) {
        String said = "Started again: the generator has " + inWords(generator.architecture());
        model.restart(
                preset -> preset.withNetworks(generator, preset.critic()),
                said,
                model.training().isTraining());
    }

    private static String inWords(Architecture network) {
        if (network instanceof Architecture.Mlp dense) {
            String layers = dense.hidden().stream().map(String::valueOf).collect(Collectors.joining(", "));
            return (dense.hidden().size() == 1 ? "a hidden layer of " : "hidden layers of ")
                    + layers
                    + (dense.slope() == 0 ? ", ReLU" : ", leaky ReLU " + dense.slope());
        }
        return network instanceof Architecture.StandardCnn standard
                ? standard.width() + " times the paper's channels"
                : ((Architecture.ResNet) network).width() + " times the paper's channels";
    }

    private void startAgain(UnaryOperator<Preset> change, Assignment<?> assignment) {
        String said =
                "Started again: " + Texts.startingSmall(assignment.setting().label()) + " is " + assignment.text();
        model.restart(change, said, model.training().isTraining());
    }
}
