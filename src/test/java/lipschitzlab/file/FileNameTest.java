package lipschitzlab.file;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileNameTest {
    @ParameterizedTest
    @ValueSource(strings = {"spectral-norm", "console", "aux-2", "com10", "lpt", "λ = 10", ".hidden", "a.b"})
    void namesThatEverySystemCanMakeStayAsTheyAre(String name) {
        assertThat(FileName.fitsEverywhere(name)).isTrue();
        assertThat(FileName.everywhere(name)).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({"aux,aux-", "CON,CON-", "nul.tar.gz,nul-.tar.gz", "com1,com1-", "Lpt9,Lpt9-", "prn.png,prn-.png"})
    void devicesOfWindowsGetAHyphen(String name, String everywhere) {
        assertThat(FileName.fitsEverywhere(name)).isFalse();
        assertThat(FileName.everywhere(name)).isEqualTo(everywhere);
        assertThat(FileName.fitsEverywhere(everywhere)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"'end.',end", "'end . ',end", "'a:b?',a-b-", "'a/b\\c',a-b-c", "'..',unnamed", "'',unnamed"})
    void whatWindowsLeavesOutOrForbidsIsNotInAName(String name, String everywhere) {
        assertThat(FileName.fitsEverywhere(name)).isFalse();
        assertThat(FileName.everywhere(name)).isEqualTo(everywhere);
    }
}
