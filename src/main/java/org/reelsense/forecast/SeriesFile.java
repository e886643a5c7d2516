package org.reelsense.forecast;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.List;
import org.reelsense.storage.Checksum;
import org.reelsense.storage.DataException;
import org.reelsense.storage.DurableFile;

/**
 * Series as a CSV file: a series a row, numbers with commas between them, no header, no quotes. Blanks around a number,
 * Windows' line ends and a byte order mark are taken; nothing else is guessed at.
 */
public final class SeriesFile {

    private static final int BUFFER_BYTES = 1 << 16;

    /** Digits enough to get every double back; unlike {@code Double.toString}, the same on every JDK. */
    private static final MathContext DIGITS = new MathContext(17);

    private SeriesFile() {}

    /**
     * Reads a file, in memory of its values' size.
     *
     * @return the set, named like the file
     * @throws DataException if it cannot be read, is beyond the limits of {@link SeriesLimits}, or is anything else than
     *     rows of finite numbers, all of one length; with row and column, from 1
     */
    public static SeriesSet read(Path file) throws DataException {
        return read(file, String.valueOf(file.getFileName()));
    }

    static SeriesSet read(Path file, String name) throws DataException {
        return read(file, name, SeriesLimits.DEFAULT);
    }

    static SeriesSet read(Path file, String name, SeriesLimits limits) throws DataException {
        MessageDigest digest = Checksum.newDigest("SHA-256");
        if (Files.isDirectory(file)) {
            throw new DataException(file + " is a folder: give a file of series");
        }
        try (InputStream in =
                new BufferedInputStream(new DigestInputStream(Files.newInputStream(file), digest), BUFFER_BYTES)) {
            List<double[]> series = new SeriesReader(in, file.toString(), limits).read();
            return new SeriesSet(name, Checksum.hex(digest), series);
        } catch (DataException e) {
            throw e;
        } catch (NoSuchFileException e) {
            throw new DataException("There is no file " + file + ": check the path, or give another series", e);
        } catch (IOException e) {
            throw new DataException(
                    "The series " + file + " cannot be read (" + e.getMessage() + "): check the file and its rights",
                    e);
        }
    }

    /**
     * Writes a set so that reading gives the same values again. The bytes are those of {@link SeriesSet#sha256} only if
     * the set was written by this method before, or generated.
     *
     * @throws DataException if the file cannot be written
     */
    public static void write(SeriesSet set, Path file) throws IOException {
        DurableFile.write(file, out -> write(set.series(), out));
    }

    /** The SHA-256 of what {@link #write} would write. */
    static String sha256(List<double[]> series) {
        MessageDigest digest = Checksum.newDigest("SHA-256");
        try (OutputStream out = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
            write(series, out);
        } catch (IOException e) {
            throw new IllegalStateException("a stream to nowhere cannot fail", e);
        }
        return Checksum.hex(digest);
    }

    private static void write(List<double[]> series, OutputStream to) throws IOException {
        OutputStream out = new BufferedOutputStream(to, BUFFER_BYTES);
        for (double[] values : series) {
            for (int i = 0; i < values.length; i++) {
                String number = new BigDecimal(values[i]).round(DIGITS).toString();
                out.write((number + (i < values.length - 1 ? "," : "\n")).getBytes(StandardCharsets.US_ASCII));
            }
        }
        out.flush();
    }
}
