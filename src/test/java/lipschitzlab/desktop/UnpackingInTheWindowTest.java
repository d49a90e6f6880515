package lipschitzlab.desktop;

import static lipschitzlab.desktop.OpenWindow.await;
import static lipschitzlab.desktop.OpenWindow.onWindow;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import javafx.scene.control.Labeled;
import javafx.scene.control.ProgressBar;
import javafx.stage.Stage;
import lipschitzlab.compute.Engine;
import lipschitzlab.compute.Machines;
import lipschitzlab.compute.StubProvider;
import lipschitzlab.compute.device.Device;
import lipschitzlab.compute.device.EngineCatalog;
import lipschitzlab.compute.device.EngineKind;
import lipschitzlab.compute.device.EngineProvider;
import lipschitzlab.compute.device.Machine;
import lipschitzlab.compute.device.UnpackingWatcher;
import lipschitzlab.desktop.model.EngineSelection;
import lipschitzlab.desktop.model.LabModel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** A first start, whose libraries are a quarter unpacked until the test lets them be. */
@ExtendWith(ApplicationExtension.class)
class UnpackingInTheWindowTest {
    private final CountDownLatch unpacked = new CountDownLatch(1);
    private Stage stage;
    private OpenWindow lab;

    /** Computes with the reference engine once it is unpacked. */
    private final class Unpacking implements EngineProvider {
        private final EngineProvider computer = StubProvider.working(EngineKind.ND4J_CPU);

        @Override
        public String id() {
            return computer.id();
        }

        @Override
        public boolean isInstalled() {
            return true;
        }

        @Override
        public void prepare(Machine machine, UnpackingWatcher watcher) {
            watcher.begins(Path.of("cache"), 4_000_000_000L);
            watcher.advances(1_000_000_000L);
            try {
                unpacked.await();
            } catch (InterruptedException interrupted) {
                throw new IllegalStateException(interrupted);
            }
            watcher.ends();
        }

        @Override
        public Device probe(Machine machine) {
            return computer.probe(machine);
        }

        @Override
        public Engine create(int threads) {
            return computer.create(threads);
        }
    }

    @Start
    void keep(Stage given) {
        stage = given;
    }

    @AfterEach
    void close() throws InterruptedException {
        unpacked.countDown();
        lab.close();
    }

    private String note() {
        return onWindow(() -> ((Labeled) lab.window.scene().lookup("#engine-note")).getText());
    }

    private ProgressBar bar() {
        return onWindow(() -> (ProgressBar) lab.window.scene().lookup("#unpacking"));
    }

    @Test
    void theStatusLineShowsHowFarUnpackingIsUntilTheEngineComputes() {
        EngineCatalog catalog = new EngineCatalog(Machines.with(), List.of(new Unpacking()));
        lab = onWindow(() -> new OpenWindow(
                stage,
                new LabModel(new EngineSelection(() -> catalog, UnsavedPreference.wishing("auto"), Optional.empty()))));

        await("the unpacking", () -> note().startsWith("Unpacking libraries, once: 1.0 of 4.0 GB"));
        assertThat(onWindow(() -> bar().isVisible())).isTrue();
        assertThat(onWindow(() -> bar().getProgress())).isEqualTo(0.25);

        unpacked.countDown();
        await("the engine", () -> onWindow(() -> ((Labeled) lab.window.scene().lookup("#engine")).getText())
                .startsWith("nd4j-cpu on "));
        await("the end of the unpacking", () -> !onWindow(() -> bar().isVisible()));
        assertThat(note()).isEmpty();
    }
}
