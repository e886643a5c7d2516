package org.reelsense.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A checkpoint's epochs as text. Seconds stand apart, for they are all that differs between a training that was cut off and
 * one that was not.
 */
final class EpochLines {

    static final String HISTORY = "history";
    static final String PART = "epoch.part";
    static final String SECONDS = "seconds";

    private static final String FIELD_BREAK = " ";
    private static final String LINE_BREAK = ";";

    /** Without a dev set only the first. */
    private static final int FIELDS = 3;

    private EpochLines() {}

    static void put(Map<String, String> metadata, List<EpochRecord> history, EpochPart part) {
        metadata.put(HISTORY, history.stream().map(EpochLines::line).collect(Collectors.joining(LINE_BREAK)));
        metadata.put(PART, part.batches() + FIELD_BREAK + part.loss());
        DoubleStream seconds = DoubleStream.concat(
                history.stream().mapToDouble(EpochRecord::seconds), DoubleStream.of(part.seconds()));
        metadata.put(SECONDS, seconds.mapToObj(Double::toString).collect(Collectors.joining(FIELD_BREAK)));
    }

    private static String line(EpochRecord epoch) {
        DoubleStream dev = epoch.dev().stream().flatMapToDouble(on -> DoubleStream.of(on.accuracy(), on.loss()));
        return DoubleStream.concat(DoubleStream.of(epoch.trainLoss()), dev)
                .mapToObj(Double::toString)
                .collect(Collectors.joining(FIELD_BREAK));
    }

    /** @throws IllegalArgumentException if they are missing or no such lines */
    static List<EpochRecord> history(Map<String, String> metadata) {
        String lines = text(metadata, HISTORY);
        List<EpochRecord> history = new ArrayList<>();
        if (lines.isEmpty()) {
            return history;
        }
        double[] seconds = numbers(text(metadata, SECONDS));
        for (String line : lines.split(LINE_BREAK)) {
            double[] fields = numbers(line);
            if (fields.length != 1 && fields.length != FIELDS || history.size() >= seconds.length) {
                throw new IllegalArgumentException(
                        HISTORY + ": '" + line + "' has neither 1 nor " + FIELDS + " fields, or no seconds");
            }
            int before = history.size();
            Optional<DevScores> dev =
                    fields.length == 1 ? Optional.empty() : Optional.of(new DevScores(fields[1], fields[2]));
            history.add(new EpochRecord(before + 1, seconds[before], fields[0], dev));
        }
        return history;
    }

    /** @throws IllegalArgumentException if it is missing or not one */
    static EpochPart part(Map<String, String> metadata) {
        double[] fields = numbers(text(metadata, PART));
        double[] seconds = numbers(text(metadata, SECONDS));
        if (fields.length != 2 || seconds.length == 0) {
            throw new IllegalArgumentException(PART + ": has not two fields, or no seconds");
        }
        return new EpochPart((int) fields[0], fields[1], seconds[seconds.length - 1]);
    }

    private static double[] numbers(String line) {
        return Stream.of(line.split(FIELD_BREAK))
                .mapToDouble(Double::parseDouble)
                .toArray();
    }

    static String text(Map<String, String> metadata, String name) {
        @Nullable String value = metadata.get(name);
        if (value == null) {
            throw new IllegalArgumentException("metadata " + name + " is missing");
        }
        return value;
    }
}
