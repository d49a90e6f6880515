package lipschitzlab.desktop.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class DisplayTest {
    private static final Map<String, String> NONE = Map.of();

    @Test
    void onLinuxTheDisplayIsTheOneThatTheEnvironmentNames() {
        assertThat(Display.obstacle(system("Linux"), Map.of("DISPLAY", ":0"))).isEmpty();
        assertThat(Display.obstacle(system("Linux"), Map.of("DISPLAY", "unix:0.0")))
                .isEmpty();
        assertThat(Display.obstacle(system("Linux"), Map.of("DISPLAY", " "))).hasValue(sentence());
        assertThat(Display.obstacle(system("Linux"), NONE)).hasValue(sentence());
    }

    private static String sentence() {
        return "There is no display here (DISPLAY is not set).";
    }

    @Test
    void whoeverAsksForNoDisplayHasNone() {
        Properties headless = system("Linux");
        headless.setProperty("java.awt.headless", "true");
        assertThat(Display.obstacle(headless, Map.of("DISPLAY", ":0"))).isPresent();
    }

    @Test
    void waylandAloneAndARemoteSessionAreToldOfAsSuch() {
        assertThat(Display.obstacle(system("Linux"), Map.of("WAYLAND_DISPLAY", "wayland-0")))
                .hasValueSatisfying(said -> assertThat(said).contains("Wayland", "Xwayland", "DISPLAY is not set"));
        assertThat(Display.obstacle(system("Linux"), Map.of("SSH_CONNECTION", "10.0.0.1 50000 10.0.0.2 22")))
                .hasValueSatisfying(said -> assertThat(said).contains("remote session", "ssh -X"));
    }

    @Test
    void aTunnelThatNobodyListensToLeadsNowhere() {
        assertThat(Display.obstacle(system("Linux"), Map.of("DISPLAY", "localhost:4321.0")))
                .hasValueSatisfying(said ->
                        assertThat(said).startsWith("The display leads nowhere: DISPLAY is localhost:4321.0, and"));
    }

    @Test
    void aDisplayThatJavaFxDoesNotFindIsNamed() {
        assertThat(Display.reason(new UnsupportedOperationException("Unable to open DISPLAY"), ":77"))
                .isEqualTo("The display leads nowhere: DISPLAY is :77, and there is none (Unable to open DISPLAY).");
        assertThat(Display.reason(new UnsatisfiedLinkError("libgtk-3.so.0: cannot open shared object file"), ":0"))
                .contains("missing on this system (libgtk-3.so.0", "libgtk-3-0");
    }

    private static Properties system(String name) {
        Properties properties = new Properties();
        properties.setProperty("os.name", name);
        return properties;
    }
}
