package org.reelsense.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ManifestTest {

    @Test
    void manifest_forPeople_agreesWithTheFactsInTheCode() throws IOException {
        JsonNode manifest =
                new ObjectMapper().readTree(Path.of("datasets", "manifest.json").toFile());
        List<KnownArchive> archives = new ArrayList<>();
        for (JsonNode archive : manifest.required("archives")) {
            archives.add(new KnownArchive(
                    archive.required("description").asText(),
                    archive.required("bytes").asLong(),
                    archive.required("md5").asText(),
                    archive.required("sha256").asText()));
        }
        assertThat(archives).isEqualTo(ImdbFacts.KNOWN);
        assertThat(manifest.required("name").asText()).isEqualTo(ImdbFacts.NAME);
        assertThat(manifest.required("url").asText()).isEqualTo(ImdbFacts.URL.toString());
        assertThat(manifest.required("fileName").asText()).isEqualTo(ImdbFacts.FILE_NAME);
        assertThat(manifest.at("/reviews/perClass").asInt()).isEqualTo(ImdbFacts.PER_CLASS);
        assertThat(manifest.at("/reviews/unlabelled").asInt()).isEqualTo(ImdbFacts.UNLABELLED);
        assertThat(manifest.at("/reviews/dev").asInt()).isEqualTo(ImdbFacts.DEV);
        assertThat(manifest.required("citation").asText()).contains("Maas", "2011");
    }
}
