package org.reelsense.report;

import java.util.ArrayList;
import java.util.List;
import org.reelsense.experiment.RunRecord.Epoch;
import org.reelsense.experiment.RunRecord.Model;

/**
 * One training: a point for each epoch.
 *
 * @param kept those of the epochs that were kept
 */
record Course(List<Point> points, List<Point> kept) {

    /** Beyond it nothing is a loss or a number of seconds, whatever a file says. */
    static final double MOST = 1e7;

    Course {
        points = List.copyOf(points);
        kept = List.copyOf(kept);
    }

    static Course of(Model model, Measure measure, boolean bySeconds) {
        List<Point> points = new ArrayList<>();
        List<Point> kept = new ArrayList<>();
        double seconds = 0;
        for (Epoch epoch : model.history()) {
            seconds += epoch.seconds();
            Point point = new Point(bySeconds ? seconds : epoch.epoch(), measure.of(epoch));
            if (point.x() > 0 && point.x() <= MOST && measure.contains(point.y())) {
                points.add(point);
                if (epoch.epoch() == model.bestEpoch()) {
                    kept.add(point);
                }
            }
        }
        return new Course(points, kept);
    }
}
