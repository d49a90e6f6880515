package lipschitzlab.ledger;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Compares texts with the ledger of their numbers. */
final class Audit {
    private static final String REMEDY =
            " Give it a source in src/test/resources/numbers, or say it without the number.";

    private static final int AROUND = 40;

    private final Ledger ledger;
    private final Sources sources;

    Audit(Ledger ledger, Sources sources) {
        this.ledger = ledger;
        this.sources = sources;
    }

    /** Where the words of an entry stand. */
    private record Span(Passage passage, int start, int end) {
        boolean holds(Claim claim) {
            return passage == claim.passage()
                    && start <= claim.number().start()
                    && claim.number().end() <= end;
        }

        int line() {
            return passage.line(start);
        }
    }

    /** A number that wants a source, and where it stands. */
    private record Claim(Passage passage, WrittenNumber number) {
        String around() {
            String text = passage.text();
            int from = Math.max(0, number.start() - AROUND);
            return "…" + text.substring(from, Math.min(text.length(), number.end() + AROUND)) + "….";
        }
    }

    /** What is wrong with a text, in sentences that say what to do; none if each number has the source that it needs. */
    List<String> complaints(CheckedText text) {
        Rules rules = Rules.of(text);
        List<Claim> claims = text.passages().stream()
                .flatMap(passage -> rules.claims(passage).stream().map(number -> new Claim(passage, number)))
                .toList();
        List<Claim> open = new ArrayList<>(claims);
        List<String> complaints = new ArrayList<>();
        for (Entry entry : ledger.of(text)) {
            List<Span> spans = spans(entry, text);
            open.removeIf(claim -> spans.stream().anyMatch(span -> span.holds(claim)));
            complaint(entry, text, spans, claims).ifPresent(complaints::add);
        }
        for (Claim claim : open) {
            int line = claim.passage().line(claim.number().start());
            complaints.add(text.name() + ":" + line + ": “" + claim.number().written() + "” has no source: "
                    + claim.around() + REMEDY);
        }
        return complaints;
    }

    private Optional<String> complaint(Entry entry, CheckedText text, List<Span> spans, List<Claim> claims) {
        String start = entry.location() + ": " + entry.about();
        if (entry.rows().isEmpty() ? spans.size() != 1 : spans.isEmpty()) {
            return Optional.of(start + " stands " + spans.size() + " times in " + text.name()
                    + ", expected once. The text changed: check the number, and quote what stands there.");
        }
        List<WrittenNumber> numbers = claims.stream()
                .filter(claim -> spans.stream().anyMatch(span -> span.holds(claim)))
                .map(Claim::number)
                .toList();
        return sources.objection(entry, text, numbers)
                .map(wrong -> start + " in " + text.name() + ", line "
                        + spans.get(0).line() + ": " + wrong + ". Correct the text, or its source.");
    }

    private static List<Span> spans(Entry entry, CheckedText text) {
        List<Span> spans = new ArrayList<>();
        for (Passage passage : text.passages()) {
            if (entry.rows().isEmpty()) {
                words(entry)
                        .matcher(passage.text())
                        .results()
                        .forEach(found -> spans.add(new Span(passage, found.start(), found.end())));
            } else if (passage.isRow() && passage.heading().equals(entry.rows())) {
                spans.add(new Span(passage, 0, passage.text().length()));
            }
        }
        return spans;
    }

    private static Pattern words(Entry entry) {
        return Pattern.compile(
                Arrays.stream(entry.quote().split(" … ")).map(Pattern::quote).collect(Collectors.joining(".*?")));
    }
}
