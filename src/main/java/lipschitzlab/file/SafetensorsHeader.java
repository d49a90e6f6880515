package lipschitzlab.file;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lipschitzlab.setting.InputException;
import lipschitzlab.setting.Quoted;

/**
 * The header of a safetensors file, read and checked: every array has a known type, as many bytes as its shape and type say, and
 * lies behind the one before without a gap or an overlap, and the last ends where the file does.
 */
final class SafetensorsHeader {
    private static final int MAX_ARRAYS = 100_000;
    private static final int MAX_TEXT = 1 << 20;
    private static final int MAX_NAME = 1 << 12;
    private static final int MAX_DEPTH = 4;
    private static final int MAX_SIDES = 32;
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxNameLength(MAX_NAME)
                    .maxStringLength(MAX_TEXT)
                    .build())
            .build();

    private final String where;
    private final long dataLength;
    private final Map<String, String> metadata = new LinkedHashMap<>();
    private final Map<String, SafetensorsEntry> entries = new LinkedHashMap<>();

    private SafetensorsHeader(String where, long dataLength) {
        this.where = where;
        this.dataLength = dataLength;
    }

    /**
     * Reads and checks a header.
     *
     * @param json its bytes
     * @param dataLength how many bytes there are behind it
     * @param where how a message names the file
     * @throws InputException if it is no header of this file
     */
    static SafetensorsHeader read(InputStream json, long dataLength, String where) throws IOException {
        SafetensorsHeader header = new SafetensorsHeader(where, dataLength);
        Reader text = new InputStreamReader(
                json,
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
        try (JsonParser parser = FACTORY.createParser(text)) {
            header.read(parser);
        } catch (JsonProcessingException malformed) {
            throw header.wrong("JSON", "(" + malformed.getOriginalMessage() + ")", malformed);
        } catch (CharacterCodingException malformed) {
            throw header.wrong("text in UTF-8", "other bytes", malformed);
        }
        header.requireGapless();
        return header;
    }

    Map<String, String> metadata() {
        return metadata;
    }

    /** In the order of the header. */
    Map<String, SafetensorsEntry> entries() {
        return entries;
    }

    private void read(JsonParser json) throws IOException {
        require(json.nextToken() == JsonToken.START_OBJECT, "a JSON object", json);
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            require(json.nextToken() == JsonToken.START_OBJECT, "an object for " + Quoted.of(name), json);
            if (name.equals(SafetensorsWriter.METADATA)) {
                readMetadata(json);
            } else {
                entries.put(name, entry(name, json));
                if (entries.size() > MAX_ARRAYS) {
                    throw wrong("at most " + MAX_ARRAYS + " arrays", "more", null);
                }
            }
        }
        require(json.nextToken() == null, "nothing behind the JSON object but spaces", json);
    }

    private void readMetadata(JsonParser json) throws IOException {
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String key = json.currentName();
            require(json.nextToken() == JsonToken.VALUE_STRING, "a text for " + Quoted.of(key), json);
            metadata.put(key, json.getText());
        }
    }

    private SafetensorsEntry entry(String name, JsonParser json) throws IOException {
        String type = "";
        List<Long> shape = null;
        List<Long> offsets = null;
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String key = json.currentName();
            json.nextToken();
            switch (key) {
                case "dtype" -> {
                    require(json.currentToken() == JsonToken.VALUE_STRING, "the name of a type", json);
                    type = json.getText();
                }
                case "shape" -> shape = numbers(json, MAX_SIDES);
                case "data_offsets" -> offsets = numbers(json, 2);
                // As the published library does.
                default -> json.skipChildren();
            }
        }
        if (shape == null || offsets == null || offsets.size() != 2) {
            throw wrong("dtype, shape and two data_offsets for " + Quoted.of(name), "less", null);
        }
        return checked(name, type, shape, offsets.get(0), offsets.get(1));
    }

    private List<Long> numbers(JsonParser json, int most) throws IOException {
        require(json.currentToken() == JsonToken.START_ARRAY, "a list of whole numbers", json);
        List<Long> numbers = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            boolean whole = json.currentToken() == JsonToken.VALUE_NUMBER_INT
                    && json.getNumberType() != JsonParser.NumberType.BIG_INTEGER
                    && json.getLongValue() >= 0;
            require(whole, "whole numbers from 0 on", json);
            require(numbers.size() < most, "at most " + most + " numbers in a list", json);
            numbers.add(json.getLongValue());
        }
        return numbers;
    }

    private SafetensorsEntry checked(String name, String type, List<Long> shape, long begin, long end) {
        SafetensorsType known = SafetensorsType.named(type)
                .orElseThrow(() -> wrong(
                        "one of the types " + SafetensorsType.names() + " for " + Quoted.of(name),
                        Quoted.of(type),
                        null));
        long bytes = known.bytes();
        boolean empty = shape.contains(0L);
        for (long side : shape) {
            if (side > Integer.MAX_VALUE || !empty && bytes > dataLength / side) {
                throw wrong(
                        "an array " + Quoted.of(name) + " that fits into the file's " + RegularFile.inWords(dataLength)
                                + " of numbers, with sides below 2³¹",
                        "the shape " + shape,
                        null);
            }
            bytes *= empty ? 1 : side;
        }
        bytes = empty ? 0 : bytes;
        if (begin > end || end > dataLength || end - begin != bytes) {
            throw wrong(
                    bytes + " bytes for " + Quoted.of(name) + ", which is " + known + " of shape " + shape
                            + ", within the " + dataLength + " bytes that follow the header",
                    "bytes " + begin + " to " + end,
                    null);
        }
        int[] sides = shape.stream().mapToInt(Math::toIntExact).toArray();
        return new SafetensorsEntry(name, known, sides, begin, end);
    }

    private void requireGapless() {
        List<SafetensorsEntry> ordered = new ArrayList<>(entries.values());
        ordered.sort(Comparator.comparingLong(SafetensorsEntry::begin).thenComparingLong(SafetensorsEntry::end));
        long expected = 0;
        for (SafetensorsEntry entry : ordered) {
            if (entry.begin() != expected) {
                throw wrong(
                        "arrays one behind the other, " + Quoted.of(entry.name()) + " at byte " + expected,
                        (entry.begin() < expected ? "an overlap" : "a gap") + " (it is at byte " + entry.begin() + ")",
                        null);
            }
            expected = entry.end();
        }
        if (expected != dataLength) {
            throw wrong(expected + " bytes behind the header, as its arrays have", dataLength + " bytes", null);
        }
    }

    private void require(boolean right, String expected, JsonParser json) throws IOException {
        if (!right) {
            String found = json.currentToken() == null ? "its end" : Quoted.of(json.getText());
            throw wrong(expected, found, null);
        }
    }

    private InputException wrong(String expected, String found, Exception cause) {
        return new InputException(
                where + ", header",
                expected,
                found,
                "The file is damaged or was not written as the format asks: make or fetch it again.",
                cause);
    }
}
