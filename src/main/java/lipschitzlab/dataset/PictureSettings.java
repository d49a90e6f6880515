package lipschitzlab.dataset;

import java.util.List;
import lipschitzlab.picture.Fit;
import lipschitzlab.picture.PictureForm;
import lipschitzlab.setting.ChoiceSetting;
import lipschitzlab.setting.Setting;
import lipschitzlab.setting.Values;

/** What can be said of pictures from files. */
final class PictureSettings {
    /** Pixels from edge to edge. */
    static final ChoiceSetting<Integer> SIZE = ChoiceSetting.ofNumbers(
            "size",
            "Size",
            List.of(28, 32, 48, 64),
            32,
            false,
            "Pixels from edge to edge, to which each picture is scaled. A larger one takes longer to train, by the square of it.");

    /** Three channels or one. */
    static final ChoiceSetting<String> COLOUR = ChoiceSetting.ofTexts(
            "colour",
            "Colour",
            List.of("colour", "grey"),
            "colour",
            false,
            "Whether the networks see red, green and blue, or one level of grey.");

    /** What becomes of pictures that are no squares. */
    static final ChoiceSetting<Fit> FIT = ChoiceSetting.of(
            "fit",
            "Fit",
            Fit.class,
            Fit::id,
            Fit.AUTO,
            false,
            "Crop takes the square in the middle of each picture, pad keeps it whole between bars, white or black as its edges"
                    + " mostly are. Auto crops, unless most pictures would lose more than half.");

    private PictureSettings() {}

    /** Of pictures in colour. */
    static List<Setting<?>> ofPictures() {
        return List.of(SIZE, COLOUR, FIT);
    }

    /** What pictures in colour are to become. */
    static PictureForm form(Values values) {
        boolean colour = values.get(COLOUR).equals(COLOUR.defaultValue());
        return new PictureForm(values.get(SIZE), colour ? 3 : 1, values.get(FIT));
    }
}
