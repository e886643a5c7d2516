package org.reelsense.bench.train;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.reelsense.dataset.Corpus;
import org.reelsense.dataset.DatasetSource;
import org.reelsense.dataset.Datasets;
import org.reelsense.dataset.Label;
import org.reelsense.dataset.Review;
import org.reelsense.experiment.Preset;
import org.reelsense.experiment.VectorRun;
import org.reelsense.progress.Progress;
import org.reelsense.storage.DurableFile;
import org.reelsense.text.TokenizedTexts;
import org.reelsense.text.Vocabulary;
import org.reelsense.training.EncodedReviews;

/**
 * Labelled training reviews as ids, in a file that every worker reads.
 *
 * @param vocabularySize V
 */
public record ReviewIds(int vocabularySize, EncodedReviews reviews) {

    private static final int THREADS = 2;
    private static final int[] EMPTY = {0};

    /** All training reviews of the IMDB set, with the default preset's vocabulary. */
    public static ReviewIds ofImdb(Path data) throws IOException, InterruptedException {
        Corpus corpus = Datasets.open(DatasetSource.imdb(), data, Progress.SILENT);
        Vocabulary vocabulary = VectorRun.vocabulary(corpus, Preset.DEFAULT.settings(), data, THREADS, Progress.SILENT);
        List<Review> train = corpus.train();
        TokenizedTexts texts =
                TokenizedTexts.build(train.size(), review -> train.get(review).text(), THREADS, Progress.SILENT);
        int[] ids = vocabulary.idsOf(texts.types());
        boolean[] positive = new boolean[train.size()];
        List<int[]> documents = new ArrayList<>();
        for (int review = 0; review < positive.length; review++) {
            positive[review] = train.get(review).label() == Label.POSITIVE;
            int[] document = texts.encode(review, ids);
            documents.add(document.length == 0 ? EMPTY : document);
        }
        return new ReviewIds(vocabulary.size(), new EncodedReviews(documents, positive));
    }

    /** That many of them, drawn without regard to their length, each cut off at {@code mostTokens}. */
    ReviewIds sample(int count, int mostTokens, long seed) {
        List<Integer> order =
                new ArrayList<>(IntStream.range(0, reviews.size()).boxed().toList());
        Collections.shuffle(order, new Random(seed));
        EncodedReviews part = reviews.part(
                order.stream().limit(count).mapToInt(Integer::intValue).toArray());
        List<int[]> cut = part.documents().stream()
                .map(document -> Arrays.copyOf(document, Math.min(document.length, mostTokens)))
                .toList();
        return new ReviewIds(vocabularySize, new EncodedReviews(cut, part.positive()));
    }

    /** Mean tokens a review. */
    double meanTokens() {
        return reviews.documents().stream()
                .mapToInt(document -> document.length)
                .average()
                .orElseThrow();
    }

    void write(Path file) throws IOException {
        DurableFile.write(file, out -> {
            DataOutputStream data = new DataOutputStream(out);
            data.writeInt(vocabularySize);
            data.writeInt(reviews.size());
            for (int review = 0; review < reviews.size(); review++) {
                data.writeBoolean(reviews.positive()[review]);
                int[] document = reviews.documents().get(review);
                data.writeInt(document.length);
                for (int id : document) {
                    data.writeInt(id);
                }
            }
            data.flush();
        });
    }

    static ReviewIds read(Path file) throws IOException {
        try (DataInputStream data = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            int vocabularySize = data.readInt();
            boolean[] positive = new boolean[data.readInt()];
            List<int[]> documents = new ArrayList<>();
            for (int review = 0; review < positive.length; review++) {
                positive[review] = data.readBoolean();
                int[] document = new int[data.readInt()];
                for (int i = 0; i < document.length; i++) {
                    document[i] = data.readInt();
                }
                documents.add(document);
            }
            return new ReviewIds(vocabularySize, new EncodedReviews(documents, positive));
        }
    }
}
