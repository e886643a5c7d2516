package org.reelsense.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.reelsense.model.ModelFile;
import org.reelsense.model.ModelFileException;
import org.reelsense.model.Tensor;
import org.reelsense.network.NetworkSpec;
import org.reelsense.network.Weights;
import org.reelsense.storage.DataException;

/**
 * Everything a training needs to go on after an epoch as if it had never stopped: the state, the best weights so far and
 * the history, in one safetensors file that is replaced as a whole.
 *
 * @param key what the training is: another specification, network or data has another key and cannot go on from here
 * @param best the averaged weights of the best epoch
 */
record Checkpoint(String key, TrainingState.Snapshot state, Weights best, List<EpochRecord> history) {

    private static final String KEY = "checkpoint";
    private static final String STEP = "step";
    private static final String LOG_DECAY = "logDecay";
    private static final String HISTORY = "history";
    private static final String FIELD_BREAK = " ";
    private static final String LINE_BREAK = ";";

    Checkpoint {
        history = List.copyOf(history);
    }

    /** Replaces the checkpoint in {@code file}. */
    void write(Path file) throws IOException {
        Map<String, String> metadata = new TreeMap<>();
        metadata.put(ModelFile.FORMAT_KEY, ModelFile.FORMAT);
        metadata.put(KEY, key);
        metadata.put(STEP, Long.toString(state.step()));
        metadata.put(LOG_DECAY, Double.toString(state.logDecay()));
        metadata.put(
                HISTORY,
                String.join(LINE_BREAK, history.stream().map(Checkpoint::line).toList()));
        Map<String, Tensor> tensors = new TreeMap<>();
        put(tensors, "weights", state.weights());
        put(tensors, "first", state.firstMoments());
        put(tensors, "second", state.secondMoments());
        put(tensors, "average", state.averages());
        put(tensors, "best", best);
        new ModelFile(metadata, tensors).write(file);
    }

    /**
     * The checkpoint in {@code file}, if there is one of this training.
     *
     * @throws DataException if it is damaged or of another training
     */
    static Optional<Checkpoint> read(Path file, String key, NetworkSpec spec) throws DataException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        ModelFile content = content(file);
        if (!key.equals(content.metadata().get(KEY))) {
            throw new DataException(file + " is the checkpoint of another training (other data, settings or version);"
                    + " delete it or choose another folder");
        }
        try {
            return Optional.of(new Checkpoint(
                    key,
                    new TrainingState.Snapshot(
                            weights(content, "weights", spec),
                            weights(content, "first", spec),
                            weights(content, "second", spec),
                            weights(content, "average", spec),
                            Long.parseLong(text(content, STEP)),
                            Double.parseDouble(text(content, LOG_DECAY))),
                    weights(content, "best", spec),
                    history(text(content, HISTORY))));
        } catch (IllegalArgumentException | IllegalStateException e) {
            throw damaged(file, e);
        }
    }

    private static ModelFile content(Path file) throws DataException {
        try {
            return ModelFile.read(file);
        } catch (ModelFileException e) {
            throw damaged(file, e);
        }
    }

    private static DataException damaged(Path file, Exception cause) {
        return new DataException(
                "the checkpoint " + file + " is damaged; delete it to train from the start (" + cause.getMessage()
                        + ")",
                cause);
    }

    private static void put(Map<String, Tensor> tensors, String name, Weights weights) {
        NetworkSpec spec = weights.spec();
        tensors.put(
                name + ".embedding",
                Tensor.f32(List.of(spec.vocabularySize(), spec.embeddingSize()), weights.embedding()));
        tensors.put(name + ".dense", Tensor.f32(List.of(weights.dense().length), weights.dense()));
    }

    private static Weights weights(ModelFile content, String name, NetworkSpec spec) {
        return new Weights(spec, floats(content, name + ".embedding"), floats(content, name + ".dense"));
    }

    private static float[] floats(ModelFile content, String name) {
        Tensor tensor = content.tensors().get(name);
        if (tensor == null) {
            throw new IllegalArgumentException("tensor " + name + " is missing");
        }
        return tensor.floats();
    }

    private static String text(ModelFile content, String name) {
        String value = content.metadata().get(name);
        if (value == null) {
            throw new IllegalArgumentException("metadata " + name + " is missing");
        }
        return value;
    }

    private static String line(EpochRecord epoch) {
        return String.join(
                FIELD_BREAK,
                Integer.toString(epoch.epoch()),
                Double.toString(epoch.seconds()),
                Double.toString(epoch.trainLoss()),
                Double.toString(epoch.devAccuracy()),
                Double.toString(epoch.devLoss()));
    }

    private static List<EpochRecord> history(String lines) {
        List<EpochRecord> history = new ArrayList<>();
        for (String line : lines.split(LINE_BREAK)) {
            String[] fields = line.split(FIELD_BREAK);
            if (fields.length != 5) {
                throw new IllegalArgumentException("history: '" + line + "' has not five fields");
            }
            history.add(new EpochRecord(
                    Integer.parseInt(fields[0]),
                    Double.parseDouble(fields[1]),
                    Double.parseDouble(fields[2]),
                    Double.parseDouble(fields[3]),
                    Double.parseDouble(fields[4])));
        }
        return history;
    }
}
