package lipschitzlab.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import lipschitzlab.desktop.control.PulseReport;
import org.junit.jupiter.api.Test;

class WindowReportTest {
    @Test
    void theWindowsShareIsOfTheMeanSpeedWithoutIt() {
        WindowReport report = new WindowReport(PulseReport.of(new double[] {16, 17, 30}), 90, 95, 105);

        assertThat(report.share()).isEqualTo(0.9, within(1e-12));
        assertThat(report.toString())
                .contains("median 17.0 ms")
                .contains("90 generator steps a second with the window open, 95 and 105 without it")
                .contains("0.90 times");
    }
}
