package org.reelsense.scoring;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** JSON Lines: each line that is not empty is an object, one of whose fields is the text. */
final class JsonLinesReader implements ReviewReader {

    private static final String TOO_LARGE = String.format(
            Locale.ROOT,
            "has a string of more than %,d characters, or lists deep within lists; give shorter reviews",
            LONGEST_STRING);

    /** No table of names is kept: names made to collide would fill it, and then honest lines be refused with theirs. */
    private static final JsonFactory JSON = JsonFactory.builder()
            .configure(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES, false)
            .configure(JsonFactory.Feature.INTERN_FIELD_NAMES, false)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(LONGEST_STRING)
                    .build())
            .build();

    private final String name;
    private final Lines lines;
    private final String column;

    JsonLinesReader(String name, InputStream in, String column) {
        this.name = name;
        this.column = column;
        lines = new Lines(in);
    }

    @Override
    public Optional<Entry> next() throws IOException {
        Optional<Lines.Line> line = lines.next();
        while (line.isPresent() && isBlank(line.get().content())) {
            line = lines.next();
        }
        return line.map(this::entry);
    }

    private static boolean isBlank(Utf8 content) {
        return content.fault().isEmpty() && content.text().isBlank();
    }

    private Entry entry(Lines.Line line) {
        Place place = Place.line(name, line.number());
        if (!line.content().fault().isEmpty()) {
            return new Failure(place, line.content().fault());
        }
        try {
            return review(place, line.content().text());
        } catch (StreamConstraintsException e) {
            return new Failure(place, TOO_LARGE);
        } catch (JsonProcessingException e) {
            return new Failure(place, "is no JSON object (" + e.getOriginalMessage() + ")");
        } catch (IOException e) {
            throw new IllegalStateException("a string was read, and no file", e);
        }
    }

    private Entry review(Place place, String line) throws IOException {
        List<String> columns = new ArrayList<>();
        List<String> values = new ArrayList<>();
        Optional<String> text = Optional.empty();
        try (JsonParser json = JSON.createParser(line)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                return new Failure(place, "is no JSON object; give an object a line");
            }
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String field = json.currentName();
                boolean isText = json.nextToken() == JsonToken.VALUE_STRING && field.equals(column);
                columns.add(field);
                values.add(value(json, line));
                text = isText ? Optional.of(values.get(values.size() - 1)) : text;
            }
            if (json.nextToken() != null) {
                return new Failure(place, "has more than one JSON value; give one object a line");
            }
        }
        Row row = new Row(columns, values, Optional.of(line));
        return text.map(found -> Reviews.of(place, found, row)).orElseGet(() -> withoutText(place, columns));
    }

    private Entry withoutText(Place place, List<String> columns) {
        return columns.contains(column)
                ? new Failure(place, "the field '" + column + "' is no string; give the text as one")
                : ColumnNames.missing(place, "field", column, columns);
    }

    /** A scalar's text, or the JSON of an object or a list. */
    private static String value(JsonParser json, String line) throws IOException {
        JsonToken token = json.currentToken();
        if (token == JsonToken.VALUE_NULL) {
            return "";
        }
        if (!token.isStructStart()) {
            return json.getText();
        }
        int begin = (int) json.currentTokenLocation().getCharOffset();
        json.skipChildren();
        return line.substring(begin, (int) json.currentLocation().getCharOffset());
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
