package org.reelsense.text;

import java.util.Arrays;

/**
 * A text on its way through one stage of cleaning: stretches that stay are copied whole, the rest is replaced. If asked, it
 * keeps where each char came from. State of a single call; the positions of {@link #replace} must rise.
 */
final class Rewrite {

    private static final int[] UNTRACED = {};

    private final String source;
    private final boolean traced;
    private final StringBuilder written;
    private int[] origins = UNTRACED;
    private int done;
    private int end;

    Rewrite(String source, boolean traced) {
        this.end = source.length();
        this.source = source;
        this.traced = traced;
        this.written = new StringBuilder(source.length());
    }

    /** Copies what stands before {@code position} and was not copied yet. */
    void copyTo(int position) {
        if (traced) {
            ensureOrigins(position - done);
            for (int i = 0; i < position - done; i++) {
                origins[written.length() + i] = done + i;
            }
        }
        written.append(source.substring(done, position)); // a range of it would be appended char by char
        done = position;
    }

    /** Writes a text in place of {@code [begin, end)}, after what stands before. */
    void replace(int begin, int end, String replacement) {
        copyTo(begin);
        append(replacement);
        done = end;
    }

    /** Writes a text that stands for what comes next. */
    void append(String text) {
        if (traced) {
            ensureOrigins(text.length());
            Arrays.fill(origins, written.length(), written.length() + text.length(), done);
        }
        written.append(text);
    }

    private void ensureOrigins(int more) {
        int needed = written.length() + more;
        if (origins.length < needed) {
            origins = Arrays.copyOf(origins, needed + needed / 2 + 16);
        }
    }

    boolean isEmpty() {
        return written.length() == 0;
    }

    /** The last char written; there must be one. */
    char last() {
        return written.charAt(written.length() - 1);
    }

    void dropLast() {
        end = traced ? origins[written.length() - 1] : end;
        written.setLength(written.length() - 1);
    }

    /** The text so far and all that was not copied yet. */
    TracedText finish() {
        copyTo(source.length());
        return new TracedText(written.toString(), origins, end);
    }
}
