package org.reelsense.dataset;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The five folders of the archive's layout, in the order in which their reviews are listed. */
enum Section {
    TRAIN_NEGATIVE("train", "neg", Label.NEGATIVE),
    TRAIN_POSITIVE("train", "pos", Label.POSITIVE),
    TEST_NEGATIVE("test", "neg", Label.NEGATIVE),
    TEST_POSITIVE("test", "pos", Label.POSITIVE),
    UNLABELLED("train", "unsup", null);

    /** Without these there is nothing to train on or to test with. */
    static final Set<Section> LABELLED = EnumSet.complementOf(EnumSet.of(UNLABELLED));

    static final Set<Section> ALL = EnumSet.allOf(Section.class);

    private final String split;
    private final String folder;
    private final @Nullable Label label;

    Section(String split, String folder, @Nullable Label label) {
        this.split = split;
        this.folder = folder;
        this.label = label;
    }

    /** Where the reviews lie, such as {@code train/pos}. */
    String path() {
        return split + "/" + folder;
    }

    /** Where the films' addresses lie: line i belongs to the review numbered i, counted from 0. */
    String urlList() {
        return split + "/urls_" + folder + ".txt";
    }

    @Nullable
    Label label() {
        return label;
    }

    static Optional<Section> ofFolder(String path) {
        return Arrays.stream(values()).filter(s -> s.path().equals(path)).findFirst();
    }

    static Optional<Section> ofUrlList(String path) {
        return Arrays.stream(values()).filter(s -> s.urlList().equals(path)).findFirst();
    }
}
