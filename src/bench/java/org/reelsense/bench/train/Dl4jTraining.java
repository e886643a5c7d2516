package org.reelsense.bench.train;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.MergeVertex;
import org.deeplearning4j.nn.conf.layers.EmbeddingSequenceLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.recurrent.Bidirectional;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.LossFunctions;
import org.reelsense.bench.process.Engine;
import org.reelsense.bench.process.Prepared;
import org.reelsense.bench.process.Setting;
import org.reelsense.bench.process.Turn;
import org.reelsense.network.Cell;
import org.reelsense.network.NetworkSpec;

/**
 * DL4J with its own layers throughout: {@code EmbeddingSequenceLayer}, {@code Bidirectional(LSTM)}, max and average pooling,
 * Adam. It cannot pool over several rows, so each piece of a review counts as a review with the same label: the recurrent
 * work is the same, the pooling a little less.
 */
public final class Dl4jTraining implements Engine {

    private @Nullable Work work;
    private @Nullable ComputationGraph graph;

    @Override
    public Map<String, String> prepare(Setting setting) throws IOException {
        Work next = Work.of(setting);
        if (next.network().cell() != Cell.LSTM) {
            throw new IllegalArgumentException(
                    "DL4J has no bidirectional " + next.network().cell() + " to compare with");
        }
        ComputationGraph made = new ComputationGraph(
                configuration(next.network(), next.training().adam().learningRate()));
        made.init();
        work = next;
        graph = made;
        return Map.of(
                "engine",
                "DL4J 1.0.0-M2.1 on " + Nd4j.getExecutioner().getClass().getSimpleName());
    }

    private static ComputationGraphConfiguration configuration(NetworkSpec spec, double rate) {
        int features = spec.featureSize();
        return new NeuralNetConfiguration.Builder()
                .updater(new Adam(rate))
                .graphBuilder()
                .addInputs("ids")
                .addLayer(
                        "embedding",
                        new EmbeddingSequenceLayer.Builder()
                                .nIn(spec.vocabularySize())
                                .nOut(spec.embeddingSize())
                                .build(),
                        "ids")
                .addLayer(
                        "lstm",
                        new Bidirectional(
                                Bidirectional.Mode.CONCAT,
                                new LSTM.Builder()
                                        .nIn(spec.embeddingSize())
                                        .nOut(spec.hiddenSize())
                                        .activation(Activation.TANH)
                                        .build()),
                        "embedding")
                .addLayer("max", new GlobalPoolingLayer(PoolingType.MAX), "lstm")
                .addLayer("mean", new GlobalPoolingLayer(PoolingType.AVG), "lstm")
                .addVertex("pooled", new MergeVertex(), "max", "mean")
                .addLayer(
                        "output",
                        new OutputLayer.Builder(LossFunctions.LossFunction.XENT)
                                .nIn(2L * features)
                                .nOut(1)
                                .activation(Activation.SIGMOID)
                                .build(),
                        "pooled")
                .setOutputs("output")
                .build();
    }

    @Override
    public float[] probe(String what) {
        throw new UnsupportedOperationException("DL4J starts from weights of its own");
    }

    /** {@code units} times the first pass's batch of middling length. */
    @Override
    public Turn run(int first, int units) {
        Work at = Prepared.of(work);
        ComputationGraph fitted = Prepared.of(graph);
        int[] batch = middling(at);
        long start = System.nanoTime();
        for (int unit = 0; unit < units; unit++) {
            fitted.fit(rows(at, batch));
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        return new Turn((long) units * batch.length, units * at.tokens(batch), seconds);
    }

    private static int[] middling(Work work) {
        List<int[]> batches = new ArrayList<>(work.pass(1));
        batches.sort(Comparator.comparingLong(work::tokens));
        return batches.get(batches.size() / 2);
    }

    private static DataSet rows(Work work, int[] batch) {
        List<Piece> pieces = new ArrayList<>();
        for (int d : batch) {
            Piece.cut(
                    work.reviews().documents().get(d),
                    work.network().pieceLength(),
                    work.reviews().positive()[d],
                    pieces);
        }
        int time = pieces.stream().mapToInt(Piece::length).max().orElseThrow();
        float[] ids = new float[pieces.size() * time];
        float[] mask = new float[pieces.size() * time];
        float[] labels = new float[pieces.size()];
        for (int row = 0; row < pieces.size(); row++) {
            Piece piece = pieces.get(row);
            for (int t = 0; t < piece.length(); t++) {
                ids[row * time + t] = piece.document()[piece.begin() + t];
                mask[row * time + t] = 1;
            }
            labels[row] = piece.positive() ? 1 : 0;
        }
        INDArray features = Nd4j.create(ids, new long[] {pieces.size(), 1, time}, 'c');
        INDArray running = Nd4j.create(mask, new long[] {pieces.size(), time}, 'c');
        return new DataSet(features, Nd4j.create(labels, new long[] {pieces.size(), 1}, 'c'), running, null);
    }

    /** A row of the batch. */
    private record Piece(int[] document, int begin, int length, boolean positive) {

        static void cut(int[] document, int pieceLength, boolean positive, List<Piece> to) {
            int pieces = (document.length - 1) / pieceLength + 1;
            for (int piece = 0; piece < pieces; piece++) {
                int begin = (int) ((long) piece * document.length / pieces);
                int end = (int) ((piece + 1L) * document.length / pieces);
                to.add(new Piece(document, begin, end - begin, positive));
            }
        }
    }

    @Override
    public void close() {
        graph = null;
    }
}
