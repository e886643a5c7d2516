package org.reelsense;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;

/** A program of somebody else's: no launcher, no options. Prints its predictions, then how many threads compute. */
public final class PlainMain {

    private static final Path TASKS = Path.of("/proc/self/task");

    private PlainMain() {}

    public static void main(String[] arguments) throws IOException {
        try (SentimentClassifier classifier = SentimentClassifier.load(Path.of(arguments[0]), 3)) {
            String[] texts = Arrays.copyOfRange(arguments, 1, arguments.length);
            for (Prediction prediction : classifier.classify(Arrays.asList(texts))) {
                System.out.println(prediction.probability());
            }
            System.out.println(threads("reelsense-scor"));
        }
    }

    /** Threads of OpenMP take the name of the one that called it. */
    private static long threads(String name) throws IOException {
        try (Stream<Path> tasks = Files.list(TASKS)) {
            return tasks.filter(task -> isNamed(task, name)).count();
        }
    }

    private static boolean isNamed(Path task, String name) {
        try {
            return Files.readString(task.resolve("comm")).startsWith(name);
        } catch (IOException ended) {
            return false;
        }
    }
}
