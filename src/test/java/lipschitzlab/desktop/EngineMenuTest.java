package lipschitzlab.desktop;

import static lipschitzlab.compute.device.EngineKind.LIBTORCH_CPU;
import static lipschitzlab.desktop.OpenWindow.await;
import static lipschitzlab.desktop.OpenWindow.onWindow;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.stage.Stage;
import lipschitzlab.compute.Machines;
import lipschitzlab.compute.StubProvider;
import lipschitzlab.compute.device.EngineCatalog;
import lipschitzlab.compute.device.EngineProvider;
import lipschitzlab.desktop.model.EnginePreference;
import lipschitzlab.desktop.model.EngineSelection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** ND4J on the processor, and the reference engine in the place of LibTorch, on a machine whose card neither can drive. */
@ExtendWith(ApplicationExtension.class)
class EngineMenuTest {
    private final EnginePreference preference = UnsavedPreference.wishing("libtorch-cuda");
    private OpenWindow lab;

    private static EngineCatalog catalog() {
        List<EngineProvider> providers = new ArrayList<>(EngineCatalog.ofThisMachine().providers().stream()
                .filter(provider -> provider.id().equals("nd4j-cpu"))
                .toList());
        providers.add(StubProvider.working(LIBTORCH_CPU));
        return new EngineCatalog(Machines.with(Machines.K40), providers);
    }

    @Start
    void open(Stage stage) {
        lab = new OpenWindow(
                stage,
                Small.eightGaussians(40),
                new EngineSelection(EngineMenuTest::catalog, preference, Optional.empty()));
    }

    @AfterEach
    void close() throws InterruptedException {
        lab.close();
    }

    private EngineMenu menu() {
        return lab.find("#engine", EngineMenu.class);
    }

    private MenuItem item(String id) {
        return menu().getItems().stream()
                .filter(item -> item.getId().equals("engine-" + id))
                .findFirst()
                .orElseThrow();
    }

    private Label label(String id) {
        return (Label)
                ((HBox) ((CustomMenuItem) item(id)).getContent()).getChildren().get(0);
    }

    private String engineOfTheExperiment() {
        return lab.model
                .experimentProperty()
                .get()
                .orElseThrow()
                .backend()
                .device()
                .engine();
    }

    @Test
    void theStatusLineNamesTheEngineAndWhyTheOneThatWasRememberedDoesNotCompute() {
        lab.awaitReady();

        assertThat(onWindow(() -> menu().getText())).startsWith("libtorch-cpu on ");
        assertThat(onWindow(() -> lab.find("#engine-note", Label.class).getText()))
                .contains("LibTorch 2.5.1 for libtorch-cuda is not on the class path", "-Pgpu");
    }

    @Test
    void enginesThatCannotRunAreGreyedAndPressingThemDoesNothing() {
        lab.awaitReady();

        assertThat(onWindow(() -> label("nd4j-cuda").isDisabled())).isTrue();
        assertThat(onWindow(() -> label("nd4j-cpu").isDisabled())).isFalse();
        onWindow(() -> item("nd4j-cuda").fire());
        assertThat(onWindow(this::engineOfTheExperiment)).isEqualTo("libtorch-cpu");
    }

    @Test
    void anotherEngineComputesAtOnceFromTheSameWeightsAndIsRemembered() {
        lab.awaitReady();
        onWindow(() -> item("nd4j-cpu").fire());
        await("ND4J", () -> menu().getText().startsWith("nd4j-cpu on "));
        await("another experiment", () -> engineOfTheExperiment().equals("nd4j-cpu"));
        lab.awaitReady();

        assertThat(lab.model.messageProperty().get()).isEqualTo("Started again: nd4j-cpu computes");
        assertThat(onWindow(() -> lab.find("#engine-note", Label.class).isVisible()))
                .isFalse();
        assertThat(preference.wished()).isEqualTo("nd4j-cpu");
    }
}
