package lipschitzlab.lesson;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lipschitzlab.compute.device.Backend;
import lipschitzlab.lesson.Lesson.Check;
import lipschitzlab.lesson.Lesson.Variant;
import lipschitzlab.preset.SharedSettings;
import lipschitzlab.setting.InputException;

/**
 * Lessons, one after the other: every experiment with every seed, as many at once as there are cores for their lanes, which
 * changes no number. Whoever holds this calls {@link #advance} until it says that nothing is left. Used by one thread, but
 * for {@link #pause}.
 */
public final class LessonRuns implements AutoCloseable {
    private final Backend backend;
    private final SeedChoice choice;
    private final Deque<Job> waiting = new ArrayDeque<>();
    private final Map<Job, VariantRun> running = new LinkedHashMap<>();
    private final Map<Lesson, Progress> progress = new LinkedHashMap<>();
    private final long total;
    private long past;
    private volatile boolean paused;

    /** One experiment with one seed. */
    private record Job(Lesson lesson, Variant variant, int seed) {
        long steps() {
            int steps = variant.preset().shared().get(SharedSettings.STEPS);
            return (long) steps * variant.preset().lanes().size();
        }
    }

    /** What is known of one lesson: records by seed until all variants are there, then the seed's measures. */
    private static final class Progress {
        private final Map<Integer, Map<String, LaneRecord>> open = new LinkedHashMap<>();
        private final Map<Integer, Finding.OfSeed> measured = new LinkedHashMap<>();
        private List<LaneRecord> figured = List.of();
    }

    /**
     * Nothing trains yet.
     *
     * @param choice which seeds of each lesson
     * @param known what is known of a lesson's seed by an earlier call, which is then not run
     * @throws InputException if a lesson is only for showing, or has fewer seeds
     */
    public LessonRuns(List<Lesson> lessons, SeedChoice choice, Known known, Backend backend) {
        this.backend = backend;
        this.choice = choice;
        for (Lesson lesson : lessons) {
            Progress begun = new Progress();
            progress.put(lesson, begun);
            for (int seed : choice.of(lesson)) {
                Optional<Finding.OfSeed> earlier = known.find(lesson, seed);
                earlier.ifPresent(measured -> begun.measured.put(seed, measured));
                if (earlier.isEmpty()) {
                    lesson.variants().forEach(variant -> waiting.add(new Job(lesson, variant, seed)));
                }
            }
        }
        this.total = waiting.stream().mapToLong(Job::steps).sum();
    }

    /** What earlier calls measured. */
    @FunctionalInterface
    public interface Known {
        /** Nothing was. */
        Known NOTHING = (lesson, seed) -> Optional.empty();

        /** A seed of a lesson as it was measured, if it was. */
        Optional<Finding.OfSeed> find(Lesson lesson, int seed);
    }

    /** A seed that was measured now. */
    public record Measured(Lesson lesson, Finding.OfSeed seed) {}

    /** Generator steps of all lanes of all runs. */
    public long total() {
        return total;
    }

    /** Of these, done. */
    public long done() {
        return past + running.values().stream().mapToLong(VariantRun::done).sum();
    }

    /** What trains now, such as {@code many-modes}. */
    public String current() {
        return running.keySet().stream()
                .map(job -> job.lesson().name())
                .findFirst()
                .orElse("");
    }

    /**
     * Starts what may start, waits for a while and takes up what has ended.
     *
     * @param longest the time to wait
     * @return what ended by this call
     */
    public List<Measured> advance(Duration longest) throws InterruptedException {
        start();
        Optional<VariantRun> first = running.values().stream().findFirst();
        if (first.isPresent()) {
            first.get().experiment().awaitRest(longest);
        }
        List<Job> ended = new ArrayList<>();
        for (Map.Entry<Job, VariantRun> run : running.entrySet()) {
            if (!paused && run.getValue().finished()) {
                ended.add(run.getKey());
            }
        }
        List<Measured> measured = new ArrayList<>();
        ended.forEach(job -> end(job).ifPresent(measured::add));
        return measured;
    }

    /** Whether there is nothing left to do, or no more is wanted. */
    public boolean finished() {
        return paused || (waiting.isEmpty() && running.isEmpty());
    }

    private void start() {
        int cores = Runtime.getRuntime().availableProcessors();
        int busy = running.values().stream().mapToInt(VariantRun::cores).sum();
        boolean alone = running.keySet().stream().anyMatch(job -> job.lesson().alone());
        while (!waiting.isEmpty() && !paused && (running.isEmpty() || (!alone && fits(waiting.peek(), cores - busy)))) {
            Job job = waiting.poll();
            VariantRun run = new VariantRun(job.lesson(), job.variant(), job.seed(), backend);
            running.put(job, run);
            busy += run.cores();
            alone = job.lesson().alone();
        }
    }

    private static boolean fits(Job job, int cores) {
        return !job.lesson().alone()
                && job.variant().preset().lanes().size()
                                * job.variant().preset().shared().get(SharedSettings.THREADS_PER_LANE)
                        <= cores;
    }

    private Optional<Measured> end(Job job) {
        Progress lesson = progress.get(job.lesson());
        Map<String, LaneRecord> records = lesson.open.computeIfAbsent(job.seed(), seed -> new LinkedHashMap<>());
        try (VariantRun run = running.remove(job)) {
            records.putAll(run.records());
        }
        past += job.steps();
        boolean more = waiting.stream().anyMatch(other -> sameSeed(other, job))
                || running.keySet().stream().anyMatch(other -> sameSeed(other, job));
        if (more) {
            return Optional.empty();
        }
        lesson.open.remove(job.seed());
        return Optional.of(new Measured(job.lesson(), measure(job, lesson, records)));
    }

    private static boolean sameSeed(Job one, Job other) {
        return one.lesson() == other.lesson() && one.seed() == other.seed();
    }

    private Finding.OfSeed measure(Job job, Progress lesson, Map<String, LaneRecord> records) {
        Check check = job.lesson().requireCheck();
        Finding.OfSeed measured = check.ofSeed(job.seed(), check.measure(records));
        lesson.measured.put(job.seed(), measured);
        if (job.seed() == choice.of(job.lesson()).get(0)) {
            lesson.figured = inOrder(job.lesson(), records);
        }
        return measured;
    }

    /** Runs end in any order; lanes are told of in the lesson's. */
    private static List<LaneRecord> inOrder(Lesson lesson, Map<String, LaneRecord> records) {
        return lesson.variants().stream()
                .flatMap(variant -> variant.preset().lanes().stream().map(variant::reference))
                .map(records::get)
                .toList();
    }

    /** What is known of a lesson by now. */
    public Finding finding(Lesson lesson) {
        Progress known = progress.get(lesson);
        List<Finding.OfSeed> measured = choice.of(lesson).stream()
                .filter(known.measured::containsKey)
                .map(known.measured::get)
                .toList();
        return new Finding(lesson, measured, choice.tuning(), known.figured);
    }

    /** Whether all seeds of a lesson that were asked for are measured. */
    public boolean complete(Lesson lesson) {
        return progress.get(lesson).measured.size() == choice.of(lesson).size();
    }

    /** How many seeds of all lessons are measured. */
    public int measured() {
        return progress.values().stream()
                .mapToInt(lesson -> lesson.measured.size())
                .sum();
    }

    /** What came of the lessons of which at least one seed was measured. */
    public List<Finding> findings() {
        return progress.keySet().stream()
                .map(this::finding)
                .filter(finding -> !finding.seeds().isEmpty())
                .toList();
    }

    /** Asks for an end; from any thread, and returns at once. */
    public void pause() {
        paused = true;
    }

    /** Stops what still trains, without a record, and frees everything. */
    @Override
    public void close() {
        running.values().forEach(VariantRun::close);
        running.clear();
    }
}
