package org.reelsense.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;

/** What one command printed, and its exit code; public for the tests of other packages. */
public record CommandRun(int code, String out, String err) {

    public static CommandRun of(String... args) {
        return withInput(new byte[0], args);
    }

    public static CommandRun withInput(byte[] input, String... args) {
        return run(input, Terminals.NONE, args);
    }

    /** With results that somebody looks at, on a terminal that can show colours. */
    public static CommandRun onTerminal(String... args) {
        return run(new byte[0], new Terminals(true, false, true), args);
    }

    /** With results that somebody looks at who wants no colours. */
    static CommandRun onPlainTerminal(String... args) {
        return run(new byte[0], new Terminals(true, false, false), args);
    }

    /** Interrupted as by a time limit, when a line with {@code at} is printed; returns the exit code. */
    static int interruptedAt(String at, String... args) {
        PrintStream err = new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8) {
            @Override
            public void println(String line) {
                if (line.contains(at)) {
                    Thread.currentThread().interrupt();
                }
            }
        };
        PrintStream out = printer(new ByteArrayOutputStream());
        try {
            return Main.run(args, new Streams(new ByteArrayInputStream(new byte[0]), out, err, Terminals.NONE));
        } finally {
            Thread.interrupted();
        }
    }

    private static CommandRun run(byte[] input, Terminals terminals, String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Streams io = new Streams(new ByteArrayInputStream(input), printer(out), printer(err), terminals);
        int code = Main.run(args, io);
        return new CommandRun(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** All commands, to look at or to parse with; what they would print is lost. */
    public static CommandLine commandLine() {
        PrintStream nowhere = printer(new ByteArrayOutputStream());
        Streams io = new Streams(new ByteArrayInputStream(new byte[0]), nowhere, nowhere, Terminals.NONE);
        return Main.commandLine(io, new Failures(nowhere));
    }

    static PrintStream printer(ByteArrayOutputStream target) {
        return new PrintStream(target, true, StandardCharsets.UTF_8);
    }
}
