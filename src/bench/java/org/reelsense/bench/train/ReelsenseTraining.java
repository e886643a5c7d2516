package org.reelsense.bench.train;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.reelsense.bench.process.Engine;
import org.reelsense.bench.process.Prepared;
import org.reelsense.bench.process.Setting;
import org.reelsense.bench.process.Turn;
import org.reelsense.network.ClassifierNetwork;
import org.reelsense.network.Gradients;
import org.reelsense.network.Regularisation;
import org.reelsense.network.SparseRows;
import org.reelsense.network.Weights;
import org.reelsense.progress.Progress;
import org.reelsense.training.Trainer;

/** Ours: {@link Trainer}, as {@code reelsense train} calls it, stopped between steps. */
public final class ReelsenseTraining implements Engine {

    /** System property: worker threads. */
    static final String THREADS = "bench.threads";

    private @Nullable Work work;
    private @Nullable SteppedTrainer trainer;
    private int passes;

    @Override
    public Map<String, String> prepare(Setting setting) throws IOException, InterruptedException {
        close();
        Work next = Work.of(setting);
        trainer = SteppedTrainer.start((progress, checkpoint) -> train(next, progress, checkpoint));
        work = next;
        passes = 0;
        return Map.of("engine", ClassifierNetwork.engineVersion(), "threads", Integer.toString(threads()));
    }

    private static int threads() {
        return Integer.getInteger(THREADS, 1);
    }

    private static void train(Work work, Progress progress, Path checkpoint) throws IOException, InterruptedException {
        new Trainer(work.training(), threads(), progress)
                .train("bench", work.initial(), work.reviews(), work.reviews().part(new int[] {0}), checkpoint, "");
    }

    /** {@code loss, logits, dense gradients, embedding gradients} of the first batch, see {@link Agreement}. */
    @Override
    public float[] probe(String what) throws IOException {
        Work at = Prepared.of(work);
        int[] batch = at.pass(1).get(0);
        List<int[]> documents = at.documents(batch);
        Weights weights = at.initial();
        Gradients gradients = Gradients.zero(at.network());
        boolean[] positive = at.reviews().part(batch).positive();
        try (ClassifierNetwork network = new ClassifierNetwork(weights, true)) {
            float[] logits = network.logits(documents);
            double loss = network.train(documents, positive, batch.length, Regularisation.NONE, 0, gradients);
            return Agreement.numbers(
                    (float) (loss / batch.length), logits, gradients.dense(), rows(gradients, at.touched(batch)));
        }
    }

    /** The rows of {@link Work#touched}, in its order. */
    private static float[] rows(Gradients gradients, int[] touched) {
        SparseRows rows = gradients.embedding();
        float[] inOrder = new float[touched.length * rows.width()];
        for (int slot = 0; slot < rows.count(); slot++) {
            int place = Arrays.binarySearch(touched, rows.id(slot));
            System.arraycopy(rows.values(), slot * rows.width(), inOrder, place * rows.width(), rows.width());
        }
        return inOrder;
    }

    /** Goes on with its own passes, whole ones, so that they are those of the other engines. */
    @Override
    public Turn run(int first, int units) throws InterruptedException {
        Work at = Prepared.of(work);
        List<int[]> batches = at.pass(++passes);
        if (units != batches.size()) {
            throw new IllegalArgumentException("units: " + units + ", but a pass has " + batches.size() + " batches");
        }
        double seconds = Prepared.of(trainer).steps(units, at.reviews().size());
        long tokens = batches.stream().mapToLong(at::tokens).sum();
        return new Turn(at.reviews().size(), tokens, seconds);
    }

    @Override
    public void close() {
        if (trainer != null) {
            trainer.close();
            trainer = null;
        }
    }
}
