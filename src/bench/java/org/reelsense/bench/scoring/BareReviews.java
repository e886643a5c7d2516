package org.reelsense.bench.scoring;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.reelsense.dataset.DatasetSource;
import org.reelsense.dataset.Datasets;
import org.reelsense.dataset.Review;
import org.reelsense.model.SentimentModel;
import org.reelsense.progress.Progress;
import org.reelsense.storage.DurableFile;
import org.reelsense.text.Tokenizer;
import org.reelsense.text.Vocabulary;

/**
 * Reviews without their labels, as ids of the vocabulary in the box, in a file that every worker reads.
 *
 * @param vocabularySize V
 * @param documents ids of each review, none empty
 */
public record BareReviews(int vocabularySize, List<int[]> documents) {

    private static final int[] EMPTY = {0};

    /** The 25,000 test reviews of IMDB as texts, in the same order. */
    static List<String> texts(Path data) throws IOException {
        return Datasets.open(DatasetSource.imdb(), data, Progress.SILENT).test().stream()
                .map(Review::text)
                .toList();
    }

    /** The 25,000 test reviews of IMDB. */
    static BareReviews ofTest(Path data) throws IOException {
        return of(texts(data));
    }

    /** Texts as ids. */
    public static BareReviews of(List<String> texts) throws IOException {
        Vocabulary vocabulary = SentimentModel.builtIn().vocabulary();
        Tokenizer tokenizer = new Tokenizer();
        List<int[]> documents = texts.parallelStream()
                .map(text -> tokenizer.encode(text, vocabulary))
                .map(ids -> ids.length == 0 ? EMPTY : ids)
                .toList();
        return new BareReviews(vocabulary.size(), documents);
    }

    /** Every {@code parts}-th review from number {@code part} on: each part has like lengths. */
    static <T> List<T> part(List<T> all, int part, int parts) {
        return IntStream.iterate(part, i -> i < all.size(), i -> i + parts)
                .mapToObj(all::get)
                .toList();
    }

    public void write(Path file) throws IOException {
        DurableFile.write(file, out -> {
            DataOutputStream data = new DataOutputStream(out);
            data.writeInt(vocabularySize);
            data.writeInt(documents.size());
            for (int[] document : documents) {
                data.writeInt(document.length);
                for (int id : document) {
                    data.writeInt(id);
                }
            }
            data.flush();
        });
    }

    static BareReviews read(Path file) throws IOException {
        return read(file, Integer.MAX_VALUE);
    }

    /** The first {@code most} of a file. */
    public static BareReviews read(Path file, int most) throws IOException {
        try (DataInputStream data = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            int vocabularySize = data.readInt();
            int reviews = Math.min(most, data.readInt());
            List<int[]> documents = new ArrayList<>();
            for (int review = 0; review < reviews; review++) {
                int[] document = new int[data.readInt()];
                for (int i = 0; i < document.length; i++) {
                    document[i] = data.readInt();
                }
                documents.add(document);
            }
            return new BareReviews(vocabularySize, documents);
        }
    }
}
