package org.reelsense.training;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.reelsense.embedding.EmbeddingSpec;
import org.reelsense.embedding.VectorTraining;
import org.reelsense.network.Cell;
import org.reelsense.progress.Progress;
import org.reelsense.storage.Checksum;
import org.reelsense.text.Vocabulary;

/** A process that trains toys and word vectors under whatever options Java was started with, and writes them down. */
final class SameBitsChild {

    private static final EncodedReviews DEV = Toy.reviews(1_000, 3);
    private static final int WORDS = 60;
    private static final int REVIEWS = 40;
    private static final int LENGTH = 50;

    private SameBitsChild() {}

    /** Arguments: a folder to write to, and the cells. */
    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[0]);
        for (String cell : args[1].split(",")) {
            Path checkpoint = folder.resolve(cell + ".safetensors");
            TrainedModel model = new Trainer(TrainingChild.SPEC, 2, Progress.SILENT)
                    .train("toy", Toy.initial(Cell.ofId(cell), 1), TrainingChild.TRAIN, DEV, checkpoint, "data");
            Files.writeString(
                    folder.resolve(cell + ".accuracy"),
                    Double.toString(model.best().devAccuracy()));
        }
        Files.writeString(folder.resolve("vectors"), vectors());
    }

    /** SHA-256 of word vectors of random text. */
    private static String vectors() throws InterruptedException {
        Random random = new Random(5);
        List<int[]> documents = new ArrayList<>();
        for (int i = 0; i < REVIEWS; i++) {
            documents.add(random.ints(LENGTH, 1, WORDS).toArray());
        }
        List<String> types = IntStream.range(1, WORDS).mapToObj(i -> "w" + i).toList();
        int[] counts = IntStream.range(1, WORDS).map(i -> WORDS - i + 1).toArray();
        Vocabulary vocabulary = Vocabulary.build(types, counts, 1, WORDS);
        float[] values = VectorTraining.train(
                        new EmbeddingSpec(16, 3, 2, 2, 0, 1), vocabulary, documents, 2, Progress.SILENT)
                .vectors()
                .values();
        StringBuilder bits = new StringBuilder();
        for (float value : values) {
            bits.append(Float.floatToRawIntBits(value)).append(' ');
        }
        var digest = Checksum.newDigest("SHA-256");
        digest.update(bits.toString().getBytes(StandardCharsets.UTF_8));
        return Checksum.hex(digest);
    }
}
