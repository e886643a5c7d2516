package org.reelsense.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.reelsense.fault.FaultRun;
import org.reelsense.fault.disk.DiskStep;
import org.reelsense.fault.disk.DiskStep.Kind;
import org.reelsense.fault.disk.PowerCut;
import org.reelsense.fault.disk.Recording;
import org.reelsense.fault.disk.WatchedPath;

/** The power is cut behind every step of a save: whatever part of what was not forced is lost, old or new is there. */
@Tag("fault")
class PowerLossTest {

    @TempDir
    Path folder;

    /** What saves a file in a folder. */
    @FunctionalInterface
    private interface Saving {
        void save(Path folder) throws IOException;
    }

    /**
     * What came of the cuts.
     *
     * @param neither states in which the file is neither the old one nor the new one
     * @param lost states after the save has returned in which it is not the new one
     */
    private record Outcome(int cuts, int states, int neither, int lost) {

        private Outcome plus(Outcome other) {
            return new Outcome(cuts + other.cuts, states + other.states, neither + other.neither, lost + other.lost);
        }
    }

    @Test
    void save_powerCutBehindEveryStep_oldOrNewAndAfterwardsNew() throws IOException {
        Outcome all = new Outcome(0, 0, 0, 0);
        for (SavedKind kind : SavedKind.values()) {
            Path over = Files.createDirectories(folder.resolve(kind + "-over"));
            kind.write(over, 0);
            all = all.plus(replayed(kind.in(over), to -> kind.write(to, 1), over));
            Path afresh = folder.resolve(kind + "-new/in/deep");
            all = all.plus(replayed(kind.in(afresh), to -> kind.write(to, 1), afresh));
        }
        all = all.plus(replayed(folder.resolve("target"), PowerLossTest::download, folder));
        all = all.plus(replayed(folder.resolve("target"), PowerLossTest::download, folder));

        new FaultRun(2, "power-loss")
                .count("kinds of files", SavedKind.values().length + 1)
                .count("cuts", all.cuts)
                .count("disk states tried", all.states)
                .count("states with neither old nor new", all.neither)
                .count("states after the save with not the new one", all.lost)
                .note("disk", "simulated; of what was not forced any part may be lost, in any order")
                .write();
        assertThat(all.states).isGreaterThan(300);
        assertThat(all.neither).isZero();
        assertThat(all.lost).isZero();
    }

    private static void download(Path folder) throws IOException {
        Path part = folder.resolve("target.part");
        try (FileChannel channel = FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            for (int i = 0; i < 5; i++) {
                channel.write(ByteBuffer.wrap(new byte[3_000 + i]));
            }
        }
        DurableFile.promote(part, folder.resolve("target"));
    }

    @ParameterizedTest
    @EnumSource(SavedKind.class)
    void save_anyKind_writesForcesMovesAndForcesTheFolder(SavedKind kind) throws IOException {
        Recording recording = new Recording();

        kind.write(WatchedPath.of(folder, recording), 1);

        List<Kind> order = recording.steps().stream().map(DiskStep::kind).toList();
        assertThat(order.stream().distinct())
                .containsExactly(Kind.OPEN, Kind.WRITE, Kind.FORCE, Kind.MOVE, Kind.FORCE_FOLDER, Kind.CLOSE);
        assertThat(order.stream().filter(step -> step != Kind.WRITE)).doesNotHaveDuplicates();
    }

    /** A simulation in which nothing is ever lost proves nothing. */
    @ParameterizedTest
    @MethodSource("carelessSaves")
    void replay_carelessSave_isCaught(String name, Saving careless) throws IOException {
        Path file = Files.write(folder.resolve("file"), new byte[] {1, 2, 3});

        Outcome outcome = replayed(file, careless, folder);

        assertThat(outcome.neither() + outcome.lost()).isPositive();
    }

    static Stream<Arguments> carelessSaves() {
        return Stream.of(
                careless("in place", to -> Files.write(to.resolve("file"), new byte[9_000])),
                careless("moved, never forced", to -> {
                    Files.write(to.resolve("half"), new byte[9_000]);
                    move(to);
                    DurableFile.forceFolder(to);
                }),
                careless("forced after the move", to -> {
                    Files.write(to.resolve("half"), new byte[9_000]);
                    move(to);
                    force(to.resolve("file"));
                    DurableFile.forceFolder(to);
                }),
                careless("folder not forced", to -> {
                    Files.write(to.resolve("half"), new byte[9_000]);
                    force(to.resolve("half"));
                    move(to);
                }),
                careless("deleted before the move", to -> {
                    Files.write(to.resolve("half"), new byte[9_000]);
                    force(to.resolve("half"));
                    Files.delete(to.resolve("file"));
                    move(to);
                    DurableFile.forceFolder(to);
                }));
    }

    private static Arguments careless(String name, Saving saving) {
        return Arguments.of(name, saving);
    }

    private static void move(Path to) throws IOException {
        Files.move(to.resolve("half"), to.resolve("file"), StandardCopyOption.ATOMIC_MOVE);
    }

    private static void force(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    private static Outcome replayed(Path file, Saving saving, Path in) throws IOException {
        Optional<ByteBuffer> old = content(file);
        Recording recording = new Recording();
        saving.save(WatchedPath.of(in, recording));
        Optional<ByteBuffer> saved = content(file);
        assertThat(saved).isNotEqualTo(Optional.empty());

        PowerCut cut =
                new PowerCut(old.isEmpty() ? Map.of() : Map.of(file, old.get().array()));
        List<Optional<ByteBuffer>> states = new ArrayList<>(cut.contents(file));
        for (DiskStep step : recording.steps()) {
            cut.step(step);
            states.addAll(cut.contents(file));
        }
        int neither = (int) states.stream()
                .filter(state -> !state.equals(old) && !state.equals(saved))
                .count();
        int lost = (int) cut.contents(file).stream()
                .filter(state -> !state.equals(saved))
                .count();
        return new Outcome(recording.steps().size() + 1, states.size(), neither, lost);
    }

    private static Optional<ByteBuffer> content(Path file) throws IOException {
        return Files.exists(file) ? Optional.of(ByteBuffer.wrap(Files.readAllBytes(file))) : Optional.empty();
    }
}
