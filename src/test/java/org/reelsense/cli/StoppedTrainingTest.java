package org.reelsense.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.reelsense.fault.ChildJava;
import org.reelsense.fault.FaultRun;
import org.reelsense.model.ModelFile;
import org.reelsense.model.SentimentModel;
import org.reelsense.network.Weights;

/**
 * {@code reelsense train} told to end, by SIGTERM or Ctrl-C, while it tokenizes, trains word vectors, trains, scores or
 * saves: it leaves a valid checkpoint or none, says how to go on, and that gives the model of an uninterrupted training.
 */
@Tag("fault")
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "has no signals to send")
class StoppedTrainingTest {

    private static final double NANOS = 1e9;
    private static final int MOST_TRIES = 4;
    private static final Duration HANGING = Duration.ofMinutes(2);

    @TempDir
    Path folder;

    private final Random random = new Random(20_261_122);
    private Path data;
    private Weights expected;
    private long usualNanos;

    private int stopped;
    private int finishedBefore;
    private int whileSaving;
    private int damaged;
    private int wrongCode;
    private final List<String> silent = new ArrayList<>();
    private int otherBits;
    private double slowest;

    /** Fills the caches and takes the time from the first epoch to the end. */
    @BeforeEach
    void trainWhole() throws Exception {
        data = folder.resolve("data");
        Path out = folder.resolve("whole/gru.safetensors");
        Process whole = start(data, out);
        try (BufferedReader said = whole.errorReader(StandardCharsets.UTF_8)) {
            awaitLine(said, "gru epoch 1/3");
            long start = System.nanoTime();
            said.lines().count();
            usualNanos = System.nanoTime() - start;
        }
        assertThat(whole.waitFor()).isZero();
        expected = SentimentModel.read(out).weights();
    }

    @Test
    void train_toldToEndAtAnyMoment_keepsItsWorkAndGoesOn() throws Exception {
        int wanted = FaultRun.tries(4, 50);
        int tries = 0;
        while (stopped < wanted && tries < MOST_TRIES * wanted) { // some finish before the signal comes
            int number = tries++;
            assertTimeoutPreemptively(HANGING, () -> stopAndGoOn(number));
        }
        new FaultRun(18, "training-told-to-end")
                .count("tries", tries)
                .count("stopped", stopped)
                .count("finishedBeforeTheSignal", finishedBefore)
                .count("signalledWhileAFileWasWritten", whileSaving)
                .count("invalidCheckpoints", damaged)
                .count("wrongExitCodes", wrongCode)
                .count("withoutALineThatSaysHowToGoOn", silent.size())
                .count("otherBitsAfterGoingOn", otherBits)
                .measure("slowestExitSeconds", slowest)
                .note("signals", "SIGTERM and SIGINT by turns")
                .write();
        assertThat(silent).isEmpty();
        assertThat(damaged + wrongCode + otherBits).isZero();
        assertThat(stopped).isEqualTo(wanted);
    }

    private void stopAndGoOn(int number) throws Exception {
        Path own = Files.createDirectories(folder.resolve("try" + number));
        Path caches = number % 5 == 1 ? own.resolve("data") : data;
        Path out = own.resolve("gru.safetensors");
        boolean term = number % 2 == 0;
        Process child = start(caches, out);
        String text;
        try (BufferedReader said = child.errorReader(StandardCharsets.UTF_8)) {
            awaitMoment(number, said, own, caches);
            long start = System.nanoTime();
            ChildJava.signal(child, term ? "TERM" : "INT");
            text = String.join("\n", said.lines().toList());
            child.waitFor();
            slowest = Math.max(slowest, (System.nanoTime() - start) / NANOS);
        }
        count(child.exitValue(), term ? 143 : 130, text, out);
        CommandRun resumed = CommandRun.of(Stream.concat(arguments(caches, out).stream(), Stream.of("--resume"))
                .toArray(String[]::new));
        assertThat(resumed.code()).as(resumed.err()).isZero();
        otherBits += same(SentimentModel.read(out).weights()) ? 0 : 1;
        assertThat(own.toFile().list()).contains("gru.safetensors").noneMatch(name -> name.contains(".checkpoint"));
    }

    /** Any time while it trains, or, every third time, when some file is being written; without caches, from the start. */
    private void awaitMoment(int number, BufferedReader said, Path own, Path caches) throws Exception {
        if (caches.startsWith(own)) {
            awaitLine(said, "tokenize");
            TimeUnit.NANOSECONDS.sleep((long) (random.nextDouble() * usualNanos));
            return;
        }
        awaitLine(said, "gru epoch 1/3");
        if (number % 3 != 0) {
            TimeUnit.NANOSECONDS.sleep((long) (random.nextDouble() * usualNanos));
            return;
        }
        for (int looks = 0; looks < 100_000; looks++) {
            if (Arrays.stream(own.toFile().list()).anyMatch(name -> name.startsWith("."))) {
                whileSaving++;
                return;
            }
        }
    }

    private void count(int code, int expectedCode, String text, Path out) throws IOException {
        if (code == 0 || Files.exists(out) && !text.contains("interrupted")) {
            finishedBefore++;
            Files.delete(out);
            return;
        }
        stopped++;
        wrongCode += code == expectedCode ? 0 : 1;
        if (!text.contains("interrupted; the work so far is kept. To go on: reelsense train --model gru")
                || !text.endsWith(" --resume")) {
            silent.add(text);
        }
        Path checkpoint = out.resolveSibling("gru.safetensors.checkpoint");
        if (Files.exists(checkpoint)) {
            try {
                ModelFile.read(checkpoint);
            } catch (IOException e) {
                damaged++;
            }
        }
    }

    private boolean same(Weights weights) {
        return Arrays.equals(weights.dense(), expected.dense())
                && Arrays.equals(weights.embedding(), expected.embedding());
    }

    private static void awaitLine(BufferedReader said, String beginning) throws IOException {
        String line = said.readLine();
        while (line != null && !line.startsWith(beginning)) {
            line = said.readLine();
        }
    }

    private Process start(Path caches, Path out) throws IOException {
        return new ChildJava(Main.class)
                .command(folder.resolve("errors"), arguments(caches, out).toArray(String[]::new))
                .redirectError(ProcessBuilder.Redirect.PIPE)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static List<String> arguments(Path caches, Path out) {
        String options = "train --model gru --seed 3 --dataset sample --preset quick --threads 2 --data ";
        return List.of((options + caches + " --out " + out).split(" "));
    }
}
