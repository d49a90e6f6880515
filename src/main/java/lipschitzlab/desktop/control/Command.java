package lipschitzlab.desktop.control;

import static javafx.scene.input.KeyCombination.SHIFT_DOWN;
import static javafx.scene.input.KeyCombination.SHORTCUT_DOWN;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/** Everything that a button or a key can do, declared once: name, help, picture and keys. */
public enum Command {
    PLAY("Play", "Train all lanes", Material2MZ.PLAY_ARROW, key(KeyCode.SPACE)),
    PAUSE("Pause", "Rest after the step at hand", Material2MZ.PAUSE, key(KeyCode.SPACE)),
    STEP("Step", "Train one generator step in every lane", Material2MZ.SKIP_NEXT, key(KeyCode.S), key(KeyCode.RIGHT)),
    RESET("Reset", "Back to the same initial weights, settings kept", Material2MZ.REPLAY, key(KeyCode.R)),
    RESEED(
            "Reseed",
            "Other initial weights, batches and noise, from the next seed",
            Material2AL.CASINO,
            new KeyCodeCombination(KeyCode.R, SHIFT_DOWN)),
    UNDO(
            "Undo",
            "Bring back the last run of more than a minute that another took the place of",
            Material2MZ.UNDO,
            new KeyCodeCombination(KeyCode.Z, SHORTCUT_DOWN)),
    FASTER(
            "Faster",
            "Train, or play history, at a higher speed",
            Material2AL.ADD,
            sign(KeyCode.PLUS),
            sign(KeyCode.EQUALS),
            sign(KeyCode.ADD)),
    SLOWER(
            "Slower",
            "Train, or play history, at a lower speed, down to one step a press",
            Material2MZ.REMOVE,
            sign(KeyCode.MINUS),
            sign(KeyCode.SUBTRACT)),
    LOCKSTEP(
            "Lockstep or free",
            "Every lane at the same step, or each as fast as it goes",
            Material2AL.LINK,
            key(KeyCode.L)),
    EXTEND("Go on", "Train on beyond the planned end, as Play does", Material2AL.FAST_FORWARD, key(KeyCode.E)),
    OPEN(
            "Open",
            "Open your data, an experiment or a lesson",
            Material2AL.FOLDER_OPEN,
            new KeyCodeCombination(KeyCode.O, SHORTCUT_DOWN)),
    YOUR_DATA(
            "Your data",
            "Start an experiment on your own points or pictures; a file may also be dropped onto the window",
            Material2MZ.SCATTER_PLOT,
            new KeyCodeCombination(KeyCode.D, SHORTCUT_DOWN)),
    LESSONS(
            "Lessons",
            "Claims to watch: each opens its experiment and says what to do and what to look for",
            Material2MZ.SCHOOL,
            new KeyCodeCombination(KeyCode.L, SHORTCUT_DOWN)),
    SAVE(
            "Save",
            "Cards and the window as pictures, samples, figures, networks, the whole run, the experiment or a lesson",
            Material2MZ.SAVE_ALT,
            new KeyCodeCombination(KeyCode.S, SHORTCUT_DOWN)),
    COPY_CARD(
            "Copy the card",
            "Copy one card as a picture, that under the mouse or of the chosen lane",
            Material2AL.CONTENT_COPY,
            new KeyCodeCombination(KeyCode.C, SHORTCUT_DOWN)),
    COPY_CARDS(
            "Copy all cards",
            "Copy all cards as one picture",
            Material2AL.COLLECTIONS,
            new KeyCodeCombination(KeyCode.C, SHORTCUT_DOWN, SHIFT_DOWN)),
    COPY_EXPERIMENT(
            "Copy the experiment as a line of text",
            "Copy settings, changes, seed, step and view as one line, to be sent and pasted into another lab",
            Material2MZ.SHARE,
            new KeyCodeCombination(KeyCode.E, SHORTCUT_DOWN)),
    PASTE_EXPERIMENT(
            "Paste an experiment",
            "Open an experiment that was copied as a line of text",
            Material2AL.CONTENT_PASTE,
            new KeyCodeCombination(KeyCode.V, SHORTCUT_DOWN)),
    NEXT_LANE("Next lane", "Show the settings of the next lane", Material2MZ.TUNE, key(KeyCode.N)),
    ADD_LANE("Add a lane", "Train one more lane; it catches up with the others", Material2AL.ADD, key(KeyCode.A)),
    DUPLICATE_LANE(
            "Duplicate the lane",
            "Add a lane with the chosen one's values as they are now",
            Material2AL.CONTENT_COPY,
            key(KeyCode.D)),
    SIDE_BY_SIDE(
            "Values side by side",
            "Add lanes like the chosen one, each with another value of one setting",
            Material2MZ.VIEW_COLUMN,
            key(KeyCode.V)),
    RENAME_LANE("Rename the lane", "Give the chosen lane another title", Material2AL.EDIT, key(KeyCode.F2)),
    REMOVE_LANE(
            "Remove the lane",
            "Take the chosen lane out; the others go on",
            Material2AL.DELETE_OUTLINE,
            key(KeyCode.DELETE)),
    GROUND(
            "Value, slope or arrows",
            "Show the critic's value D below the points, its slope ‖∇D‖, or D with arrows along ∇D",
            Material2MZ.TERRAIN,
            key(KeyCode.G)),
    AXIS("Steps or time", "Draw curves against steps, or against training time", Material2MZ.TIMELINE, key(KeyCode.X)),
    FILL(
            "Fill the window",
            "Let one card, that under the mouse, fill the window",
            Material2AL.FULLSCREEN,
            key(KeyCode.F)),
    LATENT_WALK(
            "Latent walk",
            "Move one latent point, the same in every lane, and see what each generator makes of it",
            Material2AL.GESTURE,
            key(KeyCode.W)),
    AVERAGE(
            "Averaged generator",
            "Show the averaged generator's samples on all cards, or the newest generator's again",
            Material2AL.BLUR_ON,
            key(KeyCode.M)),
    PLAY_HISTORY(
            "Play history",
            "Show what was recorded, step after step; training goes on",
            Material2MZ.SLIDESHOW,
            key(KeyCode.P)),
    EARLIER("Earlier", "Show the recorded step before", Material2AL.CHEVRON_LEFT, key(KeyCode.COMMA)),
    LATER("Later", "Show the recorded step after", Material2AL.CHEVRON_RIGHT, key(KeyCode.PERIOD)),
    LIVE("Live", "Leave history: show what is newest", Material2AL.LAST_PAGE, key(KeyCode.ESCAPE)),
    BACK("Back", "Show all cards again", Material2AL.FULLSCREEN_EXIT, key(KeyCode.ESCAPE)),
    THEME("Light or dark", "Change between the light and the dark theme", Material2AL.BRIGHTNESS_4, key(KeyCode.T)),
    FULL_SCREEN("Full screen", "The window alone, or beside others again", Material2AL.ASPECT_RATIO, key(KeyCode.F11)),
    POINTER(
            "Highlight the pointer",
            "A ring around the mouse's pointer, for an audience, or none again",
            Material2AL.ADJUST,
            key(KeyCode.F9)),
    LARGER(
            "Larger type",
            "Make all type larger, that of charts too",
            Material2MZ.ZOOM_IN,
            withShortcut(KeyCode.PLUS),
            withShortcut(KeyCode.EQUALS),
            withShortcut(KeyCode.ADD)),
    SMALLER(
            "Smaller type",
            "Make all type smaller, that of charts too",
            Material2MZ.ZOOM_OUT,
            withShortcut(KeyCode.MINUS),
            withShortcut(KeyCode.SUBTRACT)),
    USUAL_TYPE(
            "Usual type",
            "Type as large as suits the window",
            Material2MZ.TEXT_FIELDS,
            withShortcut(KeyCode.DIGIT0),
            withShortcut(KeyCode.NUMPAD0)),
    NEXT_STEP("Next", "Go on to the lesson's next step", Material2AL.ARROW_FORWARD, key(KeyCode.PAGE_DOWN)),
    PREVIOUS_STEP("Back", "Back to the lesson's step before", Material2AL.ARROW_BACK, key(KeyCode.PAGE_UP)),
    LEAVE_LESSON(
            "Leave the lesson",
            "Back to the ordinary panel, with the experiment as it stands",
            Material2AL.CLOSE,
            key(KeyCode.ESCAPE)),
    HELP(
            "Help",
            "How to read the window, and all shortcuts",
            Material2AL.HELP_OUTLINE,
            key(KeyCode.F1),
            key(KeyCode.H)),
    WELCOME(
            "Welcome",
            "Three ways to begin, and a tour of the window",
            Material2AL.EXPLORE,
            new KeyCodeCombination(KeyCode.F1, SHIFT_DOWN)),
    /**
     * Declared last: Esc carries out the first of its commands that is allowed, and so leaves full screen only when no other
     * one is.
     */
    LEAVE_FULL_SCREEN(
            "Leave full screen", "The window beside others again", Material2AL.FULLSCREEN_EXIT, key(KeyCode.ESCAPE));

    private static final Set<KeyCode> ELSEWHERE =
            EnumSet.of(KeyCode.EQUALS, KeyCode.ADD, KeyCode.SUBTRACT, KeyCode.NUMPAD0);

    private final String title;
    private final String help;
    private final Ikon icon;
    private final List<KeyCombination> keys;

    Command(String title, String help, Ikon icon, KeyCombination... keys) {
        this.title = title;
        this.help = help;
        this.icon = icon;
        this.keys = List.of(keys);
    }

    private static KeyCombination key(KeyCode code) {
        return new KeyCodeCombination(code);
    }

    private static KeyCombination sign(KeyCode code) {
        return new KeyCodeCombination(code, KeyCombination.SHIFT_ANY);
    }

    /** Whether Shift is down too is a matter of the keyboard: a plus has its own key on some and not on others. */
    private static KeyCombination withShortcut(KeyCode code) {
        return new KeyCodeCombination(code, SHORTCUT_DOWN, KeyCombination.SHIFT_ANY);
    }

    /** The same sign on another part of the keyboard, or on another keyboard. */
    private static boolean isElsewhere(KeyCombination combination) {
        return combination instanceof KeyCodeCombination key && ELSEWHERE.contains(key.getCode());
    }

    /** The name on a button. */
    public String title() {
        return title;
    }

    /** What it does, as half a sentence. */
    public String help() {
        return help;
    }

    /** The picture on a button. */
    public Ikon icon() {
        return icon;
    }

    /** Its keys in words, such as {@code S or →}. */
    public String keys() {
        return keys.stream()
                .filter(combination -> !isElsewhere(combination))
                .map(KeyCombination::getDisplayText)
                .collect(Collectors.joining(" or "));
    }

    /** Name, keys and effect, for a tooltip. */
    public String tooltip() {
        return title + " (" + keys() + ")\n" + help;
    }

    boolean matches(KeyEvent event) {
        return keys.stream().anyMatch(combination -> combination.match(event));
    }
}
