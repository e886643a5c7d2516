package org.reelsense.scoring;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.reelsense.text.Tokenizer;

/** Takes of a long review its first and last tokens only, as many of the one as of the other, and counts such reviews. */
public final class HeadTail {

    private static final String LEFT_OUT = " ";

    private final Tokenizer tokenizer = new Tokenizer();
    private final AtomicLong shortened = new AtomicLong();
    private final int tokens;

    /**
     * Makes one.
     *
     * @param tokens kept, at least 2
     * @throws IllegalArgumentException if there are fewer
     */
    public HeadTail(int tokens) {
        if (tokens < 2) {
            throw new IllegalArgumentException("--head-tail is " + tokens + ": give 2 tokens or more");
        }
        this.tokens = tokens;
    }

    /** The text, or the tokens kept of it; tokens joined by spaces tokenize to themselves. */
    public String of(String text) {
        List<String> all = tokenizer.tokenize(text);
        if (all.size() <= tokens) {
            return text;
        }
        shortened.incrementAndGet();
        int head = tokens - tokens / 2;
        return String.join(LEFT_OUT, all.subList(0, head))
                + LEFT_OUT
                + String.join(LEFT_OUT, all.subList(all.size() - tokens / 2, all.size()));
    }

    /** How many texts were shortened. */
    public long shortened() {
        return shortened.get();
    }
}
