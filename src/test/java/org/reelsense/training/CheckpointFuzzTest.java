package org.reelsense.training;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.reelsense.fault.FuzzedFile;
import org.reelsense.model.ModelFile;
import org.reelsense.network.Cell;
import org.reelsense.network.NetworkSpec;
import org.reelsense.network.ParameterLayout;
import org.reelsense.network.Parameters;
import org.reelsense.network.Weights;
import org.reelsense.progress.Progress;
import org.reelsense.storage.DataException;

/**
 * Whatever bytes lie where a checkpoint should: a training goes on from them, or there is the one error that names the file. No
 * fuzzer finds a SHA-256, so the inputs are files without one, read as if an enemy had set the checksum right.
 */
class CheckpointFuzzTest {

    /** Small, so that most bytes of an input mean something. */
    private static final NetworkSpec SPEC = new NetworkSpec(Cell.RNN, false, 2, 1, 1, 8);

    private static final Parameters LIKE =
            new Weights(SPEC, new float[2], new float[ParameterLayout.of(SPEC).size()]).parameters();

    private static final TrainingIdentity IDENTITY = new TrainingIdentity(Map.of("model", "toy"));

    @FuzzTest
    void read_anyBytes_loadsOrRefuses(byte[] bytes) throws IOException, InterruptedException {
        Checkpoints checkpoints = new Checkpoints(FuzzedFile.of("checkpoint", bytes));
        try {
            Checkpoint read = read(checkpoints).orElseThrow();
            if ((Arrays.hashCode(bytes) & 15) == 0) { // durable writes take far longer than all else
                requireSameWhenWritten(checkpoints, read);
            }
        } catch (DataException refused) {
            String message = String.valueOf(refused.getMessage());
            if (!message.contains(checkpoints.newest().toString()) || !message.contains("delete it")) {
                throw new AssertionError(refused); // millions of times, so nothing fluent
            }
        } finally {
            checkpoints.delete();
        }
    }

    private static void requireSameWhenWritten(Checkpoints checkpoints, Checkpoint read)
            throws IOException, InterruptedException {
        checkpoints.write(read);
        ModelFile written = ModelFile.read(checkpoints.newest());
        checkpoints.write(read(checkpoints).orElseThrow());
        assertThat(ModelFile.read(checkpoints.newest())).isEqualTo(written);
    }

    /** Else the inputs that a fuzzer starts from would all be refused one day, and nobody would notice. */
    @Test
    void read_committedInput_loads() throws IOException, InterruptedException {
        byte[] bytes;
        try (InputStream in = CheckpointFuzzTest.class.getResourceAsStream(
                "CheckpointFuzzTestInputs/read_anyBytes_loadsOrRefuses/two-epochs")) {
            bytes = Objects.requireNonNull(in).readAllBytes();
        }
        Checkpoints checkpoints = new Checkpoints(FuzzedFile.of("checkpoint", bytes));

        Checkpoint read = read(checkpoints).orElseThrow();

        assertThat(read.place()).isEqualTo("in epoch 3 after 4 batches");
        requireSameWhenWritten(checkpoints, read);
        checkpoints.delete();
    }

    private static Optional<Checkpoint> read(Checkpoints checkpoints) throws DataException, InterruptedException {
        return checkpoints.read(IDENTITY, LIKE, Progress.SILENT);
    }
}
