package lipschitzlab.file;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** A part of an open file, whose bytes are read by their place in it; several threads may read at once. */
record ChannelRegion(FileChannel channel, long start, long length) {
    /** Refuses a part that the file does not have. */
    ChannelRegion {
        if (start < 0 || length < 0) {
            throw new IllegalArgumentException("expected a part of a file, found " + length + " bytes from " + start);
        }
    }

    /** The part of this part that begins at a place and has some bytes. */
    ChannelRegion part(long from, long bytes) {
        if (from < 0 || bytes < 0 || bytes > length - from) {
            throw new IllegalArgumentException(
                    "expected a part of " + length + " bytes, found " + bytes + " bytes from " + from);
        }
        return new ChannelRegion(channel, start + from, bytes);
    }

    /** Fills the buffer with the bytes from a place on. */
    void read(long from, ByteBuffer buffer) throws IOException {
        long position = start + from;
        while (buffer.hasRemaining()) {
            int read = channel.read(buffer, position);
            if (read < 0) {
                throw new EOFException("the file ends at byte " + position);
            }
            position += read;
        }
    }

    /** The bytes in their order. */
    InputStream stream() {
        return new InputStream() {
            private long read;

            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
            }

            @Override
            public int read(byte[] bytes, int offset, int count) throws IOException {
                int now = (int) Math.min(count, length - read);
                if (now == 0) {
                    return count == 0 ? 0 : -1;
                }
                ChannelRegion.this.read(read, ByteBuffer.wrap(bytes, offset, now));
                read += now;
                return now;
            }
        };
    }
}
