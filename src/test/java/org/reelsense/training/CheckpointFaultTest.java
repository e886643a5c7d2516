package org.reelsense.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reelsense.fault.FaultRun;
import org.reelsense.fault.disk.Faults;
import org.reelsense.fault.disk.WatchedPath;
import org.reelsense.network.Cell;
import org.reelsense.progress.Progress;
import org.reelsense.storage.DataException;

/** The disk refuses a step of a checkpoint: the training ends with a typed error and goes on to the same model. */
@Tag("fault")
class CheckpointFaultTest {

    private static final EncodedReviews TRAIN = Toy.reviews(30, 1);
    private static final EncodedReviews DEV = Toy.reviews(20, 2);
    private static final TrainingSpec SPEC = Toy.spec(3, 0.01f, Toy.EVERYTHING, 4, 1);

    @TempDir
    Path folder;

    private int faults;
    private int untyped;
    private int left;
    private int different;

    @Test
    void train_everyStepOfItsCheckpointsRefused_typedErrorAndGoesOnToTheSame() throws Exception {
        TrainedModel whole = train(folder.resolve("whole/checkpoint"));
        tryAll(Faults::once, whole);
        tryAll(Faults::fullFrom, whole);

        new FaultRun(3, "io-errors-checkpoint")
                .count("faults", faults)
                .count("not a DataException", untyped)
                .count("half files left", left)
                .count("resumed to another model", different)
                .note("which", "the n-th step of a training's checkpoints, once or all from then on")
                .write();
        assertThat(faults).isGreaterThanOrEqualTo(4);
        assertThat(List.of(untyped, left, different)).containsOnly(0);
    }

    private void tryAll(IntFunction<Faults> faulty, TrainedModel whole) throws Exception {
        Faults disk = faulty.apply(1);
        for (int step = 1; disk.met() || step == 1; step += FaultRun.tries(4, 1)) {
            disk = faulty.apply(step);
            tryOne(
                    disk,
                    Files.createDirectories(folder.resolve("try-" + faults)).resolve("checkpoint"),
                    whole);
        }
    }

    private void tryOne(Faults disk, Path checkpoint, TrainedModel whole) throws Exception {
        Throwable failure = catchThrowable(() -> train(WatchedPath.of(checkpoint, disk)));
        if (!disk.met()) {
            assertThat(failure).isNull();
            return;
        }
        faults++;
        untyped += failure instanceof DataException ? 0 : 1;
        left += (int) Arrays.stream(checkpoint.getParent().toFile().list())
                .filter(name -> name.startsWith("."))
                .count();
        TrainedModel resumed = train(checkpoint);
        boolean same = Arrays.equals(
                        resumed.weights().embedding(), whole.weights().embedding())
                && Arrays.equals(resumed.weights().dense(), whole.weights().dense());
        different += same ? 0 : 1;
    }

    private static TrainedModel train(Path checkpoint) throws InterruptedException, IOException {
        return new Trainer(SPEC, 2, Progress.SILENT)
                .train("toy", Toy.initial(Cell.GRU, 1), TRAIN, DEV, checkpoint, "data");
    }
}
