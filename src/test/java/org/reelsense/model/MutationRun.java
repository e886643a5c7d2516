package org.reelsense.model;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.reelsense.fault.ChildCounts;

/**
 * The child process of {@link MutatedClassifierTest}. Each mutation becomes a file, as somebody would hand it in, and is read
 * as a model.
 */
final class MutationRun {

    private static final int KINDS = 5;
    private static final int TRUNCATIONS = 4_096;

    private final ModelFile content;
    private final byte[] bytes;
    private final int headerEnd;
    private final ReadingTally tally;
    private final Random random = new Random(2);

    private MutationRun(ModelFile content, ReadingTally tally) {
        this.content = content;
        this.bytes = RawFile.written(content);
        this.headerEnd = (int) (Long.BYTES + RawFile.headerLength(bytes));
        this.tally = tally;
    }

    /** @param arguments how many mutations, and of a vocabulary of how many words */
    public static void main(String[] arguments) throws IOException {
        int tries = Integer.parseInt(arguments[0]);
        Path file = Files.createTempFile("mutated", ".safetensors");
        try {
            ModelFile content = MutatedClassifierTest.classifier(Integer.parseInt(arguments[1]));
            MutationRun run = new MutationRun(content, new ReadingTally(file, content));
            run.warmUp();
            run.mutate(tries / KINDS);
            run.truncate();
            run.lengths();
            run.hostile();
            run.tally.say();
            ChildCounts.say("bytesOfTheModel", run.bytes.length);
        } finally {
            Files.delete(file);
        }
    }

    /** Classes are loaded once; their memory is not the reader's. */
    private void warmUp() throws IOException {
        tally.warmUp(bytes);
        tally.warmUp(Mutation.withLength(bytes, 0));
        tally.warmUp(RawFile.of("{\"a\":{}}", 0));
    }

    private void mutate(int each) throws IOException {
        for (int i = 0; i < each; i++) {
            tally.flipped(Mutation.flipped(bytes, random, 1), "single bits flipped");
            tally.flipped(withHeader(Mutation.flipped(header(), random, 1)), "single bits flipped in the header");
            tally.read(Mutation.of(bytes, random), "mutations anywhere");
            tally.read(withHeader(Mutation.of(header(), random)), "mutations of the header");
            tally.sound(RawFile.written(withMutatedContent()), "contents with a right checksum");
        }
    }

    private void truncate() throws IOException {
        for (int length = 0; length <= Math.min(TRUNCATIONS, bytes.length - 1); length++) {
            tally.read(Arrays.copyOf(bytes, length), "truncations");
        }
    }

    private void lengths() throws IOException {
        for (long length : Mutation.LENGTHS) {
            tally.read(Mutation.withLength(bytes, length), "header lengths");
        }
    }

    private void hostile() throws IOException {
        for (Object[] one : HostileModelFileTest.everything()) {
            tally.read((byte[]) one[1], "files made by hand");
        }
        tally.claims();
    }

    private byte[] header() {
        return Arrays.copyOf(bytes, headerEnd);
    }

    private byte[] withHeader(byte[] start) {
        byte[] copy = bytes.clone();
        System.arraycopy(start, 0, copy, 0, Math.min(start.length, copy.length));
        return copy;
    }

    /** An enemy sets the checksum right. One tensor's data or one metadata text, a few bits of it. */
    private ModelFile withMutatedContent() {
        Map<String, String> metadata = new HashMap<>(content.metadata());
        Map<String, Tensor> tensors = new HashMap<>(content.tensors());
        if (random.nextBoolean()) {
            String name = List.copyOf(tensors.keySet()).get(random.nextInt(tensors.size()));
            tensors.compute(name, (key, tensor) -> mutated(tensor));
        } else {
            String key = List.of("spec", "provenance", "tokenizer").get(random.nextInt(3));
            metadata.compute(key, (same, text) -> mutated(text));
        }
        return new ModelFile(metadata, tensors);
    }

    private Tensor mutated(Tensor tensor) {
        return new Tensor(
                tensor.dtype(), tensor.shape(), Mutation.flipped(tensor.bytes(), random, 1 + random.nextInt(4)));
    }

    /** In ASCII, without control characters, which no file of ours can hold. */
    private String mutated(String text) {
        byte[] changed = Mutation.of(text.getBytes(StandardCharsets.US_ASCII), random);
        return new String(changed, StandardCharsets.US_ASCII).replaceAll("[\\p{Cntrl}\uFFFD]", "0");
    }
}
