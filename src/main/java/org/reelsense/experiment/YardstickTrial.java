package org.reelsense.experiment;

import org.reelsense.baseline.LabelledTexts;
import org.reelsense.baseline.Majority;
import org.reelsense.baseline.NbSvm;
import org.reelsense.baseline.NbSvmSpec;
import org.reelsense.baseline.WordCount;
import org.reelsense.baseline.Yardstick;
import org.reelsense.evaluation.Evaluation;
import org.reelsense.evaluation.Temperature;
import org.reelsense.network.BatchScorer;
import org.reelsense.text.TokenizedTexts;

/** Fits a yardstick to the same training reviews as the networks, calibrates it on dev as they are, and scores test once. */
record YardstickTrial(RunContext run, ModelKind.Yardstick kind, Trial trial) {

    private static final double NANOS = 1e9;

    ScoredTrial result() throws InterruptedException {
        Preparation data = run.data().learningFrom(trial.reviews());
        TokenizedTexts texts = data.texts().texts();
        long start = System.nanoTime();
        Yardstick yardstick =
                fit(new LabelledTexts(texts, data.trainDocuments(), data.train().positive()));
        double seconds = (System.nanoTime() - start) / NANOS;
        float[] onDev = yardstick.logits(texts, data.texts().devDocuments());
        start = System.nanoTime();
        float[] onTest = yardstick.logits(texts, data.texts().testDocuments());
        double scoreSeconds = (System.nanoTime() - start) / NANOS;
        Temperature temperature = Temperature.fit(onDev, data.dev().positive());
        float[] dev = BatchScorer.probabilities(temperature.divide(onDev));
        float[] test = BatchScorer.probabilities(temperature.divide(onTest));
        ModelParts parts = new ModelParts(
                identity(yardstick),
                ModelParts.Cost.of(seconds, data.train().size(), data.test().size() / scoreSeconds),
                worth(data, onDev, dev, onTest, test, temperature));
        return new ScoredTrial(parts.record(), dev, test);
    }

    private ModelParts.Identity identity(Yardstick yardstick) {
        return new ModelParts.Identity(
                kind.id(), trial.seed(), RunRecord.Model.YARDSTICK, null, false, 0, yardstick.parameters(), null, null);
    }

    private Yardstick fit(LabelledTexts train) throws InterruptedException {
        return switch (kind) {
            case MAJORITY -> Majority.train(train);
            case WORDCOUNT -> WordCount.train(train);
            case NBSVM -> NbSvm.train(NbSvmSpec.of(run.spec().ngrams()), train, run.progress());
        };
    }

    private ModelParts.Worth worth(
            Preparation data,
            float[] devLogits,
            float[] dev,
            float[] testLogits,
            float[] test,
            Temperature temperature) {
        Evaluation before =
                Evaluation.of(BatchScorer.probabilities(devLogits), data.dev().positive());
        Evaluation onDev = Evaluation.of(dev, data.dev().positive());
        Evaluation onTest = Evaluation.of(test, data.test().positive());
        return new ModelParts.Worth(
                onDev,
                onTest,
                new RunRecord.Calibration(
                        temperature.value(),
                        before.logLoss(),
                        onDev.logLoss(),
                        before.calibrationError(),
                        onDev.calibrationError(),
                        onTest.calibrationError()),
                run.analysis().of(test, BatchScorer.probabilities(testLogits)));
    }
}
