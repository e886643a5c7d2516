package org.reelsense.dataset;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.Locale;

/** Status, headers and the still unread body of a reply. Closing it drops what was not read. */
record HttpReply(int status, HttpHeaders headers, BodyQueue body) implements AutoCloseable {

    private static final String RANGE_UNIT = "bytes ";

    /** What a later If-Range may quote: a strong ETag, else the date of change, else nothing (RFC 9110, 13.1.5). */
    String validator() {
        String tag = header("ETag");
        return tag.isEmpty() || tag.startsWith("W/") ? header("Last-Modified") : tag;
    }

    /** Where a part starts, from {@code Content-Range: bytes 100-199/200}; -1 if that is not said. */
    long rangeStart() {
        String range = header("Content-Range");
        int dash = range.indexOf('-');
        return range.startsWith(RANGE_UNIT) && dash > 0 ? number(range.substring(RANGE_UNIT.length(), dash)) : -1;
    }

    /** The size of the whole file, from {@code Content-Range} or {@code Content-Length}; -1 if that is not said. */
    long wholeLength() {
        String range = header("Content-Range");
        return range.isEmpty() ? number(header("Content-Length")) : number(range.substring(range.indexOf('/') + 1));
    }

    /** How long a busy server asks to wait; dates are not understood and count as zero. */
    Duration retryAfter() {
        return Duration.ofSeconds(Math.max(0, number(header("Retry-After"))));
    }

    boolean isWebPage() {
        return header("Content-Type").toLowerCase(Locale.ROOT).startsWith("text/html");
    }

    String header(String name) {
        return headers.firstValue(name).orElse("").strip();
    }

    @Override
    public void close() {
        body.close();
    }

    private static long number(String text) {
        try {
            return Long.parseLong(text.strip());
        } catch (NumberFormatException e) {
            return -1;
        }
    }
}
