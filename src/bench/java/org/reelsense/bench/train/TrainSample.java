package org.reelsense.bench.train;

import java.io.IOException;
import java.nio.file.Path;
import org.reelsense.bench.process.Setting;
import org.reelsense.network.Cell;
import org.reelsense.network.NetworkSpec;
import org.reelsense.network.ParameterLayout;

/**
 * The reviews of a setting, drawn with a fixed seed: as many batches as Reelsense is thought to need most of a second for. A
 * pass over them is a turn.
 *
 * @param setting with the file of the reviews in it
 * @param batches in a pass
 */
record TrainSample(Setting setting, ReviewIds reviews, int batches) {

    private static final long SEED = 20_261_122;
    private static final double SECONDS = 0.6;
    private static final double FLOPS_A_SECOND = 250e9;
    private static final int MOST_BATCHES = 48;
    private static final double DL4J_FLOPS_A_SECOND = 3e9;
    private static final double MOST_SECONDS = 30;
    private static final int FEW = 16;
    private static final int FEW_UNITS = 64;

    static TrainSample of(Setting setting, ReviewIds all, Path folder) throws IOException {
        int mostTokens = mostTokens(setting);
        int batch = setting.number(Work.BATCH);
        double flopsABatch =
                batch * all.sample(all.reviews().size(), mostTokens, SEED).meanTokens() * flopsAToken(setting);
        int batches = (int) Math.max(1, Math.min(MOST_BATCHES, Math.round(SECONDS * FLOPS_A_SECOND / flopsABatch)));
        return of(setting, all, mostTokens, batches, folder);
    }

    /** One batch of a few reviews, to compare what engines compute. */
    static TrainSample few(Setting setting, ReviewIds all, Path folder) throws IOException {
        Setting small = setting.with(Work.BATCH, FEW).with(Work.HIDDEN, FEW_UNITS);
        return of(small, all, mostTokens(small), 1, folder);
    }

    private static int mostTokens(Setting setting) {
        String cut = setting.text(TrainGrid.CUT);
        return cut.equals(TrainGrid.WHOLE) ? Integer.MAX_VALUE : Integer.parseInt(cut);
    }

    private static TrainSample of(Setting setting, ReviewIds all, int mostTokens, int batches, Path folder)
            throws IOException {
        int batch = setting.number(Work.BATCH);
        ReviewIds sample = all.sample(batches * batch, mostTokens, SEED);
        Path file = folder.resolve("reviews-" + batches * batch + "-" + setting.text(TrainGrid.CUT) + ".ids");
        sample.write(file);
        long pieces = sample.reviews().documents().stream()
                .mapToInt(document -> (document.length - 1) / setting.number(Work.PIECES) + 1)
                .sum();
        return new TrainSample(setting.with(Work.REVIEWS, file).with(Sgemm.ROWS, pieces / batches), sample, batches);
    }

    private static long flopsAToken(Setting setting) {
        int hidden = setting.number(Work.HIDDEN);
        return Flops.training(Cell.ofId(setting.text(Work.CELL)), hidden, hidden);
    }

    /** Of what two engines' probes answer. */
    Agreement agreement(float[] one, float[] other) {
        int dense = ParameterLayout.of(new NetworkSpec(
                        Cell.ofId(setting.text(Work.CELL)),
                        true,
                        1,
                        setting.number(Work.HIDDEN),
                        setting.number(Work.HIDDEN),
                        setting.number(Work.PIECES)))
                .size();
        return Agreement.of(one, other, reviews.reviews().size(), dense);
    }

    /** Training operations of a token. */
    long flopsAToken() {
        return flopsAToken(setting);
    }

    /**
     * DL4J is so slow that a step can take minutes.
     *
     * @throws IOException if it would here
     */
    void requireBearable(String row) throws IOException {
        double tokens = reviews.meanTokens() * setting.number(Work.BATCH);
        if (row.equals(TrainRows.DL4J) && tokens * flopsAToken() / DL4J_FLOPS_A_SECOND > MOST_SECONDS) {
            throw new IOException("a step would take more than half a minute");
        }
    }
}
