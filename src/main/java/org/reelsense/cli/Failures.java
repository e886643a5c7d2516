package org.reelsense.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import org.reelsense.storage.DataException;
import org.reelsense.training.DivergedException;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns whatever went wrong into one line on standard error and an exit code. Nothing else does. */
final class Failures {

    private static final int CAUSES = 20;
    private static final long GIB = 1L << 30;

    private final PrintStream err;

    Failures(PrintStream err) {
        this.err = err;
    }

    /** Says what went wrong and returns the exit code. */
    int report(Throwable failure) {
        Throwable cause = unwrapped(failure);
        if (cause instanceof ClosedOutput closed && closed.isPipe()) {
            return ExitCode.OK;
        }
        if (isInterruption(cause)) {
            return say("interrupted", ExitCode.INTERRUPTED);
        }
        if (cause instanceof ParameterException wrong) {
            return say(usage(wrong), ExitCode.USAGE);
        }
        if (cause instanceof OutOfMemoryError) {
            return say(outOfMemory(), ExitCode.FAILED);
        }
        return ofOurs(cause);
    }

    private int ofOurs(Throwable cause) {
        if (cause instanceof IllegalArgumentException) {
            return say(text(cause), ExitCode.USAGE);
        }
        if (cause instanceof DivergedException) {
            return say(text(cause), ExitCode.FAILED);
        }
        if (cause instanceof DataException || cause instanceof ClosedOutput) {
            return say(text(cause), ExitCode.DATA);
        }
        if (cause instanceof IOException io) {
            return say(ofSystem(io), ExitCode.DATA);
        }
        return say(
                "internal error: " + cause + "; please report it, with " + InternalErrorFile.write(cause),
                ExitCode.FAILED);
    }

    private int say(String message, int code) {
        err.println("reelsense: " + Aligned.printable(message));
        return code;
    }

    /** What was thrown where the work was done, from under the wrappings of pools and streams. */
    private static Throwable unwrapped(Throwable failure) {
        Throwable cause = failure;
        for (int i = 0; i < CAUSES && isWrapping(cause) && cause.getCause() != null; i++) {
            cause = cause.getCause();
        }
        return cause;
    }

    private static boolean isWrapping(Throwable failure) {
        return failure instanceof ExecutionException
                || failure instanceof CompletionException
                || failure instanceof CommandLine.ExecutionException
                || (failure instanceof UncheckedIOException && !(failure instanceof ClosedOutput));
    }

    /** A download that is interrupted says so as a DataException, with the reason as its cause. */
    private static boolean isInterruption(Throwable failure) {
        @Nullable Throwable cause = failure;
        for (int i = 0; i < CAUSES && cause != null; i++, cause = cause.getCause()) {
            if (cause instanceof InterruptedException || cause instanceof ClosedByInterruptException) {
                return true;
            }
        }
        return false;
    }

    private static String usage(ParameterException wrong) {
        CommandLine at = wrong.getCommandLine();
        String help = "; see `" + at.getCommandSpec().qualifiedName() + " --help`";
        if (!(wrong instanceof UnmatchedArgumentException unmatched)) {
            return wrong.getMessage() + help;
        }
        String message = unmatched.isUnknownOption() ? unmatched.getMessage() : superfluous(unmatched, at);
        List<String> near = unmatched.getSuggestions();
        return message + (near.isEmpty() ? "" : "; perhaps " + String.join(" or ", near)) + help;
    }

    private static String superfluous(UnmatchedArgumentException unmatched, CommandLine at) {
        String first = "'" + unmatched.getUnmatched().get(0) + "'";
        return at.getSubcommands().isEmpty() ? "Superfluous argument: " + first : "There is no command " + first;
    }

    private static String outOfMemory() {
        long gib = Math.max(4, 2 * ((Runtime.getRuntime().maxMemory() + GIB - 1) / GIB));
        return "out of memory: give Java more, for example REELSENSE_JAVA_OPTS=-Xmx" + gib + "g";
    }

    /** The system's exceptions say little but a path. */
    private static String ofSystem(IOException failure) {
        if (failure instanceof NoSuchFileException missing) {
            return missing.getFile() + ": no such file or folder";
        }
        if (failure instanceof AccessDeniedException denied) {
            return denied.getFile() + ": permission denied";
        }
        return failure instanceof FileSystemException || failure.getMessage() != null
                ? text(failure)
                : "cannot read or write: " + failure;
    }

    private static String text(Throwable failure) {
        return failure.getMessage() == null ? failure.toString() : failure.getMessage();
    }
}
