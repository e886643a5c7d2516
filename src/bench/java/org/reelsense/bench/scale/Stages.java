package org.reelsense.bench.scale;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Stages of a training by the lines it prints: each lasts from its first line to the next one's. */
final class Stages {

    private static final Pattern NAME = Pattern.compile("(.+?)( \\(|:).*");
    private static final Pattern EPOCH = Pattern.compile(".* epoch (\\d+)/.* dev accuracy ([0-9.]+) %.*");

    private final Map<String, Double> seconds = new LinkedHashMap<>();
    private final double goal;
    private String stage = "start";
    private double since;

    /** {@code goal}: dev accuracy in percent. */
    Stages(double goal) {
        this.goal = goal;
    }

    /** Takes a line that came so many seconds after the start. */
    void line(double at, String line) {
        Matcher name = NAME.matcher(line);
        if (name.matches() && !name.group(1).equals(stage)) {
            end(at);
            stage = name.group(1);
        }
    }

    /** Ends the stage at hand. */
    void end(double at) {
        seconds.merge(stage, at - since, Double::sum);
        since = at;
    }

    /** The epoch that reached the goal, if this line says that one did. */
    OptionalInt reached(String line) {
        Matcher epoch = EPOCH.matcher(line);
        return epoch.matches() && Double.parseDouble(epoch.group(2)) >= goal
                ? OptionalInt.of(Integer.parseInt(epoch.group(1)))
                : OptionalInt.empty();
    }

    /** Seconds by stage, in the order they came. */
    Map<String, Double> seconds() {
        return seconds;
    }
}
