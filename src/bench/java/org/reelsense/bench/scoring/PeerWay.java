package org.reelsense.bench.scoring;

import java.util.Locale;

/**
 * How another engine is run.
 *
 * @param style of its batches; ONNX Runtime knows padded ones and those of one length
 * @param size rows of a batch
 * @param threads of the library in one call; 0 for its default
 * @param callers threads that call it at a time
 */
record PeerWay(BatchStyle style, int size, int threads, int callers) {

    Batching batching() {
        return new Batching(size, style == BatchStyle.EVEN);
    }

    PeerWay with(BatchStyle otherStyle, int otherSize) {
        return new PeerWay(otherStyle, otherSize, threads, callers);
    }

    PeerWay withThreads(int others) {
        return new PeerWay(style, size, others, callers);
    }

    @Override
    public String toString() {
        return "%s batches of %d, %s threads, %d callers"
                .formatted(style.name().toLowerCase(Locale.ROOT), size, threads == 0 ? "default" : threads, callers);
    }
}
