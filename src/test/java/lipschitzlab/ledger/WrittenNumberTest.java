package lipschitzlab.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WrittenNumberTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "it is 3,000 | 3000 | 1",
                "it is 0.05 of | 0.05 | 0.01",
                "it is 98.9 % there | 98.9 | 0.1",
                "it is 1e-3 | 0.001 | 0.001",
                "it is 1.2e+00 | 1.2 | 0.1",
                "it is 5·10⁻⁷ of | 5e-7 | 1e-7",
                "it is −2.5 | -2.5 | 0.1",
                "low: .5 | 0.5 | 0.1",
                "the 500th | 500 | 1",
                "half of it | 0.5 | 0",
                "a quarter of it | 0.25 | 0",
                "nine tenths | 0.9 | 0",
                "twice as many | 2 | 0",
                "three times as many | 3 | 0",
                "twenty-five modes | 25 | 0",
                "eight orders of magnitude | 8 | 0",
                "¼ of it | 0.25 | 0",
            })
    void digitsAndWordsAreRead(String text, double value, double unit) {
        assertThat(WrittenNumber.in(text)).singleElement().satisfies(number -> {
            assertThat(number.value()).isCloseTo(value, within(1e-12));
            assertThat(number.unit()).isCloseTo(unit, within(1e-12));
        });
    }

    @Test
    void rangesAreTwoNumbersAndNamesAndGrammarAreNone() {
        assertThat(WrittenNumber.in("from 2.2 to 2.6 s"))
                .extracting(WrittenNumber::value)
                .isEqualTo(List.of(2.2, 2.6));
        assertThat(WrittenNumber.in("W₁ on CIFAR-10 in float32 on x86-64, one lane of four, in two ways"))
                .isEmpty();
    }

    @Test
    void aNumberSaysWhatRoundsToIt() {
        WrittenNumber number = WrittenNumber.in("0.61").get(0);

        assertThat(number.says(0.6149)).isTrue();
        assertThat(number.says(0.6151)).isFalse();
    }
}
