package org.reelsense.dataset;

import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.reelsense.progress.Progress;
import org.reelsense.storage.DataException;

/**
 * One attempt to fetch what a part lacks. A plain IOException means "worth another attempt", a DataException that it is
 * not.
 */
record Transfer(URI address, PartFile part, HttpGet http, DownloadPolicy policy, Substitute substitute) {

    private static final int OK = 200;
    private static final int PARTIAL = 206;
    private static final int RANGE_REFUSED = 416;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVER_ERROR = 500;

    /** The server wants to be left alone for a while. */
    static final class Busy extends IOException {

        private static final long serialVersionUID = 1L;

        private final Duration retryAfter;

        Busy(int status, Duration retryAfter) {
            super("the server answered " + status);
            this.retryAfter = retryAfter;
        }

        Duration retryAfter() {
            return retryAfter;
        }
    }

    /** Fetches what is missing; true if it was added to what an earlier attempt had left. */
    boolean run(Progress progress) throws IOException, InterruptedException {
        String validator = part.validator(address);
        long have = validator.isEmpty() ? 0 : part.length();
        Map<String, String> headers =
                have == 0 ? Map.of() : Map.of("Range", "bytes=" + have + "-", "If-Range", validator);
        try (HttpReply reply = http.send(address, headers)) {
            if (isWhole(reply, have)) {
                return true;
            }
            boolean resumed = have > 0 && reply.status() == PARTIAL;
            refuse(reply, resumed, have);
            try (FileChannel out = resumed ? part.goOn() : part.restart(address, reply.validator())) {
                receive(reply, out, resumed ? have : 0, progress);
            }
            return resumed;
        }
    }

    /** A process that ends between the last byte and the final name leaves a part that lacks nothing. */
    private static boolean isWhole(HttpReply reply, long have) {
        return have > 0 && reply.status() == RANGE_REFUSED && reply.wholeLength() == have;
    }

    private void refuse(HttpReply reply, boolean resumed, long have) throws IOException {
        int status = reply.status();
        if (status == TOO_MANY_REQUESTS || status >= SERVER_ERROR) {
            throw new Busy(status, reply.retryAfter());
        }
        if (status == RANGE_REFUSED || resumed && reply.rangeStart() != have) {
            part.discard();
            throw new IOException("the server does not go on at byte " + have);
        }
        if (status != OK && !resumed) {
            throw new DataException(
                    "The server answered " + status + " for " + address + ": check the address, " + orGive());
        }
        if (reply.isWebPage()) {
            throw new DataException("The address " + address + " gives a web page, not " + substitute.what()
                    + ": check it, " + orGive());
        }
        if (reply.wholeLength() > policy.largestBytes()) {
            throw tooLarge();
        }
    }

    private String orGive() {
        return "or give " + substitute.what() + " with `" + substitute.option() + "`";
    }

    private void receive(HttpReply reply, FileChannel out, long have, Progress progress)
            throws IOException, InterruptedException {
        long whole = reply.wholeLength();
        long length = have;
        Pace pace = new Pace(policy);
        progress.begin("downloading " + address, whole, "bytes");
        try {
            progress.advance(have);
            for (List<ByteBuffer> buffers = reply.body().next(policy.patience());
                    !buffers.isEmpty();
                    buffers = reply.body().next(policy.patience())) {
                long written = write(buffers, out);
                length += written;
                if (length > policy.largestBytes()) {
                    throw tooLarge();
                }
                pace.count(written);
                progress.advance(written);
            }
        } finally {
            progress.end();
        }
        if (whole >= 0 && length != whole) {
            throw new IOException("only " + length + " of " + whole + " bytes came");
        }
    }

    private long write(List<ByteBuffer> buffers, FileChannel out) throws IOException {
        long written = 0;
        try {
            for (ByteBuffer buffer : buffers) {
                while (buffer.hasRemaining()) {
                    written += out.write(buffer);
                }
            }
        } catch (ClosedByInterruptException e) {
            throw e;
        } catch (IOException e) {
            throw part.cannotWrite(e); // a full disk is no reason to ask the server again
        }
        return written;
    }

    private DataException tooLarge() throws IOException {
        part.discard();
        return new DataException("The file at " + address + " is refused because it has more than "
                + policy.largestBytes() + " bytes: check the address");
    }
}
