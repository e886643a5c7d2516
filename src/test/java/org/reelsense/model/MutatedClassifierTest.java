package org.reelsense.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.reelsense.fault.ChildCounts;
import org.reelsense.fault.FaultRun;
import org.reelsense.network.Cell;
import org.reelsense.network.NetworkSpec;
import org.reelsense.network.Weights;
import org.reelsense.text.Tokenizer;
import org.reelsense.text.Vocabulary;

/**
 * A whole 8-bit classifier, mutated, in the memory of a small machine: it loads as the same, or there is the one typed
 * error. With the full counts it is of the size of the one in the box.
 */
@Tag("fault")
class MutatedClassifierTest {

    private static final long ROOM = 16 << 20;
    private static final String BOUND =
            "16 MiB over the file once as it is and once as numbers: twice the file where it holds"
                    + " floats; where it holds V x E codes the numbers are 4 x V x E bytes, which alone is over twice such a file";
    private static final long FAR_TOO_SLOW = 60_000;
    private static final int E = 128;

    @Test
    void read_thousandsOfMutations_refusedOrTheSameInLittleMemory() throws IOException, InterruptedException {
        int tries = FaultRun.tries(1_000, 6_000);
        int words = FaultRun.tries(390, 39_000);
        Map<String, Long> counts =
                ChildCounts.of(MutationRun.class, List.of("-Xmx256m"), String.valueOf(tries), String.valueOf(words));

        FaultRun result =
                new FaultRun(4, "mutated-models").note("memory", "-Xmx256m").note("bound of a load", BOUND);
        counts.forEach(result::count);
        result.write();
        assertThat(counts.get("files")).isGreaterThan(tries);
        assertThat(counts.get("anything else")).isZero();
        assertThat(counts.get("flipped bits that were not refused")).isZero();
        assertThat(counts.get("loaded and right")).as("a changed code").isPositive();
        assertThat(counts.get("most bytes allocated over twice the file, refused"))
                .isLessThan(ROOM);
        assertThat(counts.get("most bytes allocated over the file and its numbers as floats, loaded"))
                .isLessThan(ROOM);
        assertThat(counts.get("bytes of native buffers")).isLessThan(ROOM);
        assertThat(counts.get("milliseconds of the slowest")).isLessThan(FAR_TOO_SLOW);
        assertThat(counts.get("milliseconds to refuse a claim of 100 GB")).isLessThan(FAR_TOO_SLOW);
    }

    /** With a vocabulary of so many words, and otherwise of the shape of the one in the box. */
    static ModelFile classifier(int vocabulary) {
        NetworkSpec spec = new NetworkSpec(Cell.LSTM, true, vocabulary, E, vocabulary > 1_000 ? 64 : 4, 64);
        Random random = new Random(1);
        float[] embedding = new float[vocabulary * E];
        for (int i = 0; i < embedding.length; i++) {
            embedding[i] = (float) random.nextGaussian();
        }
        List<String> words =
                IntStream.range(1, vocabulary).mapToObj(i -> "word" + i).toList();
        int[] counts = IntStream.range(1, vocabulary).map(i -> vocabulary - i).toArray();
        SentimentModel model = new SentimentModel(
                Tokenizer.ID,
                Vocabulary.build(words, counts, 1, vocabulary),
                Weights.initial(spec, embedding, 1),
                RandomModels.provenance());
        return ModelWriter.toFile(model.withEightBitEmbeddings());
    }
}
