package lipschitzlab.compute.device;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The program {@code nvidia-smi}, which comes with NVIDIA's driver on Linux and Windows. Asking it loads no native code into
 * this program, so that a card's generation is known before a library that may not run on it.
 */
final class NvidiaSmi {
    private static final Logger LOG = LoggerFactory.getLogger(NvidiaSmi.class);
    private static final String PROGRAM = "nvidia-smi";
    private static final String VISIBLE = "CUDA_VISIBLE_DEVICES";
    private static final long SECONDS = 20;
    private static final int FIELDS = 4;

    /**
     * What came of asking.
     *
     * @param cards the cards, in the driver's order
     * @param sentence how it went, in particular why there are no cards
     */
    record Answer(List<NvidiaCard> cards, String sentence) {
        static Answer none(String why) {
            return new Answer(List.of(), why);
        }
    }

    private NvidiaSmi() {}

    /** The cards of this machine that CUDA_VISIBLE_DEVICES lets programs see. */
    static Answer ask() {
        return ask(PROGRAM, System.getenv());
    }

    /** As {@link #ask()}, of another program and in another environment. */
    static Answer ask(String program, Map<String, String> environment) {
        String visible = environment.getOrDefault(VISIBLE, "all").strip();
        if (visible.isEmpty() || visible.startsWith("-")) {
            return Answer.none("The environment variable " + VISIBLE + " hides all NVIDIA cards.");
        }
        try {
            return ask(command(program, visible, "name,compute_cap,memory.total,driver_version"));
        } catch (IOException absent) {
            LOG.debug("{} cannot be started", program, absent);
            return Answer.none("No NVIDIA driver was found: its program nvidia-smi cannot be started.");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Answer.none("The search for NVIDIA cards was interrupted.");
        }
    }

    /** What is in use of the first card's memory, in units of 2²⁰ bytes; nothing where the driver does not tell. */
    static OptionalLong usedMebibytes() {
        return usedMebibytes(PROGRAM, System.getenv());
    }

    /** As {@link #usedMebibytes()}, of another program and in another environment. */
    static OptionalLong usedMebibytes(String program, Map<String, String> environment) {
        String visible = environment.getOrDefault(VISIBLE, "all").strip();
        try {
            Process process = started(command(program, visible, "memory.used"));
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return OptionalLong.empty();
            }
            String first = firstLine(said(process)).strip();
            return process.exitValue() == 0 && first.matches("\\d{1,9}")
                    ? OptionalLong.of(Long.parseLong(first))
                    : OptionalLong.empty();
        } catch (IOException absent) {
            LOG.debug("{} cannot be started", program, absent);
            return OptionalLong.empty();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return OptionalLong.empty();
        }
    }

    private static List<String> command(String program, String visible, String asked) {
        List<String> command =
                new ArrayList<>(List.of(program, "--query-gpu=" + asked, "--format=csv,noheader,nounits"));
        // nvidia-smi does not heed the variable, but it takes the same list of numbers or names. It cannot name slices
        // of
        // a card (MIG), for which all cards are listed.
        if (!visible.equals("all") && !visible.startsWith("MIG")) {
            command.add("--id=" + visible);
        }
        return command;
    }

    private static Answer ask(List<String> command) throws IOException, InterruptedException {
        Process process = started(command);
        // A line a card is far less than what a pipe holds, so that it can be read after the end.
        if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            return Answer.none("NVIDIA's driver did not answer: nvidia-smi took more than " + SECONDS + " s.");
        }
        String said = said(process);
        if (process.exitValue() != 0) {
            return Answer.none("NVIDIA's driver lists no card: nvidia-smi says '" + firstLine(said) + "'.");
        }
        return read(said);
    }

    private static Process started(List<String> command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        return process;
    }

    private static String said(Process process) throws IOException {
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    }

    /** Reads a line a card: name, compute capability, memory in MiB, driver. */
    static Answer read(String said) {
        List<NvidiaCard> cards = new ArrayList<>();
        for (String line : said.lines().filter(line -> !line.isBlank()).toList()) {
            String[] fields = line.split(",");
            if (fields.length != FIELDS) {
                return unreadable(line);
            }
            try {
                cards.add(new NvidiaCard(
                        fields[0].strip(), ComputeCapability.of(fields[1]), memory(fields[2]), fields[3].strip()));
            } catch (IllegalArgumentException noNumber) {
                LOG.debug("nvidia-smi's line cannot be read", noNumber);
                return unreadable(line);
            }
        }
        return cards.isEmpty()
                ? Answer.none("NVIDIA's driver lists no card.")
                : new Answer(
                        cards, "NVIDIA's driver lists " + cards.size() + (cards.size() == 1 ? " card." : " cards."));
    }

    /** The driver writes {@code [N/A]} where card and processor share their memory. */
    private static long memory(String field) {
        String text = field.strip();
        return text.startsWith("[") ? 0 : Long.parseLong(text);
    }

    private static Answer unreadable(String line) {
        return Answer.none(
                "NVIDIA's driver gave an answer that cannot be read: expected name, compute capability, memory"
                        + " and driver, found '" + line + "'. Another version of the driver may help.");
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElse("nothing");
    }
}
