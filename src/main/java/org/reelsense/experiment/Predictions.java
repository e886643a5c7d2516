package org.reelsense.experiment;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.reelsense.storage.DataException;
import org.reelsense.storage.DurableFile;

/**
 * What a model said of each test review: {@code predictions/NAME-SEED.csv} with the columns {@value #HEADER}. The label
 * is 0 or 1; the probability of "positive" has all the digits of a float, so that scores can be computed again from the
 * file.
 *
 * @param reviews ids, such as {@code test/pos/0_10}
 */
record Predictions(List<String> reviews, boolean[] positive, float[] probabilities) {

    private static final String HEADER = "review,label,probability";

    Predictions {
        reviews = List.copyOf(reviews);
    }

    void write(Path file) throws IOException {
        DurableFile.write(file, out -> {
            Writer csv = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            csv.write(HEADER + "\n");
            for (int i = 0; i < probabilities.length; i++) {
                csv.write(reviews.get(i) + (positive[i] ? ",1," : ",0,") + probabilities[i] + "\n");
            }
            csv.flush();
        });
    }

    /**
     * Reads such a file.
     *
     * @throws DataException if it is missing or damaged, with the line
     */
    static Predictions read(Path file) throws DataException {
        List<String> lines = lines(file);
        if (lines.isEmpty() || !lines.get(0).equals(HEADER)) {
            throw new DataException(file + " is damaged: line 1 is not " + HEADER + "; run again");
        }
        int count = lines.size() - 1;
        List<String> reviews = new ArrayList<>(count);
        boolean[] positive = new boolean[count];
        float[] probabilities = new float[count];
        for (int i = 0; i < count; i++) {
            String[] fields = fields(file, lines.get(i + 1), i + 2);
            reviews.add(fields[0]);
            positive[i] = fields[1].equals("1");
            probabilities[i] = Float.parseFloat(fields[2]);
        }
        return new Predictions(reviews, positive, probabilities);
    }

    private static List<String> lines(Path file) throws DataException {
        try {
            return Files.readAllLines(file);
        } catch (NoSuchFileException e) {
            throw new DataException(
                    file + " is missing: runs are compared review by review; run again, or compare"
                            + " the run folder that has it",
                    e);
        } catch (CharacterCodingException e) {
            throw new DataException(file + " is damaged: not UTF-8; run again", e);
        } catch (IOException e) {
            throw new DataException("cannot read " + file + " (" + e + ")", e);
        }
    }

    private static String[] fields(Path file, String line, int number) throws DataException {
        // An id may hold commas, a folder's file names being its user's.
        int second = line.lastIndexOf(',');
        int first = line.lastIndexOf(',', second - 1);
        if (first > 0
                && line.substring(first + 1, second).matches("[01]")
                && isProbability(line.substring(second + 1))) {
            return new String[] {line.substring(0, first), line.substring(first + 1, second), line.substring(second + 1)
            };
        }
        throw new DataException(
                file + " is damaged: line " + number + " is not a review, 0 or 1, and a probability;" + " run again");
    }

    private static boolean isProbability(String text) {
        try {
            float value = Float.parseFloat(text);
            return value >= 0 && value <= 1;
        } catch (NumberFormatException e) {
            return false;
        }
    }
}
