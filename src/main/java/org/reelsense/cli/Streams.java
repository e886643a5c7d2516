package org.reelsense.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.reelsense.progress.Progress;

/**
 * What a command reads and writes.
 *
 * @param in standard input
 * @param out results, in UTF-8 whatever the locale, so that they can be read by a program; buffered
 * @param err everything else
 * @param terminals which of them somebody looks at
 */
record Streams(InputStream in, PrintStream out, PrintStream err, Terminals terminals) {

    private static final int BUFFER_BYTES = 1 << 16;

    /** The process's own. */
    static Streams ofProcess() {
        // System.out would swallow a failed write, and use the locale's charset.
        ClosedOutput.Stream results = new ClosedOutput.Stream(new FileOutputStream(FileDescriptor.out));
        PrintStream out =
                new PrintStream(new BufferedOutputStream(results, BUFFER_BYTES), false, StandardCharsets.UTF_8);
        return new Streams(System.in, out, System.err, Terminals.ofProcess());
    }

    /** Where a command's long work reports to. */
    Progress progress() {
        return terminals.err() ? new BarProgress(err) : new LineProgress(err, System::nanoTime);
    }

    PrintWriter outWriter() {
        return new PrintWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), true);
    }

    PrintWriter errWriter() {
        return new PrintWriter(err, true);
    }
}
