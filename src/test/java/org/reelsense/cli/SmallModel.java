package org.reelsense.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.reelsense.model.Provenance;
import org.reelsense.model.SentimentModel;
import org.reelsense.network.Cell;
import org.reelsense.network.NetworkSpec;
import org.reelsense.network.Weights;
import org.reelsense.text.Tokenizer;
import org.reelsense.text.Vocabulary;

/** A model of four tokens that was never trained. */
final class SmallModel {

    private SmallModel() {}

    static Path write(Path file) throws IOException {
        Vocabulary vocabulary = Vocabulary.build(List.of("film", "good", "bad"), new int[] {3, 2, 1}, 1, 10);
        NetworkSpec spec = new NetworkSpec(Cell.GRU, true, vocabulary.size(), 2, 3, 64);
        Provenance provenance = new Provenance(
                "sample",
                "ab".repeat(32),
                7,
                "0123abc",
                "2026-11-22T10:00:00Z",
                Map.of("cpu", "a red one"),
                2,
                Map.of("testAccuracy", 0.91234));
        Weights weights = Weights.initial(spec, new float[vocabulary.size() * 2], 7);
        new SentimentModel(Tokenizer.ID, vocabulary, weights, provenance).write(file);
        return file;
    }
}
