package org.reelsense.bench.result;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reelsense.bench.process.Setting;
import org.reelsense.bench.process.Turn;

class ResultFilesTest {

    private static final List<Measured> RESULTS = List.of(
            new Measured(
                    new Setting(Map.of("cell", "lstm", "hidden", "128")),
                    "libtorch, 1 thread",
                    List.of(new Turn(64, 15_000, 0.25), new Turn(64, 15_000, 0.5)),
                    Map.of("reviews/s", new Spread(128, 192, 256))),
            new Measured(
                    new Setting(Map.of("cell", "gru")),
                    "DL4J",
                    List.of(new Turn(1, 2, 3)),
                    Map.of("reviews/s", new Spread(1, 1, 1))));

    @Test
    void csv_settingsWithDifferentValues_haveOneHeadAndEmptyCells() throws IOException {
        assertThat(ResultFiles.csv(RESULTS).lines())
                .containsExactly(
                        "cell,hidden,row,rate,rounds,min,median,max",
                        "lstm,128,\"libtorch, 1 thread\",reviews/s,2,128.0,192.0,256.0",
                        "gru,,DL4J,reviews/s,1,1.0,1.0,1.0");
    }

    @Test
    void write_intoAFolderThatIsNotThere_keepsEveryTurn(@TempDir Path folder) throws IOException {
        ResultFiles.write(folder.resolve("new"), "training", Map.of("cores", 2), RESULTS);

        JsonNode json = new ObjectMapper()
                .readTree(Files.readString(folder.resolve("new").resolve("training.json")));
        assertThat(json.at("/facts/cores").intValue()).isEqualTo(2);
        assertThat(json.at("/results/0/turns/1/seconds").doubleValue()).isEqualTo(0.5);
        assertThat(folder.resolve("new").resolve("training.csv")).exists();
    }

    @Test
    void table_rateThatARowLacks_isADash() {
        Measured other = new Measured(
                RESULTS.get(0).setting(), "sgemm", List.of(), Map.of("GFLOP/s", new Spread(1.234, 12.34, 123.4)));

        assertThat(ResultTable.of(List.of(RESULTS.get(0), other), List.of("cell"))
                        .lines())
                .containsExactly(
                        "| cell | row                | reviews/s       | GFLOP/s            |",
                        "|---|---|---|---|",
                        "| lstm | libtorch, 1 thread | 128 / 192 / 256 | -                  |",
                        "| lstm | sgemm              | -               | 1.2 / 12.3 / 123.4 |");
    }
}
