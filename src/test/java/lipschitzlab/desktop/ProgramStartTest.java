package lipschitzlab.desktop;

import static lipschitzlab.desktop.OpenWindow.await;
import static lipschitzlab.desktop.OpenWindow.onWindow;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeoutException;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;

/** Starts the program as {@code main} does, with what an account remembers: of a folder of the build's own. */
class ProgramStartTest {
    @Test
    void theProgramShowsItsWindowWithAnExperimentInIt() throws TimeoutException {
        Stage stage = FxToolkit.registerPrimaryStage();
        Application program = FxToolkit.setupApplication(LabApplication.class);
        try {
            await("the window", stage::isShowing);
            Scene scene = onWindow(stage::getScene);
            await("four lanes", () -> scene.getRoot().lookupAll(".lane-card").size() == 4);
            assertThat(onWindow(stage::getTitle)).startsWith("Lipschitz Lab");
        } finally {
            FxToolkit.cleanupApplication(program);
        }
    }
}
