package org.reelsense.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reelsense.fault.FaultRun;
import org.reelsense.model.ModelFile;
import org.reelsense.network.Cell;
import org.reelsense.network.NetworkSpec;
import org.reelsense.network.Regularisation;
import org.reelsense.network.Weights;
import org.reelsense.progress.Progress;
import org.reelsense.storage.DataException;

@Tag("fault")
class TrainingIdentityTest {

    private static final TrainingIdentity IDENTITY = identity(Toy.initial(Cell.RNN, 1));

    private static TrainingIdentity identity(Weights initial) {
        EncodedReviews reviews = Toy.reviews(1, 1);
        try (ReviewObjective objective = new ReviewObjective("toy", TrainingChild.SPEC, 1, initial, reviews, reviews)) {
            return TrainingIdentity.of("toy", objective, initial.parameters(), TrainingChild.SPEC, "data");
        }
    }

    @Test
    void differencesFrom_same_areNone() {
        assertThat(IDENTITY.differencesFrom(identity(Toy.initial(Cell.RNN, 1)))).isEmpty();
    }

    @Test
    void of_allThatDecidesTheWeights_isAField() {
        assertThat(IDENTITY.fields().keySet())
                .containsAll(List.of("trainer", "model", "data", "initial weights"))
                .containsAll(components(NetworkSpec.class))
                .containsAll(components(AdamSpec.class))
                .containsAll(components(Regularisation.class));
        List<String> ofSpec = new ArrayList<>(components(TrainingSpec.class));
        ofSpec.removeAll(List.of("adam", "regularisation")); // whose own fields are there
        assertThat(IDENTITY.fields().keySet()).containsAll(ofSpec);
    }

    private static List<String> components(Class<?> type) {
        return Stream.of(type.getRecordComponents())
                .map(RecordComponent::getName)
                .toList();
    }

    /** A whole checkpoint in which one field after another says something else. */
    @Test
    void train_checkpointOfAnotherConfiguration_isRefusedByTheFieldsName(@TempDir Path folder) throws Exception {
        Path checkpoint = folder.resolve("checkpoint.safetensors");
        TrainingChild.train(Cell.RNN, checkpoint, TrainingChild.INTERVAL, Progress.SILENT);
        ModelFile whole = ModelFile.read(checkpoint);
        int refused = 0;
        for (String field : IDENTITY.fields().keySet()) {
            Map<String, String> metadata = new TreeMap<>(whole.metadata());
            metadata.put("training." + field, "other");
            new ModelFile(metadata, whole.tensors()).write(checkpoint);
            byte[] before = Files.readAllBytes(checkpoint);
            assertThatExceptionOfType(DataException.class)
                    .isThrownBy(
                            () -> TrainingChild.train(Cell.RNN, checkpoint, TrainingChild.INTERVAL, Progress.SILENT))
                    .withMessageStartingWith(
                            checkpoint + " is the checkpoint of another training (" + field + " is other there and ")
                    .withMessageEndingWith("start it as it was, delete it, or choose another file or folder");
            assertThat(checkpoint).hasBinaryContent(before);
            refused++;
        }
        new FaultRun(12, "checkpoint-of-another-configuration")
                .count("fields", IDENTITY.fields().size())
                .count("refusedByName", refused)
                .write();
    }
}
