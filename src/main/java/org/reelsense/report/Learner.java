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

    /** A line for each course, by the learner's place. */
    static List<Trace> each(List<Learner> learners) {
        return IntStream.range(0, learners.size())
                .boxed()
                .flatMap(i -> learners.get(i).courses().stream().map(course -> new Trace(i, course.points())))
                .toList();
    }

    /** A line for each learner's mean, by its place. */
    static List<Trace> means(List<Learner> learners) {
        return IntStream.range(0, learners.size())
                .mapToObj(i -> new Trace(i, learners.get(i).mean()))
                .toList();
    }
}
