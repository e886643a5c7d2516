package org.reelsense.forecast;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.reelsense.forecast.ForecastFile.OfSeries;
import org.reelsense.storage.DataException;

/** Reads a {@link ForecastFile} row by row; each row must be the one that follows. */
final class ForecastReader {

    private static final int FIGURES = 4;
    private static final int FIELDS = 3 + FIGURES;

    private final Path file;
    private final int horizon;

    /** One row: the window, and actual, forecast and both scaled. */
    private record Row(int series, int window, int step, double[] figures) {}

    ForecastReader(Path file, int horizon) {
        this.file = file;
        this.horizon = horizon;
    }

    ForecastFile read(int count) throws DataException {
        return read(count, rows(lines()));
    }

    /** The first series alone; what comes after it is not looked at. */
    ForecastFile readFirst() throws DataException {
        return read(1, rows(linesOfFirst()));
    }

    private ForecastFile read(int count, List<Row> rows) throws DataException {
        int ofSeries = count * horizon == 0 ? 0 : rows.size() / count;
        if (ofSeries == 0 || rows.size() % count != 0 || ofSeries % horizon != 0) {
            throw damaged("its " + rows.size() + " rows are not whole windows of " + horizon + " steps for each of "
                    + count + " series");
        }
        List<OfSeries> series = new ArrayList<>(count);
        for (int number = 0; number < count; number++) {
            series.add(series(number, rows.subList(number * ofSeries, (number + 1) * ofSeries), rows.get(0).window));
        }
        return new ForecastFile(horizon, series);
    }

    private OfSeries series(int number, List<Row> rows, int first) throws DataException {
        double[][][] figures = new double[FIGURES][rows.size() / horizon][horizon];
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            int window = i / horizon;
            int step = i % horizon;
            if (row.series != number || row.window != first + window || row.step != step + 1) {
                throw damaged("line " + (number * rows.size() + i + 2) + " is not series " + number + ", window "
                        + (first + window) + ", step " + (step + 1));
            }
            for (int figure = 0; figure < FIGURES; figure++) {
                figures[figure][window][step] = row.figures[figure];
            }
        }
        return new OfSeries(first, figures[0], figures[1], figures[2], figures[3]);
    }

    private List<Row> rows(List<String> lines) throws DataException {
        if (lines.isEmpty() || !lines.get(0).equals(ForecastFile.HEADER)) {
            throw damaged("line 1 is not " + ForecastFile.HEADER);
        }
        List<Row> rows = new ArrayList<>(lines.size());
        for (int i = 1; i < lines.size(); i++) {
            rows.add(row(lines.get(i), i + 1));
        }
        return rows;
    }

    private List<String> lines() throws DataException {
        return reading(lines -> lines.toList());
    }

    private List<String> linesOfFirst() throws DataException {
        return reading(lines -> lines.takeWhile(line -> line.equals(ForecastFile.HEADER) || line.startsWith("0,"))
                .toList());
    }

    private List<String> reading(Function<Stream<String>, List<String>> taking) throws DataException {
        try (Stream<String> lines = Files.lines(file)) {
            requireWholeLastLine();
            return taking.apply(lines);
        } catch (UncheckedIOException e) {
            throw unreadable(e.getCause());
        } catch (DataException e) {
            throw e;
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /** A number that was cut is a number, so the last line must end as lines do. */
    private void requireWholeLastLine() throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            in.skip(Math.max(0, Files.size(file) - 1));
            if (in.read() != '\n') {
                throw damaged("it ends within a line");
            }
        }
    }

    private DataException unreadable(IOException e) {
        if (e instanceof NoSuchFileException) {
            return new DataException(file + " is missing; run again", e);
        }
        if (e instanceof CharacterCodingException) {
            return new DataException(file + " is damaged: not UTF-8; run again", e);
        }
        return new DataException("cannot read " + file + " (" + e + ")", e);
    }

    private Row row(String line, int number) throws DataException {
        String[] fields = line.split(",", -1);
        try {
            if (fields.length == FIELDS) {
                return new Row(
                        Integer.parseInt(fields[0]),
                        Integer.parseInt(fields[1]),
                        Integer.parseInt(fields[2]),
                        figures(fields));
            }
        } catch (NumberFormatException e) {
            throw new DataException(message("line " + number + " is not " + ForecastFile.HEADER), e);
        }
        throw damaged("line " + number + " is not " + ForecastFile.HEADER);
    }

    private static double[] figures(String[] fields) {
        double[] figures = new double[FIGURES];
        for (int i = 0; i < FIGURES; i++) {
            figures[i] = Double.parseDouble(fields[FIELDS - FIGURES + i]);
            if (!Double.isFinite(figures[i])) {
                throw new NumberFormatException(fields[FIELDS - FIGURES + i] + " is not finite");
            }
        }
        return figures;
    }

    private DataException damaged(String reason) {
        return new DataException(message(reason));
    }

    private String message(String reason) {
        return file + " is damaged: " + reason + "; run again";
    }
}
