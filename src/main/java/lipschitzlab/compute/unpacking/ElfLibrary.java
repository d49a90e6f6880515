package lipschitzlab.compute.unpacking;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a shared library of Linux says of itself: its own name and which libraries it needs. Offsets and tags are those of the System
 * V ABI, "Object Files" and "Dynamic Linking", for 64 bits.
 *
 * @param name by which others ask for it; none if it has none
 * @param needed the names of those that it needs
 */
record ElfLibrary(Optional<String> name, List<String> needed) {
    private static final int MAGIC = 0x464c457f;
    private static final int HEADER = 64;
    private static final int PROGRAM_HEADERS_AT = 32;
    private static final int PROGRAM_HEADER_SIZE_AT = 54;
    private static final int LOADED = 1;
    private static final int DYNAMIC = 2;
    private static final int NEEDED = 1;
    private static final int STRINGS = 5;
    private static final int OWN_NAME = 14;
    private static final int ENTRY = 16;
    private static final int LONGEST_NAME = 4096;

    /** A part of the file that is mapped into memory: where it lies in the file, at which address, and how long it is. */
    private record Segment(int type, long offset, long address, long length) {}

    /** One of the entries that tell the linker what to do. */
    private record Entry(long tag, long value) {}

    /** The library in a file; none if that is no library of Linux. */
    static Optional<ElfLibrary> read(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            if (channel.size() < HEADER || bytes(channel, 0, HEADER).getInt(0) != MAGIC) {
                return Optional.empty();
            }
            List<Segment> segments = segments(channel);
            List<Entry> entries = new ArrayList<>();
            for (Segment segment : segments) {
                if (segment.type == DYNAMIC) {
                    addEntries(channel, segment, entries);
                }
            }
            return Optional.of(named(channel, segments, entries));
        }
    }

    private static List<Segment> segments(FileChannel channel) throws IOException {
        ByteBuffer header = bytes(channel, 0, HEADER);
        int size = header.getShort(PROGRAM_HEADER_SIZE_AT);
        int count = header.getShort(PROGRAM_HEADER_SIZE_AT + 2);
        ByteBuffer table = bytes(channel, header.getLong(PROGRAM_HEADERS_AT), size * count);
        List<Segment> segments = new ArrayList<>();
        for (int at = 0; at < table.limit(); at += size) {
            segments.add(new Segment(
                    table.getInt(at), table.getLong(at + 8), table.getLong(at + 16), table.getLong(at + 32)));
        }
        return segments;
    }

    private static void addEntries(FileChannel channel, Segment segment, List<Entry> entries) throws IOException {
        ByteBuffer table = bytes(channel, segment.offset, (int) segment.length);
        for (int at = 0; at < table.limit(); at += ENTRY) {
            entries.add(new Entry(table.getLong(at), table.getLong(at + 8)));
        }
    }

    private static ElfLibrary named(FileChannel channel, List<Segment> segments, List<Entry> entries)
            throws IOException {
        Optional<Long> strings = entries.stream()
                .filter(entry -> entry.tag == STRINGS)
                .map(entry -> offset(segments, entry.value))
                .findFirst();
        Optional<String> name = Optional.empty();
        List<String> needed = new ArrayList<>();
        for (Entry entry : entries) {
            if (entry.tag == NEEDED) {
                needed.add(text(channel, strings.orElseThrow() + entry.value));
            } else if (entry.tag == OWN_NAME) {
                name = Optional.of(text(channel, strings.orElseThrow() + entry.value));
            }
        }
        return new ElfLibrary(name, List.copyOf(needed));
    }

    private static long offset(List<Segment> segments, long address) {
        return segments.stream()
                .filter(segment -> segment.type == LOADED
                        && address >= segment.address
                        && address < segment.address + segment.length)
                .mapToLong(segment -> address - segment.address + segment.offset)
                .findFirst()
                .orElse(address);
    }

    private static String text(FileChannel channel, long at) throws IOException {
        ByteBuffer text = bytes(channel, at, (int) Math.min(LONGEST_NAME, channel.size() - at));
        int length = 0;
        while (length < text.limit() && text.get(length) != 0) {
            length++;
        }
        return new String(text.array(), 0, length, StandardCharsets.UTF_8);
    }

    private static ByteBuffer bytes(FileChannel channel, long at, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.hasRemaining() && channel.read(bytes, at + bytes.position()) > 0) {}
        return bytes.flip();
    }
}
