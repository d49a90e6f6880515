package lipschitzlab.plot.grid;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * At most 256 colours for all frames of a film, so that nothing flickers because its colour is another one in the next frame: by median
 * cut (Heckbert 1982) over what all frames show. A pixel gets the nearest colour; nothing is dithered.
 */
final class SharedPalette {
    private static final int COLOURS = 256;

    /** Of each of red, green and blue that tell colours apart while they are counted. */
    private static final int BITS = 6;

    private static final int LOST = 8 - BITS;
    private static final int SIZE = 1 << 3 * BITS;
    private static final int MASK = (1 << BITS) - 1;

    private final IndexColorModel model;
    private final byte[] nearest;

    private SharedPalette(List<int[]> colours, int[] occupied) {
        byte[][] parts = new byte[3][colours.size()];
        for (int i = 0; i < colours.size(); i++) {
            for (int channel = 0; channel < 3; channel++) {
                parts[channel][i] = (byte) colours.get(i)[channel];
            }
        }
        this.model = new IndexColorModel(8, colours.size(), parts[0], parts[1], parts[2]);
        this.nearest = new byte[SIZE];
        for (int cell : occupied) {
            nearest[cell] = (byte) nearest(colours, middle(cell, 0), middle(cell, 1), middle(cell, 2));
        }
    }

    private static int nearest(List<int[]> colours, int red, int green, int blue) {
        int best = 0;
        int least = Integer.MAX_VALUE;
        for (int i = 0; i < colours.size(); i++) {
            int[] colour = colours.get(i);
            int r = colour[0] - red;
            int g = colour[1] - green;
            int b = colour[2] - blue;
            int distance = r * r + g * g + b * b;
            if (distance < least) {
                least = distance;
                best = i;
            }
        }
        return best;
    }

    private static int cell(int rgb) {
        return (rgb >> 16 + LOST & MASK) << 2 * BITS | (rgb >> 8 + LOST & MASK) << BITS | rgb >> LOST & MASK;
    }

    /** A coordinate of the middle of a cell of the colour cube. */
    private static int middle(int cell, int channel) {
        return level(cell, channel) << LOST | 1 << LOST - 1;
    }

    private static int level(int cell, int channel) {
        return cell >> (2 - channel) * BITS & MASK;
    }

    /** Counts the colours of frames, one after the other. */
    static final class Counter {
        private final long[] counts = new long[SIZE];
        private final long[][] sums = new long[3][SIZE];

        /** Counts a frame's pixels. */
        void count(BufferedImage frame) {
            int[] row = new int[frame.getWidth()];
            for (int y = 0; y < frame.getHeight(); y++) {
                frame.getRGB(0, y, row.length, 1, row, 0, row.length);
                for (int rgb : row) {
                    int cell = cell(rgb);
                    counts[cell]++;
                    sums[0][cell] += rgb >> 16 & 0xFF;
                    sums[1][cell] += rgb >> 8 & 0xFF;
                    sums[2][cell] += rgb & 0xFF;
                }
            }
        }

        /** The palette of what was counted: at least one pixel. */
        SharedPalette palette() {
            int[] occupied =
                    IntStream.range(0, SIZE).filter(cell -> counts[cell] > 0).toArray();
            List<int[]> boxes = new ArrayList<>(List.of(occupied));
            while (boxes.size() < COLOURS) {
                int[] widest = boxes.stream()
                        .max(Comparator.comparingDouble(this::spread))
                        .orElseThrow();
                if (widest.length < 2) {
                    break;
                }
                boxes.remove(widest);
                boxes.addAll(halves(widest));
            }
            return new SharedPalette(boxes.stream().map(this::mean).toList(), occupied);
        }

        private long pixels(int[] box) {
            return Arrays.stream(box).mapToLong(cell -> counts[cell]).sum();
        }

        /** What a box has to lose: many pixels over a long side. */
        private double spread(int[] box) {
            double side = side(box, longest(box));
            return Math.sqrt(pixels(box)) * side * side;
        }

        private static int side(int[] box, int channel) {
            int least = MASK;
            int most = 0;
            for (int cell : box) {
                int level = level(cell, channel);
                least = Math.min(least, level);
                most = Math.max(most, level);
            }
            return most - least;
        }

        private static int longest(int[] box) {
            int longest = 0;
            for (int channel = 1; channel < 3; channel++) {
                longest = side(box, channel) > side(box, longest) ? channel : longest;
            }
            return longest;
        }

        /** Both sides of the place where half of the pixels are; neither is empty. */
        private List<int[]> halves(int[] box) {
            int channel = longest(box);
            int[] sorted = Arrays.stream(box)
                    .boxed()
                    .sorted(Comparator.comparingInt((Integer cell) -> level(cell, channel))
                            .thenComparingInt(cell -> cell))
                    .mapToInt(cell -> cell)
                    .toArray();
            long half = pixels(box) / 2;
            long passed = counts[sorted[0]];
            int cut = 1;
            while (cut < sorted.length - 1 && passed < half) {
                passed += counts[sorted[cut++]];
            }
            return List.of(Arrays.copyOf(sorted, cut), Arrays.copyOfRange(sorted, cut, sorted.length));
        }

        private int[] mean(int[] box) {
            long pixels = pixels(box);
            int[] mean = new int[3];
            for (int channel = 0; channel < 3; channel++) {
                long sum = 0;
                for (int cell : box) {
                    sum += sums[channel][cell];
                }
                mean[channel] = (int) ((sum + pixels / 2) / pixels);
            }
            return mean;
        }
    }

    /** A frame in these colours. */
    BufferedImage indexed(BufferedImage frame) {
        BufferedImage indexed =
                new BufferedImage(frame.getWidth(), frame.getHeight(), BufferedImage.TYPE_BYTE_INDEXED, model);
        int[] row = new int[frame.getWidth()];
        byte[] places = new byte[row.length];
        for (int y = 0; y < frame.getHeight(); y++) {
            frame.getRGB(0, y, row.length, 1, row, 0, row.length);
            for (int x = 0; x < row.length; x++) {
                places[x] = nearest[cell(row[x])];
            }
            indexed.getRaster().setDataElements(0, y, row.length, 1, places);
        }
        return indexed;
    }
}
