package org.reelsense.bench.vectors;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.reelsense.text.Vocabulary;

/** Reads what {@link CorpusFiles} wrote. */
record TokenFile(Vocabulary vocabulary, List<int[]> documents) {

    static TokenFile read(Path file) throws IOException {
        Map<String, Integer> counts = new HashMap<>();
        try (Stream<String> lines = Files.lines(file)) {
            lines.flatMap(line -> Stream.of(line.split(" ")))
                    .filter(token -> !token.isEmpty())
                    .forEach(token -> counts.merge(token, 1, Integer::sum));
        }
        List<String> types = List.copyOf(counts.keySet());
        Vocabulary vocabulary =
                Vocabulary.build(types, types.stream().mapToInt(counts::get).toArray(), 1, Integer.MAX_VALUE);
        try (Stream<String> lines = Files.lines(file)) {
            return new TokenFile(
                    vocabulary,
                    lines.map(line -> vocabulary.encode(List.of(line.split(" "))))
                            .toList());
        }
    }

    /** [V], how often each id occurs. */
    long[] counts() {
        long[] counts = new long[vocabulary.size()];
        for (int[] document : documents) {
            for (int id : document) {
                counts[id]++;
            }
        }
        return counts;
    }
}
