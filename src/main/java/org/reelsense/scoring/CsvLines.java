package org.reelsense.scoring;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.StringWriter;
import java.util.List;

/** Comma-separated values, with quotes where they are needed. */
final class CsvLines implements TableLines {

    private final StringWriter buffer = new StringWriter();
    private final CsvWriter writer =
            CsvWriter.builder().lineDelimiter(LineDelimiter.LF).bufferSize(0).build(buffer);

    @Override
    public String line(List<String> values) {
        buffer.getBuffer().setLength(0);
        writer.writeRecord(values);
        return buffer.toString();
    }

    @Override
    public boolean alwaysNamed() {
        return true;
    }
}
