package org.reelsense.report;

import java.util.List;
import java.util.stream.IntStream;

/** A network's courses, one for each seed, and their mean. */
record Learner(Key key, List<Course> courses) {

    List<Point> mean() {
        int shared = courses.stream()
                .mapToInt(course -> course.points().size())
                .min()
                .orElseThrow();
        return IntStream.range(0, shared)
                .mapToObj(i -> new Point(
                        courses.stream()
                                .mapToDouble(course -> course.points().get(i).x())
                                .average()
                                .orElseThrow(),
                        courses.stream()
                                .mapToDouble(course -> course.points().get(i).y())
                                .average()
                                .orElseThrow()))
                .toList();
    }
}
