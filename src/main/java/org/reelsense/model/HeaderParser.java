package org.reelsense.model;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.reelsense.model.ModelFileException.Reason;

/**
 * Reads the header's JSON, token by token, trusting nothing. One use each.
 *
 * <p>The bytes are decoded by the JDK's strict UTF-8 decoder: Jackson's own lets some malformed text through, and
 * guesses other encodings.
 */
final class HeaderParser {

    /** The name that holds the metadata instead of a tensor. */
    static final String METADATA = "__metadata__";

    private static final int FIELDS = 3;

    /** No table of names is kept: it would remember a hostile file's names, and fail on names made to collide. */
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(Limits.JSON_DEPTH)
                    .maxNameLength(Limits.NAME_CHARS)
                    .maxStringLength(Limits.VALUE_CHARS)
                    .maxNumberLength(Limits.JSON_DIGITS)
                    .build())
            .configure(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES, false)
            .configure(JsonFactory.Feature.INTERN_FIELD_NAMES, false)
            .build();

    private final String file;
    private final JsonParser json;
    private final Map<String, String> metadata = new HashMap<>();
    private final List<TensorEntry> entries = new ArrayList<>();

    private HeaderParser(String file, JsonParser json) {
        this.file = file;
        this.json = json;
    }

    /** The header in these bytes. The layout over the file is not checked yet. */
    static Header parse(String file, byte[] bytes) throws ModelFileException {
        if (bytes.length == 0 || bytes[0] != '{') {
            throw new ModelFileException(file, Reason.HEADER_NOT_JSON, "its header does not begin with {");
        }
        InputStreamReader text = new InputStreamReader(
                new ByteArrayInputStream(bytes), StandardCharsets.UTF_8.newDecoder()); // reports, never replaces
        try (JsonParser json = JSON.createParser(text)) {
            return new HeaderParser(file, json).root();
        } catch (ModelFileException e) {
            throw e;
        } catch (StreamConstraintsException e) {
            throw new ModelFileException(file, Reason.LIMIT_EXCEEDED, "its header has " + oversize(), e);
        } catch (JacksonException e) {
            throw new ModelFileException(file, Reason.HEADER_NOT_JSON, "its header is not JSON" + place(e), e);
        } catch (CharacterCodingException e) {
            throw new ModelFileException(file, Reason.BAD_UTF8, "its header is not UTF-8", e);
        } catch (IOException e) {
            throw new ModelFileException(file, Reason.UNREADABLE, "its header cannot be read", e);
        }
    }

    private Header root() throws IOException {
        Set<String> seen = new HashSet<>();
        json.nextToken();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = name(seen);
            json.nextToken();
            if (name.equals(METADATA)) {
                metadata();
            } else {
                entries.add(entry(name));
            }
            checkCount("tensors", entries.size(), Limits.TENSORS);
        }
        if (json.nextToken() != null) {
            throw new ModelFileException(file, Reason.HEADER_NOT_JSON, "something follows the header's JSON");
        }
        return new Header(metadata, entries);
    }

    private void metadata() throws IOException {
        requireText(json.currentToken() == JsonToken.START_OBJECT, "__metadata__ is no object");
        Set<String> seen = new HashSet<>();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String key = name(seen);
            requireText(
                    json.nextToken() == JsonToken.VALUE_STRING,
                    "the metadata " + ModelFileException.quoted(key) + " is no text");
            metadata.put(key, wellFormed(json.getText()));
            // The checksum is none of the content's entries, and must not push the last one out.
            int own = metadata.containsKey(ContentChecksum.KEY) ? 1 : 0;
            checkCount("metadata entries", metadata.size() - own, Limits.METADATA_ENTRIES);
        }
    }

    private TensorEntry entry(String name) throws IOException {
        require(!name.isEmpty(), Reason.BAD_ENTRY, name, "has no name");
        require(json.currentToken() == JsonToken.START_OBJECT, Reason.BAD_ENTRY, name, "is no object");
        Set<String> seen = new HashSet<>();
        String dtype = "";
        List<Long> shape = List.of();
        List<Long> offsets = List.of();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String field = name(seen);
            json.nextToken();
            switch (field) {
                case "dtype" -> dtype = dtype(name);
                case "shape" -> shape = numbers(name, Reason.BAD_SHAPE, Limits.RANK, "no list of at most 8 axes");
                case "data_offsets" -> offsets = numbers(name, Reason.BAD_OFFSETS, 2, "data_offsets that are no pair");
                default ->
                    throw TensorEntry.problem(
                            file, Reason.BAD_ENTRY, name, "has an unknown field %s", ModelFileException.quoted(field));
            }
        }
        require(seen.size() == FIELDS, Reason.BAD_ENTRY, name, "lacks dtype, shape or data_offsets");
        return TensorEntry.of(file, name, dtype, shape, offsets);
    }

    private String dtype(String name) throws IOException {
        require(
                json.currentToken() == JsonToken.VALUE_STRING,
                Reason.UNKNOWN_DTYPE,
                name,
                "has a dtype that is no text");
        return json.getText();
    }

    /** A list of integers from 0 to 2^63-1, of {@code max} elements at most. */
    private List<Long> numbers(String name, Reason reason, int max, String problem) throws IOException {
        require(json.currentToken() == JsonToken.START_ARRAY, reason, name, "has " + problem);
        List<Long> numbers = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            require(numbers.size() < max, reason, name, "has " + problem);
            require(isLong(), reason, name, "has a number in it that is no integer from 0 to 2^63-1");
            numbers.add(json.getLongValue());
        }
        return numbers;
    }

    private boolean isLong() throws IOException {
        return json.currentToken() == JsonToken.VALUE_NUMBER_INT
                && json.getNumberType() != JsonParser.NumberType.BIG_INTEGER
                && json.getLongValue() >= 0;
    }

    /** The field name the parser stands on, which its object has not had yet. */
    private String name(Set<String> seen) throws IOException {
        String name = wellFormed(json.currentName());
        if (name.length() > Limits.NAME_CHARS) {
            throw new ModelFileException(file, Reason.LIMIT_EXCEEDED, "its header has " + oversize());
        }
        if (!seen.add(name)) {
            throw new ModelFileException(
                    file,
                    Reason.DUPLICATE_NAME,
                    "its header has " + ModelFileException.quoted(name) + " twice in one object");
        }
        return name;
    }

    private String wellFormed(String text) throws ModelFileException {
        if (!ContentRules.isWellFormed(text)) {
            throw new ModelFileException(
                    file, Reason.HEADER_NOT_JSON, "half a surrogate pair stands in " + ModelFileException.quoted(text));
        }
        return text;
    }

    private void require(boolean holds, Reason reason, String tensor, String problem) throws ModelFileException {
        if (!holds) {
            throw TensorEntry.problem(file, reason, tensor, "%s", problem);
        }
    }

    private void requireText(boolean holds, String problem) throws ModelFileException {
        if (!holds) {
            throw new ModelFileException(file, Reason.BAD_METADATA, problem);
        }
    }

    private void checkCount(String what, int count, int max) throws ModelFileException {
        if (count > max) {
            throw new ModelFileException(file, Reason.LIMIT_EXCEEDED, "it has more than %d %s".formatted(max, what));
        }
    }

    private static String oversize() {
        return "a name over %d characters, a text over %d, a number over %d digits or lists in lists"
                .formatted(Limits.NAME_CHARS, Limits.VALUE_CHARS, Limits.JSON_DIGITS);
    }

    /** Jackson's message may quote the file, so only the place is taken over. */
    private static String place(JacksonException e) {
        return e.getLocation() == null
                ? ""
                : " at character " + (e.getLocation().getCharOffset() + 1);
    }
}
