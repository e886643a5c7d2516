package org.reelsense.dataset;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.reelsense.fault.FaultRun;

/** Small files that ask for a lot, written into a folder. */
final class Bombs {

    private static final int MIB = 1 << 20;
    private static final byte[] NONE = {};
    private static final byte[] ZEROS = new byte[MIB];

    /** Ten gigabytes in a full run; in a quick one, a file as long as the reader can get before it stops. */
    private static final long MEBIBYTES = FaultRun.tries(128, 10_240);

    /** What is really there of the headers that claim two gigabytes. */
    private static final int HEADER_MEBIBYTES = FaultRun.tries(16, 2_048);

    private static final int ENTRIES = FaultRun.tries(300_000, 10_000_000);
    private static final int MEMBERS = FaultRun.tries(300_000, 1_000_000);

    private final Path folder;

    private Bombs(Path folder) {
        this.folder = folder;
    }

    static void write(Path folder) throws IOException {
        Bombs bombs = new Bombs(Files.createDirectories(folder));
        bombs.zeros();
        bombs.entries();
        bombs.headers();
        bombs.holes();
        bombs.members();
        bombs.damaged();
    }

    private void zeros() throws IOException {
        long bytes = Math.max(MEBIBYTES, 1_024) * MIB;
        repeat("zeros in one review", RawTar.header("aclImdb/train/pos/0_9.txt", '0', "", bytes), ZEROS, MEBIBYTES);
        repeat("zeros in one other file", RawTar.header("aclImdb/README", '0', "", 800L * MIB), ZEROS, 800);
        repeat("zeros in many reviews", NONE, RawTar.file("aclImdb/train/pos/0_9.txt", ZEROS), MEBIBYTES);
        repeat("zeros behind the end", TestData.tar(TestData.files()), ZEROS, MEBIBYTES);
        repeat("zeros alone", NONE, ZEROS, MEBIBYTES);
        // A little noise keeps the ratio below 100, so that only the total stops it.
        byte[] content = new byte[64 * MIB];
        System.arraycopy(noise(MIB), 0, content, 0, MIB);
        repeat("zeros and noise", NONE, RawTar.file("aclImdb/README", content), Math.max(MEBIBYTES, 1_024) / 64);
    }

    private void entries() throws IOException {
        int distinct = 1_000;
        byte[] reviews = RawTar.join(IntStream.range(0, distinct)
                .mapToObj(i -> RawTar.file("aclImdb/train/pos/" + i * 7919 % 100_003 + "_9.txt", NONE))
                .toArray(byte[][]::new));
        repeat("empty reviews", NONE, reviews, ENTRIES / distinct);
        byte[] others = RawTar.join(IntStream.range(0, distinct)
                .mapToObj(i -> RawTar.file("x" + i * 7919 % 100_003, NONE))
                .toArray(byte[][]::new));
        repeat("empty others", NONE, others, ENTRIES / distinct);
        repeat("one empty entry again and again", NONE, RawTar.file("aclImdb/train/pos/0_9.txt", NONE), ENTRIES);
        repeat("claim of 8 EB", RawTar.header("aclImdb/train/pos/0_9.txt", '0', "", Long.MAX_VALUE), NONE, 0);
        repeat("claim of 8 EB elsewhere", RawTar.header("x", '0', "", Long.MAX_VALUE), NONE, 0);
    }

    private void headers() throws IOException {
        byte[] x = TestData.bytes("x".repeat(MIB));
        long size = 2L << 30;
        repeat("PAX header of 2 GB", RawTar.join(RawTar.header("p", 'x', "", size), pathOf(size)), x, HEADER_MEBIBYTES);
        repeat(
                "PAX header for all of 2 GB",
                RawTar.join(RawTar.header("p", 'g', "", size), pathOf(size)),
                x,
                HEADER_MEBIBYTES);
        repeat("long name of 2 GB", RawTar.header("././@LongLink", 'L', "", size), x, HEADER_MEBIBYTES);
        repeat("long link name of 2 GB", RawTar.header("././@LongLink", 'K', "", size), x, HEADER_MEBIBYTES);
        repeat("headers of headers", NONE, RawTar.entry("p", 'x', "", NONE), ENTRIES);
        repeat("long names of long names", NONE, RawTar.entry("././@LongLink", 'L', "", NONE), ENTRIES);
        Random random = new Random(8);
        byte[][] growing = new byte[FaultRun.tries(200, 800)][];
        for (int i = 0; i < growing.length; i++) {
            String lines = IntStream.range(0, 4000)
                    .mapToObj(key -> new String(RawTar.line(Long.toHexString(random.nextLong()), "1")))
                    .collect(Collectors.joining());
            growing[i] = RawTar.join(RawTar.entry("p", 'g', "", TestData.bytes(lines)), RawTar.file("x" + i, NONE));
        }
        repeat("headers for all that add up", RawTar.join(growing), NONE, 0);
    }

    private static byte[] pathOf(long size) {
        return TestData.bytes(size + " path=");
    }

    private void holes() throws IOException {
        byte[] pairs = TestData.bytes((new String(RawTar.line("GNU.sparse.offset", "1"))
                        + new String(RawTar.line("GNU.sparse.numbytes", "0")))
                .repeat(2000));
        byte[] one = RawTar.join(RawTar.entry("p", 'g', "", pairs), RawTar.file("x", noise(2048)));
        repeat("holes for all that add up", NONE, one, 5_000);
        hole("one hole of 8 EB", "1\n" + Long.MAX_VALUE + "\n0\n", Long.MAX_VALUE);
        hole("200,000 holes", "200000\n" + "1\n0\n".repeat(200_000), 1 << 19);
        hole("20,000 holes", "20000\n" + "1\n0\n".repeat(20_000), 1 << 19);
    }

    /** GNU's newest form: the map of what is there stands before the content. */
    private void hole(String name, String map, long realSize) throws IOException {
        byte[] pax = RawTar.join(
                RawTar.line("GNU.sparse.major", "1"),
                RawTar.line("GNU.sparse.minor", "0"),
                RawTar.line("GNU.sparse.name", "aclImdb/train/pos/0_9.txt"),
                RawTar.line("GNU.sparse.realsize", "" + realSize));
        byte[] sparse = RawTar.join(RawTar.entry("p", 'x', "", pax), RawTar.file("s", TestData.bytes(map)));
        repeat(name, RawTar.join(sparse, TestData.tar(TestData.files())), NONE, 0);
    }

    private void members() throws IOException {
        byte[] archive = TestData.archive(TestData.files());
        Path big = folder.resolve("big");
        GzipBomb.write(big, NONE, ZEROS, 10);
        concatenate("gzip: members of zeros", archive, Files.readAllBytes(big), (int) MEBIBYTES / 10);
        Files.delete(big);
        concatenate("gzip: empty members before", NONE, TestData.gzip(NONE), MEMBERS);
        concatenate("gzip: empty members behind", archive, TestData.gzip(NONE), MEMBERS);
        byte[] named = {0x1f, (byte) 0x8b, 8, 8, 0, 0, 0, 0, 0, 3};
        concatenate("gzip: name without end", named, TestData.bytes("n".repeat(MIB)), 128);
        byte[] extra = RawTar.join(named, new byte[0]);
        extra[3] = 4;
        concatenate("gzip: extra field cut", extra, new byte[] {-1, -1, 0}, 1);
    }

    private void damaged() throws IOException {
        byte[] archive = TestData.archive(TestData.files());
        for (int percent : new int[] {1, 25, 50, 75, 99}) {
            concatenate("gzip: cut at " + percent, TestData.start(archive, archive.length * percent / 100), NONE, 0);
        }
        concatenate("gzip: last byte cut", TestData.start(archive, archive.length - 1), NONE, 0);
        concatenate("gzip: noise behind", archive, noise(100), 1);
        concatenate("gzip: second member cut", archive, TestData.start(archive, archive.length / 2), 1);
        concatenate("gzip: second member's header cut", archive, TestData.start(archive, 5), 1);
        concatenate("gzip: whole archive twice", archive, archive, 1);
    }

    private void repeat(String name, byte[] head, byte[] chunk, long times) throws IOException {
        GzipBomb.write(folder.resolve(name), head, chunk, times);
    }

    private void concatenate(String name, byte[] head, byte[] rest, int times) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(folder.resolve(name)))) {
            out.write(head);
            for (int i = 0; i < times; i++) {
                out.write(rest);
            }
        }
    }

    private static byte[] noise(int length) {
        byte[] noise = new byte[length];
        new Random(length).nextBytes(noise);
        return noise;
    }
}
