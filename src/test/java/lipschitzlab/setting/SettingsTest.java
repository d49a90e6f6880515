package lipschitzlab.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {
    private static final NumberSetting RATE = NumberSetting.positive("rate", "Rate", "α", 1e9, 1e-3, true, "help");
    private static final NumberSetting COUNT = NumberSetting.count("count", "Count", "n", 1, 100, 5, true, "help");
    private static final ChoiceSetting CHOICE =
            new ChoiceSetting("pace", "Pace", List.of("slow", "fast"), "slow", false, "help");
    private static final ChoicesSetting TASTES = new ChoicesSetting(
            "taste",
            "Taste",
            List.of("sweet", "sour", "bitter"),
            "sweet",
            false,
            "help",
            names -> names.contains("bitter") && names.size() > 1
                    ? Optional.of("Nobody likes that.")
                    : Optional.empty());

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "1e10", "NaN", "Infinity", "1d", "0x1p3", "", "one"})
    void anImpossibleRateIsRefusedWithRangeAndFinding(String text) {
        assertThatThrownBy(() -> RATE.parse(text, "file.yaml:3"))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith("file.yaml:3: expected a number greater than 0")
                .hasMessageContaining("'" + text + "'");
    }

    @Test
    void anUnwiseRateIsAllowed() {
        assertThat(RATE.parse("1000", "test")).isEqualTo(1000.0);
    }

    @Test
    void aCommaBeforeDecimalsIsReadAndOneThatMayStandBetweenThousandsIsAnswered() {
        assertThat(RATE.parse("0,01", "test")).isEqualTo(0.01);
        assertThat(RATE.parse(",5", "test")).isEqualTo(0.5);
        assertThat(RATE.parse("0,001", "test")).isEqualTo(0.001);
        assertThat(RATE.parse("1,5e-3", "test")).isEqualTo(0.0015);
        assertThatThrownBy(() -> RATE.parse("1,000", "test"))
                .hasMessageContaining("Write 1000 or, if the comma stands before decimals, 1.000.");
        assertThatThrownBy(() -> RATE.parse("1.000,5", "test")).hasMessageContaining("found '1.000,5'");
    }

    @Test
    void aCountIsWhole() {
        assertThat(COUNT.parse("7", "test")).isEqualTo(7.0);
        assertThatThrownBy(() -> COUNT.parse("7.5", "test")).hasMessageContaining("a whole number from 1 to 100");
    }

    @Test
    void aChoiceIsOneOfItsNames() {
        assertThat(CHOICE.parse("fast", "test")).isEqualTo("fast");
        assertThatThrownBy(() -> CHOICE.parse("fats", "test")).hasMessageContaining("one of slow, fast");
    }

    @Test
    void severalNamesAreWrittenWithPlusSignsBetween() {
        assertThat(TASTES.parse("sweet", "test")).isEqualTo("sweet");
        assertThat(TASTES.parse("sweet+sour", "test")).isEqualTo("sweet + sour");
        assertThat(ChoicesSetting.names("sweet + sour")).containsExactly("sweet", "sour");
        assertThat(TASTES.range()).isEqualTo("one or several of sweet, sour, bitter");
    }

    @Test
    void namesThatDoNotGoTogetherAreRefusedWithTheReason() {
        assertThatThrownBy(() -> TASTES.parse("sweet + bitter", "file.yaml:3"))
                .isInstanceOf(InputException.class)
                .hasMessage("file.yaml:3: expected values of taste that go together, found sweet with bitter."
                        + " Nobody likes that.");
        assertThatThrownBy(() -> TASTES.parse("sour + sour", "test")).hasMessageContaining("Name sour once.");
        assertThatThrownBy(() -> TASTES.parse("sweet + salty", "test")).hasMessageContaining("'salty'");
        assertThatThrownBy(() -> TASTES.parse("sweet +", "test")).hasMessageContaining("''");
    }

    @Test
    void aListOffersEachNameAndWhatGoesWithTheValueInForce() {
        assertThat(TASTES.offered("sweet")).containsExactly("sweet", "sour", "bitter", "sweet + sour");
        assertThat(TASTES.offered("sour + sweet")).containsExactly("sweet", "sour", "bitter", "sour + sweet");
    }

    @Test
    void valuesStartAtTheirDefaultsAndCopiesChangeAlone() {
        Values values = new Values(List.of(RATE, COUNT, CHOICE));
        Values copy = values.copy();
        copy.set("count", "9", "test");

        assertThat(values.count(COUNT)).isEqualTo(5);
        assertThat(copy.count(COUNT)).isEqualTo(9);
        assertThat(values.text("rate")).isEqualTo("0.001");
        assertThatThrownBy(() -> values.get("speed")).hasMessageContaining("speed");
    }

    @ParameterizedTest
    @CsvSource({"0.00005, 5e-5", "0.001, 0.001", "3000, 3000", "1000000000, 1e9", "2.5e-4, 2.5e-4"})
    void numbersAreWrittenAsAPersonWould(double value, String text) {
        assertThat(NumberSetting.format(value)).isEqualTo(text);
    }
}
