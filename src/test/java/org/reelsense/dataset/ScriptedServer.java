package org.reelsense.dataset;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** A local server whose replies are listed before; the last one is given to all further requests. */
final class ScriptedServer implements AutoCloseable {

    static final String TAG = "\"v1\"";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Queue<HttpHandler> script = new ConcurrentLinkedQueue<>();
    private final AtomicLong sent = new AtomicLong();
    private final CountDownLatch closing = new CountDownLatch(1);

    /** The Range header of every request so far, or "-". */
    final List<String> ranges = new CopyOnWriteArrayList<>();

    ScriptedServer(HttpHandler... replies) throws IOException {
        script.addAll(List.of(replies));
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::reply);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/a.tar.gz");
    }

    private void reply(HttpExchange exchange) throws IOException {
        String range = exchange.getRequestHeaders().getFirst("Range");
        ranges.add(range == null ? "-" : range);
        HttpHandler handler = script.size() > 1 ? script.remove() : script.element();
        try (exchange) {
            exchange.setStreams(null, new CountedStream(exchange.getResponseBody()));
            handler.handle(exchange);
        }
    }

    private final class CountedStream extends FilterOutputStream {

        CountedStream(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
            sent.addAndGet(length);
        }
    }

    /** The whole file, whatever was asked for. */
    static HttpHandler whole(byte[] file) {
        return part(200, TAG, "", file, 0, file.length);
    }

    /** Announces the whole file and breaks off after {@code length} bytes. */
    static HttpHandler cutAfter(byte[] file, int length) {
        return exchange -> {
            exchange.getResponseHeaders().set("ETag", TAG);
            exchange.sendResponseHeaders(200, file.length);
            exchange.getResponseBody().write(file, 0, length);
            exchange.getResponseBody().flush();
        };
    }

    /** Announces the whole file, sends {@code length} bytes and falls silent until the server is closed. */
    HttpHandler stallAfter(byte[] file, int length) {
        return exchange -> {
            cutAfter(file, length).handle(exchange);
            try {
                closing.await(20, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        };
    }

    /** From now on this is the reply to all requests. */
    void replaceAll(HttpHandler reply) {
        script.clear();
        script.add(reply);
    }

    /** Bytes of bodies so far. */
    long sent() {
        return sent.get();
    }

    /** Sends {@code length} bytes at once, and from there one byte after each pause. */
    static HttpHandler slowAfter(byte[] file, int length, int pauseMillis) {
        return exchange -> {
            cutAfter(file, length).handle(exchange);
            for (int i = length; i < file.length; i++) {
                pause(pauseMillis);
                exchange.getResponseBody().write(file, i, 1);
                exchange.getResponseBody().flush();
            }
        };
    }

    /** The same with a piece of {@code bytes} after each pause, and with the ranges of {@link #honest}. */
    static HttpHandler inPieces(byte[] file, int bytes, int pauseMillis) {
        return exchange -> {
            int from = from(exchange, file, TAG);
            if (from >= file.length) {
                honest(file, TAG).handle(exchange);
                return;
            }
            head(exchange, file, TAG, from);
            for (int i = from; i < file.length; i += bytes) {
                pause(pauseMillis);
                exchange.getResponseBody().write(file, i, Math.min(bytes, file.length - i));
                exchange.getResponseBody().flush();
            }
        };
    }

    static void pause(int millis) throws IOException {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new IOException("the server is closed", e);
        }
    }

    void add(HttpHandler reply) {
        script.add(reply);
    }

    /** What a well-behaved server does: the rest if that is asked for and the version is the same, else all. */
    static HttpHandler honest(byte[] file, String tag) {
        return exchange -> {
            int from = from(exchange, file, tag);
            if (from >= file.length) {
                status(416, "Content-Range", "bytes */" + file.length).handle(exchange);
                return;
            }
            head(exchange, file, tag, from);
            exchange.getResponseBody().write(file, from, file.length - from);
        };
    }

    private static int from(HttpExchange exchange, byte[] file, String tag) {
        String range = exchange.getRequestHeaders().getFirst("Range");
        boolean same = tag.equals(exchange.getRequestHeaders().getFirst("If-Range"));
        return range == null || !same ? 0 : Integer.parseInt(range.substring(6, range.length() - 1));
    }

    private static void head(HttpExchange exchange, byte[] file, String tag, int from) throws IOException {
        exchange.getResponseHeaders().set("ETag", tag);
        if (from > 0) {
            String said = "bytes " + from + "-" + (file.length - 1) + "/" + file.length;
            exchange.getResponseHeaders().set("Content-Range", said);
        }
        exchange.sendResponseHeaders(from == 0 ? 200 : 206, file.length - from);
    }

    static HttpHandler part(int status, String tag, String contentRange, byte[] file, int from, int to) {
        return exchange -> {
            exchange.getResponseHeaders().set("ETag", tag);
            if (!contentRange.isEmpty()) {
                exchange.getResponseHeaders().set("Content-Range", contentRange);
            }
            exchange.sendResponseHeaders(status, to - from);
            exchange.getResponseBody().write(file, from, to - from);
        };
    }

    static HttpHandler status(int status, String header, String value) {
        return exchange -> {
            exchange.getResponseHeaders().set(header, value);
            exchange.sendResponseHeaders(status, -1);
        };
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
