package lipschitzlab.diagnostic.feature;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import lipschitzlab.compute.RandomPurpose;
import lipschitzlab.compute.RandomStream;
import lipschitzlab.dataset.Dataset;
import lipschitzlab.dataset.LabelledSamples;
import lipschitzlab.dataset.StoredSamples;

/**
 * Digests of data, so that a classifier is used again for the same data alone: their kind, shape and classes, and every training
 * sample with its label; of data that are drawn anew a few hundred samples, which are always the same.
 */
final class DataKey {
    private static final int TOGETHER = 256;
    private static final long SEED = 0;

    private DataKey() {}

    /**
     * SHA-256 in hexadecimal.
     *
     * @param version of whatever is kept under the key
     */
    static String of(Dataset data, String version) {
        MessageDigest digest = sha256();
        text(digest, version);
        text(digest, data.name());
        text(digest, data.sampleShape().toString());
        data.classNames().forEach(name -> text(digest, name));
        data.stored()
                .ifPresentOrElse(
                        stored -> add(digest, stored),
                        () -> add(
                                digest,
                                data.labelledBatch(TOGETHER, RandomStream.of(SEED, RandomPurpose.FEATURE_HELD_OUT))));
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void add(MessageDigest digest, StoredSamples stored) {
        text(digest, Integer.toString(stored.count()));
        for (int first = 0; first < stored.count(); first += TOGETHER) {
            add(digest, stored.samples(first, Math.min(TOGETHER, stored.count() - first)));
        }
    }

    private static void add(MessageDigest digest, LabelledSamples samples) {
        ByteBuffer values = ByteBuffer.allocate(Float.BYTES * samples.values().length);
        values.asFloatBuffer().put(samples.values());
        digest.update(values);
        ByteBuffer labels = ByteBuffer.allocate(Integer.BYTES * samples.labels().length);
        labels.asIntBuffer().put(samples.labels());
        digest.update(labels);
    }

    /** With a byte behind it that no text has, so that texts do not run into each other. */
    private static void text(MessageDigest digest, String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0xFF);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("expected SHA-256, which every Java has", impossible);
        }
    }
}
