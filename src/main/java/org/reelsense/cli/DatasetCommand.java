package org.reelsense.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.reelsense.dataset.Archive;
import org.reelsense.dataset.Corpus;
import org.reelsense.dataset.DatasetSource;
import org.reelsense.dataset.Datasets;
import org.reelsense.dataset.Verification;
import org.reelsense.storage.DataException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code reelsense dataset}: brings, checks and describes the reviews. */
@Command(name = "dataset", description = "Downloads, checks or describes the reviews.")
final class DatasetCommand implements Callable<Integer> {

    private final Streams io;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    DatasetCommand(Streams io) {
        this.io = io;
    }

    /** No subcommand was given. */
    @Override
    public Integer call() {
        spec.commandLine().usage(io.err());
        return ExitCode.USAGE;
    }

    @Command(description = "Brings the archive to this machine, checks it and prints where it lies.")
    int download(@Mixin DataOptions data) throws DataException {
        DatasetSource source = data.source();
        if (source instanceof DatasetSource.Folder folder) {
            throw new IllegalArgumentException(
                    "--dataset is " + folder.name() + ", which is a folder and needs no download: leave it out");
        }
        Archive archive = Datasets.download(source, data.folder(), io.progress());
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("archive", archive.file().toAbsolutePath().toString());
        fields.put("bytes", Long.toString(archive.bytes()));
        fields.put("SHA-256", archive.sha256());
        fields.put("origin", archive.origin());
        io.out().print(Aligned.fields(fields));
        return ExitCode.OK;
    }

    @Command(description = "Checks the reviews from their bytes; downloads nothing. Exit code 3 if a check fails.")
    int verify(@Mixin DataOptions data) throws DataException {
        Verification verification = Datasets.verify(data.source(), data.folder(), io.progress());
        for (Verification.Check check : verification.checks()) {
            String verdict = check.passed() ? "ok      " : "FAILED  ";
            String wanted = check.passed() ? "" : ", expected " + check.expected();
            io.out().println(Aligned.printable(verdict + check.what() + ": " + check.found() + wanted));
        }
        if (!verification.passed()) {
            long failed =
                    verification.checks().stream().filter(c -> !c.passed()).count();
            throw new DataException(verification.place() + " failed " + failed + " of "
                    + verification.checks().size()
                    + " checks: fetch it again, or give another copy with `--archive FILE`");
        }
        return ExitCode.OK;
    }

    @Command(description = "Prints counts, films, stars and lengths of the reviews.")
    int stats(
            @Mixin DataOptions data, @Option(names = "--json", description = "Print JSON, for programs.") boolean json)
            throws DataException {
        Corpus corpus = data.open(io.progress());
        StatsReport report = new StatsReport(corpus.name(), corpus.sha256(), Datasets.stats(corpus));
        io.out().print(json ? Json.document(report) : report.text());
        return ExitCode.OK;
    }
}
