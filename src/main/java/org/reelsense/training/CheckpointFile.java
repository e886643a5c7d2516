package org.reelsense.training;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.reelsense.model.ModelFile;
import org.reelsense.model.ModelFileException;
import org.reelsense.model.Tensor;
import org.reelsense.network.Parameters;

/** A checkpoint as a safetensors file; its checksum is what tells a damaged one. */
record CheckpointFile(ModelFile content) {

    private static final String IDENTITY = "training.";
    private static final String STEP = "step";
    private static final String LOG_DECAY = "logDecay";
    private static final String AVERAGED_UNTIL = "average.until";
    private static final String BEST = "best";

    /** Replaces {@code file}. */
    static void write(Checkpoint checkpoint, Path file) throws IOException {
        TrainingState.Snapshot state = checkpoint.state();
        Map<String, String> metadata = new TreeMap<>();
        metadata.put(ModelFile.FORMAT_KEY, ModelFile.FORMAT);
        checkpoint.identity().fields().forEach((name, value) -> metadata.put(IDENTITY + name, value));
        metadata.put(STEP, Long.toString(state.step()));
        metadata.put(LOG_DECAY, Double.toString(state.logDecay()));
        EpochLines.put(metadata, checkpoint.history(), checkpoint.part());
        Map<String, Tensor> tensors = new TreeMap<>();
        put(tensors, "weights", state.weights());
        put(tensors, "first", state.firstMoments());
        put(tensors, "second", state.secondMoments());
        put(tensors, "average", state.averages());
        tensors.put(AVERAGED_UNTIL, doubles(state.averagedUntil()));
        Parameters best = checkpoint.best();
        if (best != null) {
            put(tensors, BEST, best);
        }
        new ModelFile(metadata, tensors).write(file);
    }

    /**
     * Reads a file whole and verifies its checksum.
     *
     * @throws ModelFileException if it is missing or damaged
     */
    static CheckpointFile read(Path file) throws ModelFileException {
        return new CheckpointFile(ModelFile.read(file));
    }

    /** Whose checkpoint it is. */
    TrainingIdentity identity() {
        Map<String, String> fields = new TreeMap<>();
        content.metadata().forEach((key, value) -> {
            if (key.startsWith(IDENTITY)) {
                fields.put(key.substring(IDENTITY.length()), value);
            }
        });
        return new TrainingIdentity(fields);
    }

    /**
     * The checkpoint of a training of such weights.
     *
     * @throws IllegalArgumentException if a part is missing or wrong
     * @throws IllegalStateException if a tensor is of another type
     */
    Checkpoint checkpoint(Parameters like) {
        List<EpochRecord> history = EpochLines.history(content.metadata());
        return new Checkpoint(
                identity(),
                state(like),
                history.isEmpty() ? null : weights(BEST, like),
                history,
                EpochLines.part(content.metadata()));
    }

    private TrainingState.Snapshot state(Parameters like) {
        return new TrainingState.Snapshot(
                weights("weights", like),
                weights("first", like),
                weights("second", like),
                weights("average", like),
                doubles(tensor(AVERAGED_UNTIL), like.rows()),
                Long.parseLong(EpochLines.text(content.metadata(), STEP)),
                Double.parseDouble(EpochLines.text(content.metadata(), LOG_DECAY)));
    }

    private static void put(Map<String, Tensor> tensors, String name, Parameters weights) {
        tensors.put(
                name + ".embedding", Tensor.f32(List.of(weights.rows(), weights.embeddingSize()), weights.embedding()));
        tensors.put(name + ".dense", Tensor.f32(List.of(weights.dense().length), weights.dense()));
    }

    private Parameters weights(String name, Parameters like) {
        return new Parameters(
                        like.embeddingSize(),
                        tensor(name + ".embedding").floats(),
                        tensor(name + ".dense").floats())
                .requireShapeOf(like);
    }

    /** [size, 8]: the format has no doubles, and every bit of these counts. */
    private static Tensor doubles(double[] values) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asDoubleBuffer().put(values);
        return Tensor.u8(List.of(values.length, Double.BYTES), bytes.array());
    }

    private static double[] doubles(Tensor tensor, int size) {
        byte[] bytes = tensor.bytes();
        if (bytes.length != size * Double.BYTES) {
            throw new IllegalArgumentException(
                    "tensor " + AVERAGED_UNTIL + " has " + bytes.length + " bytes, not " + size + " doubles");
        }
        double[] values = new double[size];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asDoubleBuffer().get(values);
        return values;
    }

    private Tensor tensor(String name) {
        @Nullable Tensor tensor = content.tensors().get(name);
        if (tensor == null) {
            throw new IllegalArgumentException("tensor " + name + " is missing");
        }
        return tensor;
    }
}
