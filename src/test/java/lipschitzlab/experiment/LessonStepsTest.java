package lipschitzlab.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import lipschitzlab.lesson.Lesson;
import lipschitzlab.lesson.LessonReader;
import lipschitzlab.lesson.Lessons;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A person may take as long as they like over a lesson's steps: training may be over at any of them. */
class LessonStepsTest {
    private static final Pattern CHANGES = Pattern.compile("(?i)\\b(change|raise|set|find a)\\b");
    private static final Pattern TRAINS_AFTERWARDS = Pattern.compile("(?i)\\b(press|and) (Reset|Play|Step)\\b");
    private static final Pattern PLAYS_FIRST =
            Pattern.compile("(?is)press Play \\(Space\\).*\\bwhile (it|the lane) trains\\b");

    static List<String> lessons() {
        return Lessons.names();
    }

    @ParameterizedTest
    @MethodSource("lessons")
    void aStepThatChangesSomethingTrainsOnAndOneThatNeedsTrainingStartsItFirst(String name) {
        Lesson lesson = LessonReader.of(name);
        boolean controls = !lesson.controls().isEmpty();
        for (String step : lesson.steps()) {
            boolean live = step.toLowerCase(java.util.Locale.ROOT).contains("while");
            if (live) {
                assertThat(step).containsPattern(PLAYS_FIRST);
            } else if (controls && CHANGES.matcher(step).find()) {
                assertThat(step).containsPattern(TRAINS_AFTERWARDS);
            }
        }
    }
}
