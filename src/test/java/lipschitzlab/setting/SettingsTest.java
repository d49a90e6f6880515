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
    private static final CountSetting COUNT = new CountSetting("count", "Count", "n", 1, 100, 5, true, "help");
    private static final ChoiceSetting<String> CHOICE =
            ChoiceSetting.ofTexts("pace", "Pace", List.of("slow", "fast"), "slow", false, "help");
    private static final ChoicesSetting<Taste> TASTES = new ChoicesSetting<>(
            "taste",
            "Taste",
            Taste.class,
            List.of("sweet", "sour", "bitter"),
            Taste::new,
            Taste::names,
            Taste.of("sweet"),
            false,
            "help",
            names -> names.contains("bitter") && names.size() > 1
                    ? Optional.of("Nobody likes that.")
                    : Optional.empty());

    private record Taste(List<String> names) {
        static Taste of(String... names) {
            return new Taste(List.of(names));
        }
    }

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
        assertThat(COUNT.parse("7", "test")).isEqualTo(7);
        assertThatThrownBy(() -> COUNT.parse("7.5", "test")).hasMessageContaining("a whole number from 1 to 100");
    }

    @Test
    void aChoiceIsOneOfItsNames() {
        assertThat(CHOICE.parse("fast", "test")).isEqualTo("fast");
        assertThatThrownBy(() -> CHOICE.parse("fats", "test")).hasMessageContaining("one of slow, fast");
    }

    @Test
    void severalNamesAreWrittenWithPlusSignsBetween() {
        assertThat(TASTES.parse("sweet", "test")).isEqualTo(Taste.of("sweet"));
        assertThat(TASTES.parse("sweet+sour", "test")).isEqualTo(Taste.of("sweet", "sour"));
        assertThat(TASTES.text(Taste.of("sweet", "sour"))).isEqualTo("sweet + sour");
        assertThat(TASTES.written(Taste.of("sweet"))).isEqualTo("sweet");
        assertThat(TASTES.written(Taste.of("sweet", "sour"))).isEqualTo(List.of("sweet", "sour"));
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
        assertThat(TASTES.offered(Taste.of("sweet")))
                .extracting(TASTES::text)
                .containsExactly("sweet", "sour", "bitter", "sweet + sour");
        assertThat(TASTES.offered(Taste.of("sour", "sweet")))
                .extracting(TASTES::text)
                .containsExactly("sweet", "sour", "bitter", "sour + sweet");
    }

    @Test
    void valuesStartAtTheirDefaultsAndNeverChange() {
        Values values = new Values(List.of(RATE, COUNT, CHOICE));
        Values other = values.with(COUNT, 9).with(CHOICE, "fast");

        assertThat(values.get(COUNT)).isEqualTo(5);
        assertThat(other.get(COUNT)).isEqualTo(9);
        assertThat(other.get(CHOICE)).isEqualTo("fast");
        assertThat(other.get(RATE)).isEqualTo(values.get(RATE));
        assertThat(values.text(RATE)).isEqualTo("0.001");
        assertThat(values).isNotEqualTo(other).isEqualTo(other.with(COUNT, 5).with(CHOICE, "slow"));
        assertThat(values).hasSameHashCodeAs(new Values(List.of(RATE, COUNT, CHOICE)));
        assertThat(values).hasToString("{rate=0.001, count=5, pace=slow}");
    }

    @Test
    void aValueOutsideOfItsRangeCannotBeAssigned() {
        Values values = new Values(List.of(RATE, COUNT, CHOICE));

        assertThatThrownBy(() -> values.with(COUNT, 101))
                .isInstanceOf(InputException.class)
                .hasMessage("Count: expected a whole number from 1 to 100 for count, found 101."
                        + " Correct the value of count.");
        assertThatThrownBy(() -> values.with(RATE, Double.NaN)).hasMessageContaining("found NaN");
        assertThatThrownBy(() -> new Assignment<>(CHOICE, "fats")).hasMessageContaining("one of slow, fast");
        assertThatThrownBy(() -> new Assignment<>(TASTES, Taste.of("sweet", "bitter")))
                .hasMessageContaining("Nobody likes that.");
    }

    @Test
    void whatIsNotDeclaredHasNoValue() {
        Values values = new Values(List.of(RATE));

        assertThatThrownBy(() -> values.get(COUNT))
                .hasMessageContaining("'count'")
                .hasMessageContaining("[rate]");
        assertThatThrownBy(() -> values.with(COUNT, 9)).hasMessageContaining("'count'");
        assertThatThrownBy(() -> values.withText("speed", "9", "test")).hasMessageContaining("'speed'");
        assertThat(values.find("count")).isEmpty();
    }

    @Test
    void whatTwoSetsOfSettingsShareIsKeptFromOneToTheOther() {
        CountSetting smaller = new CountSetting("count", "Count", "n", 1, 8, 2, true, "help");
        NumberSetting real = NumberSetting.between("count", "Count", "n", 0, 100, 2, true, "help");
        Values values = new Values(List.of(RATE, COUNT)).with(RATE, 0.5).with(COUNT, 7);

        assertThat(values.redeclared(List.of(smaller, CHOICE))).hasToString("{count=7, pace=slow}");
        assertThat(values.redeclared(List.of(real)).get(real)).isEqualTo(7.0);
        assertThatThrownBy(() -> values.with(COUNT, 9).redeclared(List.of(smaller)))
                .hasMessageContaining("a whole number from 1 to 8 for count, found 9");
    }

    @Test
    void liveValuesAreReadAsTheyAreAtThatMoment() {
        LiveValues live = new LiveValues(new Values(List.of(RATE, COUNT)));
        Values before = live.now();
        live.set(new Assignment<>(COUNT, 6));

        assertThat(live.get(COUNT)).isEqualTo(6);
        assertThat(live.now().get(COUNT)).isEqualTo(6);
        assertThat(before.get(COUNT)).isEqualTo(5);
    }

    @ParameterizedTest
    @CsvSource({"0.00005, 5e-5", "0.001, 0.001", "3000, 3000", "1000000000, 1e9", "2.5e-4, 2.5e-4"})
    void numbersAreWrittenAsAPersonWould(double value, String text) {
        assertThat(NumberSetting.format(value)).isEqualTo(text);
    }
}
