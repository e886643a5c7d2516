package org.reelsense.embedding;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.reelsense.progress.Progress;

/** A process that trains word vectors and tells how many words are done, to be killed. */
final class VectorsChild {

    static final EmbeddingSpec SPEC = new EmbeddingSpec(16, 3, 2, 12, 0, 1);
    private static final List<int[]> REVIEWS = TwoTopics.reviews(400);

    private VectorsChild() {}

    /** Argument: the folder of the cache. */
    public static void main(String[] args) throws Exception {
        train(Path.of(args[0]), new Telling());
        System.out.println("done");
    }

    static float[] train(Path folder, Progress progress) throws IOException, InterruptedException {
        return new VectorCache(folder)
                .get(SPEC, "text", TwoTopics.VOCABULARY, () -> REVIEWS, 2, progress)
                .vectors()
                .values();
    }

    private static final class Telling implements Progress {

        private final AtomicLong words = new AtomicLong();

        @Override
        public void begin(String task, long total, String unit) {
            System.out.println("of " + total);
        }

        @Override
        public void advance(long units) {
            System.out.println(words.addAndGet(units));
            System.out.flush();
        }

        @Override
        public void say(String line) {}

        @Override
        public void end() {}
    }
}
