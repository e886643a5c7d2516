package org.reelsense.embedding;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.reelsense.progress.Progress;

/**
 * Where the checkpoint of a training of word vectors is.
 *
 * @param file null for none
 */
record PassCheckpoints(@Nullable Path file) {

    static final PassCheckpoints NONE = new PassCheckpoints(null);

    /** What to go on from, or null; says which it is. */
    @Nullable
    PassCheckpoint read(int vocabularySize, EmbeddingSpec spec, Progress progress) throws InterruptedException {
        if (file == null || !Files.exists(file)) {
            return null;
        }
        PassCheckpoint read =
                PassCheckpoint.read(file, vocabularySize, spec.dimension()).orElse(null);
        if (read == null || read.passes() > spec.epochs()) {
            progress.say("warning: the checkpoint " + file + " is damaged; word vectors are trained from the start");
            return null;
        }
        progress.say("word vectors: go on after pass " + read.passes() + " of " + spec.epochs() + ", from " + file);
        return read;
    }

    /** After the last pass there is nothing to go on with. */
    void write(PassCheckpoint checkpoint, EmbeddingSpec spec) throws IOException {
        if (file != null && checkpoint.passes() < spec.epochs()) {
            checkpoint.write(file);
        }
    }
}
