package org.reelsense.dataset;

import com.sun.net.httpserver.HttpHandler;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * What servers do to a download, each fault by its name: replies in their order, the last of which is given to all further
 * requests. After faults that pass, an honest server follows.
 */
final class DownloadFaults {

    /** @param passing whether the download must get over it by itself */
    record Fault(String name, boolean passing, List<HttpHandler> replies) {}

    private final Map<String, Fault> all = new LinkedHashMap<>();
    private final byte[] file;
    private final Random random;
    private final HttpHandler honest;

    private DownloadFaults(byte[] file, Random random) {
        this.file = file;
        this.random = random;
        this.honest = ScriptedServer.honest(file, ScriptedServer.TAG);
    }

    static List<Fault> of(byte[] file, Random random) {
        DownloadFaults faults = new DownloadFaults(file, random);
        faults.cuts();
        faults.lengths();
        faults.ranges();
        faults.busy();
        faults.redirects();
        faults.contents();
        faults.slow();
        return List.copyOf(faults.all.values());
    }

    private void cuts() {
        for (int percent : new int[] {1, 25, 50, 75, 99}) {
            passing("cut at " + percent + " %", cut(file.length / 100 * percent + random.nextInt(50)));
        }
        passing("last byte cut", cut(file.length - 1));
        passing("cut before the first byte", cut(0));
        passing("cut twice", cut(near(30)), honestButCut(near(60)));
    }

    private void lengths() {
        passing("length said too large", exchange -> {
            exchange.getResponseHeaders().set("ETag", ScriptedServer.TAG);
            exchange.sendResponseHeaders(200, file.length + 1 + random.nextInt(1000));
            exchange.getResponseBody().write(file);
            exchange.getResponseBody().flush();
        });
        failing("length said too small", whole(Arrays.copyOf(file, near(90))));
        failing("chunked and ended early", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(file, 0, near(50));
            }
        });
        passing("chunked", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(file);
            }
        });
    }

    private void ranges() {
        passing("range ignored", cut(near(40)), whole(file));
        int wrong = near(40) - 1 - random.nextInt(500);
        passing("206 with a wrong offset", cut(near(40)), partial(file, wrong));
        passing("206 with a wrong offset, said right", cut(near(40)), misplaced(near(40), wrong));
        failing("206 unasked", partial(file, 0));
        passing("416", cut(near(40)), ScriptedServer.status(416, "Content-Range", "bytes */" + file.length));
        byte[] old = other();
        passing("ETag changed", ScriptedServer.cutAfter(old, near(40)), ScriptedServer.honest(file, "\"v2\""));
        passing("changed behind the same ETag", ScriptedServer.cutAfter(old, near(40)));
    }

    private void busy() {
        for (int status : new int[] {429, 500, 503}) {
            passing(status + " with Retry-After", ScriptedServer.status(status, "Retry-After", "0"));
        }
        passing("503 with a date", ScriptedServer.status(503, "Retry-After", "Wed, 21 Oct 2015 07:28:00 GMT"));
        passing("503 after a cut", cut(near(70)), ScriptedServer.status(503, "Retry-After", "0"));
        only("503 for ever", ScriptedServer.status(503, "Retry-After", "0"));
        only("404", ScriptedServer.status(404, "X", "y"));
    }

    private void redirects() {
        HttpHandler on = ScriptedServer.status(302, "Location", "/next");
        passing("5 redirects", on, on, on, on, on);
        only("6 redirects", on, on, on, on, on, on, honest);
        only("redirects in a loop", ScriptedServer.status(301, "Location", "/a.tar.gz"));
        only("redirect to a file", ScriptedServer.status(302, "Location", "file:///etc/passwd"));
        only("redirect to nowhere", ScriptedServer.status(302, "X", "y"));
    }

    private void contents() {
        byte[] page = TestData.bytes("<html>Log in</html>");
        failing("web page", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/html");
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
        });
        failing("web page that does not say so", whole(page));
        failing("empty", exchange -> exchange.sendResponseHeaders(200, -1));
        byte[] flipped = file.clone();
        flipped[2 + random.nextInt(file.length - 2)] ^= (byte) (1 << random.nextInt(8));
        failing("one bit wrong", whole(flipped));
        failing("too large", whole(Arrays.copyOf(file, 1 << 20)));
    }

    private void slow() {
        passing("stall", ScriptedServer.slowAfter(file, near(50), 1_000));
        passing("stall before the headers", exchange -> ScriptedServer.pause(1_000));
        passing("a byte at a time", ScriptedServer.slowAfter(file, near(50), 20));
    }

    private HttpHandler cut(int length) {
        return ScriptedServer.cutAfter(file, length);
    }

    private static HttpHandler whole(byte[] content) {
        return ScriptedServer.whole(content);
    }

    private HttpHandler honestButCut(int end) {
        return exchange -> {
            int from = Integer.parseInt(
                    exchange.getRequestHeaders().getFirst("Range").replaceAll("\\D", ""));
            exchange.getResponseHeaders().set("ETag", ScriptedServer.TAG);
            exchange.getResponseHeaders()
                    .set("Content-Range", "bytes " + from + "-" + (file.length - 1) + "/" + file.length);
            exchange.sendResponseHeaders(206, file.length - from);
            exchange.getResponseBody().write(file, from, end - from);
            exchange.getResponseBody().flush();
        };
    }

    private HttpHandler partial(byte[] content, int from) {
        String said = "bytes " + from + "-" + (content.length - 1) + "/" + content.length;
        return ScriptedServer.part(206, ScriptedServer.TAG, said, content, from, content.length);
    }

    /** Says that it goes on at {@code said} and sends what stands at {@code from}. */
    private HttpHandler misplaced(int said, int from) {
        String range = "bytes " + said + "-" + (file.length - 1) + "/" + file.length;
        return ScriptedServer.part(206, ScriptedServer.TAG, range, file, from, from + file.length - said);
    }

    private int near(int percent) {
        return file.length / 100 * percent;
    }

    private byte[] other() {
        byte[] other = file.clone();
        Arrays.fill(other, 10, other.length, (byte) 7);
        return other;
    }

    /** The download gets over it by itself once the server is honest again. */
    private void passing(String name, HttpHandler... replies) {
        List<HttpHandler> script = new ArrayList<>(List.of(replies));
        script.add(honest);
        all.put(name, new Fault(name, true, script));
    }

    /** What came is whole but wrong, and refused, though the server would be honest from then on. */
    private void failing(String name, HttpHandler reply) {
        all.put(name, new Fault(name, false, List.of(reply, honest)));
    }

    /** The server never gives the file. */
    private void only(String name, HttpHandler... replies) {
        all.put(name, new Fault(name, false, List.of(replies)));
    }
}
