package lipschitzlab.desktop;

import java.util.Optional;
import javafx.geometry.Side;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.layout.HBox;
import lipschitzlab.compute.device.Backend;
import lipschitzlab.compute.device.Device;
import lipschitzlab.desktop.control.Follow;
import lipschitzlab.desktop.control.Hint;
import lipschitzlab.desktop.model.EngineModel;
import lipschitzlab.desktop.model.EngineOffer;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;

/** Names what computes, and lists what could: those engines that cannot run are greyed, with the reason in their tooltip. */
final class EngineMenu extends MenuButton {
    private static final String STARTING = "engine starts …";
    private static final String NONE = "no engine";

    private final EngineModel model;

    EngineMenu(EngineModel model) {
        super(STARTING);
        this.model = model;
        setId("engine");
        getStyleClass().addAll("flat", "engine-menu");
        setFocusTraversable(false);
        setPopupSide(Side.TOP);
        setMinWidth(0);
        model.backendProperty().subscribe(now -> show(now));
        Follow.list(model.offers(), this::list);
    }

    private void show(Optional<Backend> backend) {
        backend.ifPresent(found -> {
            Device device = found.device();
            setText(device.engine() + " on " + device.name());
            Hint.set(this, inWords(found));
        });
    }

    private static String inWords(Backend backend) {
        StringBuilder text = new StringBuilder(backend.reason() + "\n");
        backend.device()
                .versions()
                .forEach((library, version) ->
                        text.append('\n').append(library).append(' ').append(version));
        return text.append("\n\nPress to choose what computes.").toString();
    }

    private void list() {
        setDisable(model.offers().isEmpty());
        if (model.backendProperty().get().isEmpty()) {
            setText(model.offers().isEmpty() ? STARTING : NONE);
        }
        getItems().setAll(model.offers().stream().map(this::item).toList());
    }

    private CustomMenuItem item(EngineOffer offer) {
        FontIcon mark = new FontIcon(Material2AL.CHECK);
        mark.setVisible(offer.id().equals(model.wishedProperty().get()));
        Label name = new Label(offer.id(), mark);
        name.setDisable(!offer.possible());
        // A disabled node hears no mouse and a disabled item neither, so that the tooltip hangs on what lies between.
        HBox row = new HBox(name);
        row.setMinWidth(180);
        Hint.set(row, offer.help());
        CustomMenuItem item = new CustomMenuItem(row, offer.possible());
        item.setId("engine-" + offer.id());
        if (offer.possible()) {
            item.setOnAction(event -> model.choose(offer.id()));
        }
        return item;
    }
}
