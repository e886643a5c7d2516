package org.reelsense.dataset;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Flow;
import org.reelsense.storage.DataException;

/** One GET that follows redirects itself, because it must never fall from https to http. */
final class HttpGet {

    private final HttpClient client;
    private final DownloadPolicy policy;

    HttpGet(DownloadPolicy policy) {
        this.policy = policy;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(policy.patience())
                .build();
    }

    /**
     * The first reply that is no redirect.
     *
     * @throws DataException if the redirects are too many or lead where they must not
     * @throws IOException if the server cannot be reached or does not answer in time
     */
    HttpReply send(URI address, Map<String, String> headers) throws IOException, InterruptedException {
        URI current = address;
        for (int redirects = 0; redirects <= policy.redirects(); redirects++) {
            HttpReply reply = sendOnce(current, headers);
            if (!isRedirect(reply.status())) {
                return reply;
            }
            reply.close();
            current = target(current, reply.header("Location"));
        }
        throw new DataException("The address " + address + " redirects more than " + policy.redirects()
                + " times: check it, or fetch the file elsewhere and give its path");
    }

    /**
     * Where a redirect leads.
     *
     * @throws DataException if it names no address, leads from https to http, or to neither
     */
    static URI target(URI from, String location) throws DataException {
        try {
            URI to = from.resolve(URI.create(location));
            boolean secure = "https".equalsIgnoreCase(to.getScheme());
            boolean plainAllowed = "http".equalsIgnoreCase(from.getScheme()) && "http".equalsIgnoreCase(to.getScheme());
            if (!location.isEmpty() && to.getHost() != null && (secure || plainAllowed)) {
                return to;
            }
        } catch (IllegalArgumentException e) {
            throw badRedirect(from, location);
        }
        throw badRedirect(from, location);
    }

    private static DataException badRedirect(URI from, String location) {
        return new DataException("The address " + from + " redirects to \"" + location
                + "\", which is not followed: give a safe address, or fetch the file elsewhere and give its path");
    }

    private HttpReply sendOnce(URI address, Map<String, String> headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(address).timeout(policy.patience());
        headers.forEach(request::header);
        HttpResponse<Flow.Publisher<List<ByteBuffer>>> response =
                client.send(request.build(), HttpResponse.BodyHandlers.ofPublisher());
        BodyQueue body = new BodyQueue();
        response.body().subscribe(body);
        return new HttpReply(response.statusCode(), response.headers(), body);
    }

    private static boolean isRedirect(int status) {
        return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
    }
}
