package lipschitzlab.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class DisplayTest {
    @Test
    void onLinuxTheDisplayIsTheOneThatTheEnvironmentNames() {
        assertThat(Display.present(system("Linux"), Map.of("DISPLAY", ":0"))).isTrue();
        assertThat(Display.present(system("Linux"), Map.of("DISPLAY", " "))).isFalse();
        assertThat(Display.present(system("Linux"), Map.of())).isFalse();
    }

    @Test
    void whoeverAsksForNoDisplayHasNone() {
        Properties headless = system("Linux");
        headless.setProperty("java.awt.headless", "true");
        assertThat(Display.present(headless, Map.of("DISPLAY", ":0"))).isFalse();
    }

    private static Properties system(String name) {
        Properties properties = new Properties();
        properties.setProperty("os.name", name);
        return properties;
    }
}
