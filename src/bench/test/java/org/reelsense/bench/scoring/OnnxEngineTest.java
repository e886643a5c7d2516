package org.reelsense.bench.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.reelsense.network.BatchScorer;
import org.reelsense.network.Cell;
import org.reelsense.network.ClassifierNetwork;
import org.reelsense.network.NetworkSpec;
import org.reelsense.network.Weights;
import org.reelsense.network.WorkerPool;
import org.reelsense.progress.Progress;

/**
 * The file of {@link OnnxFile} in ONNX Runtime against our logits, which other tests hold against PyTorch's: cells, gates,
 * padding, pieces and lengths; E differs from H, so that a layout mixed up is seen.
 */
class OnnxEngineTest {

    private static final int WORDS = 50;

    @ParameterizedTest
    @CsvSource({"RNN,7,false", "LSTM,7,false", "GRU,7,false", "LSTM,7,true", "GRU,5000,false", "LSTM,5000,false"})
    void logits_ofTheExportedGraph_areOurs(Cell cell, int pieces, boolean even) throws InterruptedException {
        SplittableRandom random = new SplittableRandom(3);
        NetworkSpec spec = new NetworkSpec(cell, true, WORDS, 6, 9, pieces);
        Weights weights = Weights.initial(spec, embedding(random, WORDS * 6), 4);
        List<int[]> documents = documents(random);
        try (WorkerPool<ClassifierNetwork> pool = WorkerPool.scoring(1, weights);
                RowScoring onnx = new RowScoring(weights, new OnnxEngine(weights, 1), new Batching(5, even), 2)) {
            float[] ours = BatchScorer.logits(documents, pool, pieces, Progress.SILENT);

            assertThat(LogitDifference.largest(onnx.logits(documents), ours)).isLessThan(1e-6);
        }
    }

    private static float[] embedding(SplittableRandom random, int size) {
        float[] values = new float[size];
        for (int i = 0; i < size; i++) {
            values[i] = (float) (2 * random.nextDouble() - 1);
        }
        return values;
    }

    /** Of 1 to 30 tokens. */
    private static List<int[]> documents(SplittableRandom random) {
        List<int[]> documents = new ArrayList<>();
        for (int length = 1; length <= 30; length++) {
            documents.add(random.ints(length, 0, WORDS).toArray());
        }
        return documents;
    }
}
