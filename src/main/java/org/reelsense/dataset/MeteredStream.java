package org.reelsense.dataset;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.reelsense.progress.Progress;

/** Tells how many bytes went through, a megabyte at a time and the rest when it is closed. */
final class MeteredStream extends FilterInputStream {

    private static final long REPORT_EVERY = 1 << 20;

    private final Progress progress;
    private long unreported;

    MeteredStream(InputStream in, Progress progress) {
        super(in);
        this.progress = progress;
    }

    @Override
    public int read() throws IOException {
        int value = super.read();
        count(value < 0 ? -1 : 1);
        return value;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int read = super.read(target, offset, length);
        count(read);
        return read;
    }

    @Override
    public void close() throws IOException {
        report();
        super.close();
    }

    private void count(long read) {
        unreported += Math.max(read, 0);
        if (unreported >= REPORT_EVERY) {
            report();
        }
    }

    private void report() {
        progress.advance(unreported);
        unreported = 0;
    }
}
