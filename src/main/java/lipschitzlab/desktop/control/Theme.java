package lipschitzlab.desktop.control;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.Arrays;
import java.util.Optional;
import javafx.application.Application;
import javafx.scene.Scene;
import lipschitzlab.plot.style.ChartTheme;

/** Light or dark: the controls' style sheet and the charts' colours. */
public enum Theme {
    LIGHT(new PrimerLight().getUserAgentStylesheet(), ChartTheme.LIGHT),
    DARK(new PrimerDark().getUserAgentStylesheet(), ChartTheme.DARK);

    private static final String OWN =
            Theme.class.getResource("/lipschitzlab/desktop/lab.css").toExternalForm();

    private final String styleSheet;
    private final ChartTheme charts;

    Theme(String styleSheet, ChartTheme charts) {
        this.styleSheet = styleSheet;
        this.charts = charts;
    }

    /** The colours of charts and sample pictures. */
    public ChartTheme charts() {
        return charts;
    }

    /** The other one. */
    public Theme other() {
        return this == LIGHT ? DARK : LIGHT;
    }

    /** That of a name, if it is one's. */
    public static Optional<Theme> named(String name) {
        return Arrays.stream(values())
                .filter(theme -> theme.name().equals(name))
                .findFirst();
    }

    /** Gives the whole program this theme, and the scene the window's own colours. */
    public void apply(Scene scene) {
        Application.setUserAgentStylesheet(styleSheet);
        scene.getStylesheets().setAll(OWN);
        scene.getRoot().pseudoClassStateChanged(javafx.css.PseudoClass.getPseudoClass("dark"), this == DARK);
    }
}
