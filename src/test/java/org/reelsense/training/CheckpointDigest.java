package org.reelsense.training;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.reelsense.model.ModelFile;
import org.reelsense.storage.Checksum;

/** All that a checkpoint holds but times: weights, moments, averages, best weights, losses, accuracies, place. */
final class CheckpointDigest {

    private CheckpointDigest() {}

    /** SHA-256; {@code beside} is a free name for the file that it is taken of. */
    static String of(Path checkpoint, Path beside) throws IOException {
        ModelFile content = ModelFile.read(checkpoint);
        Map<String, String> timeless = new TreeMap<>(content.metadata());
        timeless.remove(EpochLines.SECONDS);
        new ModelFile(timeless, content.tensors()).write(beside);
        return Checksum.sha256(beside);
    }

    /** Steps made. */
    static int step(Path checkpoint) throws IOException {
        return Integer.parseInt(ModelFile.read(checkpoint).metadata().get("step"));
    }
}
