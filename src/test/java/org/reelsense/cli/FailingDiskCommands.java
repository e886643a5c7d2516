package org.reelsense.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.reelsense.experiment.RunFolder;
import org.reelsense.fault.disk.DiskStep;
import org.reelsense.fault.disk.Faults;
import org.reelsense.fault.disk.Watch;
import org.reelsense.fault.disk.WatchedFiles;
import org.reelsense.model.SentimentModel;

/**
 * Runs commands again and again in one process, each time with another step refused by the disk. It must have been started
 * with {@link WatchedFiles} as its default file system. Prints the counts, one line a command.
 */
public final class FailingDiskCommands {

    private static final byte[] OLD = {'o', 'l', 'd'};

    /** Of what is not in the folder, such as libraries unpacked, nothing is refused. */
    private record Within(Path folder, Faults faults) implements Watch {

        @Override
        public void before(DiskStep step) throws IOException {
            if (step.path().startsWith(folder.toString())) {
                faults.before(step);
            }
        }
    }

    /** A command, and whether what it made is whole. */
    private record Tried(String name, String args, String out, boolean replaces, Whole whole) {}

    /** Throws if it is not. */
    @FunctionalInterface
    private interface Whole {
        void read(Path out) throws IOException;
    }

    private final Path folder;
    private int faults;
    private int tolerated;
    private int wrongCode;
    private int damaged;
    private int left;
    private int traces;

    private FailingDiskCommands(Path folder) {
        this.folder = folder;
    }

    /** The folder to work in, and how many steps to go on by. */
    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        SmallModel.write(folder.resolve("small.safetensors"));
        List<Tried> commands = List.of(
                new Tried("embed export", "--vectors small.safetensors --out", "v.txt", true, out -> {}),
                new Tried("report", "RUN --out", "report", false, out -> new RunFolder(out).read()),
                new Tried(
                        "experiment",
                        "--models majority,wordcount --dataset sample --preset quick --limit 40 --data data --out",
                        "run",
                        false,
                        out -> new RunFolder(out).read()),
                new Tried(
                        "train",
                        "--model gru --dataset sample --preset quick --limit 40 --threads 1 --data data --out",
                        "gru.safetensors",
                        true,
                        SentimentModel::read));
        for (Tried command : commands) {
            FailingDiskCommands run = new FailingDiskCommands(folder);
            run.tryAll(command, Faults::once, Integer.parseInt(args[1]));
            run.tryAll(command, Faults::fullFrom, Integer.parseInt(args[1]));
            System.out.println(String.join(
                    "\t",
                    command.name,
                    run.faults + "\t" + run.tolerated + "\t" + run.wrongCode + "\t" + run.damaged + "\t" + run.left
                            + "\t" + run.traces));
        }
    }

    private void tryAll(Tried command, IntFunction<Faults> faulty, int stride) throws IOException {
        Faults disk = faulty.apply(1);
        for (int step = 1; disk.met() || step == 1; step += stride) {
            disk = faulty.apply(step);
            tryOne(command, disk);
        }
    }

    private void tryOne(Tried command, Faults disk) throws IOException {
        Path place = Files.createDirectory(folder.resolve("try"));
        Path out = place.resolve(command.out);
        if (command.replaces) {
            Files.write(out, OLD);
        }
        WatchedFiles.watchEverything(new Within(place, disk));
        CommandRun run = CommandRun.of(args(command, out));
        WatchedFiles.watchEverything(step -> {});
        if (disk.met()) {
            count(command, run, out, place);
        } else if (run.code() != ExitCode.OK) {
            throw new IllegalStateException(command.name + ": " + run);
        }
        remove(place);
    }

    private void count(Tried command, CommandRun run, Path out, Path place) throws IOException {
        faults++;
        tolerated += run.code() == ExitCode.OK ? 1 : 0;
        wrongCode += run.code() == ExitCode.OK || run.code() == ExitCode.DATA ? 0 : 1;
        damaged += isRight(command, run, out) ? 0 : 1;
        traces += run.err().contains("\tat ") || run.err().contains("internal error") ? 1 : 0;
        try (Stream<Path> files = Files.walk(place)) {
            left += (int)
                    files.filter(file -> file.toString().endsWith(".reelsense")).count();
        }
    }

    /** After exit code 0 what was asked for is there, whole; else what was there before, nothing, or the whole. */
    private static boolean isRight(Tried command, CommandRun run, Path out) throws IOException {
        Path file = command.replaces ? out : new RunFolder(out).results();
        boolean old = !Files.exists(file) || Arrays.equals(Files.readAllBytes(file), OLD);
        if (old) {
            return run.code() != ExitCode.OK && Files.exists(file) == command.replaces;
        }
        command.whole.read(out);
        return true;
    }

    private String[] args(Tried command, Path out) {
        return (command.name + " " + command.args + " " + out)
                .replace(
                        "small.safetensors", folder.resolve("small.safetensors").toString())
                .replace("--data data", "--data " + out.resolveSibling("data"))
                .replace("RUN", "datasets/results/quick")
                .split(" ");
    }

    private static void remove(Path place) throws IOException {
        try (Stream<Path> files = Files.walk(place)) {
            for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.delete(file);
            }
        }
    }
}
