package lipschitzlab.plot.game;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import lipschitzlab.export.Screenshots;
import lipschitzlab.game.DiracMethod;
import lipschitzlab.plot.Page;
import lipschitzlab.plot.style.ChartTheme;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DiracPictureTest {
    @ParameterizedTest
    @EnumSource(ChartTheme.class)
    void thePictureNamesEveryMethodAndItsVerdict(ChartTheme theme) {
        Page page = DiracPicture.of(0.1, DiracPicture.STEPS, DiracMethod.R1, theme);
        Screenshots.save("dirac-" + theme.name().toLowerCase(Locale.ROOT), page.toImage(1));
        String svg = page.toSvg();
        for (DiracMethod method : DiracMethod.values()) {
            assertThat(svg).contains(method.title(), method.verdict(0.1).words());
        }
        assertThat(svg).contains("−0.15 ± 0.477i");
    }
}
