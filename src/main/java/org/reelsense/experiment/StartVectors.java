package org.reelsense.experiment;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.reelsense.embedding.CoveredVocabulary;
import org.reelsense.embedding.TrainedVectors;
import org.reelsense.embedding.VectorCache;
import org.reelsense.embedding.WordVectors;
import org.reelsense.progress.Progress;
import org.reelsense.storage.DataException;
import org.reelsense.text.Vocabulary;

/**
 * The word vectors that networks start from: trained on the corpus, or taken from a file.
 *
 * @param given where they were taken from; null if they were trained
 */
record StartVectors(TrainedVectors trained, RunRecord.@Nullable GivenVectors given) {

    static StartVectors of(TokenizedCorpus texts, Settings settings, Path dataFolder, int threads, Progress progress)
            throws IOException, InterruptedException {
        VectorSource source = settings.given();
        return source == null
                ? new StartVectors(train(texts, settings, dataFolder, threads, progress), null)
                : take(source, texts.vocabulary(), settings.embedding().seed(), progress);
    }

    /** Trained now, or earlier and kept in {@code dataFolder}. */
    static TrainedVectors train(
            TokenizedCorpus texts, Settings settings, Path dataFolder, int threads, Progress progress)
            throws IOException, InterruptedException {
        int count = texts.vectorTexts(settings);
        return new VectorCache(dataFolder)
                .get(
                        settings.embedding(),
                        key(texts, count),
                        texts.vocabulary(),
                        () -> texts.encode(0, count),
                        threads,
                        progress);
    }

    /** Names the texts that vectors are trained on. */
    static String key(TokenizedCorpus texts, int count) {
        return TokenizedCorpus.key(texts.corpus()) + " first " + count;
    }

    /** Words that the file has none for get random vectors of the same spread. */
    private static StartVectors take(VectorSource source, Vocabulary vocabulary, long seed, Progress progress)
            throws IOException {
        VectorSource.Content content = source.read(word -> isWanted(word, vocabulary));
        CoveredVocabulary covered = cover(source, content, vocabulary, progress);
        WordVectors vectors = covered.filled(seed);
        return new StartVectors(
                new TrainedVectors(vectors, 0, 0),
                new RunRecord.GivenVectors(
                        source.file().toString(), content.sha256(), covered.found(), covered.missing()));
    }

    static boolean isWanted(String word, Vocabulary vocabulary) {
        return vocabulary.id(word) > 0 || word.equals(Vocabulary.UNKNOWN);
    }

    /**
     * Looks the vocabulary up in what was read, and says how much was there.
     *
     * @throws DataException if nothing was
     */
    static CoveredVocabulary cover(
            VectorSource source, VectorSource.Content content, Vocabulary vocabulary, Progress progress)
            throws DataException {
        CoveredVocabulary covered = CoveredVocabulary.of(vocabulary, content.vectors());
        if (covered.found() == 0) {
            throw new DataException(source.file() + ": none of the " + covered.missing()
                    + " words of the corpus has a vector there; give vectors of lower-case English words");
        }
        progress.say(String.format(
                Locale.ROOT,
                "word vectors: %,d words from %s, %,d initialised at random, sha256 %s",
                covered.found(),
                source.file(),
                covered.missing(),
                content.sha256()));
        return covered;
    }
}
