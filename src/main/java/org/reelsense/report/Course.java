package org.reelsense.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.reelsense.experiment.RunRecord.Epoch;
import org.reelsense.experiment.RunRecord.Model;

/** One training: a point for each epoch, and which was kept. */
record Course(List<Epoch> epochs, List<Point> points, int best) {

    /** Beyond it nothing is a loss or a number of seconds, whatever a file says. */
    static final double MOST = 1e7;

    static Course of(Model model, Measure measure, boolean bySeconds) {
        List<Epoch> epochs = new ArrayList<>();
        List<Point> points = new ArrayList<>();
        double seconds = 0;
        for (Epoch epoch : model.history()) {
            seconds += epoch.seconds();
            double x = bySeconds ? seconds : epoch.epoch();
            double y = measure.of(epoch);
            if (x > 0 && x <= MOST && measure.contains(y)) {
                epochs.add(epoch);
                points.add(new Point(x, y));
            }
        }
        return new Course(epochs, points, model.bestEpoch());
    }

    Stream<Point> kept() {
        return IntStream.range(0, points.size())
                .filter(i -> epochs.get(i).epoch() == best)
                .mapToObj(points::get);
    }
}
