package lipschitzlab.desktop.model;

import java.util.function.UnaryOperator;
import lipschitzlab.desktop.control.Texts;
import lipschitzlab.experiment.Lane;
import lipschitzlab.preset.Preset;
import lipschitzlab.preset.PresetEdit;
import lipschitzlab.preset.SharedSettings;
import lipschitzlab.setting.Setting;
import lipschitzlab.setting.Values;

/**
 * What a person may change of the experiment on show: live settings at once, all others by starting again. Every method with a
 * text throws {@link lipschitzlab.setting.InputException} if the text states no value of the setting.
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

    /** What a lane has in the preset that a person chose; one that came later, what it came with. */
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
                preset -> PresetEdit.withShared(preset, SharedSettings.SEED.key(), nextSeed(preset)),
                "Other initial weights, batches and noise, from the next seed",
                model.training().isTraining());
    }

    private static String nextSeed(Preset preset) {
        int seed = preset.shared().count(SharedSettings.SEED);
        return Integer.toString(seed == Integer.MAX_VALUE ? 0 : seed + 1);
    }

    /** Changes one lane's setting: at once if it is live, otherwise by starting again. */
    public void changeLane(String laneId, Setting setting, String text) {
        if (setting.live()) {
            // As it was called before, since the value may be part of what it is called.
            String title = model.lanes().stream()
                    .filter(lane -> lane.lane().id().equals(laneId))
                    .map(LaneModel::title)
                    .findFirst()
                    .orElse(laneId);
            model.whenOpen(running -> {
                running.change(laneId, setting.key(), text);
                model.say(setting.label() + " of " + title + " is now " + text);
            });
        } else {
            startAgain(preset -> PresetEdit.withLane(preset, laneId, setting.key(), text), setting, text);
        }
    }

    /** Starts again with another shared value. */
    public void changeShared(Setting setting, String text) {
        startAgain(preset -> PresetEdit.withShared(preset, setting.key(), text), setting, text);
    }

    /** Starts again with another value for the data. */
    public void changeData(Setting setting, String text) {
        startAgain(preset -> PresetEdit.withData(preset, setting.key(), text), setting, text);
    }

    private void startAgain(UnaryOperator<Preset> change, Setting setting, String text) {
        String said = "Started again: " + Texts.startingSmall(setting.label()) + " is " + text;
        model.restart(change, said, model.training().isTraining());
    }
}
