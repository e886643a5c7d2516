package org.reelsense.report;

import java.util.ArrayList;
import java.util.List;

/** What of a line lies within two axes: Liang and Barsky (1984), piece by piece. */
final class Cut {

    private final Scale across;
    private final Scale up;

    private Cut(Scale across, Scale up) {
        this.across = across;
        this.up = up;
    }

    /** The stretches within, each of two points or more; linear axes only. */
    static List<List<Point>> out(List<Point> line, Scale across, Scale up) {
        Cut cut = new Cut(across, up);
        List<List<Point>> stretches = new ArrayList<>();
        List<Point> stretch = new ArrayList<>();
        for (int i = 1; i < line.size(); i++) {
            List<Point> piece = cut.piece(line.get(i - 1), line.get(i));
            if (piece.isEmpty()) {
                continue;
            }
            if (!stretch.isEmpty() && !stretch.get(stretch.size() - 1).equals(piece.get(0))) {
                stretches.add(stretch);
                stretch = new ArrayList<>();
            }
            stretch.addAll(stretch.isEmpty() ? piece : piece.subList(1, 2));
        }
        if (!stretch.isEmpty()) {
            stretches.add(stretch);
        }
        return stretches;
    }

    /** Two points, or none. */
    private List<Point> piece(Point from, Point to) {
        double[] part = {0, 1};
        boolean within = narrow(part, across, from.x(), to.x()) && narrow(part, up, from.y(), to.y());
        return within ? List.of(between(from, to, part[0]), between(from, to, part[1])) : List.of();
    }

    private static boolean narrow(double[] part, Scale axis, double from, double to) {
        if (from == to) {
            return axis.contains(from);
        }
        double low = (axis.low() - from) / (to - from);
        double high = (axis.high() - from) / (to - from);
        part[0] = Math.max(part[0], Math.min(low, high));
        part[1] = Math.min(part[1], Math.max(low, high));
        return part[0] < part[1];
    }

    private static Point between(Point from, Point to, double part) {
        if (part == 0 || part == 1) {
            return part == 0 ? from : to;
        }
        return new Point(from.x() + part * (to.x() - from.x()), from.y() + part * (to.y() - from.y()));
    }
}
