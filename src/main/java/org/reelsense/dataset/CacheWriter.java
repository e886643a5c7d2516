package org.reelsense.dataset;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32C;

/** Writes {@link CacheFormat}. State of one writing. */
final class CacheWriter {

    private final DataOutputStream out;
    private final ByteArrayOutputStream payload = new ByteArrayOutputStream(CacheFormat.BLOCK_BYTES);
    private final DataOutputStream block = new DataOutputStream(payload);
    private final Map<String, Integer> films = new HashMap<>();

    private CacheWriter(OutputStream out) {
        this.out = new DataOutputStream(out);
    }

    static void write(OutputStream out, String sha256, Reviews reviews) throws IOException {
        CacheWriter writer = new CacheWriter(out);
        writer.out.write(CacheFormat.MAGIC);
        writer.out.writeInt(CacheFormat.VERSION);
        writer.header(sha256, reviews);
        for (Review review : (Iterable<Review>) reviews.all()::iterator) {
            writer.review(review);
        }
        writer.closeBlock();
        writer.out.flush();
    }

    private void header(String sha256, Reviews reviews) throws IOException {
        List<String> order = new ArrayList<>();
        reviews.all()
                .map(Review::film)
                .forEach(film -> films.computeIfAbsent(film, f -> {
                    order.add(f);
                    return order.size() - 1;
                }));
        string(sha256);
        block.writeInt(reviews.labelled().size());
        block.writeInt(reviews.test().size());
        block.writeInt(reviews.unlabelled().size());
        block.writeInt(order.size());
        for (String film : order) {
            string(film);
        }
        closeBlock();
    }

    private void review(Review review) throws IOException {
        block.writeByte(review.isLabelled() ? review.label().ordinal() + 1 : 0);
        block.writeByte(review.stars());
        block.writeInt(films.get(review.film()));
        string(review.id());
        string(review.text());
        if (payload.size() >= CacheFormat.BLOCK_BYTES) {
            closeBlock();
        }
    }

    private void string(String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        block.writeInt(bytes.length);
        block.write(bytes);
    }

    private void closeBlock() throws IOException {
        if (payload.size() == 0) {
            return;
        }
        byte[] bytes = payload.toByteArray();
        CRC32C crc = new CRC32C();
        crc.update(bytes);
        out.writeInt(bytes.length);
        out.writeInt((int) crc.getValue());
        out.write(bytes);
        payload.reset();
    }
}
