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
 * @param terminal whether somebody looks at {@code err} on a terminal, where a bar may be drawn
 * @param outTerminal whether somebody looks at {@code out} on a terminal
 */
record Streams(InputStream in, PrintStream out, PrintStream err, boolean terminal, boolean outTerminal) {

    private static final int BUFFER_BYTES = 1 << 16;

    /** Set by the launcher, which can ask the system about standard error alone; Java cannot. */
    private static final String TERMINAL_PROPERTY = "reelsense.terminal";

    /** The same for standard output. */
    private static final String OUT_TERMINAL_PROPERTY = "reelsense.out.terminal";

    /** With results that go to a program. */
    Streams(InputStream in, PrintStream out, PrintStream err, boolean terminal) {
        this(in, out, err, terminal, false);
    }

    /** The process's own. */
    static Streams ofProcess() {
        // System.out would swallow a failed write, and use the locale's charset.
        ClosedOutput.Stream results = new ClosedOutput.Stream(new FileOutputStream(FileDescriptor.out));
        PrintStream out =
                new PrintStream(new BufferedOutputStream(results, BUFFER_BYTES), false, StandardCharsets.UTF_8);
        boolean capable = !"dumb".equals(System.getenv("TERM"));
        return new Streams(
                System.in,
                out,
                System.err,
                capable && isTerminal(TERMINAL_PROPERTY),
                capable && isTerminal(OUT_TERMINAL_PROPERTY));
    }

    /** Where a command's long work reports to. */
    Progress progress() {
        return terminal ? new BarProgress(err) : new LineProgress(err, System::nanoTime);
    }

    PrintWriter outWriter() {
        return new PrintWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), true);
    }

    PrintWriter errWriter() {
        return new PrintWriter(err, true);
    }

    /** Without the launcher's word: a console stands for input and output. JDK 22 to 24 give one in any case. */
    private static boolean isTerminal(String property) {
        String told = System.getProperty(property);
        if (told != null) {
            return Boolean.parseBoolean(told);
        }
        int jdk = Runtime.version().feature();
        return System.console() != null && (jdk < 22 || jdk > 24);
    }
}
