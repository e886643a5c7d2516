package org.reelsense.scoring;

import com.sun.management.OperatingSystemMXBean;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.reelsense.Prediction;
import org.reelsense.SentimentClassifier;
import org.reelsense.fault.ChildCounts;

/** The child process of {@link HostileTextFileTest}: scores files that nobody would write, with the model in the box. */
final class HostileTextRun {

    private static final int MILLION = 1_000_000;
    private static final int NANOS = 1_000_000;
    private static final byte[] REVIEW =
            "A slow film, well-made but n't for me: 6/10.\n".getBytes(StandardCharsets.UTF_8);
    private static final List<String> NOT_UTF8 = List.of(
            "c080",
            "c1bf",
            "e08080",
            "eda080",
            "edb080",
            "eda080edb080",
            "f0808080",
            "f4908080",
            "ff",
            "80",
            "c3",
            "e282",
            "f09f8e");

    private final Path file;
    private final SentimentClassifier classifier;
    private long tried;
    private long scored;
    private long refused;
    private long lost;

    private HostileTextRun(Path file, SentimentClassifier classifier) {
        this.file = file;
        this.classifier = classifier;
    }

    /** @param arguments {@code texts} or {@code growth}, and how many MB the long review has */
    public static void main(String[] arguments) throws IOException {
        int large = Integer.parseInt(arguments[1]);
        Path file = Files.createTempFile("hostile", ".txt");
        try (SentimentClassifier classifier = SentimentClassifier.load()) {
            HostileTextRun run = new HostileTextRun(file, classifier);
            if (arguments[0].equals("growth")) {
                run.grow(large);
            } else {
                run.scoreAll(large);
            }
        } finally {
            Files.delete(file);
        }
    }

    private void scoreAll(int large) throws IOException {
        for (byte[] text : texts().values()) {
            score(text);
        }
        long before = scored;
        score(review(large));
        ChildCounts.say("texts", tried);
        ChildCounts.say("scored", scored);
        ChildCounts.say("refused with a reason", refused);
        ChildCounts.say("anything else", lost);
        ChildCounts.say("long review scored", scored - before);
    }

    private static Map<String, byte[]> texts() {
        Map<String, byte[]> texts = new LinkedHashMap<>();
        for (String hex : NOT_UTF8) {
            texts.put("not UTF-8, " + hex, joined("good ", hex, " film"));
            texts.put("not UTF-8 at the end, " + hex, joined("good ", hex, ""));
        }
        texts.put("UTF-16", "good film".getBytes(StandardCharsets.UTF_16));
        texts.put("empty", new byte[0]);
        texts.put("byte order mark alone", HexFormat.of().parseHex("efbbbf"));
        for (String piece : List.of(
                " \n\t",
                "\0",
                "a",
                "ab",
                "\u0301",
                "\u200d",
                "<br />",
                "&amp;",
                "<",
                "(",
                "n't ",
                "\ud83d\ude00",
                "戒",
                "! ")) {
            texts.put("a million times " + piece, piece.repeat(MILLION).getBytes(StandardCharsets.UTF_8));
        }
        texts.put("ten million breaks", "<br />".repeat(10 * MILLION).getBytes(StandardCharsets.UTF_8));
        texts.put(
                "word with a million marks",
                ("cafe" + "\u0316\u0301".repeat(MILLION / 2)).getBytes(StandardCharsets.UTF_8));
        return texts;
    }

    private static byte[] joined(String before, String hex, String after) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(before.getBytes(StandardCharsets.UTF_8));
        out.writeBytes(HexFormat.of().parseHex(hex));
        out.writeBytes(after.getBytes(StandardCharsets.UTF_8));
        return out.toByteArray();
    }

    /** CPU time of the process, since the machine may be busy. */
    private void grow(int large) throws IOException {
        score(review(1)); // compiled by then
        long small = cpu();
        score(review(1));
        small = cpu() - small;
        long big = cpu();
        score(review(large));
        big = cpu() - big;
        if (scored != tried) {
            throw new IllegalStateException("not all were scored");
        }
        ChildCounts.say("CPU milliseconds of a review of 1 MB", small / NANOS);
        ChildCounts.say("MB of the long review", large);
        ChildCounts.say("CPU milliseconds of the long review", big / NANOS);
        ChildCounts.say("times as long", Math.round((double) big / small));
    }

    private static byte[] review(int megabytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        while (out.size() < megabytes * MILLION) {
            out.writeBytes(REVIEW);
        }
        return out.toByteArray();
    }

    private static long cpu() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    private void score(byte[] text) throws IOException {
        Files.write(file, text);
        tried++;
        try (ReviewReader reader = ReviewReader.open(file, InputFormat.TEXT, "text")) {
            Optional<Entry> entry = reader.next();
            List<ScoredEntry> results = new Chunk(List.of(entry.orElseThrow()), classifier::classify).scored();
            count(results.get(0));
        } catch (RuntimeException | Error e) {
            lost++;
            System.out.println(text.length + " bytes: " + e);
        }
    }

    private void count(ScoredEntry result) {
        if (result.entry() instanceof Failure failure) {
            System.out.println(failure.message());
            refused++;
        } else {
            double probability =
                    result.prediction().map(Prediction::probability).orElse(Double.NaN);
            scored += probability >= 0 && probability <= 1 ? 1 : 0;
            lost += probability >= 0 && probability <= 1 ? 0 : 1;
        }
    }
}
