package lipschitzlab.file;

import lipschitzlab.setting.InputException;

/** Whether data fit into the memory that Java may take, asked before it is taken. */
public final class HeapSpace {
    /** What everything else needs beside the data. */
    private static final long REST = 48L << 20;

    private static final long GIB = 1L << 30;

    private HeapSpace() {}

    /**
     * Refuses what would not fit.
     *
     * @param bytes that are to be taken now
     * @param total what the data need altogether, as far as is known
     * @param file how a message names the file that they come from
     * @param what they are, with their number: "698,000 pictures of 28x28"
     * @throws InputException if there is no room, with what is needed, what there is and how to give more
     */
    public static void require(long bytes, long total, String file, String what) {
        if (room() < bytes + REST) {
            // What nobody uses any more counts as taken until it is collected.
            System.gc();
        }
        long room = room();
        if (room < bytes + REST) {
            long most = Runtime.getRuntime().maxMemory();
            long gibs = (most - room + total + 2 * REST) / GIB + 1;
            throw new InputException(
                    file,
                    "data that fit into the memory that the program may take",
                    what + ", which need " + RegularFile.inWords(total + REST) + " where "
                            + RegularFile.inWords(Math.max(0, room)) + " of " + RegularFile.inWords(most) + " are free",
                    "Give the program more: java -Xmx" + gibs + "g -jar …, or JAVA_TOOL_OPTIONS=-Xmx" + gibs
                            + "g in the environment. Or take a smaller file.");
        }
    }

    private static long room() {
        Runtime java = Runtime.getRuntime();
        return java.maxMemory() - java.totalMemory() + java.freeMemory();
    }
}
