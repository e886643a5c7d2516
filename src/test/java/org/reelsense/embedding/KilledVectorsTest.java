package org.reelsense.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.reelsense.fault.ChildJava;
import org.reelsense.fault.FaultRun;
import org.reelsense.progress.Heard;
import org.reelsense.progress.Progress;

/** Trainings of word vectors that are cut off go on after their last whole pass, to the same bits. */
class KilledVectorsTest {

    private static final int PASSES = VectorsChild.SPEC.epochs();

    @TempDir
    Path folder;

    @Test
    @Tag("fault")
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "has no env")
    void train_killedAtAnyWord_goesOnToTheSameBits() throws Exception {
        float[] expected = VectorsChild.train(folder.resolve("whole"), Progress.SILENT);
        Random random = new Random(20_261_122);
        int tries = FaultRun.tries(2, 20);
        int wentOn = 0;
        int inTheWriting = 0;
        int otherBits = 0;
        int mostPassesLost = 0;
        for (int i = 0; i < tries; i++) {
            Path cache = folder.resolve("killed" + i);
            double passes = kill(cache, random.nextDouble());
            String[] left = cache.toFile().list((at, name) -> name.startsWith("."));
            inTheWriting += left == null ? 0 : left.length; // the folder is made with the first checkpoint
            Heard heard = new Heard();
            float[] values = VectorsChild.train(cache, heard);
            int kept = passesKept(heard);
            wentOn += kept > 0 ? 1 : 0;
            mostPassesLost = Math.max(mostPassesLost, (int) Math.ceil(passes) - kept);
            otherBits += Arrays.equals(values, expected) ? 0 : 1;
            assertThat(files(cache)).hasSize(1);
        }
        new FaultRun(11, "kill-word-vectors")
                .count("kills", tries)
                .count("wentOnAfterAPass", wentOn)
                .count("killedWhileACheckpointWasWritten", inTheWriting)
                .count("otherBits", otherBits)
                .count("mostPassesBegunAndLost", mostPassesLost)
                .write();
        assertThat(otherBits).isZero();
        assertThat(wentOn).isPositive();
        assertThat(mostPassesLost).isLessThanOrEqualTo(1);
    }

    /** Returns how many passes it had made, of the words it told of. */
    private double kill(Path cache, double share) throws Exception {
        Process child = new ChildJava(VectorsChild.class)
                .command(folder.resolve("errors"), cache.toString())
                .start();
        double last = 0;
        try (BufferedReader out = child.inputReader(StandardCharsets.UTF_8)) {
            double total = Double.parseDouble(out.readLine().substring("of ".length()));
            for (String line = out.readLine(); line != null && !line.equals("done"); line = out.readLine()) {
                last = Double.parseDouble(line) / total;
                if (last >= share) {
                    child.toHandle().destroyForcibly();
                }
            }
        }
        assertThat(child.waitFor())
                .as(Files.readString(folder.resolve("errors")))
                .isEqualTo(137);
        return PASSES * last;
    }

    private static int passesKept(Heard heard) {
        String first = heard.said.isEmpty() ? "" : heard.said.get(0);
        String beginning = "word vectors: go on after pass ";
        return first.startsWith(beginning)
                ? Integer.parseInt(first.substring(beginning.length(), first.indexOf(" of")))
                : 0;
    }

    @Test
    void train_checkpointDamaged_saysSoAndStartsAnew() throws Exception {
        float[] expected = VectorsChild.train(folder.resolve("whole"), Progress.SILENT);
        Path cache = folder.resolve("stopped");
        Heard stopping = new Heard() {
            private long words;

            @Override
            public synchronized void advance(long units) {
                words += units;
                if (words > 20_000) {
                    throw new UnsupportedOperationException("the power is cut");
                }
            }
        };
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> VectorsChild.train(cache, stopping))
                .withMessageContaining("the power is cut");
        Path checkpoint = files(cache).get(0);
        byte[] bytes = Files.readAllBytes(checkpoint);
        bytes[bytes.length / 2] ^= 1;
        Files.write(checkpoint, bytes);
        Heard heard = new Heard();

        assertThat(VectorsChild.train(cache, heard)).isEqualTo(expected);
        assertThat(heard.said)
                .containsExactly("warning: the checkpoint " + checkpoint
                        + " is damaged; word vectors are trained from the start");
    }

    /** But for the half one that a kill in the middle of a write leaves; DurableFile tells how those are tidied up. */
    private static List<Path> files(Path cache) throws IOException {
        try (Stream<Path> files = Files.list(cache)) {
            return files.filter(file -> !file.getFileName().toString().startsWith("."))
                    .toList();
        }
    }
}
