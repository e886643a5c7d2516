package org.reelsense.experiment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.reelsense.storage.DataException;
import org.reelsense.storage.DurableFile;

/**
 * A run folder's {@code mistakes.json}. It holds the texts of reviews, which belong to their authors: it stays on the
 * machine that made it and is never put into {@code datasets/results}, and neither is a report that shows them.
 */
public final class MistakeFile {

    /** In a run folder. */
    public static final String NAME = "mistakes.json";

    private static final int SCHEMA = 1;
    private static final String NOTICE = "holds reviews, which belong to their authors: do not publish";
    private static final int MOST_STARS = 10;

    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private MistakeFile() {}

    /** The file's fields. */
    private record Content(
            int schema, String notice, @Nullable List<@Nullable Mistake> mistakes) {}

    /**
     * Writes the mistakes of a run.
     *
     * @throws IOException if that fails; an older file is then untouched
     */
    static void write(RunFolder folder, List<Mistake> mistakes) throws IOException {
        DurableFile.write(file(folder), out -> {
            out.write(JSON.writeValueAsBytes(new Content(SCHEMA, NOTICE, List.copyOf(mistakes))));
            out.write('\n');
        });
    }

    /**
     * Reads the mistakes of a run, in the order they were written.
     *
     * @return empty if there is no such file
     * @throws DataException if it is damaged, of a later version or none of ours
     */
    public static List<Mistake> read(RunFolder folder) throws DataException {
        Path file = file(folder);
        try {
            return mistakes(file, JSON.readTree(Files.readAllBytes(file)));
        } catch (NoSuchFileException none) {
            return List.of();
        } catch (JsonProcessingException e) {
            throw damaged(file, e.getOriginalMessage(), e);
        } catch (DataException e) {
            throw e;
        } catch (IOException e) {
            throw new DataException("cannot read " + file + "; make it readable, or remove it to go without", e);
        }
    }

    private static Path file(RunFolder folder) {
        return folder.path().resolve(NAME);
    }

    private static List<Mistake> mistakes(Path file, JsonNode json) throws IOException {
        // Before the fields: a later schema may have other ones.
        int schema = json.path("schema").asInt();
        if (schema != SCHEMA) {
            throw new DataException(file + " has schema " + schema + ", this version reads " + SCHEMA
                    + "; use the version that wrote it, or remove it to go without");
        }
        List<@Nullable Mistake> mistakes = JSON.treeToValue(json, Content.class).mistakes;
        if (mistakes == null) {
            throw damaged(file, "mistakes are missing", null);
        }
        for (int i = 0; i < mistakes.size(); i++) {
            if (!isWhole(mistakes.get(i))) {
                throw damaged(file, "mistake " + i + " lacks a field or has a number out of range", null);
            }
        }
        return List.copyOf(mistakes);
    }

    /** Whoever shows a mistake cuts its text at the shares. */
    @SuppressWarnings("ConstantValue") // Jackson leaves null what the file leaves out
    private static boolean isWhole(@Nullable Mistake one) {
        return one != null
                && one.model() != null
                && one.review() != null
                && one.text() != null
                && one.stars() >= 0
                && one.stars() <= MOST_STARS
                && one.probability() >= 0
                && one.probability() <= 1
                && one.shares().stream().allMatch(share -> isWithin(share, one.text()));
    }

    private static boolean isWithin(Mistake.Share share, String text) {
        return share.begin() >= 0
                && share.begin() <= share.end()
                && share.end() <= text.length()
                && Double.isFinite(share.value());
    }

    private static DataException damaged(Path file, String reason, @Nullable Throwable cause) {
        return new DataException(file + " is damaged: " + reason + "; run again, or remove it to go without", cause);
    }
}
