package org.reelsense.experiment;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.reelsense.dataset.Corpus;
import org.reelsense.embedding.NeighbourQuality;
import org.reelsense.embedding.PolarWords;
import org.reelsense.embedding.TrainedVectors;
import org.reelsense.embedding.WordMap;
import org.reelsense.progress.Progress;
import org.reelsense.text.Vocabulary;
import org.reelsense.training.EncodedReviews;

/**
 * A corpus made ready for networks: tokenized, counted, encoded, with word vectors. Vocabulary and vectors come from
 * training and unlabelled reviews; dev and test are only looked up in them.
 *
 * @param texts the corpus as tokens
 * @param trainDocuments which of {@code texts} the training reviews are
 * @param vectors as trained, with what it took, or as given
 * @param given where the vectors come from if they were given, with the words that were there; null if they were trained
 * @param embedding [V, E], the vectors standardised over the running text, where every network starts
 */
record Preparation(
        TokenizedCorpus texts,
        int[] trainDocuments,
        EncodedReviews train,
        EncodedReviews dev,
        EncodedReviews test,
        TrainedVectors vectors,
        RunRecord.@Nullable GivenVectors given,
        float[] embedding) {

    /**
     * Prepares a corpus; what was prepared before comes from caches in {@code dataFolder}.
     *
     * @throws IOException if a cache cannot be written, or given vectors cannot be read
     * @throws InterruptedException if the calling thread is interrupted
     */
    static Preparation of(Corpus corpus, Settings settings, Path dataFolder, int threads, Progress progress)
            throws IOException, InterruptedException {
        TokenizedCorpus texts = TokenizedCorpus.of(corpus, settings, dataFolder, threads, progress);
        StartVectors start = StartVectors.of(texts, settings, dataFolder, threads, progress);
        return new Preparation(
                texts,
                TrainingPart.of(corpus.train(), Trial.ALL),
                texts.train(),
                texts.dev(),
                texts.test(),
                start.trained(),
                start.given(),
                start.trained().vectors().standardised(texts.countsOfIds()).values());
    }

    Vocabulary vocabulary() {
        return texts.vocabulary();
    }

    /**
     * The same with fewer training reviews; vocabulary and vectors, which need no label, stay those of all.
     *
     * @param reviews how many, or {@link Trial#ALL}
     */
    Preparation learningFrom(int reviews) {
        if (reviews == Trial.ALL) {
            return this;
        }
        int[] part = TrainingPart.of(texts.corpus().train(), reviews);
        return new Preparation(texts, part, train.part(part), dev, test, vectors, given, embedding);
    }

    /** What a run's record says of the word vectors. */
    RunRecord.Embedding record() {
        PolarWords polar = VectorRun.polar(vocabulary(), train);
        return new RunRecord.Embedding(
                vectors.seconds(),
                Math.round(vectors.wordsPerSecond()),
                vectors.vectors().dimension(),
                vocabulary().size(),
                given,
                NeighbourQuality.of(vectors.vectors(), polar),
                WordMap.of(vectors.vectors(), polar.first(VectorRun.MAP_WORDS)).orElse(null));
    }

    /** Names the reviews, how they were tokenized and, if they were given, the vectors. */
    String key() {
        Corpus corpus = texts.corpus();
        String part = trainDocuments.length == corpus.train().size() ? "" : " part " + trainDocuments.length;
        return TokenizedCorpus.key(corpus) + (given == null ? "" : " vectors " + given.sha256()) + part;
    }
}
