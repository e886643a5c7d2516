package org.reelsense.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

/** Files that gensim and fastText wrote, and what gensim reads from them. */
final class GoldenVectors {

    static final Path FOLDER = Path.of("src/test/resources/golden/vectors");

    private GoldenVectors() {}

    static Path file(String name) {
        Path file = FOLDER.resolve(name);
        assertThat(file).isRegularFile();
        return file;
    }

    static VectorFormat format(String name) throws IOException {
        return VectorFormat.ofId(expected().get(name).get("format").textValue());
    }

    /** The vector of each word, in gensim's order. */
    static Map<String, List<Float>> vectors(String name) throws IOException {
        return vectors(expected().get(name).get("vectors"));
    }

    static List<String> names() throws IOException {
        return StreamSupport.stream(((Iterable<String>) expected()::fieldNames).spliterator(), false)
                .toList();
    }

    static Map<String, List<Float>> vectors(JsonNode words) {
        Map<String, List<Float>> vectors = new LinkedHashMap<>();
        words.properties()
                .forEach(word -> vectors.put(
                        word.getKey(),
                        StreamSupport.stream(word.getValue().spliterator(), false)
                                .map(number -> (float) number.doubleValue())
                                .toList()));
        return vectors;
    }

    /** The same of vectors of ours, without {@code <unk>}. */
    static Map<String, List<Float>> vectors(WordVectors ours) {
        Map<String, List<Float>> vectors = new LinkedHashMap<>();
        for (int id = 1; id < ours.vocabulary().size(); id++) {
            int begin = id * ours.dimension();
            vectors.put(
                    ours.vocabulary().token(id),
                    IntStream.range(begin, begin + ours.dimension())
                            .mapToObj(i -> ours.values()[i])
                            .toList());
        }
        return vectors;
    }

    private static JsonNode expected() throws IOException {
        return new ObjectMapper().readTree(Files.readAllBytes(file("expected.json")));
    }
}
