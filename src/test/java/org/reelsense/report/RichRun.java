package org.reelsense.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.reelsense.embedding.WordMap;
import org.reelsense.embedding.WordMap.Place;
import org.reelsense.evaluation.CalibrationBin;
import org.reelsense.evaluation.Curve;
import org.reelsense.evaluation.Proportion;
import org.reelsense.experiment.Diagnostics;
import org.reelsense.experiment.Diagnostics.Slice;
import org.reelsense.experiment.ModelSummary;
import org.reelsense.experiment.RunRecord;
import org.reelsense.experiment.RunRecord.Confusion;
import org.reelsense.experiment.RunRecord.Epoch;
import org.reelsense.experiment.RunRecord.Model;
import org.reelsense.experiment.SizeRecord;

/** A run with all there can be in one: nine models or more, three seeds, everything invented but of a likely size. */
final class RichRun {

    private static final int TEST = 25_000;
    private static final List<Long> SEEDS = List.of(1L, 2L, 3L);
    private static final List<Integer> SIZES = List.of(1_000, 2_500, 5_000, 10_000, 22_500);

    private record Kind(String name, String kind, double accuracy, double seconds, int epochs) {}

    private static final List<Kind> KINDS = List.of(
            new Kind("majority", Model.YARDSTICK, 0.5, 0.01, 0),
            new Kind("wordcount", Model.YARDSTICK, 0.7132, 0.4, 0),
            new Kind("nbsvm", Model.YARDSTICK, 0.9182, 21, 0),
            new Kind("rnn", Model.NETWORK, 0.8971, 150, 8),
            new Kind("birnn", Model.NETWORK, 0.9044, 215, 7),
            new Kind("lstm", Model.NETWORK, 0.9228, 240, 8),
            new Kind("bilstm", Model.NETWORK, 0.9266, 377, 8),
            new Kind("gru", Model.NETWORK, 0.9220, 201, 8),
            new Kind("bigru", Model.NETWORK, 0.9252, 307, 8),
            new Kind("bilstm+nbsvm", Model.AVERAGE, 0.9331, 0, 0));

    private final Random random = new Random(6);

    private RichRun() {}

    static RunRecord record() {
        return new RichRun().make();
    }

    private RunRecord make() {
        List<Model> models = new ArrayList<>();
        for (long seed : SEEDS) {
            KINDS.forEach(kind -> models.add(model(kind, seed)));
        }
        RunRecord run = Runs.of("imdb", models);
        return new RunRecord(
                run.schema(),
                run.dataset(),
                run.machine(),
                run.commit(),
                run.started(),
                run.command(),
                new RunRecord.Embedding(39, 75_120, 128, 30_000, null, null, map()),
                models,
                List.of(),
                KINDS.stream().map(kind -> summary(kind, models)).toList(),
                null,
                sizes());
    }

    private Model model(Kind kind, long seed) {
        double accuracy = kind.accuracy + (kind.epochs == 0 ? 0 : 0.0015 * random.nextGaussian());
        Proportion share = new Proportion(Math.round(accuracy * TEST), TEST);
        double seconds = kind.seconds * (1 + 0.04 * random.nextGaussian());
        List<Epoch> history = history(kind, accuracy, seconds);
        int best = 1;
        for (Epoch epoch : history) {
            best = epoch.devAccuracy() > history.get(best - 1).devAccuracy() ? epoch.epoch() : best;
        }
        boolean network = kind.kind.equals(Model.NETWORK);
        return new Model(
                kind.name,
                network ? kind.name.replace("bi", "") : null,
                kind.name.startsWith("bi"),
                network ? 128 : 0,
                network ? 5_091_585 : 0,
                seed,
                history.size(),
                history.isEmpty() ? 0 : best,
                seconds,
                history.isEmpty() ? 0 : seconds / history.size(),
                22_500 / Math.max(seconds, 1),
                6_233,
                2_300_000_000L,
                accuracy + 0.003,
                share.value(),
                share.wilson(0.95).low(),
                share.wilson(0.95).high(),
                0.92,
                0.93,
                0.925,
                0.19,
                0.9 + accuracy / 12,
                new Confusion(11_300, 1_270, 11_230, 1_200),
                network ? "models/" + kind.name + "-" + seed + ".safetensors" : null,
                history,
                "float",
                null,
                kind.kind,
                kind.name.equals("majority") ? null : diagnostics(kind, accuracy));
    }

    private List<Epoch> history(Kind kind, double accuracy, double seconds) {
        int epochs = kind.epochs == 0 ? 0 : kind.epochs - random.nextInt(3);
        return IntStream.rangeClosed(1, epochs)
                .mapToObj(epoch -> new Epoch(
                        epoch,
                        seconds / epochs,
                        0.08 + 0.4 / epoch + 0.005 * random.nextGaussian(),
                        accuracy + 0.004 - 0.05 / (epoch * epoch) + 0.0012 * random.nextGaussian(),
                        0.19 + 0.09 / epoch + 0.004 * Math.max(0, epoch - 5) + 0.5 * (0.93 - accuracy)))
                .toList();
    }

    private Diagnostics diagnostics(Kind kind, double accuracy) {
        double bend = 0.027 + (0.93 - accuracy) * 0.4;
        List<Double> x = new ArrayList<>();
        List<Double> y = new ArrayList<>();
        List<Double> recall = new ArrayList<>();
        List<Double> precision = new ArrayList<>();
        for (int i = 0; i <= 200; i++) {
            double rate = Math.pow(i / 200.0, 3);
            double hit = Math.pow(rate, bend);
            x.add(rate);
            y.add(hit);
            recall.add(hit);
            precision.add(i == 0 ? 1 : hit / (hit + rate));
        }
        return new Diagnostics(
                slices(kind, accuracy),
                bins(1.35),
                bins(1.04),
                0.0312,
                0.0111,
                new Curve(x, y),
                new Curve(recall, precision),
                0.97);
    }

    private List<Slice> slices(Kind kind, double accuracy) {
        List<Slice> slices = new ArrayList<>();
        boolean forgets = kind.name.endsWith("rnn");
        List<String> lengths = List.of("1-99", "100-149", "150-199", "200-299", "300-499", "500-999", "1000+");
        long[] reviews = {1_500, 5_400, 5_200, 5_300, 4_800, 2_500, 300};
        for (int i = 0; i < reviews.length; i++) {
            slices.add(slice("length", lengths.get(i), reviews[i], accuracy + 0.02 - (forgets ? 0.014 : 0.007) * i));
        }
        for (int stars : new int[] {1, 2, 3, 4, 7, 8, 9, 10}) {
            double distance = Math.abs(stars - 5.5) - 3;
            slices.add(slice("stars", String.valueOf(stars), 2_500 + 300 * stars, accuracy + 0.035 * distance));
        }
        List<String> negations = List.of("none", "under 1", "1-2", "2-3", "3+");
        List<String> rare = List.of("under 4 %", "4-6 %", "6-8 %", "8-10 %", "10 %+");
        for (int i = 0; i < 5; i++) {
            slices.add(slice("negation", negations.get(i), 3_000 + 1_000L * i, accuracy + 0.01 - 0.006 * i));
            slices.add(slice("rarity", rare.get(i), 5_000, accuracy - 0.004 * i));
        }
        return slices;
    }

    private Slice slice(String by, String label, long reviews, double accuracy) {
        double share = Math.min(1, accuracy + 0.004 * random.nextGaussian());
        return new Slice(by, label, reviews, Math.round(share * reviews));
    }

    private List<CalibrationBin> bins(double temperature) {
        return IntStream.range(0, 15)
                .mapToObj(i -> {
                    double mean = (i + 0.1 + 0.8 * random.nextDouble()) / 15;
                    double logit = Math.log(mean / (1 - mean)) / temperature;
                    double share = 1 / (1 + Math.exp(-logit)) + 0.015 * random.nextGaussian();
                    long reviews = i == 0 || i == 14 ? 8_000 : 700;
                    return new CalibrationBin(i / 15.0, (i + 1) / 15.0, reviews, mean, Math.max(0, Math.min(1, share)));
                })
                .toList();
    }

    private static ModelSummary summary(Kind kind, List<Model> models) {
        List<Model> seeds =
                models.stream().filter(model -> model.name().equals(kind.name)).toList();
        double accuracy =
                seeds.stream().mapToDouble(Model::testAccuracy).average().orElseThrow();
        return new ModelSummary(
                kind.name,
                SEEDS,
                accuracy,
                0.0015,
                accuracy - 0.0037,
                accuracy + 0.0036,
                accuracy + 0.003,
                0.19,
                kind.seconds,
                0.04 * kind.seconds);
    }

    private List<SizeRecord> sizes() {
        List<SizeRecord> sizes = new ArrayList<>();
        for (String name : List.of("bilstm", "bigru", "nbsvm")) {
            for (int reviews : SIZES) {
                double accuracy = 0.926
                        - (name.equals("nbsvm") ? 0.008 : 0)
                        - 2.2 / Math.sqrt(reviews)
                        + 2.2 / Math.sqrt(22_500)
                        + 0.002 * random.nextGaussian();
                sizes.add(size(name, reviews, accuracy));
            }
        }
        return sizes;
    }

    private static SizeRecord size(String name, int reviews, double accuracy) {
        return new SizeRecord(
                name, 1, reviews, 5, 30, accuracy + 0.002, accuracy, accuracy - 0.0035, accuracy + 0.0034);
    }

    private @Nullable WordMap map() {
        String good =
                "superb great excellent wonderful perfect loved amazing brilliant fantastic best beautiful favorite"
                        + " touching 10/10 masterpiece enjoyed 8/10 highly refreshing gem";
        String bad =
                "awful worst terrible boring waste poor dull horrible bad lame stupid 3/10 pointless crap mess annoying"
                        + " unfunny laughable 1/10 disappointing";
        List<Place> places = new ArrayList<>();
        for (String word : good.split(" ")) {
            places.add(new Place(word, 0.35 + 0.15 * random.nextGaussian(), 0.2 * random.nextGaussian(), true));
        }
        for (String word : bad.split(" ")) {
            places.add(new Place(word, -0.35 + 0.15 * random.nextGaussian(), 0.2 * random.nextGaussian(), false));
        }
        return new WordMap(0.2512, 0.0987, places);
    }
}
