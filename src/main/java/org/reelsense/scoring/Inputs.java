package org.reelsense.scoring;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.reelsense.storage.DataException;

/**
 * Files, folders and standard input, one after another.
 */
public final class Inputs {

    /** Stands for standard input. */
    public static final String STANDARD_INPUT = "-";

    private static final String STANDARD_NAME = "standard input";

    private final List<String> paths;
    private final InputChoice choice;
    private final InputStream standardInput;

    /** @throws IllegalArgumentException if standard input stands there twice */
    public Inputs(List<String> paths, InputChoice choice, InputStream standardInput) {
        this.paths = List.copyOf(paths);
        this.choice = choice;
        this.standardInput = standardInput;
        if (Collections.frequency(paths, STANDARD_INPUT) > 1) {
            throw new IllegalArgumentException("PATH: - is given more than once; standard input can be read once");
        }
    }

    /** How many bytes there are to read; negative if that cannot be known. */
    public long totalBytes() {
        return InputSizes.total(paths, choice);
    }

    /**
     * Hands on the entries of all inputs that fit an output; what does not is a failure.
     *
     * @param bytesRead is told how many bytes were read, again and again
     */
    public void forEach(OutputFormat output, EntrySink sink, LongConsumer bytesRead) throws InterruptedException {
        Layout layout = new Layout(output != OutputFormat.JSONL);
        for (String path : paths) {
            if (path.equals(STANDARD_INPUT)) {
                InputStream counted = new InputFiles.Counted(standardInput, bytesRead);
                read(STANDARD_NAME, () -> reader(STANDARD_NAME, counted, choice.ofStandardInput()), layout, sink);
                continue;
            }
            FolderWalk walk = new FolderWalk(
                    choice,
                    file -> read(
                            file.toString(),
                            () -> reader(file.toString(), InputFiles.open(file, bytesRead), choice.of(file)),
                            layout,
                            sink),
                    sink);
            walk.readAll(Path.of(path));
        }
    }

    private ReviewReader reader(String name, InputStream in, InputFormat format) {
        return format == InputFormat.LINES
                ? new LineReader(name, in, !paths.equals(List.of(STANDARD_INPUT)))
                : ReviewReader.of(name, in, format, choice.column());
    }

    @FunctionalInterface
    private interface Opening {
        ReviewReader open() throws IOException;
    }

    private static void read(String name, Opening opening, Layout layout, EntrySink sink) throws InterruptedException {
        try (ReviewReader reader = opening.open()) {
            boolean fits = true;
            for (Optional<Entry> next = reader.next(); next.isPresent() && fits; next = reader.next()) {
                Entry entry = next.get();
                Optional<String> refusal = layout.refusal(entry);
                fits = refusal.isEmpty() || !(entry instanceof Header);
                sink.accept(refusal.isEmpty() ? entry : new Failure(placeOf(entry, name), refusal.get()));
            }
        } catch (DataException e) {
            sink.accept(new Failure(Place.of(name), String.valueOf(e.getMessage())));
        } catch (IOException e) {
            sink.accept(new Failure(Place.of(name), "the rest cannot be read (" + e.getMessage() + ")"));
        }
    }

    private static Place placeOf(Entry entry, String name) {
        return entry instanceof Review review ? review.place() : Place.of(name);
    }
}
