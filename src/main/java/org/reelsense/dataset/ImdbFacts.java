package org.reelsense.dataset;

import java.net.URI;
import java.util.List;

/**
 * What is known of the Large Movie Review Dataset v1.0 (Maas et al., Learning Word Vectors for Sentiment Analysis, ACL
 * 2011). {@code datasets/manifest.json} tells people the same; a test keeps the two alike.
 */
public final class ImdbFacts {

    public static final String NAME = "imdb";

    public static final URI URL = URI.create("https://ai.stanford.edu/~amaas/data/sentiment/aclImdb_v1.tar.gz");

    public static final String FILE_NAME = "aclImdb_v1.tar.gz";

    public static final KnownArchive OFFICIAL = new KnownArchive(
            "the official archive",
            84_125_825,
            "7c2ac02c03563afcf9b574c7e56c153a",
            "c40f74a18d3b61f90feba1e17730e0d38e8b97c05fde7008942e91923d1658fe");

    /** The same reviews without the official archive's word counts, packed again. */
    public static final KnownArchive REPACKED = new KnownArchive(
            "the repacked archive",
            56_711_594,
            "9ac33f2451af6bb916f5e8818ea4f7ae",
            "20ae5c232a5f12627dfd76134d9dc71e7bc460b903a8732d354a94ebb8832117");

    public static final List<KnownArchive> KNOWN = List.of(OFFICIAL, REPACKED);

    /** Labelled reviews of one class in train (before dev is cut) and in test. */
    public static final int PER_CLASS = 12_500;

    public static final int UNLABELLED = 50_000;

    /** Reviews in the dev set that is cut from train. */
    public static final int DEV = 2_500;

    private ImdbFacts() {}
}
