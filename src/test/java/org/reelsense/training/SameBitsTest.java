package org.reelsense.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.reelsense.fault.ChildJava;
import org.reelsense.fault.FaultRun;
import org.reelsense.network.Cell;
import org.reelsense.network.Parameters;
import org.reelsense.progress.Progress;

/**
 * The same seed gives the same bits: again, with any number of threads, and whatever instructions Java's own compilers may
 * use. Only oneDNN's choice of instructions, which is the processor's, changes last digits.
 */
@Tag("fault")
class SameBitsTest {

    /** What a processor without AVX-512, without AVX2 or without AVX would make oneDNN use. */
    private static final List<String> ONEDNN = List.of("AVX2", "AVX", "SSE41");

    private static final double MOST_DIFFERENCE = 1e-5;
    private static final double TENTH_OF_A_POINT = 0.001;

    @TempDir
    Path folder;

    @Test
    void train_again_withAnyNumberOfThreads_sameBits() throws Exception {
        List<Cell> cells = FaultRun.full() ? List.of(Cell.values()) : List.of(Cell.LSTM, Cell.GRU);
        int repeats = FaultRun.tries(1, 5);
        int trainings = 0;
        int others = 0;
        for (Cell cell : cells) {
            Set<String> digests = new HashSet<>();
            for (int threads : new int[] {1, 2, 4, 8}) {
                for (int i = 0; i < repeats; i++) {
                    digests.add(trained(cell, threads));
                    trainings++;
                }
            }
            others += digests.size() - 1;
        }
        new FaultRun(13, "same-seed-any-threads")
                .count("cells", cells.size())
                .count("trainings", trainings)
                .count("otherBits", others)
                .note("threads", "1, 2, 4, 8")
                .write();
        assertThat(others).isZero();
    }

    private String trained(Cell cell, int threads) throws Exception {
        Path checkpoint = folder.resolve("checkpoint.safetensors");
        new Trainer(TrainingChild.SPEC, threads, Progress.SILENT)
                .train("toy", Toy.initial(cell, 1), TrainingChild.TRAIN, TrainingChild.DEV, checkpoint, "data");
        String digest = CheckpointDigest.of(checkpoint, folder.resolve("timeless"));
        new Checkpoints(checkpoint).delete();
        return digest;
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "has no env")
    void train_underOtherInstructions_sameBitsFromJavaAndNearOnesFromOneDnn() throws Exception {
        String cells = FaultRun.full() ? "rnn,lstm,gru" : "gru";
        Path usual = child("usual", List.of(), "", cells);
        Map<String, List<String>> java = new LinkedHashMap<>();
        java.put("Xint", List.of("-Xint"));
        java.put("UseAVX=0", List.of("-XX:UseAVX=0"));
        if (FaultRun.full()) {
            java.put("UseAVX=1", List.of("-XX:UseAVX=1"));
            java.put("UseAVX=2", List.of("-XX:UseAVX=2"));
            java.put("UseAVX=3", List.of("-XX:UseAVX=3"));
            java.put("no C2", List.of("-XX:TieredStopAtLevel=1"));
        }
        FaultRun result = new FaultRun(13, "same-seed-other-instructions").note("cells", cells);
        List<String> otherBits = new ArrayList<>();
        for (Map.Entry<String, List<String>> flags : java.entrySet()) {
            Path made = child(flags.getKey(), flags.getValue(), "", cells);
            boolean same = digests(made, cells).equals(digests(usual, cells));
            result.note("java " + flags.getKey(), same ? "same bits" : "OTHER BITS");
            if (!same) {
                otherBits.add(flags.getKey());
            }
        }
        double most = 0;
        double accuracy = 0;
        for (String instructions : FaultRun.full() ? ONEDNN : ONEDNN.subList(0, 1)) {
            Path made = child(instructions, List.of(), instructions, cells);
            double difference = 0;
            for (String cell : cells.split(",")) {
                difference = Math.max(difference, difference(made, usual, cell));
                accuracy = Math.max(accuracy, Math.abs(accuracy(made, cell) - accuracy(usual, cell)));
            }
            result.measure("oneDNN " + instructions + ", largest difference of a weight", difference);
            most = Math.max(most, difference);
        }
        result.measure("oneDNN, largest difference of dev accuracy", accuracy).write();
        assertThat(otherBits).isEmpty();
        assertThat(accuracy).isLessThanOrEqualTo(TENTH_OF_A_POINT);
        assertThat(most).isLessThanOrEqualTo(MOST_DIFFERENCE);
    }

    private Path child(String name, List<String> flags, String instructions, String cells) throws Exception {
        Path made = Files.createDirectories(folder.resolve(name));
        ProcessBuilder command =
                new ChildJava(flags, SameBitsChild.class).command(made.resolve("errors"), made.toString(), cells);
        if (!instructions.isEmpty()) {
            command.environment().put("ONEDNN_MAX_CPU_ISA", instructions);
        }
        assertThat(command.start().waitFor())
                .as(Files.readString(made.resolve("errors")))
                .isZero();
        return made;
    }

    /** Of everything trained. */
    private List<String> digests(Path made, String cells) throws IOException {
        List<String> digests = new ArrayList<>();
        digests.add(Files.readString(made.resolve("vectors")));
        for (String cell : cells.split(",")) {
            digests.add(CheckpointDigest.of(made.resolve(cell + ".safetensors"), folder.resolve("timeless")));
        }
        return digests;
    }

    private static double accuracy(Path made, String cell) throws IOException {
        return Double.parseDouble(Files.readString(made.resolve(cell + ".accuracy")));
    }

    private static double difference(Path a, Path b, String cell) throws IOException {
        return Math.max(
                difference(weights(a, cell).dense(), weights(b, cell).dense()),
                difference(weights(a, cell).embedding(), weights(b, cell).embedding()));
    }

    private static Parameters weights(Path made, String cell) throws IOException {
        return CheckpointFile.read(made.resolve(cell + ".safetensors"))
                .checkpoint(Toy.initial(Cell.ofId(cell), 1).parameters())
                .state()
                .weights();
    }

    private static double difference(float[] a, float[] b) {
        double most = 0;
        for (int i = 0; i < a.length; i++) {
            most = Math.max(most, Math.abs(a[i] - b[i]));
        }
        return most;
    }
}
