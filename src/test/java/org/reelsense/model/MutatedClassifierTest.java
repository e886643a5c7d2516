package org.reelsense.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.reelsense.network.Cell;
import org.reelsense.network.NetworkSpec;
import org.reelsense.network.ParameterLayout;
import org.reelsense.network.Weights;
import org.reelsense.text.Tokenizer;
import org.reelsense.text.Vocabulary;

/**
 * A whole 8-bit classifier of the size of the one in the box, mutated: it loads or there is the one typed error. Some
 * hundred of each kind in the ordinary run; all 10,000, in the memory of a small machine, with
 *
 * <pre>_JAVA_OPTIONS=-Xmx256m mvn -B verify -Dtest=MutatedClassifierTest -Dreelsense.mutations=10000</pre>
 */
class MutatedClassifierTest {

    private static final int MUTATIONS = Integer.getInteger("reelsense.mutations", 100);
    private static final int V = 39_000;
    private static final int E = 128;
    private static final double NANOS = 1e9;

    private static ModelFile content;
    private static byte[] bytes;
    private static byte[] header;

    @BeforeAll
    static void makeModel() {
        NetworkSpec spec = new NetworkSpec(Cell.LSTM, true, V, E, 64, 64);
        Random random = new Random(1);
        float[] embedding = new float[V * E];
        for (int i = 0; i < embedding.length; i++) {
            embedding[i] = (float) random.nextGaussian();
        }
        List<String> words = IntStream.range(1, V).mapToObj(i -> "word" + i).toList();
        Vocabulary vocabulary =
                Vocabulary.build(words, IntStream.range(1, V).map(i -> V - i).toArray(), 1, V);
        SentimentModel model = new SentimentModel(
                Tokenizer.ID, vocabulary, Weights.initial(spec, embedding, 1), RandomModels.provenance());
        content = ModelWriter.toFile(model.withEightBitEmbeddings());
        bytes = RawFile.written(content);
        header = Arrays.copyOf(bytes, 2_000);
        assertThat(bytes.length).isBetween(5_500_000, 6_000_000);
        assertThat(load(bytes)).isPresent();
    }

    /** The checksum finds all that the checks before it do not. */
    @Test
    void read_mutatedFile_refusedOrTheSame(TestReporter reporter) {
        Random random = new Random(2);
        double slowest = 0;
        for (int i = 0; i < MUTATIONS; i++) {
            byte[] mutated = i % 2 == 0 ? Mutation.of(bytes, random) : withHeader(Mutation.of(header, random));
            long start = System.nanoTime();
            Optional<SentimentModel> read = load(mutated);
            slowest = Math.max(slowest, (System.nanoTime() - start) / NANOS);
            read.ifPresent(model -> assertThat(ModelWriter.toFile(model)).isEqualTo(content));
        }
        reporter.publishEntry(MUTATIONS + " mutations, seconds of the slowest", String.valueOf(slowest));
    }

    /** An enemy sets the checksum right: then the content's own checks stand alone, and what loads is sound. */
    @Test
    void read_mutatedContentWithARightChecksum_refusedOrSound() {
        Random random = new Random(3);
        int loaded = 0;
        for (int i = 0; i < MUTATIONS; i++) {
            Optional<SentimentModel> read = load(RawFile.written(withMutatedContent(random)));
            loaded += read.isPresent() ? 1 : 0;
            read.ifPresent(MutatedClassifierTest::assertSound);
        }
        assertThat(loaded).as("a changed code may go unnoticed").isBetween(1, MUTATIONS - 1);
    }

    private static byte[] withHeader(byte[] start) {
        byte[] copy = bytes.clone();
        System.arraycopy(start, 0, copy, 0, Math.min(start.length, copy.length));
        return copy;
    }

    /** One tensor's data or one metadata text, a few bits of it. */
    private static ModelFile withMutatedContent(Random random) {
        Map<String, String> metadata = new HashMap<>(content.metadata());
        Map<String, Tensor> tensors = new HashMap<>(content.tensors());
        if (random.nextBoolean()) {
            String name = List.copyOf(tensors.keySet()).get(random.nextInt(tensors.size()));
            tensors.compute(name, (key, tensor) -> mutated(tensor, random));
        } else {
            String key = List.of("spec", "provenance", "tokenizer").get(random.nextInt(3));
            metadata.compute(key, (same, text) -> mutated(text, random));
        }
        return new ModelFile(metadata, tensors);
    }

    private static Tensor mutated(Tensor tensor, Random random) {
        byte[] data = tensor.bytes();
        for (int flips = random.nextInt(4); flips >= 0; flips--) {
            data[random.nextInt(data.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return new Tensor(tensor.dtype(), tensor.shape(), data);
    }

    /** In ASCII, without control characters, which no file of ours can hold. */
    private static String mutated(String text, Random random) {
        byte[] changed = Mutation.of(text.getBytes(StandardCharsets.US_ASCII), random);
        return new String(changed, StandardCharsets.US_ASCII).replaceAll("[\\p{Cntrl}\uFFFD]", "0");
    }

    private static void assertSound(SentimentModel model) {
        NetworkSpec spec = model.weights().spec();
        assertThat(model.weights().embedding()).hasSize(spec.vocabularySize() * spec.embeddingSize());
        assertThat(model.weights().dense()).hasSize(ParameterLayout.of(spec).size());
        assertThat(model.vocabulary().size()).isEqualTo(spec.vocabularySize());
        for (float value : model.weights().embedding()) {
            if (!Float.isFinite(value)) {
                throw new AssertionError("an embedding that is not finite was read");
            }
        }
    }

    /** The model, or empty for the typed error; anything else escapes and fails the test. */
    private static Optional<SentimentModel> load(byte[] file) {
        try {
            return Optional.of(SentimentModel.read(new ByteArrayInputStream(file), "mutated"));
        } catch (ModelFileException e) {
            assertThat(e.reason()).isNotNull();
            return Optional.empty();
        }
    }
}
