package org.reelsense.experiment;

import java.io.IOException;
import java.nio.file.Path;
import org.reelsense.dataset.Corpus;
import org.reelsense.embedding.CoveredVocabulary;
import org.reelsense.embedding.NeighbourQuality;
import org.reelsense.embedding.PolarWords;
import org.reelsense.embedding.TrainedVectors;
import org.reelsense.embedding.VectorCache;
import org.reelsense.progress.Progress;
import org.reelsense.text.Vocabulary;
import org.reelsense.training.EncodedReviews;

/**
 * Word vectors of a corpus, without a network.
 *
 * @param trained with what it took
 * @param polar the most telling words of the labelled training reviews
 */
public record VectorRun(TrainedVectors trained, PolarWords polar) {

    /** Polar words of each side that neighbour quality is measured with. */
    public static final int POLAR_WORDS = 200;

    /** Polar words of each side on a map. */
    public static final int MAP_WORDS = 30;

    /**
     * Trains on the training and, if the settings say so, unlabelled reviews; never on dev or test. What was
     * trained before comes from the cache.
     *
     * @throws IOException if a cache cannot be written, or the given vectors cannot be read
     * @throws InterruptedException if the calling thread is interrupted
     */
    public static VectorRun of(Corpus corpus, Settings settings, Path dataFolder, int threads, Progress progress)
            throws IOException, InterruptedException {
        TokenizedCorpus texts = TokenizedCorpus.of(corpus, settings, dataFolder, threads, progress);
        VectorSource source = settings.given();
        TrainedVectors trained = source == null
                ? StartVectors.train(texts, settings, dataFolder, threads, progress)
                : goOn(source, texts, settings, dataFolder, threads, progress);
        return new VectorRun(trained, polar(texts.vocabulary(), texts.train()));
    }

    /** Words without a given vector start from random numbers, as the trainer draws them. */
    private static TrainedVectors goOn(
            VectorSource source,
            TokenizedCorpus texts,
            Settings settings,
            Path dataFolder,
            int threads,
            Progress progress)
            throws IOException, InterruptedException {
        VectorSource.Content content = source.read(word -> StartVectors.isWanted(word, texts.vocabulary()));
        CoveredVocabulary covered = StartVectors.cover(source, content, texts.vocabulary(), progress);
        int count = texts.vectorTexts(settings);
        return new VectorCache(dataFolder)
                .get(
                        settings.embedding(),
                        StartVectors.key(texts, count) + " from " + content.sha256(),
                        covered.vectors(),
                        () -> texts.encode(0, count),
                        threads,
                        progress);
    }

    /** The polar words of a corpus alone; nothing is trained. */
    public static PolarWords polarWords(
            Corpus corpus, Settings settings, Path dataFolder, int threads, Progress progress)
            throws IOException, InterruptedException {
        TokenizedCorpus texts = TokenizedCorpus.of(corpus, settings, dataFolder, threads, progress);
        return polar(texts.vocabulary(), texts.train());
    }

    /** The vocabulary that a corpus gives with these settings. */
    public static Vocabulary vocabulary(
            Corpus corpus, Settings settings, Path dataFolder, int threads, Progress progress)
            throws IOException, InterruptedException {
        return TokenizedCorpus.of(corpus, settings, dataFolder, threads, progress)
                .vocabulary();
    }

    static PolarWords polar(Vocabulary vocabulary, EncodedReviews train) {
        return PolarWords.chosenFrom(vocabulary, train.documents(), train.positive(), POLAR_WORDS);
    }

    /** How well neighbours keep to their sentiment, by the corpus's own polar words. */
    public NeighbourQuality quality() {
        return NeighbourQuality.of(trained.vectors(), polar);
    }
}
