package org.reelsense.scoring;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;

/**
 * Entries on their way from the thread that reads to the one that sends them to be scored. Whoever takes, takes all: while
 * scoring is busy they gather and are scored together, and a line that comes alone does not wait for others.
 */
final class Inbox implements EntrySink {

    /** Of texts and what stands beside them, about 3,000 reviews; a single longer one is let in alone. */
    private static final long MOST_CHARACTERS = 4_000_000;

    private final int mostEntries;
    private List<Entry> entries = new ArrayList<>();
    private long characters;
    private boolean ended;
    private Optional<Throwable> fault = Optional.empty();

    Inbox(int mostEntries) {
        this.mostEntries = mostEntries;
    }

    @Override
    public synchronized void accept(Entry entry) throws InterruptedException {
        long size = entry instanceof Review review ? size(review) : 0;
        while (!entries.isEmpty() && (entries.size() >= mostEntries || characters + size > MOST_CHARACTERS)) {
            wait();
        }
        entries.add(entry);
        characters += size;
        notifyAll();
    }

    /** Nothing more will come, for all is read or because of a fault. */
    synchronized void end(Optional<Throwable> reason) {
        ended = true;
        fault = reason;
        notifyAll();
    }

    /**
     * All that is there; waits for something to come, and gives nothing only at the end.
     *
     * @throws CompletionException of the fault, after all that came before it
     */
    synchronized List<Entry> take() throws InterruptedException {
        while (entries.isEmpty() && !ended) {
            wait();
        }
        if (entries.isEmpty() && fault.isPresent()) {
            throw new CompletionException(fault.get());
        }
        return takeNow();
    }

    /** All that is there at this moment. */
    synchronized List<Entry> takeNow() {
        List<Entry> taken = entries;
        entries = new ArrayList<>();
        characters = 0;
        notifyAll();
        return taken;
    }

    private static long size(Review review) {
        long size = review.text().length();
        size += review.row().json().map(String::length).orElse(0);
        for (String value : review.row().values()) {
            size += value.length();
        }
        return size;
    }
}
