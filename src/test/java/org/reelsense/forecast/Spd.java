package org.reelsense.forecast;

import java.nio.file.*;
import org.reelsense.network.*;
import org.reelsense.progress.Progress;
import org.reelsense.training.*;

class Spd {
    public static void main(String[] a) throws Exception {
        SeriesSet set = SeriesFile.read(Path.of(a[0]));
        int h = Integer.parseInt(a[2]),
                shards = Integer.parseInt(a[3]),
                threads = Integer.parseInt(a[4]),
                epochs = Integer.parseInt(a[5]);
        Windowing w = Windowing.ofExperiment(h);
        Windows train =
                Windows.train(Scaling.ALL.of(set, 0, w).scale(set.series().get(0)), w);
        ForecasterSpec spec = new ForecasterSpec(Cell.ofId(a[1]), 60, 128, h);
        TrainingSpec t = new TrainingSpec(
                epochs, 32, shards, 1e-3f, 0, 0, 1e6f, 0, Regularisation.NONE, 1000, 1, RateSchedule.CONSTANT);
        Path c = Files.createTempFile("x", "y");
        Files.delete(c);
        Learned l = new Trainer(t, threads, Progress.SILENT, CheckpointInterval.TEN_SECONDS)
                .train("x", new WindowObjective(spec, train, 32, shards, 1), KerasInitializer.initial(spec, 1), c, "d");
        for (EpochRecord e : l.history())
            if (e.epoch() < 6 || e.epoch() % 20 == 0)
                System.out.printf("%d %.6f %.3f s%n", e.epoch(), e.trainLoss(), e.seconds());
        double sum = 0;
        try (ForecasterNetwork n = new ForecasterNetwork(spec, l.weights(), false)) {
            for (int s = 0; s < set.count(); s++) {
                Windows test = Windows.test(
                        Scaling.ALL.of(set, s, w).scale(set.series().get(s)), w);
                float[][] f = n.forecast(WindowObjective.floats(test.inputs()));
                double[][] d = new double[f.length][h];
                for (int i = 0; i < f.length; i++) for (int k = 0; k < h; k++) d[i][k] = f[i][k];
                sum += new Forecasts(test.targets(), d).rmse();
            }
        }
        System.out.println("rmse " + sum / set.count() + " seconds " + l.seconds());
    }
}
