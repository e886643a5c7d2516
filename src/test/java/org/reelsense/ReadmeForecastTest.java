package org.reelsense;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reelsense.cli.CommandRun;
import org.reelsense.forecast.ForecastFolder;
import org.reelsense.forecast.ForecastRecord;
import org.reelsense.model.ForecastModel;

/** The lines of "Forecast series", on little networks. */
class ReadmeForecastTest {

    private static final String[] LITTLE = {"--epochs", "1", "--hidden", "4"};
    private static final List<String> OF_ALL_RUNS = List.of("persistence", "seasonal", "ridge", "linear");

    @TempDir
    private Path temporary;

    private CommandRun run(String line, String... more) throws IOException {
        ReadmePage section = ReadmePage.read().section("Forecast series");
        CommandRun run = new ReadmeFolder(temporary).run(section.command(line), more);
        assertThat(run.code()).as(run.err()).isZero();
        return run;
    }

    private static String[] into(Path folder) {
        return new String[] {LITTLE[0], LITTLE[1], LITTLE[2], LITTLE[3], "--out", folder.toString()};
    }

    @Test
    void forecast_byDefault_comparesBothNetworksAtBothHorizons() throws IOException {
        Path folder = temporary.resolve("weekly");

        CommandRun run = run("forecast", into(folder));

        ForecastRecord record = new ForecastFolder(folder).read();
        assertThat(record.series().name()).isEqualTo("weekly");
        assertThat(record.horizons()).containsExactly(1, 20);
        assertThat(record.models()).extracting(ForecastRecord.Model::name).contains("lstm", "gru");
        assertThat(run.out()).contains(OF_ALL_RUNS).contains("1 step ahead:", "20 steps ahead:");
    }

    @Test
    void forecast_normalised_recordSaysIt() throws IOException {
        Path folder = temporary.resolve("normalised");

        run("forecast --normalisation window", into(folder));

        assertThat(new ForecastFolder(folder).read().settings().normalisation()).isEqualTo("window");
    }

    @Test
    void ownSeriesAndTheirModel_asWritten_giveTheValuesThatFollow() throws IOException {
        ReadmeFolder folder = new ReadmeFolder(temporary);
        folder.write("sales.csv", rows());

        CommandRun compared =
                run("forecast --series sales.csv --horizon 7 --models gru --scaling train", into(folder.at("runs/a")));
        CommandRun ahead = run("forecast --series sales.csv --model runs/a/models/gru-h7-1.safetensors");

        assertThat(compared.out()).contains("7 steps ahead:").contains(OF_ALL_RUNS);
        assertThat(ForecastModel.read(folder.at("runs/a/models/gru-h7-1.safetensors"))
                        .spec()
                        .horizon())
                .isEqualTo(7);
        assertThat(ahead.out().lines()).hasSize(1 + 2 * 7).first().isEqualTo("series,step,forecast");
        assertThat(ahead.out().lines().skip(1)).allMatch(line -> line.matches("[12],[1-7],-?[0-9.E-]+"));
    }

    /** Two series of a year and more. */
    private static String rows() {
        return IntStream.of(3, 5)
                .mapToObj(row -> IntStream.range(0, 400)
                        .mapToObj(day -> Integer.toString(100 + row * (day % 7) + day * row % 11))
                        .collect(Collectors.joining(",")))
                .collect(Collectors.joining("\n"));
    }
}
