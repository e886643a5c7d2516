package org.reelsense.dataset;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The body of a reply, a few buffers at a time and with patience for each: the client's own time limit ends with the
 * headers, so that a server that falls silent in the body would hang a plain stream for ever.
 */
final class BodyQueue implements Flow.Subscriber<List<ByteBuffer>>, AutoCloseable {

    private record Signal(
            List<ByteBuffer> buffers,
            boolean last,
            @Nullable Throwable error) {}

    private final BlockingQueue<Signal> signals = new LinkedBlockingQueue<>();
    private final CompletableFuture<Flow.Subscription> subscription = new CompletableFuture<>();

    /**
     * Waits for the next buffers; none at the end of the body.
     *
     * @throws IOException if the connection broke or nothing came for {@code patience}
     */
    List<ByteBuffer> next(Duration patience) throws IOException, InterruptedException {
        Signal signal = signals.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
        if (signal == null) {
            throw new IOException("no byte came for " + patience.toMillis() / 1000.0 + " s");
        }
        if (signal.error != null) {
            throw new IOException(String.valueOf(signal.error.getMessage()), signal.error);
        }
        if (!signal.last) {
            subscription.thenAccept(s -> s.request(1));
        }
        return signal.buffers;
    }

    /** Drops the rest of the body and its connection. */
    @Override
    public void close() {
        subscription.thenAccept(Flow.Subscription::cancel); // also if it starts only later
    }

    @Override
    public void onSubscribe(Flow.Subscription started) {
        subscription.complete(started);
        started.request(1);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        signals.add(new Signal(buffers, false, null));
    }

    @Override
    public void onError(Throwable error) {
        signals.add(new Signal(List.of(), true, error));
    }

    @Override
    public void onComplete() {
        signals.add(new Signal(List.of(), true, null));
    }
}
