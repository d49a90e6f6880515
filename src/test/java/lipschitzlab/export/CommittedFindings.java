package lipschitzlab.export;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lipschitzlab.lesson.FindingDigest;
import lipschitzlab.lesson.LessonReader;
import lipschitzlab.lesson.Lessons;

/** A folder of findings of the bundled lessons, as it is committed beside the sources. */
final class CommittedFindings {
    /** Goes on in the folder: what has not changed is not run again. */
    static final String COMMAND = "java -jar target/lipschitz-lab.jar findings --out assets/findings";

    /** What a page says whose verdicts were not decided by effects and intervals. */
    static final String FORMER = "of the former rule";

    private final Path folder;

    CommittedFindings(Path folder) {
        this.folder = folder;
    }

    /** What is wrong with it, in words; empty if each lesson has a verdict that what decides it now has decided. */
    List<String> complaints() throws IOException {
        if (!Files.exists(folder.resolve("verdicts.csv"))) {
            return Files.readString(folder.resolve("findings.md")).contains(FORMER)
                    ? List.of()
                    : List.of("There is no verdicts.csv, and findings.md does not say that its verdicts are " + FORMER
                            + ".");
        }
        Map<String, VerdictFile.Recorded> recorded = recorded();
        List<String> complaints = new ArrayList<>();
        for (String name : Lessons.names()) {
            VerdictFile.Recorded found = recorded.remove(name);
            if (found == null) {
                complaints.add("There is no finding of " + name + ". Run: " + COMMAND);
            } else if (!found.digest().equals(FindingDigest.ofVerdict(LessonReader.of(name)))) {
                complaints.add(
                        "The finding of " + name + " is stale: what decides it has changed since. Run: " + COMMAND);
            }
        }
        recorded.keySet().forEach(name -> complaints.add("There is a finding of " + name + ", but no such lesson."));
        return complaints;
    }

    /** What the file of verdicts says of each lesson; nothing where there is no such file. */
    Map<String, VerdictFile.Recorded> recorded() throws IOException {
        Path verdicts = folder.resolve("verdicts.csv");
        if (!Files.exists(verdicts)) {
            return Map.of();
        }
        try (InputStream in = Files.newInputStream(verdicts)) {
            return VerdictFile.read(in);
        }
    }

    /** The verdict of each lesson, as the page has it. */
    Map<String, String> verdicts() throws IOException {
        Map<String, String> verdicts = new LinkedHashMap<>();
        for (String line : Files.readAllLines(folder.resolve("findings.md"))) {
            if (line.startsWith("| [") && line.endsWith("** |")) {
                String name = line.replaceFirst(".*?\\]\\(#([^)]*)\\).*", "$1");
                verdicts.put(name, line.replaceFirst(".*\\*\\*(.*)\\*\\* \\|$", "$1"));
            }
        }
        return verdicts;
    }
}
