package org.reelsense.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Locale;

/** Results can no longer be written: their reader went away, or a disk is full. */
final class ClosedOutput extends UncheckedIOException {

    private static final long serialVersionUID = 1L;

    ClosedOutput(IOException cause) {
        super("cannot write to standard output: " + cause.getMessage(), cause);
    }

    /** Whether the reader has enough, as {@code | head} has; that is no failure. Java tells by the message only. */
    boolean isPipe() {
        return String.valueOf(getCause().getMessage()).toLowerCase(Locale.ROOT).contains("pipe");
    }

    /** Throws this exception through a PrintStream, which swallows a plain IOException; once, then it takes no more. */
    static final class Stream extends OutputStream {

        private final OutputStream target;
        private boolean closed;

        Stream(OutputStream target) {
            this.target = target;
        }

        @Override
        public void write(int b) {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            attempt(() -> target.write(bytes, offset, length));
        }

        @Override
        public void flush() {
            attempt(target::flush);
        }

        private void attempt(Step step) {
            try {
                if (!closed) {
                    step.run();
                }
            } catch (IOException e) {
                closed = true;
                throw new ClosedOutput(e);
            }
        }
    }

    @FunctionalInterface
    private interface Step {
        void run() throws IOException;
    }
}
