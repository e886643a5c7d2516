package org.reelsense.model;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.reelsense.fault.ChildCounts;
import org.reelsense.network.ParameterLayout;
import org.reelsense.network.Weights;

/** Reads files as models and counts what comes of it; state of one {@link MutationRun}. */
final class ReadingTally {

    private static final long HUNDRED_GIGABYTES = 100_000_000_000L;
    private static final int NANOS = 1_000_000;
    private static final com.sun.management.ThreadMXBean THREADS =
            (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final Path file;
    private final ModelFile original;
    private final Map<String, Long> tried = new TreeMap<>();
    private long refused;
    private long loaded;
    private long lost;
    private long flipsLoaded;
    private long slowestNanos;
    private long most = Long.MIN_VALUE;
    private long mostOfLoads = Long.MIN_VALUE;
    private long mostBesideNumbers = Long.MIN_VALUE;
    private long claimNanos;

    ReadingTally(Path file, ModelFile original) {
        this.file = file;
        this.original = original;
    }

    void warmUp(byte[] bytes) throws IOException {
        Files.write(file, bytes);
        try {
            SentimentModel.read(file);
        } catch (ModelFileException expected) {
            // only the classes were wanted
        }
    }

    /** A file that must be refused, or be the same model. */
    void read(byte[] bytes, String kind) throws IOException {
        Files.write(file, bytes);
        measured(kind, model -> ModelWriter.toFile(model).equals(original));
    }

    /** A file that must be refused whatever else holds. */
    void flipped(byte[] bytes, String kind) throws IOException {
        long before = loaded;
        read(bytes, kind);
        flipsLoaded += loaded - before;
    }

    /** A file that must be refused, or be some sound model. */
    void sound(byte[] bytes, String kind) throws IOException {
        Files.write(file, bytes);
        measured(kind, ReadingTally::isSound);
    }

    /** A hundred gigabytes in the header's length, in a tensor, and ten million tensors in a header that is there. */
    void claims() throws IOException {
        byte[] tensor = RawFile.of(
                "{" + RawFile.entry("a", "F32", "[25,1000000000]", "[0," + HUNDRED_GIGABYTES + "]") + "}", 8);
        for (byte[] claim : new byte[][] {tensor, RawFile.claiming(HUNDRED_GIGABYTES, new byte[0], 8)}) {
            long before = slowestNanos;
            slowestNanos = 0;
            read(claim, "claims of 100 GB");
            claimNanos = Math.max(claimNanos, slowestNanos);
            slowestNanos = Math.max(slowestNanos, before);
        }
        tenMillionTensors();
    }

    /** At 53 bytes each; the file has them as zeros, which take no room on the disk. */
    private void tenMillionTensors() throws IOException {
        long header = 53L * 10_000_000;
        Files.write(file, RawFile.claiming(header, "{\"a\":{\"dtype\"".getBytes(), 0));
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(Long.BYTES + header);
        }
        measured("headers of 10 million tensors", model -> false);
    }

    @FunctionalInterface
    private interface Check {
        boolean holds(SentimentModel model);
    }

    private void measured(String kind, Check check) throws IOException {
        tried.merge(kind, 1L, Long::sum);
        long size = Files.size(file);
        long room = 2 * size;
        long before = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
        long start = System.nanoTime();
        try {
            SentimentModel model = SentimentModel.read(file);
            long taken = allocated(before);
            mostOfLoads = Math.max(mostOfLoads, taken - room);
            mostBesideNumbers = Math.max(mostBesideNumbers, taken - size - bytesOfNumbers(model));
            slowestNanos = Math.max(slowestNanos, System.nanoTime() - start);
            loaded++;
            if (!check.holds(model)) {
                lost(kind, new AssertionError("another model was read"));
            }
        } catch (ModelFileException e) {
            most = Math.max(most, allocated(before) - room);
            slowestNanos = Math.max(slowestNanos, System.nanoTime() - start);
            refused++;
        } catch (RuntimeException | Error e) {
            lost(kind, e);
        }
    }

    /** What a model is read for. For a file of floats they are about the file's size once more, for one of 8 bits four times that. */
    private static long bytesOfNumbers(SentimentModel model) {
        Weights weights = model.weights();
        return (long) Float.BYTES * (weights.embedding().length + weights.dense().length);
    }

    private static long allocated(long before) {
        return THREADS.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
    }

    private void lost(String kind, Throwable e) {
        lost++;
        System.out.println(kind + ": " + e);
        e.printStackTrace(System.out);
    }

    private static boolean isSound(SentimentModel model) {
        Weights weights = model.weights();
        boolean finite = true;
        for (float value : weights.embedding()) {
            finite &= Float.isFinite(value);
        }
        return finite
                && weights.dense().length == ParameterLayout.of(weights.spec()).size()
                && model.vocabulary().size() == weights.spec().vocabularySize();
    }

    void say() {
        long sum = tried.values().stream().mapToLong(Long::longValue).sum();
        ChildCounts.say("files", sum);
        tried.forEach(ChildCounts::say);
        ChildCounts.say("refused with the one typed error", refused);
        ChildCounts.say("loaded and right", loaded);
        ChildCounts.say("anything else", lost);
        ChildCounts.say("flipped bits that were not refused", flipsLoaded);
        ChildCounts.say("milliseconds of the slowest", slowestNanos / NANOS);
        ChildCounts.say("milliseconds to refuse a claim of 100 GB", claimNanos / NANOS);
        ChildCounts.say("most bytes allocated over twice the file, refused", most);
        ChildCounts.say("most bytes allocated over twice the file, loaded", mostOfLoads);
        ChildCounts.say("most bytes allocated over the file and its numbers as floats, loaded", mostBesideNumbers);
        ChildCounts.say(
                "bytes of native buffers",
                ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
                        .mapToLong(BufferPoolMXBean::getMemoryUsed)
                        .sum());
    }
}
